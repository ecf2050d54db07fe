using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>What the page of one unit knows, and who may know it.</summary>
public class UnitCardTests : IAsyncLifetime
{
    private static readonly DateOnly Merged = new(2020, 7, 1), MidYear = new(2021, 6, 30);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_tells_place_posts_and_people_of_the_day()
    {
        var unit = await SeeAsync("TM", MidYear);

        Assert.Equal(("Phòng Quản lý thương mại", "Đàm Thị Ngọc Nhàn", true), (unit.Facts.Name, unit.Head?.FullName, unit.IsThere));
        Assert.Equal(["SCT"], unit.Above.Select(u => u.Code));
        Assert.Equal((10, 9, 1, 0), (unit.Posts!.Allocated.CivilServant, unit.Posts.Present.CivilServant, unit.Unused.CivilServant, unit.Over.CivilServant));
        Assert.Equal(["CB-TM"], unit.Served.Select(u => u.Code));
    }

    [Fact]
    public async Task One_unit_s_vacancy_does_not_hide_another_s_excess()
    {
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("VP"), QuotaKind.Allocated, QuotaCategory.CivilServant, 7)], new(2019, 6, 1));

        var root = await SeeAsync("SCT", new(2019, 10, 21));

        Assert.Equal((2, 2), (root.Unused.CivilServant, root.Over.CivilServant));
        Assert.Equal((55, 20), (root.Received!.Value.CivilServant, root.Received.Value.PublicEmployeeBudget));
    }

    [Fact]
    public async Task What_was_merged_and_what_it_became_name_each_other_with_the_decision()
    {
        var (now, before) = (await SeeAsync("TM", MidYear), await SeeAsync("QLTM", MidYear));

        Assert.Equal([("QLTM", Merged, "1897/QĐ-UBND"), ("XNK", Merged, "1897/QĐ-UBND")], now.Predecessors.Select(k => (k.Unit.Code, k.On, k.Decision!.Number)));
        Assert.Equal(("TM", SuccessionKind.Merge), before.Successors.Select(k => (k.Unit.Code, k.Kind)).Single());
    }

    [Fact]
    public async Task Outside_its_life_a_unit_is_told_as_on_the_nearest_day_of_it()
    {
        var (before, after) = (await SeeAsync("TM", Merged.AddDays(-1)), await SeeAsync("QLTM", MidYear));

        Assert.Equal((false, Merged), (before.IsThere, before.StartsOn));
        Assert.Equal((false, (DateOnly?)Merged, "Phòng Quản lý thương mại nội địa"), (after.IsThere, after.EndsOn, after.Facts.Name));
        Assert.Equal(6, after.Posts!.Present.CivilServant);
    }

    [Fact]
    public async Task Its_story_tells_late_changes_in_their_place_and_each_with_what_was_before()
    {
        var id = await _org.UnitIdAsync("TM");
        var (move, late) = (new DateOnly(2026, 6, 1), new DateOnly(2022, 3, 1));
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, move, new() { ParentId = await _org.UnitIdAsync("KC") });
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, late, new() { Name = "Phòng Thương mại" });

        var story = (await SeeAsync("TM", MidYear)).Events.Where(e => e.Area == UnitEventArea.Organisation).ToList();

        Assert.Equal([(move, UnitEventKind.ParentChanged), (late, UnitEventKind.NameChanged), (Merged, UnitEventKind.Founded)], story.Select(e => (e.On, e.Kind)));
        Assert.Equal(("Phòng Quản lý thương mại", "Phòng Thương mại"), (story[1].Before!.Text, story[1].After!.Text));
        Assert.Equal(("Sở Công Thương tỉnh Mẫu", "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp"), (story[0].Before!.Text, story[0].After!.Text));
    }

    [Fact]
    public async Task Posts_set_together_and_people_who_came_together_are_one_line()
    {
        var story = (await SeeAsync("TM", MidYear)).Events;

        var transfer = story.Single(e => e.On == new DateOnly(2022, 1, 1) && e.Posts.Any(p => p.Before != p.After));
        Assert.Equal((10, 9), (transfer.Posts.Single().Before, transfer.Posts.Single().After));
        Assert.Equal(9, story.Where(e => e is { Kind: UnitEventKind.Joined } && e.On == Merged).Sum(e => e.People.Count));
        Assert.Contains("Khổng Văn Trấn", (await SeeAsync("XNK", MidYear)).Events.Where(e => e.Kind == UnitEventKind.Left).SelectMany(e => e.People).Select(p => p.FullName));
    }

    [Theory]
    [InlineData("hr", true, true, true, true)]
    [InlineData("director", true, true, false, true)]
    [InlineData("unithead", false, false, false, false)]
    [InlineData("cell1", false, false, false, false)]
    [InlineData("partyclerk", false, false, false, false)]
    public async Task Posts_and_people_are_for_whom_the_unit_is_in_reach(string user, bool posts, bool people, bool changes, bool corrects)
    {
        await _org.SignInAsync(user);

        var unit = await SeeAsync("VP", MidYear);

        var areas = unit.Events.Select(e => e.Area).ToHashSet();
        Assert.Equal((posts, posts, people), (unit.Posts is not null, areas.Contains(UnitEventArea.Quota), areas.Contains(UnitEventArea.People)));
        Assert.Equal((changes, corrects), (unit.MayChange, unit.MayCorrect));
        Assert.Equal(posts ? 13 : 0, unit.Unused.Total + (unit.Posts?.Present.Total ?? 0));
    }

    [Fact]
    public async Task A_cell_tells_its_members_only_to_whom_they_are_in_reach()
    {
        await _org.SignInAsync("partyclerk");
        Assert.Equal(new UnitMembers(11, 0), (await SeeAsync("CB-TM", new(2019, 10, 21))).Members);

        await _org.SignInAsync("unithead");
        Assert.Null((await SeeAsync("CB-TM", new(2019, 10, 21))).Members);
    }

    [Fact]
    public async Task A_code_no_unit_ever_had_is_not_found() => await Assert.ThrowsAsync<NotFoundException>(() => SeeAsync("KHONG", MidYear));

    private Task<UnitCard> SeeAsync(string code, DateOnly on) => _org.Get<OrganisationService>().UnitAsync(code, on);
}
