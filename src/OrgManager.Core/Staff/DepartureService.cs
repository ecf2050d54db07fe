using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Retirements and other departures ahead, and so the posts that become vacant.</summary>
public sealed class DepartureService(Database database, DecisionNames names)
{
    /// <summary>People in post on the day and in reach who leave within so many months: known ends, and retirement by <see cref="RetirementAges"/> where no end is known.</summary>
    [UseCase(Permission.ViewStaffWork, IsList = true)]
    public Task<DepartureList> ListAsync(DateOnly on, int months = 12, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (scope, snapshot, until) = (db.DemandScope(Permission.ViewStaffWork, on), db.Timeline.On(on), on.AddMonths(months));
            var leaving = Departures.Of(snapshot, until).Where(l => scope.IncludesPerson(l.Post.Person.Id, l.Post.Facts.UnitId, null)).ToList();
            var decisions = await names.OfAsync(db, leaving.Select(l => DecisionId(l.Post)), ct);
            return new DepartureList(on, until, [.. leaving.Select(l => Row(l.Post, l.On, l.Kind, decisions))]);
        }, ct);

    internal static Guid? DecisionId(PostHolder post) => post.Employment.Primary.History[^1].EndDecisionId;

    internal static Departure Row(PostHolder post, DateOnly leaves, DepartureKind kind, Dictionary<Guid, DecisionRef> decisions) => new(
        new(post.Person.Code, post.Person.FullName), post.Unit is { } unit ? new(unit.Id, unit.Code, unit.Name) : null,
        PostTitles.Of(post.Facts, post.Unit?.Kind), PostTitles.EnglishOf(post.Facts, post.Unit?.Kind), post.Facts.Category, post.Facts.Headship,
        leaves, kind, kind == DepartureKind.Known && DecisionId(post) is { } id ? decisions.GetValueOrDefault(id) : null, post.Employment.EndReason);
}
