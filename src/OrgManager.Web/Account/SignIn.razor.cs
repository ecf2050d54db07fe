using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Web.Common;

namespace OrgManager.Web.Account;

public sealed partial class SignIn
{
    private IReadOnlyList<SampleAccount> _samples = [];
    private string? _userProblem, _problem;

    [Inject] public required AccountService Accounts { get; init; }
    [Inject] public required AccountCookie Cookie { get; init; }
    [Inject] public required Preferences Preferences { get; init; }
    [Inject] public required TimeProvider Time { get; init; }
    [CascadingParameter] public required HttpContext HttpContext { get; set; }
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }
    [SupplyParameterFromForm(FormName = "signin")] public SignInInput Input { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _samples = await Accounts.SampleAccountsAsync(HttpContext.RequestAborted);
    }

    private async Task SignInAsync()
    {
        _userProblem = string.IsNullOrWhiteSpace(Input.User) ? T["SignIn.UserMissing"].Value : null;
        _problem = string.IsNullOrEmpty(Input.Password) ? T["SignIn.PasswordMissing"].Value : null;
        if (_userProblem is not null || _problem is not null) return;

        var result = await Accounts.SignInAsync(Input.User?.Trim() ?? "", Input.Password ?? "", HttpContext.RequestAborted);
        if (result is { Outcome: SignInOutcome.Ok, UserId: { } user })
        {
            await Cookie.IssueAsync(HttpContext, user, Input.Keep);
            await Preferences.RestoreAsync(HttpContext, user, HttpContext.RequestAborted);
            HttpContext.Response.Redirect(LocalUrl.OrHome(ReturnUrl));
            return;
        }
        _problem = result.Outcome switch
        {
            SignInOutcome.Locked => T.Count("SignIn.Locked", MinutesUntil(result.LockedUntilUtc)),
            SignInOutcome.Disabled => T["SignIn.Disabled"],
            _ => T.Count("SignIn.Wrong", result.TriesLeft),
        };
    }

    private int MinutesUntil(DateTime? utc) =>
        utc is { } until ? Math.Max(1, (int)Math.Ceiling((until - Time.GetUtcNow().UtcDateTime).TotalMinutes)) : 1;
}

public sealed class SignInInput
{
    public string? User { get; set; }
    public string? Password { get; set; }
    public bool Keep { get; set; }
}
