using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Search;
using OrgManager.Staff;

namespace OrgManager.Tests.Data;

/// <summary>What one node changed the other shows with its very next answer, whatever it had at hand before.</summary>
public class SecondNodeTests : IAsyncLifetime
{
    private TestOrg _a = null!, _b = null!;

    public async Task InitializeAsync() => _b = (_a = await TestOrg.StartModelAsync()).Beside();

    public async Task DisposeAsync()
    {
        await _b.DisposeAsync();
        await _a.DisposeAsync();
    }

    [Fact]
    public async Task A_grant_revoked_on_one_node_is_gone_on_the_other()
    {
        var (id, stamp) = await AccountAsync("hr");
        Assert.True((await _b.Get<ActorDirectory>().FindAsync(id, stamp)).May(Permission.ChangeStaffWork));

        await _a.Get<UserService>().RevokeAsync("hr", Role.HrOfficer);

        Assert.False((await _b.Get<ActorDirectory>().FindAsync(id, stamp)).May(Permission.ChangeStaffWork));
    }

    [Fact]
    public async Task Sessions_ended_on_one_node_are_ended_on_the_other()
    {
        var (id, stamp) = await AccountAsync("hr");
        Assert.NotNull((await _b.Get<ActorDirectory>().FindAsync(id, stamp)).UserId);

        await _a.Get<UserService>().EndSessionsAsync("hr");

        Assert.Null((await _b.Get<ActorDirectory>().FindAsync(id, stamp)).UserId);
    }

    [Fact]
    public async Task A_person_whose_name_was_corrected_acts_under_it_on_both()
    {
        var (id, stamp) = await AccountAsync("hr");
        var person = (await _b.Get<ActorDirectory>().FindAsync(id, stamp)).PersonId!.Value;

        await _a.Database.ChangeAsync(new("Test.Correct"), async db =>
        {
            var known = await db.LoadAsync<Person>(person, default);
            known.Correct(new(known.Code, "Trần Thị Đổi", known.Sex, known.Born), "gõ nhầm");
        });

        Assert.Equal("Trần Thị Đổi", (await _b.Get<ActorDirectory>().FindAsync(id, stamp)).Name);
    }

    [Fact]
    public async Task A_unit_renamed_on_one_node_is_read_and_found_under_its_new_name_on_the_other()
    {
        Assert.Empty((await _b.Get<SearchService>().FindAsync("Phòng Mới Tinh", _b.Today)).Units);
        var unit = await _a.Units.GetAsync(await _a.UnitIdAsync("QLCN"));

        await _a.Units.ChangeAsync(unit.Seen, _a.Today, new() { Name = "Phòng Mới Tinh" });

        Assert.Equal("Phòng Mới Tinh", (await _b.SnapshotAsync(_b.Today)).Unit(unit.Seen.Id)!.Name);
        Assert.Equal("QLCN", Assert.Single((await _b.Get<SearchService>().FindAsync("phong moi tinh", _b.Today)).Units).Code);
        Assert.Contains((await _b.Get<OrganisationService>().TreeAsync(_b.Today)).Government, row => row.Name == "Phòng Mới Tinh");
    }

    [Fact]
    public async Task What_an_account_chose_on_one_node_holds_on_the_other()
    {
        await _a.SignInAsync("hr");
        _b.Actor = _a.Actor;
        Assert.Empty(await _b.Get<AccountService>().HiddenColumnsAsync("staff"));

        await _a.Get<AccountService>().HideColumnsAsync("staff", ["born"]);
        await _a.Get<AccountService>().SetThemeAsync("dark");

        Assert.Equal(["born"], await _b.Get<AccountService>().HiddenColumnsAsync("staff"));
        Assert.Equal("dark", (await _b.Get<AccountService>().PreferencesAsync(_b.Actor.UserId!.Value))?.Theme);
    }

    [Fact]
    public async Task The_other_node_watches_the_chain_as_it_grows()
    {
        var before = await _b.Get<TrailService>().ChainAsync();

        await _a.Get<UserService>().DisableAsync("hr");

        var after = await _b.Get<TrailService>().ChainAsync();
        Assert.Equal((before.Seq + 1, null), (after.Seq, after.BrokenAt));
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_over_both()
    {
        for (var tried = 0; tried < 4; tried++) await (tried % 2 == 0 ? _a : _b).Get<AccountService>().SignInAsync("hr", "wrong");

        Assert.Equal(SignInOutcome.Locked, (await _a.Get<AccountService>().SignInAsync("hr", "wrong")).Outcome);
        Assert.Equal(SignInOutcome.Locked, (await _b.Get<AccountService>().SignInAsync("hr", AccountService.SamplePassword)).Outcome);
    }

    private async Task<(Guid Id, string Stamp)> AccountAsync(string name)
    {
        var id = await _a.Database.ReadAsync(db => db.Set<OrgUser>().Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
        return (id, (await _a.Get<AccountService>().SecurityStampAsync(id))!);
    }
}
