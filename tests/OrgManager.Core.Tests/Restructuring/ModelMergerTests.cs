using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Tests.Restructuring;

/// <summary>The three mergers of the model organisation, as they stand after being applied.</summary>
public class ModelMergerTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("2018-07-01", "KC-KCTV", "KC-KC KC-TV")]
    [InlineData("2020-07-01", "TM", "QLTM XNK")]
    [InlineData("2021-01-01", "NLATMT", "KTATMT QLNL")]
    [InlineData("2021-01-01", "CB-NLATMT", "CB-KTATMT CB-NL")]
    public async Task Two_units_end_and_one_begins_on_the_same_day_and_both_are_its_predecessors(string on, string into, string merged)
    {
        var day = TestDay.Of(on);
        var (before, after) = (await model.Org.SnapshotAsync(day.AddDays(-1)), await model.Org.SnapshotAsync(day));
        var edges = after.Timeline.Successions.Where(s => s.SuccessorId == after.Unit(into)!.Id).ToList();

        Assert.All(edges, edge => Assert.Equal((day, SuccessionKind.Merge), (edge.On, edge.Kind)));
        Assert.Equal(merged, string.Join(' ', edges.Select(e => before.Unit(e.PredecessorId)!.Code).Order(StringComparer.Ordinal)));
        Assert.Null(before.Unit(into));
        Assert.All(merged.Split(' '), code => Assert.Null(after.Unit(code)));
        Assert.All(edges, edge => Assert.NotNull(edge.DecisionId));
    }

    [Theory]
    [InlineData("TM", "1897/QĐ-UBND"), InlineData("NLATMT", "3466/QĐ-UBND"), InlineData("CB-NLATMT", "28-QĐ/ĐU"), InlineData("KC-KCTV", "1756/QĐ-UBND")]
    public async Task The_new_unit_stands_by_the_decision_of_its_own_side(string unit, string number)
    {
        await using var db = await model.Org.OpenAsync();
        var founding = db.Timeline.UnitByCode(unit)!.History[0].DecisionFor((int)OrgUnitFields.Kind);
        Assert.Equal(number, db.Set<Decision>().Single(d => d.Id == founding).Number);
    }

    [Theory]
    [InlineData("2020-07-01", "TM", "QLTM XNK", 1)]
    [InlineData("2021-01-01", "NLATMT", "QLNL KTATMT", 0)]
    public async Task Everybody_follows_into_the_new_unit_but_who_retires_that_day(string on, string into, string merged, int retired)
    {
        var (before, after) = (await model.Org.SnapshotAsync(TestDay.Of(on).AddDays(-1)), await model.Org.SnapshotAsync(TestDay.Of(on)));
        var people = merged.Split(' ').SelectMany(code => before.Unit(code)!.Posts).Select(p => p.Person.Id).ToList();

        Assert.Equal(people.Count - retired, after.Unit(into)!.Posts.Count);
        Assert.Empty(after.Unit(into)!.Posts.Select(p => p.Person.Id).Except(people));
    }

    [Fact]
    public async Task The_first_merger_leaves_the_trade_cell_serving_the_new_division_and_its_leader() =>
        Assert.Equal("Phòng Quản lý thương mại, Lường Quốc Thản", await CoversAsync("2020-07-01", "CB-TM"));

    [Fact]
    public async Task The_second_merger_makes_one_cell_of_two_and_it_serves_the_new_division()
    {
        Assert.Equal("Phòng Năng lượng - Kỹ thuật an toàn và Môi trường", await CoversAsync("2021-01-01", "CB-NLATMT"));
        var merged = (await model.Org.SnapshotAsync(new(2021, 1, 1))).Unit("CB-NLATMT")!;
        Assert.Equal(("Chi bộ Năng lượng - Kỹ thuật an toàn - Môi trường", "DB-SCT"), (merged.Name, merged.Parent!.Code));
    }

    [Fact]
    public async Task On_every_day_each_unit_with_people_is_served_by_one_cell()
    {
        var timeline = (await model.Org.SnapshotAsync(new(2015, 1, 1))).Timeline;
        foreach (var day in timeline.Units.SelectMany(u => OrgTimeline.Turns(u.History)).Distinct())
        {
            var served = timeline.Coverages.Where(c => c.UnitId is not null && c.History.On(day) is not null).Select(c => c.UnitId!.Value).ToList();
            var staffed = timeline.On(day).Tree(Branch.Government).Where(u => u.Code != "SCT" && u.Posts.Count > 0).Select(u => u.Id);
            Assert.Equal(staffed.Order(), served.Order());
        }
    }

    private async Task<string> CoversAsync(string on, string cell) =>
        string.Join(", ", (await model.Org.Get<CellService>().ListAsync(TestDay.Of(on))).Cells.Single(c => c.Code == cell).Covers);
}
