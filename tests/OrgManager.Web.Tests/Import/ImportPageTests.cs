using Bunit;
using OrgManager.Jobs;
using OrgManager.Reports;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Import;

/// <summary>From a file to people, by the page: looked at before anything is written, and taken back.</summary>
public class ImportPageTests : IAsyncLifetime
{
    private static readonly string[] Header = ["Số hiệu cán bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", "Nhóm chỉ tiêu", "Ghi chú"];
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_file_is_read_checked_carried_out_as_a_job_and_taken_back()
    {
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/import");
        await UploadAsync(page, ["CB008", "Đèo Văn Bách", null, null, "Thanh tra", null, null, "x"], ["MOI1", "Trần Văn Mới", new DateOnly(1990, 2, 1), "Nam", "VP", "Chuyên viên", "Công chức", null]);
        Assert.Equal(8, page.FindAll("table select").Count);
        Assert.Equal("", page.FindAll("table select")[7].GetAttribute("value"));

        await page.TypeAsync("#import-day", "01/02/2026");
        await page.ClickAsync(".btn.primary", button => button.TextContent.Contains("Kiểm tra", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Thanh tra", page.Find("[aria-labelledby=import-rows-title] tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Văn phòng", page.Find("[aria-labelledby=import-rows-title] tbody s").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".btn.primary", button => button.TextContent.Contains("Nhập 2 dòng", StringComparison.Ordinal));
        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        page = browser.Open("/import");
        Assert.Contains("danh-sach.xlsx", page.WaitForElement("[aria-labelledby=import-batches-title] tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("TTR", (await _org.SnapshotAsync(new(2026, 2, 1))).Post(await _org.PersonIdAsync("CB008"))!.Unit!.Code);
        await page.ClickAsync("[aria-labelledby=import-batches-title] .link", button => button.TextContent == "Hoàn tác");
        await page.TypeAsync("#import-undo-reason", "Nhầm tệp");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Đã hoàn tác", page.Find("[aria-labelledby=import-batches-title] tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal("VP", (await _org.SnapshotAsync(new(2026, 2, 1))).Post(await _org.PersonIdAsync("CB008"))!.Unit!.Code);
    }

    [Fact]
    public async Task Errors_stop_everything_until_their_rows_are_to_be_left_out_and_an_open_question_is_answered_in_place()
    {
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/import");
        await UploadAsync(page, ["CB009", null, null, null, "Không có", null, null, null], ["XX1", "Đèo Văn Bách", new DateOnly(1985, 7, 14), "Nam", "Thanh tra", "Chuyên viên", "Công chức", null]);
        await page.ClickAsync(".btn.primary", button => button.TextContent.Contains("Kiểm tra", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[aria-labelledby=import-rows-title] tbody .err").Count));

        await page.ClickAsync("[aria-labelledby=import-rows-title] .btn.small", button => button.TextContent.Contains("CB008", StringComparison.Ordinal));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[aria-labelledby=import-rows-title] tbody .err")));
        Assert.True(page.Find("[aria-labelledby=import-apply-title] .btn.primary").HasAttribute("disabled"));
        await page.TickAsync("[aria-labelledby=import-apply-title] .chk");
        Assert.False(page.Find("[aria-labelledby=import-apply-title] .btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_file_whose_columns_nobody_knows_is_mapped_by_hand_once_and_known_again_the_next_time()
    {
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/import");
        string[] header = ["Mã", "Người", "Nơi"];
        await UploadAsync(page, header, [["CB008", "Đèo Văn Bách", "Thanh tra"]]);
        Assert.Contains("Không nhận ra cột nào", page.Find("[aria-labelledby=import-columns-title] [role=status]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("select[aria-label^='Cột A ']", "Code");
        await page.TypeAsync("select[aria-label^='Cột C ']", "Unit");
        await page.TypeAsync("#import-day", "01/02/2026");
        await page.ClickAsync(".btn.primary", button => button.TextContent.Contains("Kiểm tra", StringComparison.Ordinal));
        page.WaitForElement("#import-apply-title");
        await page.ClickAsync("[aria-labelledby=import-apply-title] .btn.primary");
        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        page = browser.Open("/import");
        Assert.Contains("1 người thay đổi", page.Find(".finding[role=status]").TextContent, StringComparison.Ordinal);
        await UploadAsync(page, header, [["CB009", "Mè Thị Lan Hương", "Thanh tra"]]);

        Assert.Equal(["Code", "", "Unit"], page.FindAll("table select").Select(select => select.GetAttribute("value")));
        Assert.Contains("như lần nhập trước", page.Find("[aria-labelledby=import-columns-title] [role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_row_can_be_chosen()
    {
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/import");
        await UploadAsync(page, Header, [["CB008", "Đèo Văn Bách", null, null, "Thanh tra", null, null, "x"]]);
        Assert.Equal("3", page.Find("#import-header").GetAttribute("value"));

        await page.TypeAsync("#import-header", "4");

        Assert.Contains("Không nhận ra cột nào", page.Find("[aria-labelledby=import-columns-title] [role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_beside_the_file()
    {
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/import");

        await page.HandInAsync("cu.xls", [0xD0, 0xCF, 0x11, 0xE0, 1]);

        page.WaitForAssertion(() => Assert.Contains(".xls", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    private static Task UploadAsync(IRenderedComponent<Routes> page, params object?[][] rows) => UploadAsync(page, Header, rows);

    private static async Task UploadAsync(IRenderedComponent<Routes> page, string[] header, object?[][] rows)
    {
        var file = XlsxFile.Write(new ExportTable("Danh sách", [], header, rows));
        page.WaitForElement("#import-file");
        await page.HandInAsync("danh-sach.xlsx", file);
        page.WaitForElement("#import-columns-title");
    }
}
