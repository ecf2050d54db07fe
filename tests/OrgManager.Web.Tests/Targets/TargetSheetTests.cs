using Bunit;
using OrgManager.Access;
using OrgManager.Targets;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Targets;

/// <summary>The dialog in which the director adds and edits targets.</summary>
public class TargetSheetTests : IAsyncLifetime
{
    private const string Second = "input[aria-label='Các mốc lộ trình, dòng 2: số']", Third = "input[aria-label='Các mốc lộ trình, dòng 3: số']";
    private TestOrg _org = null!;
    private TargetService Targets => _org.Get<TargetService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_milestone_is_edited_with_the_new_conclusion_in_sight_before_it_is_saved()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets/B?on=2019-10-21");
        await EditAsync(page);
        Assert.Equal("Đúng lộ trình", Conclusion(page));

        await page.TypeAsync(Second, "7");
        Assert.Contains("Mốc sau không thấp hơn mốc trước", page.Find(".stays").TextContent, StringComparison.Ordinal);
        await page.TypeAsync(Third, "8");

        Assert.Equal("Đúng lộ trình Chậm lộ trình", Conclusion(page));
        Assert.Equal("−5,0\u00A0%", page.Find(".stays s").TextContent);
        await page.TypeAsync("#target-reason", "Theo đề án sửa đổi");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        page.WaitForAssertion(() => Assert.Equal("Chậm lộ trình", page.Find(".card > header .st").TextContent));
    }

    [Fact]
    public async Task What_cannot_be_saved_is_told_in_the_dialog_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets/B?on=2019-10-21");
        await EditAsync(page);

        await page.SaveAsync();
        Assert.Equal("Chưa sửa nội dung nào.", Trouble(page));
        await page.TypeAsync(Second, "năm");
        await page.SaveAsync();
        Assert.Contains("“năm” không phải ngày hoặc số", Trouble(page), StringComparison.Ordinal);
        await page.TypeAsync(Second, "5,5");
        await page.SaveAsync();
        Assert.Contains("nhập lý do sửa", Trouble(page), StringComparison.Ordinal);
        await page.TypeAsync("#target-reason", "Thử");
        await page.TypeAsync("#target-goal", "101");
        await page.SaveAsync();

        Assert.Contains("Đích không quá 100", Trouble(page), StringComparison.Ordinal);
        Assert.Equal("5,5", page.Find(Second).GetAttribute("value"));
        Assert.Equal("101", page.Find("input[aria-label='Các mốc lộ trình, dòng 5: số']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_transfer_out_adjusts_the_baseline_and_stands_in_the_evidence_with_its_decision()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets/B?on=2019-10-21");
        await EditAsync(page);

        await page.ClickAsync(".add-row", button => button.TextContent.Contains("Thêm điều chỉnh", StringComparison.Ordinal));
        await page.TypeAsync("input[aria-label='Điều chỉnh số nền, dòng 1: ngày']", "1/3/2019");
        await page.TypeAsync("input[aria-label='Điều chỉnh số nền, dòng 1: số']", "-5");
        await page.TypeAsync("input[aria-label='Điều chỉnh số nền, dòng 1: nội dung']", "Chuyển chi cục về bộ");
        await page.ChooseAsync("#adjusted-1-find", "3215");
        Assert.Contains("0,0\u00A0% (75 → 75 biên chế)", page.Find(".stays b").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#target-reason", "Chuyển chi cục về bộ");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tr.sub"), line => line.TextContent.Contains("điều chỉnh số nền −5: Chuyển chi cục về bộ", StringComparison.Ordinal)
            && line.QuerySelector(".dec")!.TextContent.Contains("3215/QĐ-UBND", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_editors_the_slower_keeps_what_was_typed_and_gets_the_rest()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets/A?on=2020-12-31");
        await EditAsync(page);
        await page.TypeAsync("#target-short", "Số phòng");
        await page.TypeAsync("#target-reason", "Gọn hơn");
        var seen = await Targets.GetAsync("A");
        await Targets.ReviseAsync(seen.Seen, seen.Facts with { GoalPercent = 30, Milestones = [] }, reason: "Đề án mới");

        await page.SaveAsync();
        Assert.Contains("Đích: 25 nay là 30.", Trouble(page), StringComparison.Ordinal);
        await page.SaveAsync();

        var now = (await Targets.GetAsync("A")).Facts;
        Assert.Equal(("Số phòng", 30m, 0), (now.ShortName, now.GoalPercent, now.Milestones.Count));
    }

    [Fact]
    public async Task A_new_target_is_added_from_the_list()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets?on=2026-01-15");
        await page.ClickAsync(".actions .btn.primary");
        foreach (var (field, text) in new[] { ("code", "E"), ("short", "Hợp đồng hỗ trợ"), ("name", "Support contracts"), ("wording", "giảm 20 % hợp đồng"), ("wording-en", "cut contracts by 20 %"), ("metric", nameof(TargetMetric.AssignedQuota)), ("goal", "20") })
            await page.TypeAsync($"#target-{field}", text);
        await page.SaveAsync();
        Assert.Equal("Chọn ít nhất một loại để tính.", Trouble(page));

        await page.TickAsync("input[value=CivilServant]");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.StartsWith("Mục tiêu E: Hợp đồng hỗ trợ", page.Find("h1").TextContent, StringComparison.Ordinal));
        var added = (await Targets.GetAsync("E")).Facts;
        Assert.Equal(("CivilServant", 20m), (Assert.Single(added.Set), added.GoalPercent));
    }

    [Fact]
    public async Task A_target_no_longer_followed_waits_below_the_list()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/targets/D?on=2024-06-30");
        await EditAsync(page);
        await page.TickAsync("#target-active", false);
        await page.TypeAsync("#target-reason", "Đề án thay thế");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("main tbody tr").Count));
        await page.ClickAsync(".card .btn.small", button => button.TextContent == "Sửa mục tiêu");
        page.WaitForAssertion(() => Assert.False(page.Find("#target-active").HasAttribute("checked")));
    }

    [Theory]
    [InlineData("hr"), InlineData("secretary"), InlineData("inspector"), InlineData("unithead"), InlineData("self")]
    public async Task Who_may_not_change_targets_sees_no_button(string user)
    {
        await using var browser = await SignInAsync(user);

        Assert.Empty(browser.Open("/targets?on=2019-10-21").FindAll(".actions button"));
        Assert.Empty(browser.Open("/targets/B?on=2019-10-21").FindAll(".actions button"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Targets.GetAsync("B"));
    }

    private static async Task EditAsync(IRenderedComponent<Routes> page)
    {
        await page.ClickAsync(".actions .btn.primary");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".stays .st")));
    }

    private static string Conclusion(IRenderedComponent<Routes> page) => string.Join(' ', page.FindAll(".stays .st").Select(chip => chip.TextContent));

    private static string Trouble(IRenderedComponent<Routes> page) => page.Find(".sheet .finding").TextContent;

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
