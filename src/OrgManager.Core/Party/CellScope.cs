using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Whose numbers a reader may see: a scope over the party tree reaches cells, one over the government tree the people in them.</summary>
internal static class CellScope
{
    /// <summary>The cell itself, or every one of its members; a number then tells nothing that the reader may not see anyway.</summary>
    public static bool IncludesCell(this Scope scope, UnitOn cell) =>
        scope.Includes(cell.Id) || (cell.MembersAtWork is { Count: > 0 } members && members.All(m => scope.IncludesPerson(m.PersonId, m.UnitId, cell.Id)));

    /// <summary>A party unit with all cells below it.</summary>
    public static bool IncludesCells(this Scope scope, UnitOn unit) =>
        scope.Includes(unit.Id) || unit.WithDescendants().Where(u => u.Members.Count > 0).ToList() is { Count: > 0 } cells && cells.TrueForAll(c => scope.IncludesCell(c));
}
