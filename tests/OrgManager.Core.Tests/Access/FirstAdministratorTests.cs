using OrgManager.Access;

namespace OrgManager.Tests.Access;

/// <summary>The link that an empty database prints, and what an empty or real database does not have.</summary>
public class FirstAdministratorTests : IAsyncLifetime
{
    private const string Password = "Mat-khau#moi2026";
    private TestOrg _org = null!;
    private AccountService Accounts => _org.Get<AccountService>();
    private string Token => _org.Get<FirstAdministrator>().Token;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartAsync();
        _org.Actor = Actor.Nobody;
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_link_makes_an_administrator_once()
    {
        Assert.True(await Accounts.FirstAdministratorPendingAsync(Token));
        var id = await Accounts.CreateFirstAdministratorAsync(Token, "root", Password);

        Assert.Equal(new(SignInOutcome.Ok, id, 0, null), await Accounts.SignInAsync("root", Password));
        await _org.SignInAsync("root");
        Assert.Equal([Role.Admin], _org.Actor.Roles);
        Assert.False(await Accounts.FirstAdministratorPendingAsync(Token));
        await Refusal.IsAsync("Account.LinkUsed", () => Accounts.CreateFirstAdministratorAsync(Token, "second", Password));
    }

    [Fact]
    public async Task Another_token_does_nothing_and_every_process_has_its_own()
    {
        await using var other = _org.Beside();
        Assert.NotEqual(Token, other.Get<FirstAdministrator>().Token);
        foreach (var wrong in new[] { "", "x", Token[1..], other.Get<FirstAdministrator>().Token })
        {
            Assert.False(await Accounts.FirstAdministratorPendingAsync(wrong));
            await Refusal.IsAsync("Account.LinkUsed", () => Accounts.CreateFirstAdministratorAsync(wrong, "root", Password));
        }
    }

    [Fact]
    public async Task A_refused_try_does_not_use_the_link_up()
    {
        await Refusal.IsAsync("Account.PasswordWeak", () => Accounts.CreateFirstAdministratorAsync(Token, "root", "weak"));
        await Refusal.IsAsync("Account.NameMissing", () => Accounts.CreateFirstAdministratorAsync(Token, " ", Password));
        await Accounts.CreateFirstAdministratorAsync(Token, "root", Password);
    }

    [Fact]
    public async Task Two_who_use_the_link_at_once_do_not_both_get_in()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() =>
            Record.ExceptionAsync(() => Accounts.CreateFirstAdministratorAsync(Token, $"root{i}", Password)))));
        Assert.Equal("Account.LinkUsed", Assert.Single(tries.OfType<OrgManager.Common.RuleBrokenException>()).Code);
        Assert.Single(tries, e => e is null);
    }

    [Fact]
    public async Task A_database_that_is_no_sample_shows_no_accounts()
    {
        Assert.Empty(await Accounts.SampleAccountsAsync());
        await Accounts.CreateFirstAdministratorAsync(Token, "root", Password);
        Assert.Empty(await Accounts.SampleAccountsAsync());
    }
}
