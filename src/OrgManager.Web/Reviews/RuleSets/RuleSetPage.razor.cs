using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.RuleSets;

/// <summary>One version of the review rules, to be read; a copy that no year uses is edited here, and checked while it is typed.</summary>
public sealed partial class RuleSetPage
{
    private readonly Latest _read = new();
    private RuleSetDetails? _shown;
    private RuleSetForm? _form;
    private string? _trouble;
    private bool _copying, _saved;

    [Inject] public required RuleSetService RuleSets { get; init; }
    [Parameter] public string Code { get; set; } = "";

    protected override string? Place => Code;

    private IReadOnlyList<(string, string)> Home => Actor?.May(Permission.Administer) == true ? [(T["Menu.Admin"], "/admin")] : [(T["Menu.Reviews"], "/reviews")];

    protected override Task ReadAsync()
    {
        if (_shown?.Facts.Id != Code) (_shown, _form, _trouble) = (null, null, null);
        return LoadAsync(_read, ct => RuleSets.GetAsync(Code, ct), shown => _shown = shown);
    }

    private void Edit() => (_form, _trouble) = (new(_shown!.Facts), null);

    private async Task SaveAsync()
    {
        (_trouble, _saved) = (null, false);
        if (_form is not { IsChanged: true, Problems.Count: 0 } form || _shown is not { } shown) return;
        await RunAsync(() => RuleSets.ChangeAsync(shown.Seen, form.Facts), () => _saved = true);
        if (!_saved) return;
        _form = null;
        Saved(Code);
        await ReadAsync();
    }

    private async Task<bool> SaveBeforeLeavingAsync()
    {
        await SaveAsync();
        StateHasChanged();
        return _saved;
    }

    private void Show(string code)
    {
        _copying = false;
        Saved(code);
        Navigation.NavigateTo(AsOf.Link($"/reviews/rules/{Uri.EscapeDataString(code)}"));
    }

    protected override void OnRefused(string message) => _trouble = message;
}
