using System.Text;
using Bunit;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Decisions;

/// <summary>The register, the page of one decision, and the inbox of changes without one.</summary>
public class DecisionPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_register_shows_what_the_address_asks_for()
    {
        await using var browser = await SignInAsync("self");

        var page = browser.Open("/decisions?search=bo%20nhiem%20chanh%20van%20phong&kind=Decision&files=none&year=2013");

        Assert.Equal(["305/QĐ-SCT", "211/QĐ-SCT"], page.FindAll("tbody th").Select(cell => cell.TextContent));
        Assert.Empty(page.FindAll(".actions .btn"));
        Assert.Contains("Không có văn bản nào khớp", browser.Open("/decisions?kind=Decision&year=1999").Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_entered_with_its_file_and_its_page_opens()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/decisions");
        await TypeEntryAsync(page);
        await UploadAsync(page, "quyet dinh.pdf", "%PDF-1.7");

        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal("Quyết định 99/QĐ-SCT", page.Find("h1").TextContent));
        var link = page.WaitForElement(".files a");
        Assert.Equal(("quyet dinh.pdf", "quyet dinh.pdf"), (link.TextContent, link.GetAttribute("download")));
        Assert.StartsWith("/decisions/files/", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Chưa có biến động nào", page.Find("main .empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secret", "%PDF-1.7", "độ mật")]
    [InlineData("Ordinary", "MZ", "không phải PDF")]
    public async Task What_must_not_be_kept_is_told_in_the_dialog_and_nothing_is_stored(string mark, string content, string told)
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/decisions");
        await TypeEntryAsync(page);
        await page.TypeAsync("#entry-secrecy", mark);
        await UploadAsync(page, "quyet dinh.pdf", content);

        await page.SaveAsync();

        Assert.Contains(told, page.Find(".sheet .block").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _org.Get<DecisionService>().FindAsync("99/QĐ-SCT"));
    }

    [Fact]
    public async Task A_file_too_large_is_refused_before_it_is_sent()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/decisions");
        await TypeEntryAsync(page);

        await page.HandInAsync("to.pdf", new byte[DecisionAttachment.MostBytes + 1]);

        Assert.Contains("20 MB", page.Find(".sheet .err").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sheet .picked"));
    }

    [Fact]
    public async Task A_file_attached_wrongly_is_taken_back_with_a_reason()
    {
        var id = await DecisionAsync("1897/QĐ-UBND");
        await _org.Get<DecisionFiles>().AddAsync(id, new("nham.pdf", new MemoryStream("%PDF-1.7"u8.ToArray())));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open($"/decisions/{id}");

        await page.ClickAsync(".files .btn");
        await page.TypeAsync("#detach-reason", "Nhầm tệp");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".files li"));
    }

    [Fact]
    public async Task What_it_changed_links_to_the_units_on_that_day_and_names_nobody_out_of_reach()
    {
        await using var browser = await SignInAsync("self");

        var merger = browser.Open($"/decisions/{await DecisionAsync("1897/QĐ-UBND")}");
        Assert.Equal("/units/TM?on=2020-07-01", merger.FindAll("tbody th a").Single(link => link.TextContent == "Phòng Quản lý thương mại").GetAttribute("href"));
        var people = browser.Open($"/decisions/{await DecisionAsync("204/QĐ-SCT")}").Find("main").TextContent;

        Assert.Contains("Ngoài phạm vi", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Đàm Thị Ngọc Nhàn", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_without_a_decision_is_chosen_and_gets_one()
    {
        var id = await _org.UnitIdAsync("VP");
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, new(2026, 1, 5), new() { Name = "Văn phòng Sở", ShortName = "VPS" });
        await using var browser = await SignInAsync("hr");
        Assert.Contains("(2)", browser.Open("/decisions").Find(".actions a").TextContent, StringComparison.Ordinal);
        var page = browser.Open("/decisions/missing");

        await page.TickAsync("thead .chk");
        await page.ClickAsync(".actions .primary");
        await page.SaveAsync();
        Assert.Contains("Chọn văn bản", page.Find(".sheet .block").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#decision-find", "1897/qd");
        await page.ClickAsync(".choice:not(.add)");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Mọi biến động trong phạm vi của bạn đều đã có văn bản", page.Find("main .empty").TextContent, StringComparison.Ordinal));
        Assert.All((await _org.Units.GetAsync(id)).History[^1].Says, said => Assert.NotNull(said.DecisionId));
    }

    [Fact]
    public async Task More_than_one_page_of_changes_is_chosen_at_once_and_gets_one_decision()
    {
        var vp = await _org.UnitIdAsync("VP");
        for (var at = 0; at < 60; at++) await _org.Get<UnitFunctionService>().BeginAsync(new($"Nhiệm vụ {at}", vp), new(2026, 1, 5));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/decisions/missing");

        await page.TickAsync("thead .chk");
        Assert.Contains("Đã chọn 50 biến động", page.Find(".chosen").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".chosen .link");
        Assert.Contains("Đã chọn 60 biến động", page.WaitForElement(".chosen").TextContent, StringComparison.Ordinal);
        await page.TickAsync("tbody tr:first-child .chk", ticked: false);
        Assert.Contains("cho 59 biến động", page.Find(".actions .primary").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".actions .primary");
        await page.TypeAsync("#decision-find", "1897/qd");
        await page.ClickAsync(".choice:not(.add)");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("main tbody tr")));
    }

    [Fact]
    public async Task A_decision_named_wrongly_is_exchanged_on_its_page()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open($"/decisions/{await DecisionAsync("1897/QĐ-UBND")}");

        page.WaitForElement("tbody .btn");
        var told = page.FindAll("tbody tr").Count;
        await page.ClickAsync("tbody .btn", button => button.GetAttribute("aria-label")!.Contains("nội địa", StringComparison.Ordinal));
        await page.ActAsync(() => page.WaitForElement("#decision-find").InputAsync(new() { Value = "3344/qd" }));
        await page.ClickAsync(".choice:not(.add)");
        await page.TypeAsync("#exchange-reason", "Ghi nhầm văn bản");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal(told - 1, page.FindAll("tbody tr").Count));
        Assert.Equal("3344/QĐ-UBND", (await _org.Get<OrgManager.Organisation.OrganisationService>().UnitAsync("QLTM", _org.Today)).Events[0].Decision!.Number);
    }

    [Fact]
    public async Task Of_an_entry_somebody_else_corrected_first_what_was_typed_stays_and_both_values_are_told()
    {
        var id = await DecisionAsync("1897/QĐ-UBND");
        await using var browser = await SignInAsync("hr");
        var page = browser.Open($"/decisions/{id}");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Đính chính", StringComparison.Ordinal));
        await page.TypeAsync("#entry-number", "1879/QĐ-UBND");
        await page.TypeAsync("#entry-subject", "Hợp nhất hai phòng");
        await page.TypeAsync("#entry-reason", "Gõ nhầm");
        var seen = (await _org.Get<DecisionRegister>().CardAsync(id)).Details;
        await _org.Get<DecisionService>().CorrectAsync(seen.Seen, seen.Facts with { Number = "1987/QĐ-UBND", Issuer = "UBND tỉnh Mẫu, khóa mới" }, "Sửa trước");

        await page.SaveAsync();

        var told = page.WaitForElement(".sheet .block").TextContent;
        Assert.Contains("Số, ký hiệu: người khác vừa lưu 1987/QĐ-UBND, ở đây đang nhập 1879/QĐ-UBND", told, StringComparison.Ordinal);
        Assert.Contains("nay là UBND tỉnh Mẫu, khóa mới", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Trích yếu", told, StringComparison.Ordinal);
        await page.SaveAsync();
        var now = (await _org.Get<DecisionRegister>().CardAsync(id)).Details.Facts;
        Assert.Equal(("1879/QĐ-UBND", "UBND tỉnh Mẫu, khóa mới", "Hợp nhất hai phòng"), (now.Number, now.Issuer, now.Subject));
    }

    [Fact]
    public async Task Who_enters_nothing_has_no_inbox()
    {
        await using var browser = await SignInAsync("unithead");

        Assert.Contains("không có quyền", browser.Open("/decisions/missing").Find("main").TextContent, StringComparison.Ordinal);
    }

    private static async Task TypeEntryAsync(IRenderedComponent<Routes> page)
    {
        await page.ClickAsync(".actions .btn.primary");
        foreach (var (field, text) in new[] { ("number", "99/QĐ-SCT"), ("signed", "5/1/2026"), ("issuer", "Sở Công Thương"), ("subject", "Đổi tên Văn phòng") }) await page.TypeAsync($"#entry-{field}", text);
    }

    private static Task UploadAsync(IRenderedComponent<Routes> page, string name, string content) => page.HandInAsync(name, Encoding.ASCII.GetBytes(content));

    private async Task<Guid> DecisionAsync(string number) => (await _org.Get<DecisionService>().FindAsync(number))[0].Id;

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
