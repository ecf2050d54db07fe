using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Reads one cell's year as one reader may see it.</summary>
/// <param name="reviews">Those of the cell.</param>
/// <param name="counts">All of the cycle, counted.</param>
internal sealed class ReviewView(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, IReadOnlyList<Review> reviews, IReadOnlyList<GradeTally> counts)
{
    private static readonly PartyPost[] Committee = [PartyPost.Secretary, PartyPost.DeputySecretary, PartyPost.CommitteeMember];

    /// <summary>The last day of the year, or today while it runs: names, posts and places are told as on it.</summary>
    private OrgSnapshot Then => db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today));

    public CellReview Cell(Guid cellId, IReadOnlyDictionary<Guid, string?> lastYear)
    {
        var own = reviews.Single(r => r.Subject == ReviewSubject.Cell && r.CellId == cellId);
        var day = db.Timeline.On(own.MeetingOn ?? Then.Day);
        return new()
        {
            Year = cycle.Year, Rules = rules, Cell = Ref(cellId), Committee = Ref(cycle.CommitteeId), ClosedOn = cycle.ClosedOn,
            MinutesNumber = own.MinutesNumber, MeetingOn = own.MeetingOn, Official = day.Unit(cellId)?.Official ?? 0, Attendance = own.Attendance, Mode = cycle.Mode,
            Exempt = OfficialWho(day, cellId, Participation.Exempt), Suspended = OfficialWho(day, cellId, Participation.Suspended),
            Own = Row(own, day, null), Members = [.. MembersOf(cellId).OrderBy(r => Protocol(day, r)).Select(r => Row(r, day, lastYear.GetValueOrDefault(r.PersonId!.Value)))],
            AllMembers = GradeTally.AsProposed(ReviewSubject.Member, counts, rules), AllCells = GradeTally.AsProposed(ReviewSubject.Cell, counts, rules),
            DecidedMembers = GradeTally.Decided(ReviewSubject.Member, counts, rules), DecidedCells = GradeTally.Decided(ReviewSubject.Cell, counts, rules),
            MayEnter = cycle.ClosedOn is null && db.ScopeFor(Permission.EnterReviews, db.Today).Includes(cellId),
            MayDecide = cycle.ClosedOn is null && db.ScopeFor(Permission.DecideReviews, db.Today).Includes(cellId),
        };
    }

    private static int OfficialWho(OrgSnapshot day, Guid cellId, Participation participation) => day.Unit(cellId)?.Members.Count(m => m.Facts.Standing == Standing.Official && m.Facts.Participation == participation) ?? 0;

    private IEnumerable<Review> MembersOf(Guid cellId) => reviews.Where(r => r.Subject == ReviewSubject.Member && r.CellId == cellId);

    private ReviewRow Row(Review review, OrgSnapshot day, string? lastYear)
    {
        var person = review.PersonId is { } id ? db.Timeline.People.Find(id) : null;
        var post = person is null ? null : day.Post(person.Id);
        return new()
        {
            Seen = new(review.Id, review.Version), Person = person is null ? null : new(person.Code, person.FullName),
            Post = post is null ? null : PostTitles.Of(post.Facts, post.Unit?.Kind), PostEn = post is null ? null : PostTitles.EnglishOf(post.Facts, post.Unit?.Kind),
            Standing = person is null ? null : day.Member(person.Id)?.Facts.Standing, LastYear = lastYear,
            Proposed = review.ProposedGrade, Grade = review.Grade, NotGraded = review.NotGradedReason, Ballot = review.Ballot,
            HasNewerProposal = review.HasNewerProposal, Expected = review.Expected,
            Offices = [.. (person is null ? null : day.Member(person.Id))?.Offices.Where(o => o.UnitId == review.CellId).Select(o => o.Facts.Post).Order().ToArray() ?? []],
            DecidedAbove = review.DecidedAbove, State = review.State, IsOwn = review.PersonId is not null && review.PersonId == db.Actor.PersonId,
        };
    }

    private static (int, string) Protocol(OrgSnapshot day, Review review)
    {
        var member = day.Member(review.PersonId!.Value);
        var office = member?.Offices.Where(o => o.UnitId == review.CellId && Committee.Contains(o.Facts.Post)).Select(o => (int?)o.Facts.Post).Min();
        return (office ?? int.MaxValue, day.Timeline.People.Find(review.PersonId!.Value)?.SortKey ?? "");
    }

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, Then.Day);
}
