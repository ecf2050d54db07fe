using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The cells of the committee on a day.</summary>
public sealed class CellService(Database database, DecisionNames names, ReadLog log)
{
    /// <summary>The cells in reach in protocol order, with members and offices as far as the reader may see them.</summary>
    [UseCase(Permission.ViewPartyBasics, IsList = true)]
    public Task<CellList> ListAsync(DateOnly on, CancellationToken ct = default) => ReadAsync("Cells", on, _ => null, ct);

    /// <summary>The same list, of the cells that the reader may take out of the house; told to the read log as such.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyBasics, IsList = true)]
    public Task<CellList> ExportAsync(DateOnly on, CancellationToken ct = default) =>
        ReadAsync("CellsExport", on, db => db.DemandExport(Permission.ViewPartyBasics, on), ct);

    /// <summary>How many findings of each kind there are among the cells whose record the reader may see. It names nobody, so that a home page may ask for it every time without logging that somebody's record was read.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<PartyAttention> AttentionAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var record = db.DemandScope(Permission.ViewPartyRecord, on);
            var snapshot = db.Timeline.On(on);
            var cells = snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && record.Includes(u.Id)).ToList();
            var counts = new PartyFindings(snapshot, record).Of(cells).CountBy(f => f.Kind).ToDictionary();
            return Task.FromResult(new PartyAttention([.. cells.Select(c => new UnitRef(c.Id, c.Code, c.Name))], counts));
        }, ct);

    /// <summary>One cell by its code; on a day outside its life, as on the nearest day of it. The party record of others is shown only after the reading of it is logged.</summary>
    /// <exception cref="NotFoundException">No cell ever had this code.</exception>
    [UseCase(Permission.ViewPartyBasics)]
    public Task<CellCard> CardAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ViewPartyBasics, on);
            var view = new CellCardView(db, db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code), on);
            if (!view.IsCell) throw new NotFoundException(typeof(OrgUnit), code);
            if (!view.Reaches(db.ScopeFor(Permission.ViewPartyBasics, view.Day))) throw new AccessDeniedException(Permission.ViewPartyBasics);
            var card = view.Card(await names.OfAsync(db, view.DecisionIds, ct));
            await log.WriteAsync(db.Actor, "Cell", FieldClass.Party, view.Told.Except(OwnCode(db)), ct);
            return card;
        }, ct);

    /// <summary>The party units on a day in which the reader may change the party record, in protocol order: where members may be moved and offices given.</summary>
    [UseCase(Permission.ChangePartyRecord, IsList = true)]
    public Task<IReadOnlyList<PartyPlace>> PlacesAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var scope = db.DemandScope(Permission.ChangePartyRecord, on);
            var units = db.Timeline.On(on).Tree(Branch.Party).Where(u => scope.Includes(u.Id));
            return Task.FromResult<IReadOnlyList<PartyPlace>>([.. units.Select(u => new PartyPlace(u.Id, u.Code, u.Name, u.Kind.Cell))]);
        }, ct);

    private Task<CellList> ReadAsync(string what, DateOnly on, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var basics = db.DemandScope(Permission.ViewPartyBasics, on);
            var view = new CellListView(db, basics, narrowed(db), on);
            var list = view.List(await names.OfAsync(db, view.DecisionIds, ct), await CellLife.ReadAsync(db, view.Recorded, on, ct));
            await log.WriteAsync(db.Actor, what, FieldClass.Party, view.Told.Except(OwnCode(db)), ct);
            return list;
        }, ct);

    private static IEnumerable<string> OwnCode(OrgDbContext db) => db.Actor.PersonId is { } id && db.Timeline.People.Find(id) is { } own ? [own.Code] : [];
}

/// <summary>A party unit where something may be done.</summary>
public sealed record PartyPlace(Guid Id, string Code, string Name, bool IsCell);
