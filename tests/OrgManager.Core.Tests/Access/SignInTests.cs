using OrgManager.Access;

namespace OrgManager.Tests.Access;

/// <summary>Signing in, failing to, being locked out, and being let in again.</summary>
public class SignInTests : IAsyncLifetime
{
    private const string Password = AccountService.SamplePassword;
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("hr"), InlineData("HR"), InlineData("  Hr ")]
    public async Task The_right_password_signs_in_however_the_name_is_typed(string name)
    {
        var result = await SignInAsync(name, Password);
        Assert.Equal((SignInOutcome.Ok, true), (result.Outcome, result.UserId is not null));
    }

    [Fact]
    public async Task Wrong_passwords_count_down_and_the_fifth_locks()
    {
        Assert.Equal([(SignInOutcome.Wrong, 4), (SignInOutcome.Wrong, 3), (SignInOutcome.Wrong, 2), (SignInOutcome.Wrong, 1), (SignInOutcome.Locked, 0)], await FailAsync("hr", 5));
        Assert.Equal(_org.Time.GetUtcNow().UtcDateTime.AddMinutes(15), (await SignInAsync("hr", Password)).LockedUntilUtc);
    }

    [Fact]
    public async Task A_name_without_an_account_fails_and_locks_just_the_same() =>
        Assert.Equal(await FailAsync("hr", 7), await FailAsync("nobody", 7));

    [Fact]
    public async Task A_locked_account_does_not_take_the_right_password_either_until_15_minutes_are_over()
    {
        await FailAsync("hr", 5);
        Assert.Equal(SignInOutcome.Locked, (await SignInAsync("hr", Password)).Outcome);
        _org.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.Locked, (await SignInAsync("hr", Password)).Outcome);
        _org.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.Ok, (await SignInAsync("hr", Password)).Outcome);
    }

    [Fact]
    public async Task Trying_on_a_locked_account_does_not_lock_it_longer()
    {
        await FailAsync("hr", 5);
        _org.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.All(await FailAsync("hr", 3), tried => Assert.Equal(SignInOutcome.Locked, tried.Item1));
        _org.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([(SignInOutcome.Wrong, 4)], await FailAsync("hr", 1));
    }

    [Fact]
    public async Task Signing_in_forgets_the_failures_before()
    {
        await FailAsync("hr", 4);
        await SignInAsync("hr", Password);
        Assert.Equal([(SignInOutcome.Wrong, 4)], await FailAsync("hr", 1));
    }

    [Fact]
    public async Task Failures_count_whichever_process_they_come_by()
    {
        await using var other = _org.Beside();
        await FailAsync("hr", 4);
        Assert.Equal(SignInOutcome.Locked, (await other.Get<AccountService>().SignInAsync("hr", "wrong")).Outcome);
        Assert.Equal(SignInOutcome.Locked, (await SignInAsync("hr", Password)).Outcome);
        Assert.Equal(SignInOutcome.Ok, (await SignInAsync("director", Password)).Outcome);
    }

    [Fact]
    public async Task A_disabled_account_is_told_so_only_by_the_right_password_and_its_session_ends()
    {
        var stamp = await StampAsync("hr");
        await DisableAsync("hr");

        Assert.Equal(SignInOutcome.Disabled, (await SignInAsync("hr", Password)).Outcome);
        Assert.Equal(SignInOutcome.Wrong, (await SignInAsync("hr", "wrong")).Outcome);
        Assert.Null(await StampAsync("hr"));
        Assert.Same(Actor.Nobody, await _org.Get<ActorDirectory>().FindAsync(await IdAsync("hr"), stamp));
    }

    [Fact]
    public async Task A_session_with_another_stamp_is_nobodys()
    {
        var id = await IdAsync("hr");
        Assert.Same(Actor.Nobody, await _org.Get<ActorDirectory>().FindAsync(id, "other"));
        Assert.Same(Actor.Nobody, await _org.Get<ActorDirectory>().FindAsync(id, null));
        Assert.Equal("Mè Thị Lan Hương", (await _org.Get<ActorDirectory>().FindAsync(id, await StampAsync("hr"))).Name);
    }

    [Fact]
    public async Task Language_and_theme_stay_with_the_account_and_are_one_of_two()
    {
        await _org.SignInAsync("hr");
        var accounts = _org.Get<AccountService>();
        Assert.Equal(("vi", "light"), await accounts.PreferencesAsync(_org.Actor.UserId!.Value));

        await accounts.SetLanguageAsync("en");
        await accounts.SetThemeAsync("dark");
        Assert.Equal(("en", "dark"), await accounts.PreferencesAsync(_org.Actor.UserId!.Value));
        await accounts.SetLanguageAsync("xx");
        await accounts.SetThemeAsync("xx");
        Assert.Equal(("vi", "light"), await accounts.PreferencesAsync(_org.Actor.UserId!.Value));
        Assert.Null(await accounts.PreferencesAsync(Guid.NewGuid()));
    }

    private Task<SignInResult> SignInAsync(string user, string password) => _org.Get<AccountService>().SignInAsync(user, password);

    private async Task<List<(SignInOutcome, int)>> FailAsync(string user, int times)
    {
        var results = new List<(SignInOutcome, int)>();
        for (var i = 0; i < times; i++)
        {
            var result = await SignInAsync(user, "wrong");
            results.Add((result.Outcome, result.TriesLeft));
        }
        return results;
    }

    private async Task<Guid> IdAsync(string user) => await _org.Database.ReadAsync(async db => (await Passwords.FindAsync(db, user, default))!.Id);

    private async Task<string?> StampAsync(string user) => await _org.Get<AccountService>().SecurityStampAsync(await IdAsync(user));

    private Task DisableAsync(string user) =>
        _org.Database.ChangeAsync(new("Test"), async db => (await Passwords.FindAsync(db, user, default))!.IsDisabled = true);
}
