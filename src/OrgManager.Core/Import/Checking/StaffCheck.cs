using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>Holds a sheet against the organisation of a day, row by row, with the aggregates' own rules: what is told here is what would be done.</summary>
internal sealed class StaffCheck
{
    private readonly OrgDbContext _db;
    private readonly SheetColumns _sheet;
    private readonly ImportOrder _order;
    private readonly UnitNames _units;
    private readonly PeopleNames _people;
    private readonly RowPlanner _planner;
    private readonly Dictionary<Guid, int> _rowOf = [];
    private readonly Dictionary<string, int> _newRowOf = new(StringComparer.OrdinalIgnoreCase);

    private StaffCheck(OrgDbContext db, SheetColumns sheet, ImportOrder order)
    {
        (_db, _sheet, _order) = (db, sheet, order);
        (_units, _people) = (new(db.Timeline.On(order.On)), new(db, order.On));
        _planner = new(db, order, _units);
    }

    public static ImportCheck Of(OrgDbContext db, SheetColumns sheet, ImportOrder order)
    {
        RuleBrokenException.Unless(sheet.IndexOf(ImportField.Code) is not null || sheet.IndexOf(ImportField.Name) is not null, "Import.NobodyNamed");
        return new StaffCheck(db, sheet, order).Run();
    }

    private ImportCheck Run()
    {
        var (rows, skipped) = (new List<ImportRow>(), new List<int>());
        string? group = null;
        foreach (var row in _sheet.Rows)
        {
            var read = StaffRow.Of(row, _sheet, group);
            if (_units.GroupOf(row) is { } unit) group = unit;
            else if (read.Said >= 2 && !IsSum(read)) { rows.Add(RowOf(read)); continue; }
            if (!row.IsEmpty) skipped.Add(row.Number);
        }
        var sound = new PlanTrial(_db, _order).Refuse(rows);
        return new(sound, Missing(sound), skipped) { Seq = _db.Timeline.Seq };
    }

    /// <summary>Sums at the foot, and the row that numbers the columns.</summary>
    private static bool IsSum(StaffRow row) => row is { Code: null, Name: null } || (ColumnNames.Folded(row.Name ?? row.Code ?? "") is var name
        && (name.Length == 0 || name is "cong" or "tong" or "total" || name.StartsWith("tong cong", StringComparison.Ordinal) || name.StartsWith("tong so", StringComparison.Ordinal) || name.All(char.IsDigit) && row.Name is not null));

    private ImportRow RowOf(StaffRow row)
    {
        var (person, problem) = _people.Find(row, _order.Answers.TryGetValue(row.Number, out var answer) ? answer : null);
        var result = problem is not null ? Row(row, ImportState.Error, [problem])
            : person is not null ? _order.Mode == ImportMode.Add ? Row(row, ImportState.LeftOut, []) : _planner.Change(row, person)
            : _order.Mode == ImportMode.Update ? Row(row, ImportState.LeftOut, []) : _planner.Recruit(row);
        var first = person is not null ? _rowOf.TryAdd(person.Id, row.Number) ? row.Number : _rowOf[person.Id]
            : row.Code is { } code && problem is null ? _newRowOf.TryAdd(code, row.Number) ? row.Number : _newRowOf[code] : row.Number;
        return first == row.Number ? result : Row(row, ImportState.Error, [new(null, null, "Import.Twice", first)]);
    }

    private static ImportRow Row(StaffRow row, ImportState state, IReadOnlyList<ImportProblem> problems) => new(row.Number, state, row.Code ?? "", row.Name ?? "", row.Unit, [], [.. problems, .. state == ImportState.Error ? row.Problems : []], []);

    /// <summary>Those of the units whose people the file tells of.</summary>
    private List<MissingPerson> Missing(IReadOnlyList<ImportRow> rows)
    {
        var day = _db.Timeline.On(_order.On);
        var scope = _db.ScopeFor(Access.Permission.ViewStaffWork, _order.On);
        var units = _rowOf.Keys.Select(day.UnitOf).OfType<Guid>().Distinct().Where(unit => scope.Includes(unit)).Select(day.Unit).OfType<UnitOn>();
        var asked = rows.SelectMany(r => r.Problems).SelectMany(p => p.Candidates).ToHashSet();
        return [.. OrgSnapshot.InOrder(units).SelectMany(unit => unit.Posts.Where(p => !_rowOf.ContainsKey(p.Person.Id) && !asked.Contains(p.Person.Code)).Select(p => new MissingPerson(p.Person.Code, p.Person.FullName, unit.Name)))];
    }
}
