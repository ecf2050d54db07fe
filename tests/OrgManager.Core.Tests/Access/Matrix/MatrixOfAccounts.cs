using OrgManager.Access;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>One's own account, open to anybody, and the accounts of others.</summary>
internal static class MatrixOfAccounts
{
    private const string Password = "Thu-nghiem#2026", Sample = AccountService.SamplePassword;

    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["AccountService.SignInAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().SignInAsync("thu", Sample)) with { Repeats = true },
        ["AccountService.ChangePasswordAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().ChangePasswordAsync(Sample, Password)) with { Repeats = true },
        ["AccountService.SecurityStampAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().SecurityStampAsync(Guid.Empty)),
        ["AccountService.FirstAdministratorPendingAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().FirstAdministratorPendingAsync("x")),
        ["AccountService.CreateFirstAdministratorAsync"] = MatrixCase.Of(Aim.Any, c =>
            Refusal.IsAsync("Account.LinkUsed", () => c.Get<AccountService>().CreateFirstAdministratorAsync("x", "root", Password))),
        ["AccountService.SampleAccountsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().SampleAccountsAsync()),
        ["AccountService.SetLanguageAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().SetLanguageAsync("en")) with { Repeats = true },
        ["AccountService.SetThemeAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().SetThemeAsync("dark")) with { Repeats = true },
        ["AccountService.PreferencesAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().PreferencesAsync(Guid.Empty)),

        ["UserService.AddAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().AddAsync(new($"moi{c.Number}", Password, Role.Self))) with { Repeats = true },
        ["UserService.ResetPasswordAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().ResetPasswordAsync("thu", Password)) with { Repeats = true },
        ["UserService.GrantAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().GrantAsync("thu", Role.Admin, null)) with { Repeats = true },
        ["UserService.RevokeAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().RevokeAsync("thu", Role.Self)) with { Repeats = true },
    };
}
