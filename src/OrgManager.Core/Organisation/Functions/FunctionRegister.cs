using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Organisation;

/// <summary>Sổ chức năng, nhiệm vụ: every function of a day, and the matrix of units and fields of management; public inside the house.</summary>
public sealed class FunctionRegister(Database database, DecisionNames names)
{
    /// <summary>One page of the functions of a day.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<FunctionList> ListAsync(FunctionQuery query, DateOnly on, PageRequest page, CancellationToken ct = default) => ReadAsync(query, on, page, _ => { }, ct);

    /// <summary>All of them in the same order, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<FunctionList> ExportAsync(FunctionQuery query, DateOnly on, CancellationToken ct = default) =>
        ReadAsync(query, on, new(0, int.MaxValue), db => db.DemandScope(Permission.Export, on), ct);

    /// <summary>Who leads and who co-ordinates in each field on a day; only units that do either.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<FunctionMatrix> MatrixAsync(DateOnly on, CancellationToken ct = default) => MatrixAsync(on, _ => { }, ct);

    /// <summary>The same matrix, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<FunctionMatrix> ExportMatrixAsync(DateOnly on, CancellationToken ct = default) => MatrixAsync(on, db => db.DemandScope(Permission.Export, on), ct);

    private Task<FunctionList> ReadAsync(FunctionQuery query, DateOnly on, PageRequest page, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            demand(db);
            var functions = await FunctionsOn.ReadAsync(db, on, ct);
            var matching = functions.All.Where(Matching(db, functions, query, on)).ToList();
            return new FunctionList(
                await functions.RowsAsync([.. matching.Skip(page.Skip).Take(page.Take)], names, ct), matching.Count, functions.All.Count,
                [.. functions.All.GroupBy(v => v.Field).Select(g => (g.Key, g.Count()))], Leads(db, functions, on), Findings(functions), !db.ScopeFor(Permission.ChangeUnits, on).IsNothing);
        }, ct);

    private static Func<UnitFunctionVersion, bool> Matching(OrgDbContext db, FunctionsOn functions, FunctionQuery query, DateOnly on)
    {
        var words = VietnameseText.SearchKey(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (lead, with) = (Unit(query.Lead), Unit(query.With));
        return v => (words.Length == 0 || VietnameseText.SearchKey($"{v.Name} {v.Field}") is var key && Array.TrueForAll(words, word => key.Contains(word, StringComparison.Ordinal)))
            && (query.Field is null || (v.Field ?? "") == query.Field)
            && (query.Lead is null || (lead is { } above && (v.LeadId == above || db.Timeline.StandsUnder(v.LeadId, above, on))))
            && (query.With is null || (with is { } unit && (v.LeadId == unit || v.CoordinatorIds.Contains(unit))))
            && (query.Finding is null || Has(functions, v, query.Finding.Value));

        Guid? Unit(string? code) => code is null ? null : db.Timeline.UnitByCode(code)?.Id;
    }

    private static bool Has(FunctionsOn functions, UnitFunctionVersion function, FunctionFinding finding) => finding == FunctionFinding.NoLead ? functions.LacksLead(function) : functions.AlsoLed(function).Any();

    private static Dictionary<FunctionFinding, int> Findings(FunctionsOn functions) =>
        Enum.GetValues<FunctionFinding>().Select(finding => (finding, Count: functions.All.Count(v => Has(functions, v, finding)))).Where(f => f.Count > 0).ToDictionary(f => f.finding, f => f.Count);

    private static IReadOnlyList<UnitRef> Leads(OrgDbContext db, FunctionsOn functions, DateOnly on)
    {
        var found = new Dictionary<Guid, UnitRef>();
        foreach (var lead in functions.All.Select(v => v.LeadId).Distinct())
            for (Guid? id = lead; id is { } at && !found.ContainsKey(at) && db.Timeline.Units.Find(at) is { } unit; id = UnitNames.FactsNear(unit, on).ParentId) found[at] = UnitNames.Ref(unit, on);
        return [.. found.Values.OrderBy(unit => VietnameseText.SortKey(unit.Name), StringComparer.Ordinal)];
    }

    private Task<FunctionMatrix> MatrixAsync(DateOnly on, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            demand(db);
            var functions = await FunctionsOn.ReadAsync(db, on, ct);
            var fields = functions.All.GroupBy(v => v.Field).ToList();
            var cells = new Dictionary<(Guid Unit, int Field), (int Leads, int Coordinates)>();
            foreach (var (field, at) in fields.Select((field, at) => (field, at)))
                foreach (var function in field)
                {
                    Count(function.LeadId, at, leads: 1);
                    foreach (var unit in function.CoordinatorIds) Count(unit, at, coordinates: 1);
                }
            return new FunctionMatrix([.. fields.Select(f => new FunctionField(f.Key, f.Count(), f.Select(v => v.LeadId).Distinct().Count()))],
                [.. Units(db.Timeline.On(on), functions, cells.Keys.Select(cell => cell.Unit).ToHashSet()).Select(u => u with { Cells = [.. Enumerable.Range(0, fields.Count).Select(at => cells.GetValueOrDefault((u.Unit.Id, at)))] })]);

            void Count(Guid unit, int at, int leads = 0, int coordinates = 0)
            {
                var known = cells.GetValueOrDefault((unit, at));
                cells[(unit, at)] = (known.Leads + leads, known.Coordinates + coordinates);
            }
        }, ct);

    /// <summary>Both trees in their order, then those that are gone.</summary>
    private static IEnumerable<FunctionUnit> Units(OrgSnapshot there, FunctionsOn functions, HashSet<Guid> named)
    {
        foreach (var branch in Enum.GetValues<Branch>())
            foreach (var unit in there.Tree(branch).Where(u => named.Contains(u.Id))) yield return new(functions.Ref(unit.Id), Depth(unit), true, []);
        foreach (var gone in named.Where(id => there.Unit(id) is null).Select(functions.Ref).OrderBy(u => u.Code, StringComparer.Ordinal)) yield return new(gone, 0, false, []);
    }

    private static int Depth(UnitOn unit)
    {
        var depth = 0;
        for (var above = unit.Parent; above is not null; above = above.Parent) depth++;
        return depth;
    }
}
