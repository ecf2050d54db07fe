using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: what the HR officer does when people and units change.</summary>
public class HrJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_officer_recruits_moves_two_by_one_decision_retires_one_and_enters_a_rename_late()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/staff?unit=QLCN");

        await RecruitAsync(page);
        await MoveTwoAsync(page);
        await RetireAsync(page);
        await RenameLateAsync(page);
        await LeaveADialogWithEscapeAsync(page);

        journey.NothingWentWrong();
    }

    /// <summary>The decision is typed where it is needed; Enter saves.</summary>
    private static async Task RecruitAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận, tuyển dụng" }).ClickAsync();
        await page.GetByLabel("Họ và tên").FillAsync("Trần Thị Mới");
        await page.GetByLabel("Số hiệu cán bộ").FillAsync("CB200");
        await FillDayAsync(page, "Ngày sinh", "1/5/1995");
        await FillDayAsync(page, "Vào làm việc từ ngày", "1/2/2024");
        await page.Locator("#decision-find").FillAsync("15/QĐ-SCT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm văn bản chưa có trong sổ" }).ClickAsync();
        await FillDayAsync(page, "Ngày ký", "25/1/2024");
        await page.GetByLabel("Cơ quan ban hành").FillAsync("Sở Công Thương");
        await page.GetByLabel("Trích yếu").FillAsync("Tuyển dụng, điều động công chức");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào sổ" }).ClickAsync();
        await Assertions.Expect(page.Locator(".picked")).ToContainTextAsync("15/QĐ-SCT · 25/01/2024");
        await page.GetByLabel("Vị trí công tác").FillAsync("Văn thư");
        await page.GetByLabel("Vị trí công tác").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/staff/CB200");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Trần Thị Mới");
    }

    private static async Task MoveTwoAsync(IPage page)
    {
        await page.GotoAsync("/staff?unit=QLCN");
        await page.GetByLabel("Chọn Trần Thị Mới").CheckAsync();
        await page.GetByLabel("Chọn Cao Xuân Trình").CheckAsync();
        await page.Locator(".chosen").GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" }).ClickAsync();
        await FillDayAsync(page, "Có hiệu lực từ ngày", "1/3/2024");
        await page.Locator("#decision-find").FillAsync("dieu dong 15/qd");
        await page.Locator(".choice").Filter(new() { HasText = "15/QĐ-SCT" }).ClickAsync();
        await page.Locator("#post-unit").SelectOptionAsync(new SelectOptionValue { Label = "\u2003Văn phòng" });
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("Văn thư, Văn phòng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu biến động" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Chọn Cao Xuân Trình")).ToHaveCountAsync(0);
        await page.GotoAsync("/staff?unit=VP");
        await Assertions.Expect(page.GetByLabel("Chọn Trần Thị Mới")).ToBeVisibleAsync();
    }

    private static async Task RetireAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Cao Xuân Trình" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nghỉ, chuyển đi" }).ClickAsync();
        await FillDayAsync(page, "Thôi công tác từ ngày", "1/1/2025");
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("làm việc đến hết 31/12/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thôi công tác" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .finding.info")).ToContainTextAsync("01/01/2025");
    }

    private static async Task RenameLateAsync(IPage page)
    {
        await page.GotoAsync("/units/VP");
        await ChangeUnitAsync(page, "1/6/2025", () => page.GetByLabel("Trực thuộc").SelectOptionAsync(new SelectOptionValue { Label = "\u2003Trung tâm Xúc tiến thương mại" }));
        await Assertions.Expect(page.Locator(".tl")).ToContainTextAsync("Trực thuộc: Sở Công Thương tỉnh Mẫu → Trung tâm Xúc tiến thương mại");
        await ChangeUnitAsync(page, "1/3/2024", async () =>
        {
            await page.GetByLabel("Tên đầy đủ").FillAsync("Văn phòng Sở");
            await page.GetByLabel("Tên đầy đủ").BlurAsync();
            await Assertions.Expect(page.Locator("dialog .finding.info")).ToContainTextAsync("01/06/2025");
        });
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Văn phòng Sở");
        await Assertions.Expect(page.Locator(".crumb")).ToContainTextAsync("Trung tâm Xúc tiến thương mại");
    }

    internal static async Task ChangeUnitAsync(IPage page, string day, Func<Task> type)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" }).ClickAsync();
        await FillDayAsync(page, "Có hiệu lực từ ngày", day);
        await type();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu biến động" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
    }

    /// <summary>The focus is in the dialog while it is open, and afterwards where it was.</summary>
    private static async Task LeaveADialogWithEscapeAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" });
        await button.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#change-day")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    /// <summary>Typed as people do, and read when the field is left.</summary>
    private static async Task FillDayAsync(IPage page, string label, string day)
    {
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = label });
        await field.FillAsync(day);
        await field.BlurAsync();
        await Assertions.Expect(field).ToHaveValueAsync(DateOnly.ParseExact(day, "d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }
}
