using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Import;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The meetings of all cells in reach: a year as a matrix, and several entered at once from a spreadsheet.</summary>
public sealed class MeetingBoardService(Database database)
{
    /// <summary>Cells by months; it names nobody.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<MeetingBoard> BoardAsync(int year, DateOnly on, PageRequest page, CancellationToken ct = default) => ReadAsync(year, on, page, _ => null, ct);

    /// <summary>All of it, of the cells that the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<MeetingBoard> ExportAsync(int year, DateOnly on, CancellationToken ct = default) =>
        ReadAsync(year, on, new(0, int.MaxValue), db => db.DemandExport(Permission.ViewPartyRecord, on), ct);

    /// <summary>Looks at rows of a spreadsheet without entering anything: what each says, and what is wrong with it. Rows about cells out of reach are not understood.</summary>
    [UseCase(Permission.ChangePartyRecord, IsList = true)]
    public Task<MeetingTrial> TryAsync(IReadOnlyList<SheetRow> rows, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var scope = db.DemandScope(Permission.ChangePartyRecord, on);
            return await new MeetingTable(db, scope).TryAsync(rows, ct);
        }, ct);

    private Task<MeetingBoard> ReadAsync(int year, DateOnly on, PageRequest page, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ViewPartyRecord, on);
            var (view, narrow) = (new MeetingBoardView(Math.Clamp(year, 1930, 9998), on), narrowed(db));
            var cells = Cells(db, view.Last, narrow);
            var meetings = await MeetingsAsync(db, view.Last, cells, ct);
            var rows = cells.Select(c => view.Row(c.Line, c.Named, [.. meetings[c.Line.Id]], c.MayEnter)).ToList();
            var years = await db.Set<CellMeeting>().Where(m => m.On <= on).Select(m => m.On.Year).Distinct().ToListAsync(ct);
            return new MeetingBoard(view.Last.Year, on, MeetingRules.On(view.Last), [.. rows.Skip(page.Skip).Take(page.Take)], rows.Count,
                [.. Enumerable.Range(1, 12).Select(month => MeetingBoardView.Sum(month, rows))], [.. years.Append(view.Last.Year).Append(on.Year).Distinct().OrderDescending()]);
        }, ct);

    /// <summary>The cells of a year in protocol order, those that are gone by its last day after them; each is reached as on its last day in it.</summary>
    private static List<(UnitLine Line, UnitRef Named, bool MayEnter)> Cells(OrgDbContext db, DateOnly last, Scope? narrow)
    {
        var first = new DateOnly(last.Year, 1, 1);
        var there = db.Timeline.On(last).Tree(Branch.Party).Where(u => u.Kind.Cell).ToList();
        var gone = db.Timeline.Units.Where(u => u.Branch == Branch.Party && u.History.From <= last && u.History.Until > first && u.History.Until <= last)
            .Select(u => db.Timeline.On(u.History.Until.AddDays(-1)).Unit(u.Id)).OfType<UnitOn>().Where(u => u.Kind.Cell);
        var scopes = new Dictionary<DateOnly, Scope>();
        return [.. from cell in there.Concat(OrgSnapshot.InOrder(gone))
                   let day = cell.Line.History.Until <= last ? cell.Line.History.Until.AddDays(-1) : last
                   where ScopeOn(day).Includes(cell.Id) && narrow?.Includes(cell.Id) != false
                   select (cell.Line, new UnitRef(cell.Id, cell.Code, cell.Name), AccessRules.Reaches(db, Permission.ChangePartyRecord, cell.Id, day))];

        Scope ScopeOn(DateOnly day) => scopes.TryGetValue(day, out var known) ? known : scopes[day] = db.ScopeFor(Permission.ViewPartyRecord, day);
    }

    private static async Task<ILookup<Guid, MeetingLine>> MeetingsAsync(OrgDbContext db, DateOnly last, List<(UnitLine Line, UnitRef Named, bool MayEnter)> cells, CancellationToken ct)
    {
        var (first, ids) = (new DateOnly(last.Year, 1, 1), cells.Select(c => c.Line.Id).ToList());
        var rows = await db.Set<CellMeeting>().Where(m => m.On >= first && m.On <= last && EF.Parameter(ids).Contains(m.CellId))
            .Select(m => new { m.Id, m.CellId, m.Kind, m.On, m.Convened, m.Official, m.Probationary, m.Minutes, m.Prepared, m.CommitteeMet, m.MinutesNumber, m.Resolution }).ToListAsync(ct);
        return rows.ToLookup(m => m.CellId, m => new MeetingLine(m.Id, m.CellId,
            new(m.Kind, m.On, new(m.Convened, m.Official, m.Probationary), m.Minutes, m.Prepared, m.CommitteeMet) { MinutesNumber = m.MinutesNumber, Resolution = m.Resolution }));
    }
}
