using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Web.Account;

/// <summary>The way into an empty database: whoever started the program has the address with its token.</summary>
public sealed partial class FirstAdministrator
{
    private (string Field, string Text)? _problem;
    private bool _pending;

    [Inject] public required AccountService Accounts { get; init; }
    [Inject] public required AccountCookie Cookie { get; init; }
    [CascadingParameter] public required HttpContext HttpContext { get; set; }
    [SupplyParameterFromQuery] public string? Token { get; set; }
    [SupplyParameterFromForm(FormName = "first")] public FirstAdministratorInput Input { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _pending = await Accounts.FirstAdministratorPendingAsync(Token ?? "", HttpContext.RequestAborted);
    }

    private string? ErrorOf(string field) => _problem is { } problem && problem.Field == field ? problem.Text : null;

    private async Task CreateAsync()
    {
        if (!_pending) return;
        if (Input.Password != Input.Again)
        {
            _problem = ("again", T["Password.Differ"]);
            return;
        }
        try
        {
            var user = await Accounts.CreateFirstAdministratorAsync(Token ?? "", Input.User?.Trim() ?? "", Input.Password ?? "", HttpContext.RequestAborted);
            await Cookie.IssueAsync(HttpContext, user, keep: false);
            HttpContext.Response.Redirect("/");
        }
        catch (RuleBrokenException rule)
        {
            _problem = (rule.Code.StartsWith("Account.Password", StringComparison.Ordinal) ? "next" : "user", T[rule.Code, [.. rule.Args.Select(a => a ?? "")]]);
        }
    }
}

public sealed class FirstAdministratorInput
{
    public string? User { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
}
