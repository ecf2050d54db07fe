using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Reads one cell's year as one reader may see it.</summary>
/// <param name="reviews">Those of the cell.</param>
/// <param name="counts">All of the cycle, counted; where there are groups cell by cell.</param>
internal sealed class ReviewView(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, CycleGroups groups, IReadOnlyList<Review> reviews, IReadOnlyList<GradeTally> counts)
{
    private static readonly PartyPost[] Committee = [PartyPost.Secretary, PartyPost.DeputySecretary, PartyPost.CommitteeMember];

    /// <summary>The last day of the year, or today while it runs: names, posts and places are told as on it.</summary>
    private OrgSnapshot Then => db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today));

    public CellReview Cell(Guid cellId, IReadOnlyDictionary<Guid, string?> lastYear)
    {
        var own = reviews.Single(r => r.Subject == cycle.OwnSubject && r.CellId == cellId);
        var day = db.Timeline.On(own.MeetingOn ?? Then.Day);
        return new()
        {
            Year = cycle.Year, Subject = cycle.Subject, Rules = rules, Cell = Ref(cellId), Committee = Ref(cycle.CommitteeId), ClosedOn = cycle.ClosedOn,
            MinutesNumber = own.MinutesNumber, MeetingOn = own.MeetingOn, Attendance = own.Attendance, Mode = cycle.Mode,
            HasCollectiveFile = reviews.Any(r => r.Subject == ReviewSubject.Collective && r.Step is not null),
            Own = Row(own, day, null), Members = [.. MembersOf(cellId).OrderBy(r => Protocol(day, r)).Select(r => Row(r, day, lastYear.GetValueOrDefault(r.PersonId!.Value)))],
            AllMembers = GradeTally.AsProposed(cycle.Subject, counts, groups.Whole), AllCells = GradeTally.AsProposed(cycle.OwnSubject, counts, groups.Whole),
            DecidedMembers = GradeTally.Decided(cycle.Subject, counts, groups.Whole), DecidedCells = GradeTally.Decided(cycle.OwnSubject, counts, groups.Whole), Group = groups.CountOf(cellId, counts),
            MayEnter = cycle.ClosedOn is null && Reaches(ReviewRights.ToEnter(cycle.Subject), cellId),
            MayDecide = cycle.ClosedOn is null && Reaches(ReviewRights.ToDecide(cycle.Subject), ReviewRights.DecidedIn(cycle, own)),
        };
    }

    private bool Reaches(Permission permission, Guid? unitId) => AccessRules.Reaches(db, permission, unitId, db.Today);

    private bool MayEnter(Review review) => cycle.Subject == ReviewSubject.Member || (review.PersonId != db.Actor.PersonId && Reaches(Permission.GradeStaff, ReviewRights.EnteredIn(db, cycle, review)));

    private IEnumerable<Review> MembersOf(Guid cellId) => reviews.Where(r => r.Subject == cycle.Subject && r.CellId == cellId);

    private ReviewRow Row(Review review, OrgSnapshot day, string? lastYear)
    {
        var person = review.PersonId is { } id ? db.Timeline.People.Find(id) : null;
        var post = person is null ? null : day.Post(person.Id);
        var member = person is null || cycle.Subject == ReviewSubject.Staff ? null : day.Member(person.Id);
        var own = review.PersonId is not null && review.PersonId == db.Actor.PersonId;
        var hidden = own && cycle is { Subject: ReviewSubject.Staff, ClosedOn: null }; // of oneself at work one is told once the year is closed
        return new()
        {
            Seen = new(review.Id, review.Version), Person = person is null ? null : new(person.Code, person.FullName),
            Post = post is null ? null : PostTitles.Of(post.Facts, post.Unit?.Kind), PostEn = post is null ? null : PostTitles.EnglishOf(post.Facts, post.Unit?.Kind),
            Standing = member?.Facts.Standing, LastYear = lastYear,
            Proposed = hidden ? null : review.ProposedGrade, Grade = hidden ? null : review.Grade, NotGraded = hidden ? null : review.NotGradedReason, Ballot = hidden ? null : review.Ballot,
            HasNewerProposal = !hidden && review.HasNewerProposal, Expected = hidden ? null : review.Expected,
            Offices = [.. member?.Offices.Where(o => o.UnitId == review.CellId).Select(o => o.Facts.Post).Order().ToArray() ?? []],
            DecidedAbove = review.DecidedAbove, State = hidden ? ReviewState.Open : review.State, IsOwn = own,
            MayEnter = review.PersonId is null || MayEnter(review),
        };
    }

    /// <summary>Officers of the cell, or heads and deputies of the unit, then the others by name.</summary>
    private (int, string) Protocol(OrgSnapshot day, Review review)
    {
        if (cycle.Subject == ReviewSubject.Staff) return (PostRank(day.Post(review.PersonId!.Value)), day.Timeline.People.Find(review.PersonId!.Value)?.SortKey ?? "");
        var member = day.Member(review.PersonId!.Value);
        var office = member?.Offices.Where(o => o.UnitId == review.CellId && Committee.Contains(o.Facts.Post)).Select(o => (int?)o.Facts.Post).Min();
        return (office ?? int.MaxValue, day.Timeline.People.Find(review.PersonId!.Value)?.SortKey ?? "");
    }

    private static int PostRank(PostHolder? post) => post?.Facts switch { { Headship: Headship.Head } => 0, { Headship: Headship.Deputy } facts => 1 + facts.Order, _ => int.MaxValue };

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, Then.Day);
}
