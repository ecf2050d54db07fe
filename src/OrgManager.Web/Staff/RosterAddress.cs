using Microsoft.AspNetCore.Http;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Web.Staff;

/// <summary>What the address of a roster asks for; the page and its export read it alike.</summary>
public sealed record RosterAddress(RosterQuery Query, string? Sort, bool Descending)
{
    private static readonly HashSet<string> Orders = ["name", "unit", "since"];

    public PageRequest Order => new(SortBy: Sort ?? "protocol", Descending: Descending);

    public static RosterAddress Of(IQueryCollection query, DateOnly day) => Of(name => query[name], day);

    public static RosterAddress Of(Func<string, string?> value, DateOnly day)
    {
        var sort = value("sort") is { } name && Orders.Contains(name) ? name : null;
        var age = AgeBands.Of(value("age"));
        var party = value("party") switch { "yes" => true, "no" => false, _ => (bool?)null };
        return new(new(day, Blank(value("unit")), One<QuotaCategory>(value("category")), One<Headship>(value("post")), party, Blank(value("search")))
        {
            AgeFrom = age?.From, AgeTo = age?.To, LacksSalary = value("lacks") == "salary",
        }, sort, sort is not null && value("desc") == "1");
    }

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
