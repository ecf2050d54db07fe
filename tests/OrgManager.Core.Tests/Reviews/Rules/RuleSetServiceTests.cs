using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Rules;

/// <summary>The versions of the rules as an administrator keeps them.</summary>
public class RuleSetServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private RuleSetService Rules => _org.Get<RuleSetService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("admin");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Every_version_is_listed_with_the_years_opened_under_it()
    {
        var rows = await Rules.ListAsync();
        Assert.Equal(["366-2025", "124-2023", "132-2018", "27-2014", "335-2025", "90-2020", "56-2015"], rows.Select(r => r.Code));
        Assert.Equal((1, 0), (rows.Single(r => r.Code == "132-2018").Cycles, rows.Single(r => r.Code == "366-2025").Cycles));
        Assert.Equal([2019], (await Rules.GetAsync("132-2018")).Years);
    }

    [Fact]
    public async Task What_was_shipped_is_copied_and_the_copy_is_edited()
    {
        await Rules.CopyAsync("366-2025", "366-2025.SCT", "Bộ tiêu chí của Đảng bộ Sở", "Rules of the department's committee");
        var copy = await Rules.GetAsync("366-2025.SCT");
        Assert.Equal(("366-2025", true), (copy.Facts.CopyOf, copy.MayChange));

        await Rules.ChangeAsync(copy.Seen, copy.Facts with { Caps = [copy.Facts.Caps[0] with { Base = ["HTTNV", "HTXSNV"], Rounding = "Round" }] });

        Assert.Equal(["HTTNV", "HTXSNV"], Assert.Single((await Rules.GetAsync("366-2025.SCT")).Facts.Caps).Base);
        Assert.Equal(["HTTNV"], (await Rules.GetAsync("366-2025")).Facts.Caps[0].Base);
        await Assert.ThrowsAsync<ConflictException>(() => Rules.ChangeAsync(copy.Seen, copy.Facts));
        await Refusal.IsAsync("RuleSet.CodeTaken", () => Rules.CopyAsync("366-2025", "366-2025.SCT", "A", "A"));
        await Refusal.IsAsync("RuleSet.CodeInvalid", () => Rules.CopyAsync("366-2025", "mã mới", "A", "A"));
    }

    [Fact]
    public async Task What_was_shipped_contradicts_itself_or_is_in_use_is_not_changed()
    {
        var shipped = await Rules.GetAsync("132-2018");
        Assert.False(shipped.MayChange);
        await Refusal.IsAsync("RuleSet.Shipped", () => Rules.ChangeAsync(shipped.Seen, shipped.Facts));

        await Rules.CopyAsync("132-2018", "132-B", "B", "B");
        var copy = await Rules.GetAsync("132-B");
        await Refusal.IsAsync("RuleSet.Inconsistent", () => Rules.ChangeAsync(copy.Seen, copy.Facts with { Forms = [] }));
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-B", new(2020, 12, 1));
        await _org.SignInAsync("admin");
        Assert.Equal((false, 2020), ((await Rules.GetAsync("132-B")).MayChange, Assert.Single((await Rules.GetAsync("132-B")).Years)));
        await Refusal.IsAsync("RuleSet.InUse", () => Rules.ChangeAsync(copy.Seen, copy.Facts with { Name = "C" }));
    }

    [Fact]
    public async Task A_file_is_taken_over_as_a_copy()
    {
        var facts = (await Rules.GetAsync("335-2025")).Facts;
        Assert.Equal("335-DB", await Rules.ImportAsync(RuleSetFile.Write(facts with { Id = "335-DB" })));
        Assert.True((await Rules.GetAsync("335-DB")).MayChange);
        await Refusal.IsAsync("RuleSet.CodeTaken", () => Rules.ImportAsync(RuleSetFile.Write(facts)));
        await Refusal.IsAsync("RuleSet.Unreadable", () => Rules.ImportAsync("""{"id": "x", "grade": []}"""));
    }

    [Fact]
    public async Task Whoever_reads_reviews_reads_the_rules_and_changes_none()
    {
        await _org.SignInAsync("secretary");
        Assert.False((await Rules.GetAsync("132-2018")).MayCopy);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Rules.CopyAsync("132-2018", "x", "x", "x"));
    }
}
