using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>One cell or unit of a year, and its group.</summary>
public sealed record GroupedUnit(UnitRef Unit, string? Group);

/// <summary>The groups of one year as they are set, or as they were the year before.</summary>
/// <param name="Names">In the order in which they are shown.</param>
/// <param name="From">The year from which they are taken over as a proposal; null where they are of this year, or there are none.</param>
public sealed record GroupDetails(Seen Cycle, ReviewSubject Subject, int Year, UnitRef Committee, IReadOnlyList<string> Names, IReadOnlyList<GroupedUnit> Units, int? From);

/// <summary>Groups with similar tasks: whoever keeps a year puts each cell, or of staff each unit, into one of them; the caps that bind in groups are counted there.</summary>
public sealed class ReviewGroupService(Database database)
{
    /// <exception cref="NotFoundException">There is no such year.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task<GroupDetails> GetAsync(Guid cycleId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(cycleId, ct);
            db.Demand(ReviewRights.ToEnter(cycle.Subject), cycle.CommitteeId, db.Today);
            var units = await UnitsAsync(db, cycle, ct);
            var last = cycle.Groups is { Count: > 0 } ? null : await db.Set<ReviewCycle>().AsNoTracking()
                .Where(c => c.CommitteeId == cycle.CommitteeId && c.Subject == cycle.Subject && c.Year < cycle.Year && c.Groups != null).OrderByDescending(c => c.Year).FirstOrDefaultAsync(ct);
            var groups = cycle.Groups ?? last?.Groups ?? [];
            var names = groups.SelectMany(g => g.Units.Select(unit => (unit, g.Name))).ToDictionary(u => u.unit, u => u.Name);
            var then = db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today));
            var places = then.Tree(cycle.Subject == ReviewSubject.Staff ? Branch.Government : Branch.Party).Select((u, at) => (u.Id, at)).ToDictionary(u => u.Id, u => u.at);
            return new GroupDetails(new(cycle.Id, cycle.Version), cycle.Subject, cycle.Year, Ref(db, cycle.CommitteeId, then.Day), [.. groups.Select(g => g.Name)],
                [.. units.OrderBy(u => places.GetValueOrDefault(u, int.MaxValue)).Select(u => new GroupedUnit(Ref(db, u, then.Day), names.GetValueOrDefault(u)))], last?.Year);
        }, ct);

    /// <inheritdoc cref="ReviewCycle.Group"/>
    /// <exception cref="ConflictException">Somebody changed the year since.</exception>
    /// <exception cref="RuleBrokenException">ReviewCycle.GroupsUnbound: no cap of its rules is counted by group; ReviewCycle.GroupOfOthers: a unit has no review in it.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task SetAsync(Seen seen, IReadOnlyList<TaskGroup> groups, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewCycle.Group"), async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(seen, c => db.Demand(ReviewRights.ToEnter(c.Subject), c.CommitteeId, db.Today), c => new Seen(c.Id, c.Version), ct);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            RuleBrokenException.Unless(groups.Count == 0 || rules.BindsInGroups, "ReviewCycle.GroupsUnbound");
            var units = (await UnitsAsync(db, cycle, ct)).ToHashSet();
            RuleBrokenException.Unless(groups.SelectMany(g => g.Units).All(units.Contains), "ReviewCycle.GroupOfOthers");
            cycle.Group(groups);
        }, ct);

    private static Task<List<Guid>> UnitsAsync(OrgDbContext db, ReviewCycle cycle, CancellationToken ct)
    {
        var own = cycle.OwnSubject;
        return db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.Subject == own).Select(r => r.CellId).ToListAsync(ct);
    }

    private static UnitRef Ref(OrgDbContext db, Guid unitId, DateOnly day) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, day);
}
