using OrgManager.Organisation;

namespace OrgManager.Data.Seeding.Province;

/// <summary>How the units came to be what they are on the last day: mergers, foundings, new names, more autonomy.</summary>
internal sealed class UnitHistoryPlanner(ProvinceSize size, IReadOnlyList<PlannedUnit> units, DecisionBook decisions)
{
    private const double MergersPerUnitAndYear = 0.0018, Founded = 0.05, Renamed = 0.1;
    private const int AutonomyFrom = 2016;

    private readonly Dice _dice = new(size.Seed, "history");
    private readonly List<PlannedUnit> _gone = [];

    /// <returns>The units that are gone by the last day.</returns>
    public List<PlannedUnit> Run()
    {
        foreach (var unit in units.Where(u => u.Kind == "ServiceUnit")) SetAutonomy(unit);
        var open = units.Where(u => u.IsLeaf && u.Kind is ("Division" or "SubDepartmentDivision" or "ServiceUnitDivision" or "ServiceUnit")).ToList();
        var mergers = Math.Min(Math.Max(1, (int)(size.Units * size.Years * MergersPerUnitAndYear)), open.Count / 3);
        for (var i = 0; i < mergers; i++) Merge(Take(open));
        for (var i = (int)(open.Count * Founded); i > 0; i--) Found(Take(open));
        for (var i = (int)(open.Count * Renamed); i > 0; i--) Rename(Take(open));
        return _gone;
    }

    /// <summary>Decree 60/2021: 4 lives off the budget, 1 and 2 live off what they earn.</summary>
    private void SetAutonomy(PlannedUnit unit)
    {
        var last = _dice.Share() switch { < 0.05 => 1, < 0.5 => 2, < 0.85 => 3, _ => 4 };
        var (first, from) = (Math.Min(4, last + _dice.Between(0, 1)), Math.Max(size.FirstDay.Year + 1, AutonomyFrom));
        unit.Autonomy = from < ProvinceSize.LastDay.Year ? first : last;
        if (unit.Autonomy == last) return;
        var on = new DateOnly(_dice.Between(from, ProvinceSize.LastDay.Year - 1), 1, 1);
        unit.Changes.Add(new(on, null, last, decisions.OfProvince($"Giao quyền tự chủ tài chính cho các đơn vị sự nghiệp công lập từ năm {on.Year}", on)));
    }

    private void Merge(PlannedUnit into)
    {
        var on = SomeDay();
        into.FoundedBy = decisions.OfProvince($"Hợp nhất, sắp xếp lại các đơn vị thuộc {into.Department.Name}", on);
        into.From = on;
        into.Changes.Clear();
        into.Predecessors = into.Kind == "ServiceUnit"
            ? [Predecessor(into, "A", $"{into.Subject} phía Bắc", on), Predecessor(into, "B", $"{into.Subject} phía Nam", on)]
            : [Predecessor(into, "A", $"Chính sách {Lower(into.Subject)}", on), Predecessor(into, "B", $"Nghiệp vụ {Lower(into.Subject)}", on)];
    }

    private PlannedUnit Predecessor(PlannedUnit into, string mark, string subject, DateOnly on)
    {
        var unit = new PlannedUnit
        {
            Code = into.Code + mark, Branch = Branch.Government, Kind = into.Kind, Name = UnitSubjects.Name(into.Kind, subject), FirstName = UnitSubjects.Name(into.Kind, subject),
            Subject = subject, Parent = into.Parent, Order = into.Order, From = size.FirstDay, Until = on, Successor = into, Autonomy = into.Autonomy,
            FoundedBy = units[0].FoundedBy, EndedBy = into.FoundedBy,
        };
        _gone.Add(unit);
        return unit;
    }

    private void Found(PlannedUnit unit)
    {
        unit.From = SomeDay();
        unit.FoundedBy = decisions.OfProvince($"Thành lập các đơn vị thuộc {unit.Department.Name}", unit.From);
        unit.Changes.RemoveAll(c => c.On <= unit.From);
    }

    private void Rename(PlannedUnit unit)
    {
        unit.FirstName = unit.Kind == "ServiceUnit" ? $"Trung tâm Dịch vụ {unit.Subject}" : $"Phòng Tổng hợp và {unit.Subject}";
        var on = SomeDay();
        unit.Changes.Add(new(on, unit.Name, null, decisions.OfProvince($"Đổi tên các đơn vị thuộc {unit.Department.Name}", on)));
    }

    private static string Lower(string subject) => char.ToLowerInvariant(subject[0]) + subject[1..];

    private PlannedUnit Take(List<PlannedUnit> open)
    {
        var at = _dice.Between(0, open.Count - 1);
        var unit = open[at];
        open[at] = open[^1];
        open.RemoveAt(open.Count - 1);
        return unit;
    }

    private DateOnly SomeDay() => size.FirstDay.AddMonths(3 * _dice.Between(2, 4 * size.Years - 3));
}
