using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>A line of the table: a unit with everything below it, or the people of the unit's own.</summary>
public sealed record UnitLine(UnitTreeRow Row, bool IsOwn, bool Open, UnitFigures? Figures)
{
    public string Key => Row.Code + (IsOwn ? "/" : "");
    public bool IsSum => Row.HasChildren && !IsOwn;

    /// <summary>Neither posts nor people of any category: figures are not kept at this level.</summary>
    public bool IsBlank => Row.Posts is { Allocated.Total: 0, Present.Total: 0, Assigned: null or { Total: 0 } };
    public int Indent => Row.Depth + (IsOwn ? 1 : 0);
}

/// <summary>Which lines to show: only those of units that leave posts unused, take more than they have, or have people and no head.</summary>
public enum Difference { Unused, Over, NoHead }
