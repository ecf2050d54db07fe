using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace OrgManager.Web.Common.Shell;

/// <summary>The day every figure of the page is of; choosing another one is going to another address.</summary>
public sealed partial class AsOfControl
{
    private ElementReference _button, _input;
    private bool _open, _focus, _wrong;
    private string _typed = "";
    private string? _address;

    [Inject] public required NavigationManager Navigation { get; init; }
    [Parameter, EditorRequired] public required DateOnly Day { get; set; }
    [Parameter, EditorRequired] public required string Address { get; set; }

    private IEnumerable<(string Text, DateOnly Day)> Quick =>
    [
        (T["AsOf.Today"].Value, AsOf.Today),
        YearEnd("AsOf.YearBefore", AsOf.Today.Year - 1),
        YearEnd("AsOf.YearBeforeThat", AsOf.Today.Year - 2),
    ];

    protected override void OnParametersSet()
    {
        if (_address != Address) _open = false;
        _address = Address;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await (_open ? _input : _button).FocusAsync();
    }

    private (string, DateOnly) YearEnd(string text, int year) => (T[text, Format.Day(new(year, 12, 31))].Value, new(year, 12, 31));

    /// <summary>Also when the focus leaves the popup; closing gives it back to the button.</summary>
    private void Toggle() => (_open, _focus, _wrong, _typed) = (!_open, true, false, Format.Day(Day));

    private void CloseOnEscape(KeyboardEventArgs key)
    {
        if (_open && key.Key == "Escape") Toggle();
    }

    private void GoToTyped()
    {
        if (DayParser.TryParse(_typed, Day, out var day)) GoTo(day);
        else _wrong = true;
    }

    private void GoTo(DateOnly day)
    {
        _open = false;
        Navigation.NavigateTo(AsOf.LinkTo(day));
    }
}
