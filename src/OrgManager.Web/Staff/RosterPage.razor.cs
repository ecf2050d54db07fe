using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Web.Common;
using Radzen;
using Radzen.Blazor;

namespace OrgManager.Web.Staff;

/// <summary>Who is in post on the day: filters and order stand in the address, pages come from the service.</summary>
public sealed partial class RosterPage
{
    private static readonly HashSet<string> Orders = ["name", "unit", "since"];
    private readonly Latest _read = new();
    private RadzenDataGrid<RosterRow>? _grid;
    private Roster? _roster; // stays null until loaded: the grid asks for its first page only then

    [Inject] public required RosterService People { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery] public string? Post { get; set; }
    [SupplyParameterFromQuery] public string? Party { get; set; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] public string? SortName { get; set; }
    [SupplyParameterFromQuery(Name = "desc")] public string? Desc { get; set; }

    private string? Sort => SortName is { } name && Orders.Contains(name) ? name : null;
    private bool Descending => Sort is not null && Desc == "1";
    private RosterColumns Columns => _roster?.Columns ?? new(false, false);

    private RosterQuery Query => new(AsOf.Day, Blank(Unit), One<QuotaCategory>(Category), One<Headship>(Post), Party switch { "yes" => true, "no" => false, _ => null }, Blank(Search));

    private string Summary => T[Sort is null ? "Staff.InProtocolOrder" : $"Staff.By.{Sort}", T.Count("Staff.Present", _roster!.Total)];

    /// <summary>A new address is a new list; before the grid stands it asks by itself.</summary>
    protected override Task ReadAsync() => _grid?.FirstPage(forceReload: true) ?? Task.CompletedTask;

    private Task LoadPageAsync(LoadDataArgs args)
    {
        var (query, page) = (Query, args.ToPageRequest(Sort ?? "protocol", Descending));
        return LoadAsync(_read, ct => People.ListAsync(query, page, ct), roster => _roster = roster);
    }

    private string PartyOf(RosterRow person) => person.PartyMember switch
    {
        null => Format.None,
        false => T["Staff.NotMember"],
        true when person.PartyMemberSince is { } since => T["Staff.MemberSince", Format.Day(since)],
        _ => T["Staff.Member"],
    };

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
