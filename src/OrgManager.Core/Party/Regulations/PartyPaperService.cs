using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Working regulations of a party unit as the register has them.</summary>
/// <param name="Holds">Whether they hold on the day and no newer ones do.</param>
public sealed record RegulationRow(Seen Seen, UnitRef Unit, bool IsCell, RegulationFacts Facts, bool Holds, IReadOnlyList<PartyFileRow> Files, bool MayChange);

public sealed record TermRow(Seen Seen, TermFacts Facts, TermOn Term);

/// <summary>A party unit in the register that has no working regulations on the day.</summary>
/// <param name="Rule">The rule that asks for them; null where none does yet.</param>
public sealed record RegulationGap(UnitRef Unit, bool IsCell, DateOnly? Since, RuleSource? Rule, bool MayChange);

/// <param name="Gaps">Those without any, in protocol order.</param>
public sealed record RegulationRegister(DateOnly On, IReadOnlyList<RegulationRow> Rows, IReadOnlyList<RegulationGap> Gaps);

/// <summary>Terms and working regulations of one party unit, the newest first.</summary>
/// <param name="Missing">The rule that asks for regulations where none hold on the day.</param>
public sealed record UnitPapers(UnitRef Unit, bool IsCell, IReadOnlyList<TermRow> Terms, IReadOnlyList<RegulationRow> Regulations, RuleSource? Missing, bool MayChange);

/// <summary>Terms and working regulations as they are read: part of the party record.</summary>
public sealed class PartyPaperService(Database database)
{
    /// <summary>Of one cell or committee.</summary>
    /// <exception cref="NotFoundException">No party unit ever had this code.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<UnitPapers> OfUnitAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var line = db.Timeline.UnitByCode(code) is { Branch: Branch.Party } found ? found : throw new NotFoundException(typeof(OrgUnit), code);
            db.Demand(Permission.ViewPartyRecord, line.Id, on);
            var (cell, may) = (IsCell(db, line, on), AccessRules.Reaches(db, Permission.ChangePartyRecord, line.Id, on));
            var terms = (await db.Set<PartyTerm>().Where(t => t.UnitId == line.Id).ToListAsync(ct)).OrderByDescending(t => t.HeldOn);
            var regulations = await db.Set<WorkingRegulation>().Where(r => r.UnitId == line.Id).ToListAsync(ct);
            var rule = regulations.Exists(r => r.HoldsOn(on)) || !line.History.Covers(on) ? null : CellRules.Find(cell ? CellMatter.CellRegulation : CellMatter.CommitteeRegulation, on);
            return new UnitPapers(UnitNames.Ref(line, on), cell, [.. terms.Select(t => new TermRow(new(t.Id, t.Version), t.Facts, PartyPapersOn.On(t.Id, t.Facts, cell)))],
                [.. Rows(db, line, regulations, on, may)], rule is null ? null : RuleSource.Of(rule), may);
        }, ct);

    /// <summary>Sổ quy chế làm việc: all in reach, and the units that have none.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<RegulationRegister> RegisterAsync(DateOnly on, CancellationToken ct = default) => ReadAsync(on, _ => null, ct);

    /// <summary>The same, of the units that the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<RegulationRegister> ExportAsync(DateOnly on, CancellationToken ct = default) => ReadAsync(on, db => db.DemandExport(Permission.ViewPartyRecord, on), ct);

    private Task<RegulationRegister> ReadAsync(DateOnly on, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (record, narrow, snapshot) = (db.DemandScope(Permission.ViewPartyRecord, on), narrowed(db), db.Timeline.On(on));
            var units = snapshot.Tree(Branch.Party).Where(u => record.Includes(u.Id) && narrow?.Includes(u.Id) != false && (u.Kind.Cell || u.Children.Any(c => c.Kind.Cell))).ToList();
            var ids = units.Select(u => u.Id).ToList();
            var regulations = (await db.Set<WorkingRegulation>().Where(r => EF.Parameter(ids).Contains(r.UnitId)).ToListAsync(ct)).ToLookup(r => r.UnitId);
            var gaps = units.Where(u => !regulations[u.Id].Any(r => r.HoldsOn(on))).Select(u => new RegulationGap(new(u.Id, u.Code, u.Name), u.Kind.Cell, regulations[u.Id].Where(r => r.Until <= on).Max(r => r.Until),
                CellRules.Find(u.Kind.Cell ? CellMatter.CellRegulation : CellMatter.CommitteeRegulation, on) is { } rule ? RuleSource.Of(rule) : null, AccessRules.Reaches(db, Permission.ChangePartyRecord, u.Id, on)));
            return new RegulationRegister(on, [.. units.SelectMany(u => Rows(db, u.Line, [.. regulations[u.Id]], on, AccessRules.Reaches(db, Permission.ChangePartyRecord, u.Id, on)))], [.. gaps]);
        }, ct);

    private static IEnumerable<RegulationRow> Rows(OrgDbContext db, UnitLine unit, List<WorkingRegulation> regulations, DateOnly on, bool mayChange)
    {
        var holds = regulations.Where(r => r.HoldsOn(on)).MaxBy(r => r.From);
        return regulations.OrderByDescending(r => r.From).ThenByDescending(r => r.IssuedOn)
            .Select(r => new RegulationRow(new(r.Id, r.Version), UnitNames.Ref(unit, on), IsCell(db, unit, on), r.Facts, r == holds, [.. r.Files.Select(PartyFileRow.Of)], mayChange));
    }

    private static bool IsCell(OrgDbContext db, UnitLine unit, DateOnly on) => db.Timeline.Kind(UnitNames.FactsNear(unit, on).Kind).Cell;
}
