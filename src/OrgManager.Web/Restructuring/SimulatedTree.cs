using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Web.Restructuring;

/// <summary>One side of a simulation as the rows of a tree, of which a chart or a table is made.</summary>
internal static class SimulatedTree
{
    public static UnitTree Of(OrgSnapshot day) =>
        new(day.Day, Rows(day, Branch.Government), Rows(day, Branch.Party), new(0, PostCounts.None, PostCounts.None, PostCounts.None, 0, null, null));

    private static List<UnitTreeRow> Rows(OrgSnapshot day, Branch branch)
    {
        var rows = new List<UnitTreeRow>();
        foreach (var root in day.Roots(branch)) Add(rows, root, 0);
        return rows;
    }

    private static void Add(List<UnitTreeRow> rows, UnitOn unit, int depth)
    {
        var party = unit.Branch == Branch.Party;
        rows.Add(new()
        {
            Id = unit.Id, Code = unit.Code, Name = unit.Name, Kind = unit.Kind.Code, KindName = unit.Kind.Name, KindNameEn = unit.Kind.NameEn, Depth = depth, HasChildren = unit.Children.Count > 0,
            Autonomy = unit.Facts.Autonomy, Head = party ? null : unit.Head?.Person.FullName, Deputies = party ? null : unit.Deputies.Count(), OwnRow = unit.Kind.OwnRow, OwnRowEn = unit.Kind.OwnRowEn,
            Posts = party ? null : new(unit.Assigned, unit.Allocated, unit.Present, unit.AllocatedBelow(), unit.PresentBelow()), Members = party ? new(unit.OfficialBelow(), unit.ProbationaryBelow()) : null,
        });
        foreach (var child in unit.Children) Add(rows, child, depth + 1);
    }
}
