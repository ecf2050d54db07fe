using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static OrgManager.Web.Tests.Browser.ReviewPages;

namespace OrgManager.Web.Tests.Browser;

/// <summary>The committee's part of a year: its ballot, a complaint, a review opened again, the closing and what comes from above.</summary>
internal static class CommitteeYear
{
    /// <summary>The committee's own ballot: eleven of twelve have more than half, everybody else is good.</summary>
    public static async Task ChooseAsync(IPage secretary, YearAgain many)
    {
        await secretary.Locator("#round-day").FillAsync("20/12/2019");
        foreach (var paper in new[] { "Convened", "Issued", "Returned" }) await secretary.Locator($"#round-{paper}").FillAsync("9");
        foreach (var code in many.Grades.Where(g => g.Value == "HTXSNV" && g.Key != "CB-KHTCTH").Select(g => g.Key))
            await secretary.GetByLabel($"Số phiếu: {await many.NameAsync(code)}", new() { Exact = true }).FillAsync(code == "CB035" ? "4" : "8");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Lưu phiếu" }).ClickAsync();
        await Expect(secretary.Locator(".cap").Nth(1)).ToContainTextAsync("11 / 12");
        await secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Quyết định [0-9]+ người$") }).ClickAsync();
        await Expect(secretary.Locator("tbody tr", new() { HasText = Member })).ToContainTextAsync("HTTNV");
    }

    /// <summary>Told of a lower grade than proposed, the member asks to look again, and is told why it is another now.</summary>
    public static async Task ComplainAsync(IPage clerk, IPage member, IPage secretary)
    {
        await NotifyAsync(clerk);
        await member.GotoAsync(Own);
        await Expect(Outcome(member)).ToContainTextAsync("Hoàn thành tốt nhiệm vụ");
        await ActAsync(member, "Đề nghị xem lại", "Có sáng kiến cấp tỉnh chưa được tính");
        await AtStepAsync(member, "Đề nghị xem lại");

        await secretary.GotoAsync(Sheet);
        await secretary.GetByLabel($"{Member}: Đảng ủy quyết định").SelectOptionAsync("HTXSNV");
        await secretary.GetByLabel($"Nhận xét của Đảng ủy: {Member}").FillAsync("Đã kiểm tra, đồng ý");
        await SaveSheetAsync(secretary);

        await NotifyAsync(clerk);
        await member.ReloadAsync();
        await Expect(Outcome(member)).ToContainTextAsync("Đã kiểm tra, đồng ý");
        await AtStepAsync(member, "Đã thông báo");
    }

    /// <summary>What is looked at again keeps both decisions.</summary>
    public static async Task ReopenAsync(IPage secretary)
    {
        await secretary.GotoAsync("/reviews/2019/members/CB034");
        await ActAsync(secretary, "Mở lại hồ sơ", "Kiểm tra lại điều kiện");
        await AtStepAsync(secretary, "Đảng ủy quyết định");
        await secretary.GetByRole(AriaRole.Link, new() { Name = "Quyết định trong bảng của chi bộ" }).ClickAsync();
        await secretary.GetByLabel("Phùng Thị Thu Giản: Đảng ủy quyết định").SelectOptionAsync("HTTNV");
        await SaveSheetAsync(secretary);
        await secretary.GotoAsync("/reviews/2019/members/CB034");
        await Expect(Outcome(secretary).Locator("dd", new() { HasText = "Hoàn thành tốt nhiệm vụ" })).ToHaveCountAsync(3); // proposed, and decided twice
    }

    /// <summary>Four wait for above, so twelve are over the cap of those decided here: it is answered.</summary>
    public static async Task CloseAsync(IPage secretary)
    {
        await secretary.GotoAsync("/reviews?year=2019");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Chốt kết quả" }).ClickAsync();
        await Expect(secretary.Locator("dialog.sheet")).ToContainTextAsync("4 hồ sơ chờ cấp trên");
        await secretary.Locator("#close-remark").FillAsync("Mức của 4 đồng chí do cấp trên quyết định");
        await SaveAsync(secretary);
        await Expect(secretary.GetByRole(AriaRole.Button, new() { Name = "Mở lại kỳ" })).ToBeVisibleAsync();
    }

    /// <summary>With what comes from above the figures are those of 2019, and stand.</summary>
    public static async Task ArriveAsync(IPage clerk)
    {
        await clerk.GotoAsync("/reviews?year=2019");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Kết quả từ cấp trên" }).ClickAsync();
        await Expect(clerk.Locator("dialog.sheet tbody tr")).ToHaveCountAsync(4);
        foreach (var grade in await clerk.Locator("dialog.sheet tbody select").AllAsync()) await grade.SelectOptionAsync("HTTNV");
        await SaveAsync(clerk);
        await Expect(clerk.Locator(".cap .st")).ToHaveTextAsync("Đã chốt");
        await Expect(clerk.Locator(".cap b").Nth(0)).ToHaveTextAsync("12 / 12");
        await Expect(clerk.Locator(".cap").First).ToContainTextAsync("12 HTXSNV · 60 HTTNV · 2 HTNV · 3 không xếp loại");
        await Expect(clerk.Locator(".cap b").Nth(1)).ToHaveTextAsync("1 / 1");
        await Expect(clerk.Locator(".cap").Nth(1)).ToContainTextAsync("1 HTXSNV · 7 HTTNV · 1 HTNV");
    }

    private static async Task NotifyAsync(IPage clerk)
    {
        await clerk.GotoAsync(Sheet);
        await TogetherAsync(clerk, "Đã thông báo cho đảng viên: ");
    }
}
