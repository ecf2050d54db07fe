using System.Globalization;
using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Web.Decisions;

/// <summary>What the address of the register asks for; the page and its export read it alike.</summary>
public sealed record DecisionAddress(DecisionQuery Query, string? Sort, bool Descending)
{
    private static readonly HashSet<string> Orders = ["signed", "effective"];

    public PageRequest Order => new(SortBy: Sort, Descending: Descending);

    public static DecisionAddress Of(Func<string, string?> value)
    {
        var sort = value("sort") is { } name && Orders.Contains(name) ? name : null;
        var search = value("search");
        return new(new(
            string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            Enum.TryParse<DecisionKind>(value("kind"), out var kind) && Enum.IsDefined(kind) ? kind : null,
            Number(value("year")) is > 1900 and < 2200 and var year ? year : null, value("files") == "none"), sort, sort is not null && value("desc") == "1");
    }

    internal static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
