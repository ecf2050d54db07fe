using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Search;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Tests.Organisation.ReadModel;

/// <summary>What a process keeps in memory shows nobody what another process has changed since, and no reader what only another may see.</summary>
public class FreshnessTests : IAsyncLifetime
{
    private const string Unit = "QLCN";
    private static readonly string?[] Orders = [null, "name", "unit", "since"];

    private TestOrg _org = null!, _beside = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _beside = _org.Beside();
    }

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _org.DisposeAsync();
    }

    [Fact]
    public async Task Who_moved_at_another_node_stands_in_the_new_unit_in_every_order_and_in_the_old_one_on_the_day_before()
    {
        await _org.SignInAsync("hr");
        foreach (var order in Orders) await ListAsync(new(_org.Today), order); // kept in memory from here on
        var (old, next) = (await ListAsync(new(_org.Today, Unit)), await ListAsync(new(_org.Today, "VP")));
        var person = old.Rows[^1];

        await MoveAsync(person.PersonId, "VP");

        foreach (var order in Orders) Assert.Equal("VP", (await ListAsync(new(_org.Today), order)).Rows.Single(row => row.PersonId == person.PersonId).UnitCode);
        Assert.Equal((old.Total - 1, next.Total + 1), ((await ListAsync(new(_org.Today, Unit))).Total, (await ListAsync(new(_org.Today, "VP"))).Total));
        Assert.Equal(old.Groups[0].People - 1, (await ListAsync(new(_org.Today, Unit))).Groups[0].People);
        Assert.Contains((await ListAsync(new(_org.Today.AddDays(-1), Unit))).Rows, row => row.PersonId == person.PersonId);
        Assert.Equal(await PresentAsync(_beside, "VP"), await PresentAsync(_org, "VP"));
    }

    [Fact]
    public async Task Who_left_somebodys_reach_at_another_node_is_neither_listed_nor_found_by_them_any_more()
    {
        await _org.SignInAsync("unithead");
        var person = (await ListAsync(new(_org.Today))).Rows[^1];
        Assert.Contains(await FindAsync(person.FullName), found => found.Code == person.Code);

        await MoveAsync(person.PersonId, "VP");

        Assert.DoesNotContain((await ListAsync(new(_org.Today))).Rows, row => row.PersonId == person.PersonId);
        Assert.DoesNotContain(await FindAsync(person.FullName), found => found.Code == person.Code);
    }

    [Fact]
    public async Task A_list_made_for_who_sees_everybody_is_cut_for_who_comes_next()
    {
        foreach (var order in Orders)
        {
            await _org.SignInAsync("hr");
            var whole = await ListAsync(new(_org.Today), order);
            await _org.SignInAsync("unithead");
            var cut = await ListAsync(new(_org.Today), order);

            Assert.Equal(whole.Rows.Where(row => row.UnitCode == Unit).Select(row => row.Code), cut.Rows.Select(row => row.Code));
            Assert.Equal((cut.Rows.Count, Unit), (cut.Total, Assert.Single(cut.Units).Code));
            Assert.All(cut.Groups, group => Assert.Equal((Unit, cut.Total), (group.UnitCode, group.People)));
            Assert.Empty((await ListAsync(new(_org.Today, "VP"), order)).Rows);
        }
    }

    [Fact]
    public async Task A_unit_founded_and_a_target_moved_at_another_node_are_told_at_once()
    {
        await _org.SignInAsync("director");
        var tree = await _org.Get<OrganisationService>().TreeAsync(_org.Today);
        await _org.Get<TargetService>().ProgressAsync(_org.Today);
        Assert.DoesNotContain(tree.Government, row => row.Code == "MOI");

        await _beside.Units.FoundAsync(new("MOI", Branch.Government, new("Phòng Mới", "Division", await _beside.UnitIdAsync("SCT"))), _org.Today);

        Assert.Contains((await _org.Get<OrganisationService>().TreeAsync(_org.Today)).Government, row => row.Code == "MOI");
        Assert.Equal(
            (await _beside.Get<TargetService>().ProgressAsync(_org.Today)).Select(t => (t.Code, t.Value, t.Count)),
            (await _org.Get<TargetService>().ProgressAsync(_org.Today)).Select(t => (t.Code, t.Value, t.Count)));
    }

    [Fact]
    public async Task A_tree_made_for_who_sees_everything_is_cut_for_who_comes_next()
    {
        await _org.SignInAsync("hr");
        var whole = await _org.Get<OrganisationService>().TreeAsync(_org.Today);
        Assert.All(whole.Government, row => Assert.NotNull(row.Posts));
        Assert.NotNull(whole.Totals.Official);

        await _org.SignInAsync("unithead");
        var cut = await _org.Get<OrganisationService>().TreeAsync(_org.Today);

        Assert.Equal([Unit], cut.Government.Where(row => row.Posts is not null).Select(row => row.Code));
        Assert.All(cut.Party, row => Assert.Null(row.Members));
        Assert.Equal((null, null, whole.Totals.Allocated), (cut.Totals.Official, cut.Totals.Probationary, cut.Totals.Allocated));
    }

    [Fact]
    public async Task The_road_of_a_target_is_told_anew_after_a_change_at_another_node()
    {
        await _org.SignInAsync("director");
        async Task<decimal> ValueAsync() => (await _org.Get<TargetService>().DetailsAsync("B", _org.Today)).Progress.Value;
        var before = await ValueAsync();
        var unit = (await _beside.SnapshotAsync(_org.Today)).Unit("SCT")!;

        await _beside.Get<QuotaService>().SetAsync([new(unit.Id, QuotaKind.Assigned, QuotaCategory.CivilServant, unit.Assigned!.Value.CivilServant - 3)], _org.Today);

        Assert.Equal(before - 3, await ValueAsync());
    }

    private Task<Roster> ListAsync(RosterQuery query, string? order = null) => _org.Get<RosterService>().ListAsync(query, new(Take: 500, SortBy: order));

    private async Task<IReadOnlyList<PersonHit>> FindAsync(string text) => (await _org.Get<SearchService>().FindAsync(text, _org.Today)).People;

    private static async Task<PostCounts> PresentAsync(TestOrg org, string unit) => (await org.SnapshotAsync(org.Today)).Unit(unit)!.Present;

    private async Task MoveAsync(Guid person, string unit)
    {
        var staff = _beside.Get<StaffService>();
        var seen = (await staff.EmploymentOnAsync(person, _org.Today)).Seen;
        await staff.ChangeAsync([(seen, new() { UnitId = await _beside.UnitIdAsync(unit) })], _org.Today);
    }
}
