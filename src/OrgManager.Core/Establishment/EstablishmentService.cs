using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Biên chế as it stands: the table of a day, and what a dialog that changes it starts from.</summary>
public sealed class EstablishmentService(Database database, DecisionNames names)
{
    /// <summary>Posts of a unit and everything below it by block, unit and category, in whole posts on that day; without a code, of the topmost unit in reach.</summary>
    /// <exception cref="NotFoundException">No government unit with that code on the day, or none at all is in reach.</exception>
    /// <exception cref="AccessDeniedException">The unit is out of reach.</exception>
    [UseCase(Permission.ViewQuota)]
    public Task<EstablishmentTable> TableAsync(DateOnly on, string? unitCode = null, CancellationToken ct = default) => ReadAsync(on, unitCode, (_, _) => { }, ct);

    /// <summary>The same table, of a unit whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="TableAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewQuota)]
    public Task<EstablishmentTable> ExportAsync(DateOnly on, string? unitCode = null, CancellationToken ct = default) =>
        ReadAsync(on, unitCode, (db, root) => db.Demand(Permission.Export, root.Id, on), ct);

    private Task<EstablishmentTable> ReadAsync(DateOnly on, string? unitCode, Action<OrgDbContext, UnitOn> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (root, scope) = (EstablishmentRoot.Of(db, Permission.ViewQuota, on, unitCode), db.ScopeFor(Permission.ViewQuota, on));
            demand(db, root);
            var view = new EstablishmentView(db, db.Timeline.On(on), scope, root);
            return view.Table(await names.OfAsync(db, view.DecisionIds, ct));
        }, ct);

    /// <summary>How the posts of one category that a unit receives are allocated on a day, and were on the day before.</summary>
    /// <exception cref="NotFoundException">The unit is not there on the day.</exception>
    [UseCase(Permission.ViewQuota)]
    public Task<QuotaAllocation> AllocationAsync(Guid receiverId, QuotaCategory category, DateOnly from, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewQuota, receiverId, from);
            var receiver = db.Timeline.On(from).Unit(receiverId) ?? throw new NotFoundException(typeof(OrgUnit), receiverId);
            var quotas = db.Timeline.Quotas.Where(q => q.Category == category).ToDictionary(q => (q.UnitId, q.Kind));
            var assigned = quotas.GetValueOrDefault((receiverId, QuotaKind.Assigned))?.History.SpanOn(from);
            var decisions = await names.OfAsync(db, [assigned?.DecisionFor(1)], ct);
            return new QuotaAllocation(new(receiver.Id, receiver.Code, receiver.Name), category, from, assigned?.Facts.Posts, decisions.Values.FirstOrDefault(),
                [.. receiver.AllocatesTo(category).Select(unit => Row(unit, receiver, quotas.GetValueOrDefault((unit.Id, QuotaKind.Allocated)), category, from))
                    .Where(row => row.Unit.Id == receiverId || (row.Before ?? 0) + (row.Now ?? 0) + row.Present > 0 || MayHold(db.Timeline.On(from).Unit(row.Unit.Id)!, category))]);
        }, ct);

    /// <summary>Service units employ no civil servants (Law on public employees 2010, article 2); one that has some is shown all the same.</summary>
    private static bool MayHold(UnitOn unit, QuotaCategory category)
    {
        if (category != QuotaCategory.CivilServant) return true;
        for (var at = unit; at is not null; at = at.Parent)
            if (at.Kind.ServiceUnit) return false;
        return true;
    }

    /// <summary>What a transfer would make of the levels of the day, both sides, before it is saved.</summary>
    /// <inheritdoc cref="QuotaTransfer.Settings" path="/exception"/>
    [UseCase(Permission.ViewQuota)]
    public Task<IReadOnlyList<TransferSide>> TransferAsync(QuotaTransfer transfer, DateOnly from, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<TransferSide>>(db =>
        {
            db.Demand(Permission.ViewQuota, transfer.FromUnitId, from);
            db.Demand(Permission.ViewQuota, transfer.ToUnitId, from);
            var on = db.Timeline.On(from);
            return Task.FromResult<IReadOnlyList<TransferSide>>([.. transfer.Settings(on).Select(s => TransferSide.Of(on, s))]);
        }, ct);

    private static AllocationRow Row(UnitOn unit, UnitOn receiver, QuotaLine? quota, QuotaCategory category, DateOnly from)
    {
        var isOwn = unit == receiver;
        return new(new(unit.Id, unit.Code, unit.Name), isOwn ? unit.Kind.OwnRow : null, isOwn ? unit.Kind.OwnRowEn : null,
            quota?.History.On(from.AddDays(-1))?.Posts, quota?.History.On(from)?.Posts,
            quota?.History.SpanOn(from)?.From == from, unit.Present[category],
            quota?.History.Where(level => level.From > from).Select(level => (DateOnly?)level.From).FirstOrDefault());
    }
}
