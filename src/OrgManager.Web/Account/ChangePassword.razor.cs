using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Web.Account;

public sealed partial class ChangePassword
{
    private (string Field, string Text)? _problem;
    private bool _done;

    [Inject] public required AccountService Accounts { get; init; }
    [Inject] public required AccountCookie Cookie { get; init; }
    [CascadingParameter] public required HttpContext HttpContext { get; set; }
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }
    [SupplyParameterFromForm(FormName = "password")] public ChangePasswordInput Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new();

    private string? ErrorOf(string field) => _problem is { } problem && problem.Field == field ? problem.Text : null;

    private async Task ChangeAsync()
    {
        if (Input.Next != Input.Again)
        {
            _problem = ("again", T["Password.Differ"]);
            return;
        }
        try
        {
            await Accounts.ChangePasswordAsync(Input.Current ?? "", Input.Next ?? "", HttpContext.RequestAborted);
            await Cookie.RenewAsync(HttpContext); // the new password made the old cookie stale
            _done = true;
        }
        catch (RuleBrokenException rule)
        {
            _problem = (rule.Code == "Account.PasswordWrong" ? "current" : "next", T[rule.Code, [.. rule.Args.Select(a => a ?? "")]]);
        }
    }
}

public sealed class ChangePasswordInput
{
    public string? Current { get; set; }
    public string? Next { get; set; }
    public string? Again { get; set; }
}
