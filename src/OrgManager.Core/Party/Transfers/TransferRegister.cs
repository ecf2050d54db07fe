using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Sổ theo dõi chuyển sinh hoạt đảng: who is under way between cells and organisations, what is late, who stays where for a time. It names people, so reading it is logged.</summary>
public sealed class TransferRegister(Database database, ReadLog log)
{
    /// <summary>The transfers in reach as they stand today.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<TransferList> ListAsync(TransferQuery query, CancellationToken ct = default) =>
        database.ReadAsync(db => ReadAsync(db, "Transfers", query, db.DemandScope(Permission.ViewPartyRecord, db.Today), ct), ct);

    /// <summary>The same, of the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<TransferList> ExportAsync(TransferQuery query, CancellationToken ct = default) =>
        database.ReadAsync(db => ReadAsync(db, "TransfersExport", query, db.DemandExport(Permission.ViewPartyRecord, db.Today), ct), ct);

    /// <summary>Those of one person, the newest first; none where they are out of reach.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<IReadOnlyList<TransferRow>> OfPersonAsync(string code, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<TransferRow>>(async db =>
        {
            var view = new TransferView(db, db.DemandScope(Permission.ViewPartyRecord, db.Today));
            if (db.Timeline.PersonByCode(code) is not { } person) return [];
            var rows = (await db.Set<MemberTransfer>().Where(t => t.PersonId == person.Id).ToListAsync(ct)).Where(view.Reaches).Select(view.Row).ToList();
            await LogAsync(db, "Transfers", rows, ct);
            return [.. TransferView.InOrder(rows)];
        }, ct);

    /// <summary>What is under way and due by a day, late ones with it: letters to be presented, transfers to be done; the most pressing first.</summary>
    /// <param name="by">Due on or before this day.</param>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<IReadOnlyList<TransferRow>> DueAsync(DateOnly by, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<TransferRow>>(async db =>
        {
            var rows = await DueAsync(db, db.DemandScope(Permission.ViewPartyRecord, db.Today), by, ct);
            await LogAsync(db, "Transfers", rows, ct);
            return rows;
        }, ct);

    /// <summary>Who stays in a cell for a time and who of it is away, on a day.</summary>
    /// <exception cref="NotFoundException">No unit ever had this code.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<IReadOnlyList<TemporaryStay>> StaysAsync(string cell, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<TemporaryStay>>(async db =>
        {
            var unit = db.Timeline.UnitByCode(cell) ?? throw new NotFoundException(typeof(OrgUnit), cell);
            db.Demand(Permission.ViewPartyRecord, unit.Id, on);
            var (view, found) = (new TransferView(db, Scope.Everything), await TemporaryStays.OfAsync(db, unit.Id, on, ct));
            var stays = found.Select(t => new TemporaryStay(t.Id, new(db.Timeline.People.Find(t.PersonId)!.Code, db.Timeline.People.Find(t.PersonId)!.FullName), t.ToCellId == unit.Id,
                t.ToCellId == unit.Id ? view.Side(t.FromCellId, t.FromOutside, t) : view.Side(t.ToCellId, t.ToOutside, t), t.JoinedOn!.Value, t.StaysUntil!.Value)).ToList();
            await log.WriteAsync(db.Actor, "Transfers", FieldClass.Party, stays.Select(s => s.Person.Code).Except(OwnCode(db)), ct);
            return [.. stays.OrderByDescending(s => s.Guest).ThenBy(s => s.From)];
        }, ct);

    /// <summary>Every cell of a day in protocol order: where somebody may be sent to. Names of units are public inside the house.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<PartyPlace>> CellsAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<PartyPlace>>(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            return Task.FromResult<IReadOnlyList<PartyPlace>>([.. db.Timeline.On(on).Tree(Branch.Party).Where(u => u.Kind.Cell).Select(u => new PartyPlace(u.Id, u.Code, u.Name, true))]);
        }, ct);

    /// <summary>The rows of <see cref="DueAsync(DateOnly, CancellationToken)"/> for a list that has checked its reader and logs itself.</summary>
    internal static async Task<IReadOnlyList<TransferRow>> DueAsync(OrgDbContext db, Scope record, DateOnly by, CancellationToken ct)
    {
        var view = new TransferView(db, record);
        var open = await db.Set<MemberTransfer>().Where(t => t.State == TransferState.Draft || t.State == TransferState.Issued || t.State == TransferState.Received).ToListAsync(ct);
        return [.. TransferView.InOrder(open.Where(view.Reaches).Select(view.Row).Where(r => r.Due?.On <= by))];
    }

    private async Task<TransferList> ReadAsync(OrgDbContext db, string what, TransferQuery query, Scope record, CancellationToken ct)
    {
        var view = new TransferView(db, record);
        var cell = query.Cell is { } code ? db.Timeline.UnitByCode(code)?.Id ?? Guid.Empty : (Guid?)null;
        var found = await OfYear(db.Set<MemberTransfer>(), query.Year).Where(t => cell == null || t.FromCellId == cell || t.ToCellId == cell).ToListAsync(ct);
        var inReach = found.Where(view.Reaches).ToList();
        var rows = inReach.Where(t => query.State is null || t.State == query.State).Select(view.Row).Where(r => !query.Overdue || r.IsOverdue).ToList();
        await LogAsync(db, what, rows, ct);
        var first = (await db.Set<MemberTransfer>().MinAsync(t => t.IssuedOn, ct) ?? db.Today).Year;
        return new([.. TransferView.InOrder(rows)], inReach.CountBy(t => t.State).ToDictionary(), inReach.Count(t => TransferDues.IsOverdue(t, db.Today)),
            [.. Enumerable.Range(first, Math.Max(1, db.Today.Year - first + 1)).Reverse()], db.ScopeFor(Permission.ChangePartyRecord, db.Today).HasUnits);
    }

    /// <summary>What is under way belongs to every year, what is closed to the year of its last day.</summary>
    private static IQueryable<MemberTransfer> OfYear(IQueryable<MemberTransfer> all, int? year)
    {
        if (year is not { } asked) return all;
        var (from, until) = (new DateOnly(asked, 1, 1), new DateOnly(asked + 1, 1, 1));
        return all.Where(t => t.State == TransferState.Draft || t.State == TransferState.Issued || t.State == TransferState.Received
            || (from <= (t.JoinedOn ?? t.ReturnedOn ?? t.IssuedOn) && (t.JoinedOn ?? t.ReturnedOn ?? t.IssuedOn) < until));
    }

    private Task LogAsync(OrgDbContext db, string what, IEnumerable<TransferRow> rows, CancellationToken ct) =>
        log.WriteAsync(db.Actor, what, FieldClass.Party, rows.Select(r => r.Person.Code).Distinct().Except(OwnCode(db)), ct);

    private static IEnumerable<string> OwnCode(OrgDbContext db) => db.Actor.PersonId is { } id && db.Timeline.People.Find(id) is { } own ? [own.Code] : [];
}
