using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Whose numbers a reader may see: a scope over the party tree reaches cells, one over the government tree the people in them.</summary>
internal static class CellScope
{
    /// <summary>The cell itself, or every one of its members; a number then tells nothing that the reader may not see anyway.</summary>
    public static bool IncludesCell(this Scope scope, OrgSnapshot snapshot, UnitOn cell) =>
        scope.Includes(cell.Id) || (cell.Members.Count > 0 && cell.Members.All(m => scope.IncludesPerson(m.Person.Id, snapshot.UnitOf(m.Person.Id), cell.Id)));

    /// <summary>A party unit with all cells below it.</summary>
    public static bool IncludesCells(this Scope scope, OrgSnapshot snapshot, UnitOn unit) =>
        scope.Includes(unit.Id) || unit.WithDescendants().Where(u => u.Members.Count > 0).ToList() is { Count: > 0 } cells && cells.TrueForAll(c => scope.IncludesCell(snapshot, c));
}
