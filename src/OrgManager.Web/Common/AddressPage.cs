using Microsoft.AspNetCore.Components;
using OrgManager.Access;

namespace OrgManager.Web.Common;

/// <summary>Base of the pages whose address says what they show: a new address reads anew, and so do new rights of whoever looks.</summary>
public abstract class AddressPage : OrgPage
{
    private string? _shown;
    private Actor? _shownTo;

    [Inject] public required AsOf AsOf { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [CascadingParameter] public Actor? Actor { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Key)] public string? On { get; set; }

    /// <summary>Why the page has nothing to show, if a read was refused.</summary>
    protected string? Problem { get; private set; }

    protected sealed override async Task OnParametersSetAsync()
    {
        var asked = Navigation.Uri + Place;
        if (_shown == asked && ReferenceEquals(_shownTo, Actor)) return;
        (_shown, _shownTo) = (asked, Actor);
        Problem = Lists is { } others && Actor?.May(others) != true ? NotAllowed : null;
        if (Problem is null) await ReadAsync();
    }

    /// <summary>The page's own part of the path: a new query reaches a page before a new path does.</summary>
    protected virtual string? Place => null;

    /// <summary>What a list of people or cells demands: it is for who sees more than themselves, whose own record is at hand elsewhere.</summary>
    protected virtual Permission? Lists => null;

    /// <summary>Who gives the rights is not told to ask for one: an administrator sees no data of the organisation.</summary>
    protected override string NotAllowed => Actor?.May(Permission.Administer) == true ? $"{T["Error.NotAllowed"]} {T["Error.AdminSeesNone"]}" : base.NotAllowed;

    protected override void OnUnreadable(string message) => Problem = message;

    /// <summary>The dialog that the address opened is closed: loading the page again does not open it once more.</summary>
    protected void ForgetAct()
    {
        if (!Navigation.Uri.Contains($"{AsOf.Act}=", StringComparison.Ordinal)) return;
        var rest = AsOf.LinkWith(AsOf.Act, null);
        _shown = Navigation.ToAbsoluteUri(rest) + Place; // shown already
        Navigation.NavigateTo(rest, replace: true);
    }

    /// <summary>Tells what was saved, about whom and from when, as far as the page knows.</summary>
    protected void Saved(SavedChange? change = null) => Notifications.Notify(SavedNotice.Of(T, AsOf, change));

    protected void Saved(string what, DateOnly? from = null) => Saved(new SavedChange(what, from));

    /// <summary>Reads what the address asks for: the day, and the filters of the page.</summary>
    protected abstract Task ReadAsync();
}
