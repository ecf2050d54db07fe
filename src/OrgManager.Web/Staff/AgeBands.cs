using System.Globalization;

namespace OrgManager.Web.Staff;

/// <summary>The ages a roster is narrowed to, as its address writes them: "30-39".</summary>
public static class AgeBands
{
    public static readonly IReadOnlyList<string> All = ["0-29", "30-39", "40-49", "50-54", "55-99"];

    public static (int From, int To)? Of(string? band) => band?.Split('-') is [var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var low) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var high) ? (low, high) : null;
}
