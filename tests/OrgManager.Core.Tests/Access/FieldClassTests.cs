using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>Columns and filters of a class of fields exist only for the rows whose reader has the permission.</summary>
public class FieldClassTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private readonly TestOrg _org = model.Org;

    [Theory]
    [InlineData("hr", true, true, 89), InlineData("inspector", true, true, 89), InlineData("director", false, true, 89), InlineData("unithead", false, false, 6), InlineData("self", true, true, 1)]
    public async Task Each_role_has_its_columns_of_the_roster(string user, bool personal, bool party, int rows)
    {
        await _org.SignInAsync(user);
        var roster = await RosterAsync(new(Then));

        Assert.Equal((new(personal, party), rows), (roster.Columns, roster.Total));
        Assert.All(roster.Rows, r => Assert.Equal((personal, personal, party), (r.Born is not null, r.Sex is not null, r.PartyMember is not null)));
        Assert.All(roster.Rows, r => Assert.True(personal || r.Salary is null));
        Assert.Equal(personal, roster.Rows.Any(r => r.Salary is not null));
        Assert.All(roster.Rows, r => Assert.Equal(r.PartyMember == true, r.PartyMemberSince is not null));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_filter_by_party_finds_nobody_whose_party_is_hidden(bool member)
    {
        await _org.SignInAsync("unithead");
        Assert.Equal(0, (await RosterAsync(new(Then, PartyMember: member))).Total);
    }

    [Fact]
    public async Task With_two_grants_every_row_is_shown_by_what_reaches_it()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("kiem", AccountService.SamplePassword, Role.UnitHead, "SCT"));
        await _org.Get<UserService>().GrantAsync("kiem", Role.CellSecretary, "CB-VP");
        await _org.Get<UserService>().GrantAsync("kiem", Role.HrOfficer, "KC");
        await _org.SignInAsync("kiem");

        var all = await RosterAsync(new(Then));
        Assert.Equal(89, all.Total);
        Assert.Equal(16, all.Rows.Count(r => r.Born is not null));
        Assert.All(all.Rows, r => Assert.Equal(r.UnitCode == "KC", r.Born is not null));
        Assert.Equal(11 + 16, all.Rows.Count(r => r.PartyMember is not null)); // the members of the cell, everybody of the centre

        var (members, others) = (await RosterAsync(new(Then, PartyMember: true)), await RosterAsync(new(Then, PartyMember: false)));
        Assert.Equal((11 + 12, 4), (members.Total, others.Total));
        Assert.All(members.Rows.Concat(others.Rows), r => Assert.NotNull(r.PartyMember));
    }

    [Fact]
    public async Task One_whose_cell_is_reached_but_not_the_unit_is_not_in_the_roster()
    {
        await _org.SignInAsync("cell1");
        Assert.Equal(["CB005"], (await RosterAsync(new(Then))).Rows.Select(r => r.Code)); // oneself
    }

    [Fact]
    public async Task A_search_finds_only_who_may_be_seen()
    {
        await _org.SignInAsync("unithead");
        Assert.Equal(0, (await RosterAsync(new(Then, Search: "Nông Thị Kim Thoa"))).Total);
        Assert.Equal(0, (await RosterAsync(new(Then, "VP"))).Total);
        Assert.Equal(1, (await RosterAsync(new(Then, Search: "luc dinh van"))).Total);
        Assert.Equal(["QLCN"], (await RosterAsync(new(Then))).Units.Select(u => u.Code));
    }

    [Theory]
    [InlineData("admin", "", ""), InlineData("unithead", "QLCN", ""), InlineData("cell1", "", "CB-VP"), InlineData("self", "", "")]
    [InlineData("partyclerk", "", "all"), InlineData("hr", "all", "all"), InlineData("director", "all", "all")]
    public async Task The_tree_shows_posts_and_members_only_in_reach_and_the_totals_to_everybody(string user, string posts, string members)
    {
        await _org.SignInAsync(user);
        var tree = await _org.Get<OrganisationService>().TreeAsync(Then);

        Assert.Equal(posts == "all" ? tree.Government.Select(r => r.Code) : posts.Split(' ', StringSplitOptions.RemoveEmptyEntries), tree.Government.Where(r => r.Posts is not null).Select(r => r.Code));
        Assert.Equal(members == "all" ? tree.Party.Select(r => r.Code) : members.Split(' ', StringSplitOptions.RemoveEmptyEntries), tree.Party.Where(r => r.Members is not null).Select(r => r.Code));
        Assert.Equal((55, 53, 9), (tree.Totals.Assigned.CivilServant, tree.Totals.Present.CivilServant, tree.Totals.Cells));
        Assert.Equal(members == "all" ? (75, 2) : (null, (int?)null), (tree.Totals.Official, tree.Totals.Probationary));
    }

    [Fact]
    public async Task Who_may_know_that_somebody_is_a_member_may_not_know_the_office_or_the_exemption()
    {
        await _org.SignInAsync("hr");
        Assert.All((await _org.Get<CellService>().ListAsync(Then)).Cells, c => Assert.Equal((null, null, null), (c.Secretary, c.Committee, c.Exempt)));
        await _org.SignInAsync("cell1");
        var own = Assert.Single((await _org.Get<CellService>().ListAsync(Then)).Cells);
        Assert.Equal(("CB-VP", "Nông Thị Kim Thoa", 3, 1), (own.Code, own.Secretary, own.Committee, own.Exempt));
    }

    [Fact]
    public async Task A_cell_is_counted_for_an_HR_officer_only_if_all_its_people_are_in_reach()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("nhansu", AccountService.SamplePassword, Role.HrOfficer, "KC"));
        await _org.SignInAsync("nhansu");
        Assert.Equal([("CB-KC", 12)], (await _org.Get<ReportService>().PartyAsync(Then)).ByCell.Select(c => (c.Code, c.Members)));
        Assert.Equal(["KC", "KC-HC", "KC-KCTV"], (await _org.Get<ReportService>().HeadcountAsync(Then)).Units.Select(u => u.Code));
    }

    private Task<Roster> RosterAsync(RosterQuery query) => _org.Get<RosterService>().ListAsync(query, new(Take: 200));
}
