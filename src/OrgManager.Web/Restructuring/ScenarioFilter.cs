using OrgManager.Common;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>The rows that the address of the list asks for, on the page and in its file alike.</summary>
internal static class ScenarioFilter
{
    public static IReadOnlyList<ScenarioRow> Of(IReadOnlyList<ScenarioRow> rows, string? state, string? search)
    {
        var key = VietnameseText.SearchKey(search ?? "");
        return [.. rows.Where(row => (state is not ("open" or "over") || IsOpen(row) == (state == "open")) && VietnameseText.SearchKey($"{row.Name} {row.Author}").Contains(key, StringComparison.Ordinal))];
    }

    private static bool IsOpen(ScenarioRow row) => row.State is ScenarioState.Draft or ScenarioState.Submitted or ScenarioState.Approved;
}
