using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation.ReadModel;

/// <summary>Two days of the model organisation beside each other.</summary>
public class OrgDiffTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Merger = new(2020, 7, 1), Energy = new(2021, 1, 1), Transfer = new(2022, 1, 1);

    [Fact]
    public async Task A_merger_shows_as_units_ended_one_created_and_what_became_what()
    {
        var diff = await AcrossAsync(Merger);

        Assert.Equal(["TM"], diff.Created.Select(u => u.Code));
        Assert.Equal(["QLTM", "XNK"], diff.Ended.Select(u => u.Code));
        Assert.Equal([("QLTM", "TM"), ("XNK", "TM")], Codes(diff));
        Assert.All(diff.Successions, s => Assert.Equal((Merger, SuccessionKind.Merge), (s.On, s.Kind)));
        Assert.All(diff.Successions, s => Assert.NotNull(s.DecisionId));
        Assert.Empty(diff.Renamed);
        Assert.Empty(diff.Moved);
    }

    [Fact]
    public async Task Posts_gained_and_lost_are_told_unit_by_unit()
    {
        var diff = await AcrossAsync(Merger);

        Assert.Equal([("QLTM", 6, 0), ("TM", 0, 10), ("XNK", 4, 0)], Civil(diff.Allocated));
        Assert.Empty(diff.Assigned);
        Assert.Equal([("QLTM", 6, 0), ("TM", 0, 9), ("XNK", 4, 0)], Civil(diff.Present));
    }

    [Fact]
    public async Task People_who_left_and_people_who_moved_are_told_by_name()
    {
        var diff = await AcrossAsync(Merger);

        Assert.Equal([("Khổng Văn Trấn", "XNK")], diff.People.Where(p => p.To is null).Select(p => (p.FullName, p.From!)));
        Assert.Equal(9, diff.People.Count(p => p.To == "TM"));
        Assert.Equal(10, diff.People.Count);
        Assert.Equal([("Khổng Văn Trấn", "CB-TM", null)], diff.Members.Select(m => (m.FullName, m.From!, m.To)));
    }

    [Fact]
    public async Task A_merger_of_cells_moves_their_members()
    {
        var diff = await AcrossAsync(Energy);

        Assert.Equal(["NLATMT", "CB-NLATMT"], diff.Created.Select(u => u.Code));
        Assert.Equal(["CB-KTATMT", "CB-NL", "KTATMT", "QLNL"], diff.Ended.Select(u => u.Code).Order(StringComparer.Ordinal));
        Assert.Equal(10, diff.Members.Count(m => m.To == "CB-NLATMT"));
        Assert.DoesNotContain(diff.Members, m => m.To is null || m.From is null);
    }

    [Fact]
    public async Task A_two_sided_transfer_and_a_change_of_autonomy_show_on_their_day()
    {
        var diff = await AcrossAsync(Transfer);

        Assert.Empty(diff.Created.Concat(diff.Ended));
        Assert.Equal([("QLCN", 7, 8), ("TM", 10, 9)], Civil(diff.Allocated).Where(p => p.Before != p.After));
        Assert.Equal([("XT", "4", "3")], diff.AutonomyChanged.Select(u => (u.Code, u.Before, u.After)));
        Assert.Equal([("KC", 6, 4)], diff.Assigned.Where(a => a.Before.PublicEmployeeBudget != a.After.PublicEmployeeBudget)
            .Select(a => (a.Code, a.Before.PublicEmployeeBudget, a.After.PublicEmployeeBudget)));
    }

    [Fact]
    public async Task Read_backwards_what_was_created_has_ended()
    {
        var (before, after) = (await model.Org.SnapshotAsync(Merger.AddDays(-1)), await model.Org.SnapshotAsync(Merger));
        var back = OrgDiff.Between(after, before);

        Assert.Equal(["QLTM", "XNK"], back.Created.Select(u => u.Code));
        Assert.Equal(["TM"], back.Ended.Select(u => u.Code));
        Assert.Empty(back.Successions);
    }

    [Fact]
    public async Task A_day_is_not_other_than_itself()
    {
        var day = await model.Org.SnapshotAsync(Merger);

        Assert.True(OrgDiff.Between(day, day).IsEmpty);
        Assert.False((await AcrossAsync(Merger)).IsEmpty);
    }

    [Fact]
    public async Task A_rename_a_move_and_another_kind_are_told_apart()
    {
        var (jan, apr) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1));
        await using var org = await SmallOrg.StartWithKindsAsync();
        var (top, other) = (await org.FoundAsync("S", jan, kind: "Department"), await org.FoundAsync("CC", jan, kind: "SubDepartment"));
        var (renamed, moved, retyped) = (await org.FoundAsync("A", jan, top), await org.FoundAsync("B", jan, top), await org.FoundAsync("C", jan, top));
        await org.Units.ChangeAsync(await org.SeeAsync(renamed), apr, new() { Name = "Kế hoạch" });
        await org.Units.ChangeAsync(await org.SeeAsync(moved), apr, new() { ParentId = other });
        await org.Units.ChangeAsync(await org.SeeAsync(retyped), apr, new() { Kind = "Office" });

        var diff = OrgDiff.Between(await org.SnapshotAsync(apr.AddDays(-1)), await org.SnapshotAsync(apr));

        Assert.Equal(new UnitBeforeAfter(renamed, "A", "A", "Kế hoạch"), Assert.Single(diff.Renamed));
        Assert.Equal(new UnitBeforeAfter(moved, "B", "S", "CC"), Assert.Single(diff.Moved));
        Assert.Equal(new UnitBeforeAfter(retyped, "C", "Division", "Office"), Assert.Single(diff.KindChanged));
        Assert.Empty(diff.Created.Concat(diff.Ended));
    }

    private async Task<OrgDiff> AcrossAsync(DateOnly day) =>
        OrgDiff.Between(await model.Org.SnapshotAsync(day.AddDays(-1)), await model.Org.SnapshotAsync(day));

    private static IEnumerable<(string Code, int Before, int After)> Civil(IEnumerable<PostsBeforeAfter> posts) =>
        posts.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, p.Before[QuotaCategory.CivilServant], p.After[QuotaCategory.CivilServant]));

    private IEnumerable<(string, string)> Codes(OrgDiff diff)
    {
        var units = model.Org.Database.NewestKnown.Units;
        return diff.Successions.Select(s => (units.Find(s.PredecessorId)!.Code, units.Find(s.SuccessorId)!.Code)).Order();
    }
}
