using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>What an administrator does with accounts works at once, never locks everybody out, and gives nobody rights over themselves.</summary>
public class UserServiceTests : IAsyncLifetime
{
    private const string Password = AccountService.SamplePassword, Next = "Mat-khau#moi2026";
    private TestOrg _org = null!;
    private UserService Users => _org.Get<UserService>();
    private UserViewService Views => _org.Get<UserViewService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_is_given_and_taken_back_works_with_the_next_thing_the_other_asks_for()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("unithead");
        await _org.SignInAsync("admin");
        Assert.Equal(8, await RosterAsync(other));

        await Users.GrantAsync("unithead", Role.Director, "SCT");
        await RefreshAsync(other);
        Assert.True(await RosterAsync(other) > 80);

        var card = await Views.CardAsync("unithead");
        foreach (var grant in card.Grants) await Users.RevokeGrantAsync(grant.Seen, _org.Today);
        await RefreshAsync(other);
        Assert.Equal(1, await RosterAsync(other)); // oneself
        Assert.Equal(UserState.WithoutGrant, (await Views.CardAsync("unithead")).State);
    }

    [Fact]
    public async Task A_grant_for_a_time_begins_and_ends_by_itself()
    {
        await _org.SignInAsync("admin");
        await Users.GrantAsync("self", Role.Inspector, null, _org.Today.AddDays(10), _org.Today.AddDays(20));
        Assert.Equal(GrantState.Ahead, (await GrantAsync("self", Role.Inspector)).State);

        foreach (var (days, sees) in new[] { (0, false), (9, false), (1, true), (9, true), (1, false) })
        {
            _org.Time.Advance(TimeSpan.FromDays(days));
            await _org.SignInAsync("self");
            Assert.Equal(sees, _org.Actor.Roles.Contains(Role.Inspector));
        }
    }

    [Fact]
    public async Task A_grant_begins_and_ends_in_order_and_never_in_the_past()
    {
        await _org.SignInAsync("admin");
        await Refusal.IsAsync("Grant.InThePast", () => Users.GrantAsync("self", Role.Inspector, null, _org.Today.AddDays(-1)));
        await Refusal.IsAsync("Grant.DaysOutOfOrder", () => Users.GrantAsync("self", Role.Inspector, null, _org.Today, _org.Today));
        var grant = await GrantAsync("hr", Role.HrOfficer);
        await Refusal.IsAsync("Grant.InThePast", () => Users.RevokeGrantAsync(grant.Seen, _org.Today.AddDays(-1)));
        await Users.RevokeGrantAsync(grant.Seen, _org.Today.AddDays(5));
        await Assert.ThrowsAsync<ConflictException>(() => Users.RevokeGrantAsync(grant.Seen, _org.Today));
    }

    [Fact]
    public async Task A_grant_taken_back_before_it_begins_never_holds()
    {
        await _org.SignInAsync("admin");
        await Users.GrantAsync("self", Role.Inspector, null, _org.Today.AddDays(10));
        await Users.RevokeGrantAsync((await GrantAsync("self", Role.Inspector)).Seen, _org.Today);
        Assert.Equal(GrantState.Over, (await GrantAsync("self", Role.Inspector)).State);
        _org.Time.Advance(TimeSpan.FromDays(15));
        await _org.SignInAsync("self");
        Assert.Equal([Role.Self], _org.Actor.Roles);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var grant = await GrantAsync("admin", Role.Admin);
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.RevokeGrantAsync(grant.Seen, _org.Today));
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.RevokeGrantAsync(grant.Seen, _org.Today.AddDays(400)));
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.RevokeAsync("admin", Role.Admin));
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.DisableAsync("admin"));

        await Users.AddAsync(new("admin2", Next, Role.Admin, Until: _org.Today.AddDays(30)));
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.DisableAsync("admin")); // for who would be there in a month?
        await Users.AddAsync(new("admin3", Next, Role.Admin));
        await Users.DisableAsync("admin3");
        await Refusal.IsAsync("Account.LastAdministrator", () => Users.RevokeAsync("admin", Role.Admin));
        await Users.EnableAsync("admin3");
        await Users.RevokeAsync("admin", Role.Admin);
        await Users.DisableAsync("admin");
        await Users.DisableAsync("hr");
    }

    [Fact]
    public async Task Nobody_gives_rights_to_themselves_or_locks_themselves_out()
    {
        await _org.SignInAsync("admin");
        await Refusal.IsAsync("Account.OwnRights", () => Users.GrantAsync("ADMIN", Role.Inspector, null));
        await Refusal.IsAsync("Account.OwnRights", () => Users.LinkAsync("admin", "CB001"));
        await Refusal.IsAsync("Account.OwnPassword", () => Users.ResetPasswordAsync("admin", Next));
        await Refusal.IsAsync("Account.OwnDisable", () => Users.DisableAsync("admin"));
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_its_old_sessions_stay_over()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("hr");
        var (id, stamp) = (other.Actor.UserId!.Value, await other.Get<AccountService>().SecurityStampAsync(other.Actor.UserId!.Value));
        await _org.SignInAsync("admin");

        await Users.DisableAsync("hr");
        Assert.Same(Actor.Nobody, await other.Get<ActorDirectory>().FindAsync(id, stamp));
        Assert.Equal(SignInOutcome.Disabled, (await _org.Get<AccountService>().SignInAsync("hr", Password)).Outcome);

        await Users.EnableAsync("hr");
        Assert.Equal(SignInOutcome.Ok, (await _org.Get<AccountService>().SignInAsync("hr", Password)).Outcome);
        Assert.Same(Actor.Nobody, await other.Get<ActorDirectory>().FindAsync(id, stamp));
    }

    [Fact]
    public async Task Ending_the_sessions_leaves_the_password()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("hr");
        var (id, stamp) = (other.Actor.UserId!.Value, await other.Get<AccountService>().SecurityStampAsync(other.Actor.UserId!.Value));
        await Users.EndSessionsAsync("hr");
        Assert.Same(Actor.Nobody, await other.Get<ActorDirectory>().FindAsync(id, stamp));
        Assert.Equal(SignInOutcome.Ok, (await _org.Get<AccountService>().SignInAsync("hr", Password)).Outcome);
    }

    [Fact]
    public async Task A_locked_account_is_shown_as_locked_until_it_is_unlocked()
    {
        for (var i = 0; i < 5; i++) await _org.Get<AccountService>().SignInAsync("hr", "wrong");
        var locked = await Views.CardAsync("hr");
        Assert.Equal((UserState.Locked, _org.Time.GetUtcNow().UtcDateTime.AddMinutes(15)), (locked.State, locked.LockedUntilUtc!.Value));
        Assert.Equal([SignInTry.FailedAndLocked, SignInTry.Failed, SignInTry.Failed, SignInTry.Failed, SignInTry.Failed], locked.SignIns.Select(s => s.Outcome));

        await Users.UnlockAsync("hr");
        Assert.Equal(SignInOutcome.Ok, (await _org.Get<AccountService>().SignInAsync("hr", Password)).Outcome);
        var open = await Views.CardAsync("hr");
        Assert.Equal((UserState.Active, SignInTry.Succeeded), (open.State, open.SignIns[0].Outcome));
    }

    private static async Task<int> RosterAsync(TestOrg org) => (await org.Get<RosterService>().ListAsync(new(org.Today), new(Take: 1))).Total;

    /// <summary>As the site does with every request: the same session, the rights of now.</summary>
    private static async Task RefreshAsync(TestOrg org)
    {
        var id = org.Actor.UserId!.Value;
        org.Actor = await org.Get<ActorDirectory>().FindAsync(id, await org.Get<AccountService>().SecurityStampAsync(id));
    }

    private async Task<GrantRow> GrantAsync(string user, Role role)
    {
        var (was, _) = (_org.Actor, _org.Actor = Actor.System);
        var grant = (await Views.CardAsync(user)).Grants.First(g => g.Role == role);
        _org.Actor = was;
        return grant;
    }
}
