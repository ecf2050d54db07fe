using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>A line of the table: a unit with everything below it, or the people of the unit's own.</summary>
public sealed record UnitLine(UnitTreeRow Row, bool IsOwn, bool Open, UnitFigures? Figures, string? StaffHref)
{
    public string Key => Row.Code + (IsOwn ? "/" : "");
    public bool IsSum => Row.HasChildren && !IsOwn;
    public int Indent => Row.Depth + (IsOwn ? 1 : 0);
}

/// <summary>Which lines to show: only those of units that leave posts unused, or take more than they have.</summary>
public enum Difference { Unused, Over }
