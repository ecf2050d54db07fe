using OrgManager.Organisation;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The government tree as it stands on the last day: so many units, parents before those below them.</summary>
internal sealed class GovernmentPlanner(ProvinceSize size, ProvinceWords words, DecisionBook decisions)
{
    private const int FewestOfDepartment = 3, Divisions = 8, SubDepartments = 3;

    private readonly Dice _dice = new(size.Seed, "units");
    private readonly List<PlannedUnit> _units = [];
    private readonly Dictionary<PlannedUnit, UnitSubjects> _subjects = [];
    private readonly Dictionary<(PlannedUnit, string), int> _numbers = [];

    public List<PlannedUnit> Run()
    {
        var root = Add(null, "Province", "UBND", $"Ủy ban nhân dân {words.Province}", words.Province);
        var shares = Shares();
        for (var i = 0; i < shares.Count; i++)
        {
            var of = words.Departments[i];
            var department = Add(root, "Department", of.Code, $"Sở {of.Field} {words.Province}", of.Field);
            _subjects[department] = new(words, of);
            Fill(department, shares[i] - 1);
        }
        return _units;
    }

    /// <summary>Units per department, the department itself included.</summary>
    private List<int> Shares()
    {
        var left = size.Units - 1;
        var departments = Math.Clamp((int)Math.Round(Math.Sqrt(size.Units) * 0.6), 1, Math.Min(size.Cells, Math.Min(words.Departments.Count, left / FewestOfDepartment)));
        return Split.By([.. Enumerable.Range(0, departments).Select(_ => 0.6 + _dice.Share())], left, FewestOfDepartment);
    }

    private void Fill(PlannedUnit department, int left)
    {
        var (divisions, subDepartments) = (0, 0);
        for (var at = 0; left > 0; at++)
        {
            var kind = at switch { 0 => "Office", 1 => "Inspectorate", < 5 => "Division", _ => Next(left, divisions, subDepartments) };
            if (kind == "Division") divisions++;
            if (kind == "SubDepartment") subDepartments++;
            left -= 1 + Below(Add(department, kind), left - 1);
        }
    }

    private string Next(int left, int divisions, int subDepartments)
    {
        var drawn = _dice.Share();
        if (drawn < 0.2 && subDepartments < SubDepartments && left > 3) return "SubDepartment";
        return drawn < 0.45 && divisions < Divisions ? "Division" : "ServiceUnit";
    }

    private int Below(PlannedUnit unit, int most)
    {
        var kind = unit.Kind switch { "SubDepartment" => "SubDepartmentDivision", "ServiceUnit" => "ServiceUnitDivision", _ => null };
        if (kind is null) return 0;
        var wanted = kind == "SubDepartmentDivision" ? _dice.Between(3, 4) : _dice.Between(0, 4);
        var count = Math.Min(most, wanted);
        if (count < 2) return 0;
        for (var i = 0; i < count; i++) Add(unit, kind);
        return count;
    }

    private PlannedUnit Add(PlannedUnit parent, string kind)
    {
        var subject = _subjects[parent.Department].Next(kind, parent);
        return Add(parent, kind, Code(parent, kind), UnitSubjects.Name(kind, subject), subject);
    }

    private PlannedUnit Add(PlannedUnit? parent, string kind, string code, string name, string subject)
    {
        var unit = new PlannedUnit
        {
            Code = code, Branch = Branch.Government, Kind = kind, Name = name, FirstName = name, Subject = subject, Parent = parent,
            Order = parent is null ? 1 : Number(parent, ""), From = size.FirstDay,
            FoundedBy = decisions.OfProvince($"Quy định tổ chức bộ máy các cơ quan chuyên môn thuộc Ủy ban nhân dân {words.Province}", size.FirstDay),
        };
        if (parent is not null) parent.IsLeaf = false;
        _units.Add(unit);
        return unit;
    }

    private string Code(PlannedUnit parent, string kind) => kind switch
    {
        "Office" => $"{parent.Code}-VP",
        "Inspectorate" => $"{parent.Code}-TTR",
        "SubDepartment" => $"{parent.Code}-C{Number(parent, kind)}",
        "ServiceUnit" => $"{parent.Code}-T{Number(parent, kind)}",
        _ => $"{parent.Code}-P{Number(parent, "Division")}",
    };

    private int Number(PlannedUnit parent, string of) => _numbers[(parent, of)] = _numbers.GetValueOrDefault((parent, of)) + 1;
}
