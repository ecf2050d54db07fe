using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using OrgManager.Common;

namespace OrgManager.Web.Common;

/// <summary>The one day a page speaks about: the "on" of its address, else today. Links made here keep it.</summary>
public sealed class AsOf(NavigationManager navigation, OrgClock clock)
{
    public const string Key = "on", Page = "page", Act = "act";

    public DateOnly Today => clock.Today;

    public DateOnly Day => DayParser.TryParseIso(Asked, out var day) ? day : Today;

    public bool IsToday => Day == Today;

    /// <summary>What the address says where a day should stand, if it is none.</summary>
    public string? Unreadable => Asked is { } asked && !DayParser.TryParseIso(asked, out _) ? asked : null;

    private string? Asked => QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(Key, out var value) ? value.ToString() : null;

    /// <summary>A path of this site, with filters if it has any, on the same day.</summary>
    public string Link(string path) => LinkOn(path, Day);

    public string Link(string path, params (string Name, object? Value)[] filters) =>
        Link(QueryHelpers.AddQueryString(path, filters.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!.ToString())));

    /// <summary>Another page, on another day.</summary>
    public string LinkOn(string path, DateOnly day) => day == Today ? path : QueryHelpers.AddQueryString(path, Key, Iso(day));

    /// <summary>The page shown now, on another day.</summary>
    public string LinkTo(DateOnly day) => LinkWith(Key, day == Today ? null : Iso(day));

    /// <summary>The page shown now with one filter set or, with null, taken away.</summary>
    public string LinkWith(string name, string? value) => Here(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [Page] = null, // another filter or order is another list, which begins at its beginning
        [name] = string.IsNullOrEmpty(value) ? null : value,
    }));

    private static string Here(string uri) => new Uri(uri).PathAndQuery;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
