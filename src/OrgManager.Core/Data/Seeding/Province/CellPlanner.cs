using OrgManager.Organisation;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The party tree: so many cells on the last day, each serving some units of a department, or several one large unit; committees above them.</summary>
internal sealed class CellPlanner(ProvinceSize size, ProvinceWords words, IReadOnlyList<PlannedUnit> units, IReadOnlyDictionary<PlannedUnit, int> posts, DecisionBook decisions)
{
    private const int CellsOfCommittee = 40;

    private readonly List<PlannedCell> _cells = [];
    private readonly List<PlannedUnit> _committees = [];

    /// <summary>In the order of the units they serve first; those merged away too.</summary>
    public IReadOnlyList<PlannedCell> Cells => _cells;

    /// <summary>The upper committee first.</summary>
    public IReadOnlyList<PlannedUnit> Committees => _committees;
    public List<PlannedCoverage> Coverages { get; } = [];

    public void Run()
    {
        var root = Committee(null, "DB-UBND", "UpperCommittee", $"Đảng bộ Ủy ban nhân dân {words.Province}", 1);
        var departments = units.Where(u => u.Kind == "Department").ToList();
        var ofDepartment = departments.Select(d => units.Where(u => u.Department == d).ToList()).ToList();
        ofDepartment[0].Insert(0, units[0]);
        var counts = Split.By([.. ofDepartment.Select(of => (double)of.Sum(u => posts[u]))], size.Cells, 1);
        for (var i = 0; i < departments.Count; i++) Department(root, departments[i], ofDepartment[i], counts[i]);
    }

    private void Department(PlannedUnit root, PlannedUnit department, List<PlannedUnit> served, int count)
    {
        var numbered = 0;
        PlannedUnit Next() => numbered++ % CellsOfCommittee > 0 ? _committees[^1] : Committee(root,
            numbered == 1 ? $"DB-{department.Code}" : $"DB-{department.Code}-{numbered / CellsOfCommittee + 1}", "GrassrootsCommittee",
            numbered == 1 ? $"Đảng bộ {department.Name}" : $"Đảng bộ khối sự nghiệp {numbered / CellsOfCommittee} {department.Name}", _committees.Count);

        if (count >= served.Count)
        {
            var each = Split.By([.. served.Select(u => (double)posts[u])], count, 1);
            for (var i = 0; i < served.Count; i++) Serve(served[i], [.. Enumerable.Range(1, each[i]).Select(n => Cell(Next(), served[i], each[i] == 1 ? "" : $"{n}"))]);
            return;
        }
        var sizes = Split.By([.. Enumerable.Repeat(1.0, count)], served.Count, 1);
        for (var (i, at) = (0, 0); i < count; at += sizes[i++])
        {
            var cell = Cell(Next(), served[at], "");
            foreach (var unit in served.Skip(at).Take(sizes[i])) Serve(unit, [cell], alone: sizes[i] == 1);
        }
    }

    private void Serve(PlannedUnit unit, List<PlannedCell> cells, bool alone = true)
    {
        foreach (var cell in cells) Cover(unit, cell, unit.From, DateOnly.MaxValue);
        if (unit.Predecessors is not [var a, var b]) return;
        if (cells.Count == 1 && alone)
        {
            Merge(a, cells[0]);
            Merge(b, cells[0]);
            return;
        }
        foreach (var cell in cells.Take((cells.Count + 1) / 2)) Cover(a, cell, a.From, a.Until);
        foreach (var cell in cells.Skip(cells.Count / 2)) Cover(b, cell, b.From, b.Until);
    }

    /// <summary>The cell of a unit that merges merges with it.</summary>
    private void Merge(PlannedUnit unit, PlannedCell into)
    {
        var cell = Cell(into.Committee, unit, "");
        cell.Unit.Until = unit.Until;
        cell.Unit.Successor = into.Unit;
        cell.Unit.EndedBy = into.Unit.FoundedBy = decisions.Party(into.Committee, unit.Until);
        into.Unit.From = unit.Until;
        Cover(unit, cell, unit.From, unit.Until);
    }

    private void Cover(PlannedUnit unit, PlannedCell cell, DateOnly from, DateOnly until)
    {
        if (cell.Unit.From > from)
        {
            cell.Unit.From = from;
            cell.Unit.FoundedBy = decisions.Party(cell.Committee, from);
        }
        Coverages.Add(new(unit, cell, from, until, decisions.Party(cell.Committee, from)));
    }

    private PlannedCell Cell(PlannedUnit committee, PlannedUnit serves, string number)
    {
        var subject = serves.Kind switch { "Division" or "SubDepartmentDivision" or "ServiceUnitDivision" => serves.Subject, "Province" or "Department" => $"Lãnh đạo {serves.Subject}", _ => serves.Name };
        var name = $"Chi bộ {subject}{(number.Length > 0 ? " " : "")}{number}";
        var cell = new PlannedCell(Unit(committee, number.Length > 0 ? $"CB-{serves.Code}-{number}" : $"CB-{serves.Code}", "Cell", name, _cells.Count + 1, DateOnly.MaxValue), committee);
        _cells.Add(cell);
        return cell;
    }

    private PlannedUnit Committee(PlannedUnit? parent, string code, string kind, string name, int order)
    {
        var unit = Unit(parent, code, kind, name, order, size.FirstDay);
        _committees.Add(unit);
        unit.FoundedBy = decisions.Party(_committees[0], size.FirstDay);
        return unit;
    }

    private static PlannedUnit Unit(PlannedUnit? parent, string code, string kind, string name, int order, DateOnly from) => new()
    {
        Code = code, Branch = Branch.Party, Kind = kind, Name = name, FirstName = name, Subject = name, Parent = parent, Order = order, From = from,
    };
}
