using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>One file, one ballot, one cycle, and the cap.</summary>
public class ReviewTests
{
    private static readonly DateOnly Day = new(2026, 12, 10);
    private static readonly RuleSetFacts Rules = new()
    {
        Id = "R", Kind = "Party", Name = "R", NameEn = "R", Basis = [], ValidFrom = Day, Scale = new("Levels", null, []),
        Grades = [new("X", "X", "X"), new("T", "T", "T"), new("N", "N", "N")],
        Caps = [new("X", 20, ["T"], "GrassrootsCommittee", "Floor", "Warn", ReviewSubject.Member)],
    };

    [Theory]
    [InlineData(10, 10, 10, 0, 7, 3, true), InlineData(10, 9, 8, 1, 7, 0, true), InlineData(0, 0, 0, 0, 0, 0, true)]
    [InlineData(10, 11, 10, 0, 7, 3, false), InlineData(10, 9, 10, 0, 7, 3, false), InlineData(10, 10, 10, 1, 7, 3, false), InlineData(10, 10, 10, 0, 7, 2, false)]
    [InlineData(10, 10, 10, -1, 8, 3, false), InlineData(10, 10, 10, 0, 11, -1, false)]
    public void A_ballot_adds_up_from_those_convened_to_the_votes(int convened, int issued, int returned, int invalid, int excellent, int good, bool adds)
    {
        var ballot = new Ballot(convened, issued, returned, invalid, new Dictionary<string, int> { ["X"] = excellent, ["T"] = good });
        if (adds) Opened().Propose("X", "1-BB", Day, ballot);
        else Refusal.Is("Ballot.DoesNotAddUp", () => Opened().Propose("X", "1-BB", Day, ballot));
    }

    [Fact]
    public void A_review_is_proposed_then_decided_and_then_closed()
    {
        var review = Opened();
        review.Propose("X", "1-BB", Day);
        Assert.Equal((ReviewState.Proposed, "X", null, "1-BB"), (review.State, review.ProposedGrade, review.Grade, review.MinutesNumber));
        review.Decide("T");
        Assert.Equal((ReviewState.Decided, "X", "T"), (review.State, review.ProposedGrade, review.Grade));
        Refusal.Is("Review.Closed", () => review.Decide("X"));
        Refusal.Is("Review.Closed", () => review.Propose("X", "2-BB", Day));
        Refusal.Is("Review.Closed", () => review.LeaveUngraded("Exempt"));
    }

    [Fact]
    public void Who_is_left_without_a_grade_stays_so()
    {
        var review = Opened();
        review.LeaveUngraded("Exempt");
        Assert.Equal((ReviewState.NotGraded, null), (review.State, review.Grade));
        Refusal.Is("Review.Closed", () => review.Decide("X"));
    }

    [Fact]
    public void A_leaders_review_waits_for_the_level_above_whatever_the_cell_proposes()
    {
        var review = Opened(above: true);
        Assert.Equal(ReviewState.AwaitingAbove, review.State);
        review.Propose("X", "1-BB", Day);
        Assert.Equal(ReviewState.AwaitingAbove, review.State);
        review.Decide("T");
        Assert.Equal(ReviewState.Decided, review.State);
    }

    [Fact]
    public void A_cycle_closes_once_all_is_decided_but_for_those_who_wait_for_above()
    {
        var (cycle, open, proposed) = (Cycle(), Opened(), Opened());
        proposed.Propose("X", "1-BB", Day);
        Refusal.Is("ReviewCycle.ReviewsOpen", () => cycle.Close(Day, [open, proposed]));
        open.Decide("T");
        Refusal.Is("ReviewCycle.ReviewsOpen", () => cycle.Close(Day, [open, proposed]));
        proposed.Decide("X");
        cycle.Close(Day, [open, proposed, Opened(above: true)]);
        Refusal.Is("ReviewCycle.Closed", () => cycle.Close(Day, []));
    }

    [Theory]
    [InlineData(60, 12, 12, false), InlineData(60, 13, 12, true), InlineData(59, 12, 11, true), InlineData(4, 1, 0, true), InlineData(4, 0, 0, false), InlineData(7, 1, 1, false)]
    public void The_cap_is_a_fifth_of_the_good_rounded_down(int good, int excellent, int most, bool over)
    {
        var counts = GradeCounts.AsProposed(ReviewSubject.Member, [.. Graded("T", good), .. Graded("X", excellent)], Rules);
        Assert.Equal((most, over, good, excellent), (counts.Most, counts.OverCap, counts.ByGrade["T"], counts.ByGrade["X"]));
    }

    [Fact]
    public void Base_and_rounding_of_the_cap_come_from_the_rules()
    {
        var rounded = Rules with { Caps = [new("X", 20, ["X", "T"], "Cells", "Round", "Warn")] };
        Assert.Equal(3, GradeCounts.AsProposed(ReviewSubject.Member, [.. Graded("T", 11), .. Graded("X", 2)], rounded).Most); // 2.6
        Assert.Null(GradeCounts.AsProposed(ReviewSubject.Member, Graded("X", 5).ToList(), Rules with { Caps = [] }).Most);
        Assert.Null(GradeCounts.AsProposed(ReviewSubject.Cell, [], Rules).Most);
    }

    [Fact]
    public void Who_waits_or_is_not_graded_is_counted_apart()
    {
        var ungraded = Opened();
        ungraded.LeaveUngraded("Exempt");
        var counts = GradeCounts.AsProposed(ReviewSubject.Member, [ungraded, Opened(), Opened(above: true), .. Graded("T", 2), Review.OfCell(Cycle(), Guid.NewGuid())], Rules);
        Assert.Equal((1, 2, 2, 0), (counts.NotGraded, counts.Waiting, counts.ByGrade["T"], counts.ByGrade["X"]));
    }

    [Fact]
    public void Rules_know_the_grades_they_name()
    {
        Refusal.Is("RuleSet.GradesMissing", () => RuleSet.Define(Rules with { Grades = [new("X", "X", "X")] }));
        Refusal.Is("RuleSet.GradeUnknown", () => RuleSet.Define(Rules with { Caps = [new("Z", 20, ["T"], "Cells", "Floor", "Warn")] }));
        Refusal.Is("RuleSet.GradeUnknown", () => RuleSet.Define(Rules with { Caps = [new("X", 20, ["Z"], "Cells", "Floor", "Warn")] }));
        Refusal.Is("RuleSet.GradeUnknown", () => RuleSet.Define(Rules with { Bands = [new("Z", 90, null)] }));
        Refusal.Is("RuleSet.GradeUnknown", () => RuleSet.Define(Rules with { Conditions = [new("Z", "…")] }));
    }

    private static ReviewCycle Cycle() => ReviewCycle.Open(2026, Guid.NewGuid(), "R", CycleMode.ResultsOnly);

    private static Review Opened(bool above = false) => Review.OfMember(Cycle(), Guid.NewGuid(), Guid.NewGuid(), above);

    private static IEnumerable<Review> Graded(string grade, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var review = Opened();
            review.Decide(grade);
            yield return review;
        }
    }
}
