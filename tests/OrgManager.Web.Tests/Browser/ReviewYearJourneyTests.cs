using System.Globalization;
using Microsoft.Playwright;
using OrgManager.Tests;
using static Microsoft.Playwright.Assertions;
using static OrgManager.Web.Tests.Browser.ReviewPages;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: the year 2019 of the model organisation with full files, from its opening to its closing and its papers, by everybody whose part it is.</summary>
public class ReviewYearJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private YearAgain _many = null!;
    private Journey _journey = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.ModelAsync();
        _many = new(_database);
        await _many.TakeOutAsync();
    }

    public async Task DisposeAsync()
    {
        await _many.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_year_goes_from_hand_to_hand_with_a_return_a_deputy_a_complaint_and_a_reopened_review_and_is_closed_and_printed()
    {
        await using var journey = _journey = await Journey.StartAsync(_database);
        var clerk = journey.Page;
        await OpenAsync(clerk);
        await CommentAsync("unithead", Member);
        await CommentAsync("director", "Lục Đình Vạn");
        var member = await SignInAsync("self", "/reviews/mine");
        await WriteAsync(member);
        await ReturnAsync(clerk, member);
        await _many.ReviewThemselvesAsync("CB035");
        await _many.ProposeAsync("CB-VP", "CB035");
        await MeetAsync(clerk);
        await DeputiseAsync();
        await _many.VerifyAsync();

        var secretary = await SignInAsync("secretary", "/reviews/2019/excellent/DB-SCT");
        await CommitteeYear.ChooseAsync(secretary, _many);
        await _many.DecideAsync();
        await CommitteeYear.ComplainAsync(clerk, member, secretary);
        await CommitteeYear.ReopenAsync(secretary);
        await CommitteeYear.CloseAsync(secretary);
        await CommitteeYear.ArriveAsync(clerk);
        await OnlyLookAsync();
        await new PapersPrinted(clerk, "Sở Công Thương tỉnh Mẫu").AllOfAsync(2019, "DB-SCT", "CB-CN");
        await new PapersPrinted(member, "Sở Công Thương tỉnh Mẫu").OwnAsync(2019);
        journey.NothingWentWrong();
    }

    private async Task<IPage> SignInAsync(string user, string path)
    {
        var page = await _journey.OpenAsync();
        await Journey.SignInAsync(page, user, path);
        return page;
    }

    private static async Task OpenAsync(IPage clerk)
    {
        await Journey.SignInAsync(clerk, "partyclerk", "/reviews");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Mở kỳ đánh giá" }).ClickAsync();
        await clerk.Locator("#cycle-year").FillAsync("2019");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Lưu cả hồ sơ" }).ClickAsync();
        await Expect(clerk.Locator("dialog.sheet")).ToContainTextAsync("77 đảng viên, 9 chi bộ");
        await Expect(clerk.Locator("#cycle-day")).ToHaveValueAsync("31/12/2019");
        await SaveAsync(clerk);
        await Expect(clerk).ToHaveURLAsync("/reviews?year=2019");
        await Expect(clerk.Locator("table.nums tbody tr")).ToHaveCountAsync(9);
    }

    /// <summary>The head of a unit of its people, the director of the heads.</summary>
    private async Task CommentAsync(string user, string name)
    {
        var head = await SignInAsync(user, "/reviews/comments");
        await head.GetByRole(AriaRole.Button, new() { Name = $"Nhận xét, xếp loại: {name}" }).ClickAsync();
        await head.Locator("#comment-grade").SelectOptionAsync("HTTNV");
        await head.Locator("#comment-text").FillAsync("Hoàn thành tốt nhiệm vụ được giao");
        await SaveAsync(head);
        await Expect(head.Locator("tbody tr", new() { HasText = name })).ToContainTextAsync("Tự kiểm điểm");
    }

    /// <summary>What is typed is there on coming back, and is handed in once nothing is missing.</summary>
    private static async Task WriteAsync(IPage member)
    {
        await member.GetByRole(AriaRole.Link, new() { Name = "Viết bản tự kiểm điểm năm 2019" }).ClickAsync();
        await Expect(member.Locator("[id='text-I.1']")).ToBeVisibleAsync();
        foreach (var part in new[] { "I.1", "I.2", "I.3", "II", "VI" }) await member.Locator($"[id='text-{part}']").FillAsync($"Nội dung phần {part}");
        foreach (var criterion in await member.Locator("fieldset.score").AllAsync()) await criterion.GetByRole(AriaRole.Radio).First.CheckAsync();
        await HandInAsync(member);
        await Expect(member.Locator("#missing")).ToContainTextAsync("Phần VII: chưa tự nhận mức xếp loại");
        await Expect(member.Locator(".actions [role=status]")).ToContainTextAsync("Đã lưu nháp");

        await member.ReloadAsync();
        await Expect(member.Locator("[id='text-VI']")).ToHaveValueAsync("Nội dung phần VI");
        await member.Locator("#own-grade").SelectOptionAsync("HTXSNV");
        await HandInAsync(member);
        await AtStepAsync(member, "Lấy ý kiến");
    }

    private static Task HandInAsync(IPage member) => member.GetByRole(AriaRole.Button, new() { Name = "Nộp", Exact = true }).ClickAsync();

    private static async Task ReturnAsync(IPage clerk, IPage member)
    {
        await clerk.GotoAsync(Own);
        await ActAsync(clerk, "Trả lại", "Bổ sung phần nguyên nhân");
        await AtStepAsync(clerk, "Tự kiểm điểm");

        await member.ReloadAsync();
        await Expect(member.Locator(".tl")).ToContainTextAsync("Bổ sung phần nguyên nhân");
        await member.Locator("[id='text-II']").FillAsync("Còn chậm báo cáo, do chưa lập lịch");
        await HandInAsync(member);
        await AtStepAsync(member, "Lấy ý kiến");

        await clerk.ReloadAsync();
        await Expect(clerk.Locator(".prose-parts")).ToContainTextAsync("do chưa lập lịch");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Ghi ý kiến" }).ClickAsync();
        await clerk.Locator("#act-from").FillAsync("Chi ủy nơi cư trú");
        await clerk.Locator("#act-remark").FillAsync("Gia đình chấp hành tốt");
        await SaveAsync(clerk);
        await Expect(Outcome(clerk)).ToContainTextAsync("Chi ủy nơi cư trú"); // read anew: what comes next knows of it
        await ActAsync(clerk, "Chuyển ra họp chi bộ");
        await AtStepAsync(clerk, "Họp chi bộ");
    }

    /// <summary>The cell's ballot: the majority proposes by itself.</summary>
    private static async Task MeetAsync(IPage clerk)
    {
        await clerk.GotoAsync(Sheet);
        await Expect(clerk.Locator("#minutes-number")).ToHaveValueAsync("12-BB/CB-CN");
        foreach (var (grade, votes) in new[] { ("HTXSNV", "6"), ("HTTNV", "1") }) await clerk.GetByLabel($"{Member}: Số phiếu {grade}", new() { Exact = true }).FillAsync(votes);
        await Expect(clerk.GetByLabel($"{Member}: Chi bộ đề nghị")).ToHaveValueAsync("HTXSNV");
        await clerk.GetByLabel($"Nhận xét của chi bộ: {Member}").FillAsync("Gương mẫu");
        await SaveSheetAsync(clerk);
        await TogetherAsync(clerk, "Gửi Đảng ủy: 1");
    }

    /// <summary>The secretary of another cell lends the right to a deputy, who enters everybody but oneself.</summary>
    private async Task DeputiseAsync()
    {
        var secretary = await SignInAsync("cell1", "/reviews/2019/CB-VP");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Ủy quyền cho cấp phó" }).ClickAsync();
        await secretary.Locator("#deputy").SelectOptionAsync("CB009");
        await secretary.Locator("#deputy-to").FillAsync(TimeProvider.System.GetUtcNow().AddHours(7).AddDays(7).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        await SaveAsync(secretary);

        var deputy = await SignInAsync("hr", "/reviews/2019/CB-VP");
        var own = await _many.NameAsync("CB009");
        await EnterMinutesAsync(deputy);
        await Expect(deputy.GetByLabel($"{own}: Chi bộ đề nghị")).ToHaveCountAsync(0);
        foreach (var code in new[] { "CB001", "CB005", "CB006", "CB007", "CB008", "CB010", "CB012", "CB013", "CB014" })
            await deputy.GetByLabel($"{await _many.NameAsync(code)}: Chi bộ đề nghị").SelectOptionAsync(_many.Grades[code]!);
        await deputy.GetByLabel("Chi bộ Văn phòng: Chi bộ đề nghị").SelectOptionAsync(_many.Grades["CB-VP"]!);
        await SaveSheetAsync(deputy);
        await TogetherAsync(deputy, "Gửi Đảng ủy: 10");

        await secretary.ReloadAsync();
        await secretary.GetByLabel($"{own}: Chi bộ đề nghị").SelectOptionAsync(_many.Grades["CB009"]!);
        await SaveSheetAsync(secretary);
        await TogetherAsync(secretary, "Gửi Đảng ủy: 1");
    }

    private static async Task EnterMinutesAsync(IPage page)
    {
        await page.Locator("#minutes-number").FillAsync("12-BB/CB-VP");
        await page.Locator("#minutes-day").FillAsync("5/12/2019");
        await page.Locator("fieldset.came input").First.FillAsync("10");
    }

    /// <summary>The inspector reads and changes nothing, the administrator sees none of it.</summary>
    private async Task OnlyLookAsync()
    {
        var inspector = await SignInAsync("inspector", Sheet);
        await Expect(inspector.Locator("tbody tr", new() { HasText = Member })).ToContainTextAsync("HTXSNV");
        await Expect(inspector.Locator("main form input, main form select, main form textarea")).ToHaveCountAsync(0);
        var administrator = await SignInAsync("admin", Own);
        await Expect(administrator.Locator("main .empty")).ToContainTextAsync("không bao gồm dữ liệu nghiệp vụ");
    }
}
