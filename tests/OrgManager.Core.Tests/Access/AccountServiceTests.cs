using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Tests.Access;

/// <summary>Passwords and accounts: what is taken, what ends sessions, and what the trail keeps of it.</summary>
public class AccountServiceTests : IAsyncLifetime
{
    private const string Old = AccountService.SamplePassword, Next = "Mat-khau#moi2026";
    private TestOrg _org = null!;
    private AccountService Accounts => _org.Get<AccountService>();
    private UserService Users => _org.Get<UserService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("Mat-khau#202", "13 characters")]
    [InlineData("mat-khau#moi2026", "no capital"), InlineData("MAT-KHAU#MOI2026", "no small letter")]
    [InlineData("Mat-khau#moi-hai", "no digit"), InlineData("Matkhaumoi20266", "nothing but letters and digits"), InlineData("", "nothing")]
    public async Task A_password_short_of_14_characters_or_of_one_of_4_kinds_is_refused_everywhere(string weak, string why)
    {
        Assert.NotEmpty(why);
        await _org.SignInAsync("hr");
        await Refusal.IsAsync("Account.PasswordWeak", () => Accounts.ChangePasswordAsync(Old, weak));
        _org.Actor = Actor.System;
        await Refusal.IsAsync("Account.PasswordWeak", () => Users.ResetPasswordAsync("hr", weak));
        await Refusal.IsAsync("Account.PasswordWeak", () => Users.AddAsync(new("moi", weak, Role.Self)));
        Assert.Equal(SignInOutcome.Ok, (await Accounts.SignInAsync("hr", Old)).Outcome);
    }

    [Theory]
    [InlineData("Mat-khau#20261"), InlineData("Mật khẩu số 2026")]
    public async Task Fourteen_characters_of_four_kinds_will_do(string password)
    {
        await Users.ResetPasswordAsync("hr", password);
        Assert.Equal(SignInOutcome.Ok, (await Accounts.SignInAsync("hr", password)).Outcome);
    }

    [Fact]
    public async Task A_changed_password_replaces_the_old_one_and_ends_the_sessions()
    {
        await _org.SignInAsync("hr");
        var (id, stamp) = (_org.Actor.UserId!.Value, await Accounts.SecurityStampAsync(_org.Actor.UserId!.Value));
        await Accounts.ChangePasswordAsync(Old, Next);

        Assert.NotEqual(stamp, await Accounts.SecurityStampAsync(id));
        Assert.Same(Actor.Nobody, await _org.Get<ActorDirectory>().FindAsync(id, stamp));
        Assert.Equal((SignInOutcome.Wrong, SignInOutcome.Ok), ((await Accounts.SignInAsync("hr", Old)).Outcome, (await Accounts.SignInAsync("hr", Next)).Outcome));
    }

    [Fact]
    public async Task A_session_of_another_process_ends_too()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("hr");
        var (id, stamp) = (other.Actor.UserId!.Value, await other.Get<AccountService>().SecurityStampAsync(other.Actor.UserId!.Value));
        await Users.ResetPasswordAsync("hr", Next);
        Assert.Same(Actor.Nobody, await other.Get<ActorDirectory>().FindAsync(id, stamp));
    }

    [Fact]
    public async Task Changing_a_password_takes_the_old_one_and_another_one()
    {
        await _org.SignInAsync("hr");
        await Refusal.IsAsync("Account.PasswordWrong", () => Accounts.ChangePasswordAsync("wrong", Next));
        await Refusal.IsAsync("Account.PasswordSame", () => Accounts.ChangePasswordAsync(Old, Old));
        _org.Actor = Actor.Nobody;
        await Assert.ThrowsAsync<AccessDeniedException>(() => Accounts.ChangePasswordAsync(Old, Next));
    }

    [Fact]
    public async Task A_reset_password_unlocks_the_account()
    {
        for (var i = 0; i < 5; i++) await Accounts.SignInAsync("hr", "wrong");
        await Users.ResetPasswordAsync("hr", Next);
        Assert.Equal(SignInOutcome.Ok, (await Accounts.SignInAsync("hr", Next)).Outcome);
    }

    [Fact]
    public async Task An_account_needs_a_free_name_and_a_scope_and_a_person_that_are_there()
    {
        await Refusal.IsAsync("Account.NameMissing", () => Users.AddAsync(new("  ", Next, Role.Self)));
        await Refusal.IsAsync("Account.NameMissing", () => Users.AddAsync(new(new('a', UserService.LongestName + 1), Next, Role.Self)));
        await Refusal.IsAsync("Account.NameTaken", () => Users.AddAsync(new("HR", Next, Role.Self)));
        await Refusal.IsAsync("Account.ScopeUnknown", () => Users.AddAsync(new("moi", Next, Role.UnitHead, "XYZ")));
        await Refusal.IsAsync("Account.PersonUnknown", () => Users.AddAsync(new("moi", Next, Role.Self, null, "XYZ")));
        Assert.Equal(SignInOutcome.Wrong, (await Accounts.SignInAsync("moi", Next)).Outcome);
    }

    [Theory]
    [InlineData(Role.UnitHead, null, "Account.ScopeMissing"), InlineData(Role.CellSecretary, null, "Account.ScopeMissing"), InlineData(Role.HrOfficer, null, "Account.ScopeMissing")]
    [InlineData(Role.UnitHead, "CB-VP", "Account.ScopeOfOtherBranch"), InlineData(Role.CellSecretary, "VP", "Account.ScopeOfOtherBranch")]
    public async Task A_role_over_one_tree_names_a_unit_of_that_tree(Role role, string? scope, string code)
    {
        await Refusal.IsAsync(code, () => Users.AddAsync(new("moi", Next, role, scope)));
        await Refusal.IsAsync(code, () => Users.GrantAsync("self", role, scope));
    }

    [Fact]
    public async Task Of_an_account_that_is_not_there_nothing_is_changed()
    {
        await Refusal.IsAsync("Account.Unknown", () => Users.ResetPasswordAsync("ai", Next));
        await Refusal.IsAsync("Account.Unknown", () => Users.GrantAsync("ai", Role.Self, null));
        await Refusal.IsAsync("Account.Unknown", () => Users.RevokeAsync("ai", Role.Self));
        await Refusal.IsAsync("Account.ScopeUnknown", () => Users.GrantAsync("hr", Role.UnitHead, "XYZ"));
    }

    [Fact]
    public async Task A_sample_shows_its_accounts_with_person_role_and_scope()
    {
        var accounts = await Accounts.SampleAccountsAsync();
        Assert.Equal(["admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self"], accounts.Select(a => a.User));
        Assert.Equal(new("unithead", "Lục Đình Vạn", Role.UnitHead, "Phòng Quản lý công nghiệp"), accounts.Single(a => a.User == "unithead"));
        foreach (var account in accounts) Assert.Equal(SignInOutcome.Ok, (await Accounts.SignInAsync(account.User, Old)).Outcome);
    }

    [Fact]
    public async Task Signing_in_is_told_in_the_trail_with_the_name_and_so_is_failing_to()
    {
        await Accounts.SignInAsync("hr", Old);
        await Accounts.SignInAsync("hr", "wrong");
        await Accounts.SignInAsync("nobody", "wrong");

        var trail = await _org.Database.ReadAsync(db => db.Set<ChangeSet>().OrderByDescending(c => c.Seq).Take(2).Select(c => new { c.Verb, c.UserName }).ToListAsync());
        Assert.Equal([("Account.SignInFailed", "hr"), ("Account.SignIn", "hr")], trail.Select(c => (c.Verb, c.UserName)));
    }

    [Fact]
    public async Task No_password_hash_or_stamp_is_in_the_trail()
    {
        await Users.AddAsync(new("moi", Next, Role.Self));
        await Users.ResetPasswordAsync("moi", "Mat-khau#khac2026");
        for (var i = 0; i < 5; i++) await Accounts.SignInAsync("moi", "Sai-mat-khau#2026");

        await using var db = await _org.OpenAsync();
        var told = string.Join('\n', await db.Set<ChangeSetEntry>().Where(e => e.OwnerType == nameof(OrgUser)).Select(e => e.Before + e.After).ToListAsync());
        Assert.Contains("\"UserName\":\"moi\"", told, StringComparison.Ordinal);
        var secrets = (await db.Set<OrgUser>().ToListAsync()).SelectMany(u => new[] { u.PasswordHash!, u.SecurityStamp!, u.ConcurrencyStamp! });
        Assert.All(secrets.Concat([Next, Old, "Mat-khau#khac2026", "Sai-mat-khau#2026", "Hash", "Stamp"]), secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_grant_is_revoked_once()
    {
        var grant = Grant.Give(Guid.NewGuid(), Role.Self, null, new(2026, 1, 1));
        grant.Revoke(new(2026, 2, 1));
        Refusal.Is("Grant.Ended", () => grant.Revoke(new(2026, 2, 1)));
    }
}
