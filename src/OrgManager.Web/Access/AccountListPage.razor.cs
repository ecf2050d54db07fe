using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>Every account: whose it is, what it may do now, when it was last used.</summary>
public sealed partial class AccountListPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new();
    private UserList? _list;
    private bool _adding;

    [Inject] public required UserViewService Users { get; init; }
    [Inject] public required OrgClock Clock { get; init; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery(Name = "role")] public string? RoleName { get; set; }
    [SupplyParameterFromQuery] public string? State { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private UserQuery Query => UserAddress.Of(name => name switch { "search" => Search, "role" => RoleName, "state" => State, _ => null });
    private IEnumerable<(string, string)> Roles => Enum.GetValues<Role>().Select(role => (role.ToString(), T[$"Role.{role}"].Value));
    private IEnumerable<(string, string)> States => Enum.GetValues<UserState>().Select(state => (state.ToString(), T[$"UserState.{state}"].Value));

    protected override Task ReadAsync()
    {
        var (query, page) = (Query, new PageRequest((PageNumber - 1) * PageSize, PageSize));
        return LoadAsync(_read, ct => Users.ListAsync(query, page, ct), list => _list = list);
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);

    private void ShowNew(string name) => Navigation.NavigateTo(AsOf.Link($"/admin/accounts/{Uri.EscapeDataString(name)}"));
}
