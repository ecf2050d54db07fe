using OrgManager.Reviews;

namespace OrgManager.Web.Reviews;

/// <summary>What of a board is shown, as the address says it; the same for the page and its file.</summary>
internal static class BoardAddress
{
    public static BoardQuery Of(Func<string, string?> value, int page) => new(
        value("committee") is { Length: > 0 } committee ? committee : null,
        Enum.TryParse<BoardState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        value("late") == "1", value("search") is { Length: > 0 } search ? search : null, (page - 1) * BoardQuery.Page);
}
