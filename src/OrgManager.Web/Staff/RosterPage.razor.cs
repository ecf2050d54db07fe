using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Staff;

/// <summary>Who is in post on the day: filters and order stand in the address, pages come from the service.</summary>
public sealed partial class RosterPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new(), _columnsRead = new();
    private readonly Dictionary<Guid, PersonRef> _chosen = [];
    private Roster? _roster;
    private IReadOnlySet<string>? _hidden;
    private bool _changing, _recruiting;

    protected override Permission? Lists => Permission.ViewStaffWork;

    [Inject] public required RosterService People { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery] public string? Post { get; set; }
    [SupplyParameterFromQuery] public string? Party { get; set; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery] public string? Age { get; set; }
    [SupplyParameterFromQuery] public string? Lacks { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? Act { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] public string? SortName { get; set; }
    [SupplyParameterFromQuery(Name = "desc")] public string? Desc { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private bool MayChange => Actor?.May(Permission.ChangeStaffWork) == true;
    private string? Sort => Address.Sort;
    private bool Descending => Address.Descending;
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private RosterColumns Columns => _roster?.Columns ?? new(false, false);

    private RosterQuery Query => Address.Query;

    private RosterAddress Address => RosterAddress.Of(
        name => name switch { "unit" => Unit, "category" => Category, "post" => Post, "party" => Party, "search" => Search, "age" => Age, "lacks" => Lacks, "sort" => SortName, "desc" => Desc, _ => null }, AsOf.Day);

    /// <summary>A quick act of the home page opens its dialog here.</summary>
    protected override void OnInitialized() => _recruiting = Act == "recruit" && MayChange;

    private void CloseRecruiting()
    {
        _recruiting = false;
        ForgetAct();
    }

    private string Summary => T[Sort is null ? "Staff.InProtocolOrder" : $"Staff.By.{Sort}", T.Count("Staff.Present", _roster!.Total)];

    /// <summary>The unit asked for, where it is none of those the reader may choose on this day.</summary>
    private string? MissingUnit => Query.UnitCode is { } code && _roster?.Units.All(unit => unit.Code != code) == true ? code : null;

    private bool Shows(string column) => _hidden?.Contains(column) != true;

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(RosterHidable.List, ct), hidden => _hidden = hidden);
        var (query, page) = (Query, new PageRequest((PageNumber - 1) * PageSize, PageSize, Sort ?? "protocol", Descending));
        await LoadAsync(_read, ct => People.ListAsync(query, page, ct), Show);
    }

    /// <summary>A page past the end, as an old address may ask for, is the first one.</summary>
    private void Show(Roster roster)
    {
        _roster = roster;
        if (roster is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private void Toggle(RosterRow person)
    {
        if (!_chosen.Remove(person.PersonId)) _chosen[person.PersonId] = new(person.Code, person.FullName);
    }

    private async Task SavedAsync()
    {
        _changing = false;
        _chosen.Clear();
        Notifications.Notify(NotificationSeverity.Success, T["Change.Saved"]);
        await ReadAsync();
    }

    private void ShowNew(string code) => Navigation.NavigateTo(AsOf.Link($"/staff/{Uri.EscapeDataString(code)}"));

    private string PartyOf(RosterRow person) => person.PartyMember switch
    {
        null => Format.None,
        false => T["Staff.NotMember"],
        true when person.PartyMemberSince is { } since => T["Staff.MemberSince", Format.Day(since)],
        _ => T["Staff.Member"],
    };
}
