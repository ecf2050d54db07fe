using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

public class OrgUnitServiceTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_organisation_shows_what_was_in_force_on_the_day()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Kế hoạch và Tài chính" });

        Assert.Empty((await _org.SnapshotAsync(Jan.AddDays(-1))).Units);
        Assert.Equal("Kế hoạch", (await _org.SnapshotAsync(Apr.AddDays(-1))).Unit(id)!.Name);
        Assert.Equal("Kế hoạch và Tài chính", (await _org.SnapshotAsync(Apr)).Unit(id)!.Name);
    }

    [Fact]
    public async Task A_withdrawn_change_is_gone_and_its_day_is_free_again()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Một" });
        var seen = await _org.Units.GetAsync(id);

        await _org.Units.WithdrawAsync(seen.Seen, seen.History[1].Id);
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Hai" });

        var now = await _org.Units.GetAsync(id);
        Assert.Equal(["Kế hoạch", "Hai"], now.History.Select(s => s.Facts.Name));
        Assert.Null(now.History[1].Until);
    }

    [Fact]
    public async Task Two_changes_exchange_their_days_in_one_save()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Một" });
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Jul, new() { Name = "Hai" });

        await _org.Database.ChangeAsync(new("Test.Exchange", "Nhập sai"), async db =>
        {
            var unit = await db.LoadAsync<OrgUnit>(id, default);
            unit.CorrectDay(unit.Versions[1].Id, Jul.AddDays(1), "Nhập sai");
            unit.CorrectDay(unit.Versions[1].Id, Apr, "Nhập sai");
            unit.CorrectDay(unit.Versions[2].Id, Jul, "Nhập sai");
        });

        var now = await _org.Units.GetAsync(id);
        Assert.Equal([("Kế hoạch", Jan), ("Hai", Apr), ("Một", Jul)], now.History.Select(s => (s.Facts.Name, s.From)));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_is_true_now()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        await using var colleague = _org.Beside();
        var seen = await colleague.SeeAsync(id);
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Một" });

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => colleague.Units.ChangeAsync(seen, Apr, new() { Name = "Hai" }));

        var now = Assert.IsType<OrgUnitDetails>(conflict.Current);
        Assert.Equal("Một", now.On(Apr)!.Name);
        await colleague.Units.CorrectAsync(now.Seen, now.History[1].Id, new() { Name = "Hai" }, "Thống nhất lại");
        Assert.Equal("Hai", (await _org.SnapshotAsync(Apr)).Unit(id)!.Name);
    }

    [Fact]
    public async Task A_code_is_given_once_in_both_trees()
    {
        await _org.FoundAsync("KH", Jan);

        await SmallOrg.AssertBrokenAsync("OrgUnit.CodeTaken", () => _org.FoundAsync("KH", Apr));
        await SmallOrg.AssertBrokenAsync("OrgUnit.CodeTaken", () => _org.FoundAsync("KH", Apr, kind: "Cell"));
        await SmallOrg.AssertBrokenAsync("OrgUnit.CodeMissing", () => _org.FoundAsync("K H", Jan));
    }

    [Fact]
    public async Task A_unit_that_others_stand_under_cannot_end()
    {
        var department = await _org.FoundAsync("S", Jan, kind: "Department");
        await _org.FoundAsync("KH", Jan, department);

        await SmallOrg.AssertBrokenAsync("OrgUnit.HasUnits", async () => await _org.Units.EndAsync(await _org.SeeAsync(department), Apr));
    }

    [Fact]
    public async Task A_parent_is_there_on_every_day_and_in_the_same_tree()
    {
        var late = await _org.FoundAsync("S", Apr, kind: "Department");
        var committee = await _org.FoundAsync("DB", Jan, kind: "GrassrootsCommittee");

        await SmallOrg.AssertBrokenAsync("OrgUnit.ParentNotThere", () => _org.FoundAsync("KH", Jan, late));
        await SmallOrg.AssertBrokenAsync("OrgUnit.OtherBranch", () => _org.FoundAsync("KH", Jan, committee));
        await SmallOrg.AssertBrokenAsync("OrgUnit.Unknown", () => _org.FoundAsync("KH", Jan, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_kind_is_known_and_of_the_same_tree()
    {
        await SmallOrg.AssertBrokenAsync("OrgUnit.KindUnknown", () => _org.FoundAsync("KH", Jan, kind: "Ministry"));
        await SmallOrg.AssertBrokenAsync("OrgUnit.KindOfOtherBranch", () => _org.Units.FoundAsync(new("CB", Branch.Government, new("Chi bộ", "Cell")), Jan));
    }

    [Fact]
    public async Task A_circle_in_the_future_is_a_circle()
    {
        var a = await _org.FoundAsync("A", Jan);
        var b = await _org.FoundAsync("B", Jan);
        await _org.Units.ChangeAsync(await _org.SeeAsync(a), Jul, new() { ParentId = b });

        await SmallOrg.AssertBrokenAsync("OrgUnit.Circle", async () => await _org.Units.ChangeAsync(await _org.SeeAsync(b), Apr, new() { ParentId = a }));
        await SmallOrg.AssertBrokenAsync("OrgUnit.Circle", async () => await _org.Units.ChangeAsync(await _org.SeeAsync(a), Apr, new() { ParentId = a }));
    }

    [Fact]
    public async Task An_end_can_be_corrected_and_called_off()
    {
        var id = await _org.FoundAsync("KH", Jan);
        await _org.Units.EndAsync(await _org.SeeAsync(id), Apr);
        await _org.Units.CorrectEndAsync(await _org.SeeAsync(id), Jul, "Nhập sai");
        Assert.NotNull((await _org.SnapshotAsync(Apr)).Unit(id));
        Assert.Null((await _org.SnapshotAsync(Jul)).Unit(id));

        await _org.Units.WithdrawEndAsync(await _org.SeeAsync(id));
        Assert.NotNull((await _org.SnapshotAsync(Jul)).Unit(id));
    }

    [Fact]
    public async Task Every_map_is_complete()
    {
        _org.Maps.AssertConfigurationIsValid();
        await _org.AssertSoundAsync();
    }
}
