using OrgManager.Access;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>What an administrator is told of accounts.</summary>
public class UserViewServiceTests : IAsyncLifetime
{
    private const string Password = AccountService.SamplePassword, Next = "Mat-khau#moi2026";
    private TestOrg _org = null!;
    private UserService Users => _org.Get<UserService>();
    private UserViewService Views => _org.Get<UserViewService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_list_finds_by_name_person_role_and_state_and_tells_the_last_sign_in()
    {
        await _org.Get<AccountService>().SignInAsync("unithead", Password);
        await Users.DisableAsync("cell1");
        var all = await Views.ListAsync(new(), new(Take: 50));

        Assert.Equal((9, _org.Time.GetUtcNow().UtcDateTime), (all.Total, all.Rows.Single(r => r.Name == "unithead").LastSignInUtc));
        Assert.Null(all.Rows.Single(r => r.Name == "hr").LastSignInUtc);
        Assert.Equal(["unithead"], await NamesAsync(new("luc dinh")));
        Assert.Equal(["inspector"], await NamesAsync(new(Role: Role.Inspector)));
        Assert.Equal(["cell1"], await NamesAsync(new(State: UserState.Disabled)));
    }

    [Fact]
    public async Task The_list_leaves_whole_with_an_administrator_who_may_take_lists_out_too()
    {
        await _org.SignInAsync("admin");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Views.ExportAsync(new()));

        await Users.GrantAsync("inspector", Role.Admin, null);
        await _org.SignInAsync("inspector");
        Assert.Equal((await Views.ListAsync(new(), new(Take: 50))).Rows.Select(r => r.Name), (await Views.ExportAsync(new())).Rows.Select(r => r.Name));
        Assert.Equal(["cell1"], (await Views.ExportAsync(new(Role: Role.CellSecretary))).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task A_grant_over_a_unit_that_is_no_more_is_told()
    {
        await Users.AddAsync(new("truongphong", Next, Role.UnitHead, "QLTM"));
        Assert.True((await GrantAsync("truongphong")).ScopeEnded);
        Assert.False((await GrantAsync("unithead")).ScopeEnded);
    }

    [Fact]
    public async Task Whose_password_it_is_is_told_until_the_owner_changes_it()
    {
        await _org.SignInAsync("admin");
        await Users.ResetPasswordAsync("hr", Next);
        Assert.True((await Views.CardAsync("hr")).PasswordSetByOther);
        await _org.SignInAsync("hr");
        await _org.Get<AccountService>().ChangePasswordAsync(Next, "Mat-khau#khac2026");
        await _org.SignInAsync("admin");
        Assert.False((await Views.CardAsync("hr")).PasswordSetByOther);
    }

    [Fact]
    public async Task An_account_is_linked_to_a_person_found_by_part_of_a_name()
    {
        await _org.SignInAsync("admin");
        await Users.AddAsync(new("moi", Next, Role.Self));
        Assert.Empty(await Views.FindPeopleAsync("l"));
        var person = Assert.Single(await Views.FindPeopleAsync("trieu van lam"));
        await Users.LinkAsync("moi", person.Code);
        await _org.SignInAsync("moi");
        Assert.Equal(1, (await _org.Get<RosterService>().ListAsync(new(_org.Today), new())).Total);
    }

    private async Task<GrantRow> GrantAsync(string user) => (await Views.CardAsync(user)).Grants.Single();

    private async Task<IEnumerable<string>> NamesAsync(UserQuery query) => (await Views.ListAsync(query, new(Take: 50))).Rows.Select(r => r.Name);
}
