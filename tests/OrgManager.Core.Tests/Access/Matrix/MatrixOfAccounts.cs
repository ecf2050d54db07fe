using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;

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
        ["AccountService.HideColumnsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().HideColumnsAsync("staff", ["born"])) with { Repeats = true },
        ["AccountService.HiddenColumnsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().HiddenColumnsAsync("staff")),
        ["AccountService.PreferencesAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<AccountService>().PreferencesAsync(Guid.Empty)),

        ["UserService.AddAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().AddAsync(new($"moi{c.Number}", Password, Role.Self))) with { Repeats = true },
        ["UserService.ResetPasswordAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().ResetPasswordAsync("thu", Password)) with { Repeats = true },
        ["UserService.GrantAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().GrantAsync("thu", Role.Admin, null)) with { Repeats = true },
        ["UserService.RevokeAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().RevokeAsync("thu", Role.Self)) with { Repeats = true },
        ["UserService.RevokeGrantAsync"] = MatrixCase.Of(Aim.Whole, async c =>
        {
            await c.Get<UserService>().GrantAsync("thu", Role.Inspector, null);
            var grant = (await c.Get<UserViewService>().CardAsync("thu")).Grants.First(g => g.Role == Role.Inspector).Seen;
            return () => c.Get<UserService>().RevokeGrantAsync(grant, c.Org.Today);
        }),
        ["UserService.DisableAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().DisableAsync("thu")),
        ["UserService.EnableAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().EnableAsync("thu")) with { Repeats = true },
        ["UserService.UnlockAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().UnlockAsync("thu")) with { Repeats = true },
        ["UserService.EndSessionsAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().EndSessionsAsync("thu")) with { Repeats = true },
        ["UserService.LinkAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserService>().LinkAsync("thu", "CB040")) with { Repeats = true },

        ["UserViewService.ListAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserViewService>().ListAsync(new(), new())),
        ["UserViewService.ExportAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserViewService>().ExportAsync(new())),
        ["UserViewService.CardAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserViewService>().CardAsync("thu")),
        ["UserViewService.FindPeopleAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UserViewService>().FindPeopleAsync("ngo")),

        ["TrailService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TrailService>().ListAsync(new())),
        ["TrailService.ExportAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var taken = new List<MatrixPlace>();
            foreach (var place in MatrixPlace.All)
                if ((await c.Get<TrailService>().ExportAsync(new(Unit: place.Unit))).Rows.Count > 0) taken.Add(place);
            return taken;
        }),
        ["TrailService.SetAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TrailService>().SetAsync(1, new())),
        ["TrailService.ChainAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TrailService>().ChainAsync()),

        ["PrivacyService.MineAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<PrivacyService>().MineAsync()),
        ["PrivacyService.ReadingsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<PrivacyService>().ReadingsAsync(new())),
        ["PrivacyService.MyRecordAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<PrivacyService>().MyRecordAsync()),
        ["PrivacyService.WhyAsync"] = MatrixCase.Of(Aim.Person, c => c.Get<PrivacyService>().WhyAsync(c.Place.Person)),

        ["BackupService.MakeAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<BackupService>().MakeAsync()) with { Repeats = true },
        ["BackupService.StartAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<BackupService>().StartAsync()),
        ["JobService.MineAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<JobService>().MineAsync()),
        ["JobService.CancelAsync"] = MatrixCase.Of(Aim.Whole, async c =>
        {
            var job = await JobOfAnotherAsync(c);
            return () => c.Get<JobService>().CancelAsync(job);
        }),
        ["JobService.DismissAsync"] = MatrixCase.Of(Aim.Any, c => Assert.ThrowsAsync<NotFoundException>(() => c.Get<JobService>().DismissAsync(Guid.Empty))),
        ["BackupService.ListAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<BackupService>().ListAsync()),
    };

    /// <summary>A backup that an administrator asked for and nobody has begun.</summary>
    private static async Task<Guid> JobOfAnotherAsync(MatrixCall c)
    {
        await c.Org.SignInAsync("admin");
        if ((await c.Get<BackupService>().ListAsync()).Job is not { IsOver: false }) await c.Get<BackupService>().StartAsync();
        return (await c.Get<BackupService>().ListAsync()).Job!.Id;
    }
}
