using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Establishment;

/// <summary>Posts and people ahead, from all that is known: levels, ends and arrivals already entered, scenarios approved, and retirement by law; beside them what plans that are only submitted would make of the levels.</summary>
public sealed class ForecastService(Database database, DecisionNames names)
{
    /// <summary>Ten years of quarters of a unit and everything below it; without a code, of the topmost unit in reach.</summary>
    /// <param name="withApproved">Whether approved scenarios not carried out yet are counted, as far as the reader may read them.</param>
    /// <inheritdoc cref="EstablishmentRoot.Of" path="/exception"/>
    [UseCase(Permission.ViewQuota)]
    public Task<Forecast> OfUnitAsync(DateOnly on, string? unitCode = null, bool withApproved = true, CancellationToken ct = default) => ReadAsync(on, unitCode, withApproved, (_, _) => { }, ct);

    /// <summary>The same, of a unit whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="OfUnitAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewQuota)]
    public Task<Forecast> ExportAsync(DateOnly on, string? unitCode = null, bool withApproved = true, CancellationToken ct = default) =>
        ReadAsync(on, unitCode, withApproved, (db, root) => db.Demand(Permission.Export, root.Id, on), ct);

    /// <summary>Who leaves a unit or one below it between two days, both included, of whom the reader sees the post; the next first. Days of birth are not told.</summary>
    /// <inheritdoc cref="EstablishmentRoot.Of" path="/exception"/>
    [UseCase(Permission.ViewStaffWork)]
    public Task<DepartureList> LeavingAsync(DateOnly on, string? unitCode, DateOnly from, DateOnly to, bool withApproved = true, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (root, scope) = (EstablishmentRoot.Of(db, Permission.ViewStaffWork, on, unitCode), db.ScopeFor(Permission.ViewStaffWork, on).OfOthers);
            await ApprovedScenarios.PlayAsync(db, on, withApproved, ct);
            var (view, today) = (new ForecastView(db, root, on), db.Timeline.On(on));
            var leaving = ForecastPeople.Leaving(db.Timeline, on, to)
                .Where(l => l.On >= from && view.Counts(l.Post.Facts.UnitId, l.On) && (scope.Includes(l.Post.Facts.UnitId) || today.Unit(l.Post.Facts.UnitId) is null))
                .OrderBy(l => l.On).ThenBy(l => l.Person.SortKey, StringComparer.Ordinal)
                .Select(l => (l.On, l.Kind, Post: new PostHolder(l.Person, l.Employment, l.Post, db.Timeline.On(l.On.AddDays(-1)).Unit(l.Post.Facts.UnitId)))).ToList();
            var decisions = await names.OfAsync(db, leaving.Select(l => DepartureService.DecisionId(l.Post)), ct);
            return new DepartureList(from.AddDays(-1), to.AddDays(1), [.. leaving.Select(l => DepartureService.Row(l.Post, l.On, l.Kind, decisions))]);
        }, ct);

    private Task<Forecast> ReadAsync(DateOnly on, string? unitCode, bool withApproved, Action<OrgDbContext, UnitOn> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (root, scope) = (EstablishmentRoot.Of(db, Permission.ViewQuota, on, unitCode), db.ScopeFor(Permission.ViewQuota, on));
            demand(db, root);
            var targets = await db.Set<Target>().AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
            var scenarios = await ApprovedScenarios.PlayAsync(db, on, withApproved, ct);
            var plans = await PlansAhead.OfAsync(db, root.Id, on, ct);
            var planned = PlansAhead.Planned(db.Timeline, plans);
            return new ForecastView(db, root, on).Told(scope, planned) with
            {
                Targets = new ForecastTargets(db.Timeline, on, scope).Of([.. targets.Select(t => t.Facts)], planned), Scenarios = scenarios, Plans = [.. plans.Select(plan => PlansAhead.Told(db.Timeline, plan))],
            };
        }, ct);
}
