using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Sổ theo dõi biên chế: every level that was ever given, with its decision and what kind of step it was.</summary>
public sealed class LedgerService(Database database, DecisionNames names)
{
    /// <summary>One page of the levels of a unit and everything ever below it, the newest first, and their sum over the years.</summary>
    /// <exception cref="NotFoundException">No government unit has that code, or none at all is in reach.</exception>
    /// <exception cref="AccessDeniedException">The unit is out of reach.</exception>
    [UseCase(Permission.ViewQuota)]
    public Task<QuotaLedger> ListAsync(LedgerQuery query, PageRequest page, CancellationToken ct = default) => ReadAsync(query, page, (_, _) => { }, ct);

    /// <summary>All of it, of a unit whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewQuota)]
    public Task<QuotaLedger> ExportAsync(LedgerQuery query, CancellationToken ct = default) =>
        ReadAsync(query, new(0, int.MaxValue), (db, root) => db.Demand(Permission.Export, root, query.On), ct);

    private Task<QuotaLedger> ReadAsync(LedgerQuery query, PageRequest page, Action<OrgDbContext, Guid> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ViewQuota, query.On);
            var root = Root(db, query);
            db.Demand(Permission.ViewQuota, root.Id, query.On);
            demand(db, root.Id);
            var view = new LedgerView(db, query, root);
            var shown = view.Levels(page, await MovesAsync(db, view.DaysOfSame, ct));
            return view.Ledger(shown, await MovesAsync(db, [.. shown.Select(level => level.On).Distinct()], ct), await names.OfAsync(db, shown.Select(level => level.DecisionId), ct));
        }, ct);

    private static async Task<ILookup<DateOnly, QuotaMove>> MovesAsync(OrgDbContext db, List<DateOnly> days, CancellationToken ct) =>
        (days.Count == 0 ? [] : await db.Set<QuotaMove>().AsNoTracking().Where(m => EF.Parameter(days).Contains(m.On)).OrderBy(m => m.Id).ToListAsync(ct)).ToLookup(m => m.On);

    /// <summary>Also a unit that is gone, or still to come, has a ledger.</summary>
    private static UnitLine Root(OrgDbContext db, LedgerQuery query)
    {
        if (query.UnitCode is { } code) return db.Timeline.UnitByCode(code) is { Branch: Branch.Government } named ? named : throw new NotFoundException(typeof(OrgUnit), code);
        var scope = db.ScopeFor(Permission.ViewQuota, query.On);
        return db.Timeline.On(query.On).Tree(Branch.Government).FirstOrDefault(u => scope.Includes(u.Id))?.Line ?? throw new NotFoundException(typeof(OrgUnit), "");
    }
}
