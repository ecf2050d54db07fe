using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

/// <summary>Posts by position of the units in all of some scopes on a day: the levels kept, held against who is called so there.</summary>
internal sealed class PositionView(OrgDbContext db, DecisionNames names, PositionQuery query, params IReadOnlyList<Scope> scopes)
{
    private sealed record Found(UnitOn Unit, JobPosition Position, KeptPosts? Kept, IReadOnlyList<PostHolder> People);

    private readonly OrgSnapshot _day = db.Timeline.On(query.On);
    private readonly Scope _staff = db.ScopeFor(Permission.ViewStaffWork, query.On);

    public async Task<PositionTable> TableAsync(PageRequest page, CancellationToken ct)
    {
        var catalogue = (await db.Set<JobPosition>().AsNoTracking().ToListAsync(ct)).Where(p => p.IsThere(query.On)).OrderBy(p => p.Group).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        var units = _day.Tree(Branch.Government).Where(unit => scopes.All(scope => scope.Includes(unit.Id))).ToList();
        var unplaced = new List<string>();
        var found = FoundIn(units.Where(IsAsked), catalogue, await PositionLevels.OnAsync(db, query.On, ct), unplaced).Where(f => query.Group is null || f.Position.Group == query.Group).ToList();
        var decisions = await names.OfAsync(db, found.Select(f => f.Kept?.DecisionId).Concat(catalogue.Select(p => p.DecisionId)), ct);
        var lines = catalogue.ToDictionary(p => p.Id, p => Line(p, decisions));
        var rows = found.ConvertAll(f => Row(f, lines[f.Position.Id], decisions));
        var asked = rows.FindAll(row => query.State is null || row.State == query.State);
        return new([.. asked.Skip(page.Skip).Take(page.Take)], PositionSums.Of(asked), rows.CountBy(row => row.State).ToDictionary(), [.. lines.Values],
            [.. units.Select(u => new UnitRef(u.Id, u.Code, u.Name))], Unplaced(unplaced), MayEnter(), units.Exists(unit => Changes(unit.Id)));
    }

    private static IEnumerable<Found> FoundIn(IEnumerable<UnitOn> units, List<JobPosition> catalogue, ILookup<Guid, KeptPosts> levels, List<string> unplaced)
    {
        var titles = new PositionNames(catalogue);
        foreach (var unit in units)
        {
            var kept = levels[unit.Id].ToDictionary(k => k.PositionId);
            var positions = kept.Values.Where(k => k.Level.Posts > 0).Select(k => k.PositionId).ToHashSet();
            var held = unit.Posts.Select(post => (Post: post, Title: PostTitles.Of(post.Facts, unit.Kind))).ToLookup(p => titles.Of(p.Title, positions)?.Id);
            unplaced.AddRange(held[null].Select(p => p.Title).Where(title => title.Length > 0));
            foreach (var position in catalogue)
                if (positions.Contains(position.Id) || held.Contains(position.Id)) yield return new(unit, position, kept.GetValueOrDefault(position.Id), [.. held[position.Id].Select(p => p.Post)]);
        }
    }

    private static IReadOnlyList<UnplacedPost> Unplaced(List<string> titles) =>
        [.. titles.GroupBy(PositionNames.Key).Select(t => new UnplacedPost(t.First(), t.Count())).OrderByDescending(t => t.Present).ThenBy(t => VietnameseText.SortKey(t.Title), StringComparer.Ordinal)];

    private PositionRow Row(Found found, JobPositionLine position, Dictionary<Guid, DecisionRef> decisions) => new(
        new(found.Unit.Id, found.Unit.Code, found.Unit.Name), position, found.Kept?.Level.Posts ?? 0, found.People.Count,
        _staff.Includes(found.Unit.Id) ? [.. found.People.OrderBy(p => p.Facts.Order).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal).Select(p => new PersonRef(p.Person.Code, p.Person.FullName))] : null,
        found.Kept?.Level.ValidFrom, found.Kept?.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null, Changes(found.Unit.Id));

    internal static JobPositionLine Line(JobPosition position, Dictionary<Guid, DecisionRef> decisions) =>
        new(new(position.Id, position.Version), position.Facts, position.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null);

    private bool IsAsked(UnitOn unit)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (query.Unit is null || at.Code == query.Unit) return true;
        return false;
    }

    /// <summary>The catalogue is kept as of today.</summary>
    private bool MayEnter() => db.Timeline.On(db.Today).Roots(Branch.Government).ToList() is { Count: > 0 } roots && roots.TrueForAll(root => AccessRules.Reaches(db, Permission.ChangeQuota, root.Id, db.Today));

    private bool Changes(Guid unit) => AccessRules.Reaches(db, Permission.ChangeQuota, unit, query.On);
}
