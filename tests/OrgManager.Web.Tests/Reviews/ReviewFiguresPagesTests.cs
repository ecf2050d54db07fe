using System.Net;
using Bunit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Reviews.Papers;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>The papers of a year and its figures, as pages and as files.</summary>
public class ReviewFiguresPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_figures_stand_against_the_caps_and_each_opens_its_rows()
    {
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019/statistics");
        Assert.Equal(["12 / 12", "1 / 1"], page.FindAll(".cap b").Select(b => b.TextContent));
        Assert.Contains("Đã chốt", page.Find(".cap .st").TextContent, StringComparison.Ordinal);
        var first = page.Find("tbody tr");
        Assert.Equal("/reviews/2019/CB-VP", first.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("/reviews/2019/members?by=Cell&key=CB-VP&grade=HTXSNV", first.QuerySelector("td a.fig")!.GetAttribute("href"));
        Assert.Equal("/reviews/2019/members?grade=HTXSNV", page.Find("tfoot td a.fig").GetAttribute("href"));
        Assert.Contains("16,2", page.Find("tfoot .share").TextContent, StringComparison.Ordinal);

        var rows = browser.Open("/reviews/2019/members?by=Sex&key=Female&grade=HTXSNV");
        Assert.NotEmpty(rows.FindAll("tbody tr"));
        Assert.Contains("Giới tính: Nữ · Hoàn thành xuất sắc nhiệm vụ", rows.Find(".head p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_secretary_is_not_told_the_ages_of_the_own_cell()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/reviews/2019/statistics?by=Age");
        Assert.Contains("Dưới 20 người", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Equal(11, browser.Open("/reviews/2019/members").FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task The_clerk_finds_every_paper_of_the_committee_and_of_each_cell()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/papers");
        var links = page.FindAll("main a[download]").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/reviews/2019/papers/committee/DB-SCT/decision.docx", links);
        Assert.Contains("/reviews/2019/papers/committee/DB-SCT/summary.xlsx", links);
        Assert.Contains("/reviews/2019/papers/cell/CB-TM/self-review.docx", links);
        Assert.Contains("/reviews/2019/papers/member/CB008/self-review.docx", links);
        await page.ClickAsync("button[aria-label='11 đảng viên: Chi bộ Thương mại']");
        Assert.Contains("/reviews/2019/papers/member/CB049/notice.docx", page.FindAll("main a[download]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_member_finds_the_own_papers_and_no_others()
    {
        await using var browser = await SignInAsync("self");
        var page = browser.Open("/reviews/papers");
        Assert.Equal(["/reviews/2019/papers/member/CB035/self-review.docx", "/reviews/2019/papers/member/CB035/notice.docx"], page.FindAll("main a[download]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_template_is_handed_in_and_a_wrong_one_is_told_in_its_dialog()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/papers");
        var layout = (await _org.Get<PaperTemplateService>().DefaultAsync(2019, "DB-SCT", PaperKind.Tally, false)).Bytes;
        await page.ClickAsync("button[aria-label='Tải mẫu lên: Biên bản kiểm phiếu']");
        await HandInAsync(page, Edited(layout, "{{diem}}"));
        await page.SaveAsync();
        Assert.Contains("Không có tên trường: diem", page.Find("dialog .finding").TextContent, StringComparison.Ordinal);

        await HandInAsync(page, Edited(layout, "Riêng của {{cell}}"));
        await page.SaveAsync();
        Assert.Empty(page.FindAll("dialog.sheet"));
        Assert.Contains("mau.docx (bản 1)", page.Find("main").TextContent, StringComparison.Ordinal);
        await page.ClickAsync("button[aria-label='Thôi dùng: mau.docx']");
        Assert.Contains("Dùng bản này", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_members_of_the_cells_at_a_years_end_are_counted()
    {
        await using var browser = await SignInAsync("partyclerk");
        var sum = browser.Open("/cells/statistics?year=2019").FindAll("tfoot td").Take(3).Select(td => td.TextContent.Trim());
        Assert.Equal(["77", "75", "2"], sum);
    }

    [Fact]
    public async Task Files_leave_for_those_who_may_take_them()
    {
        await using var site = await TestSite.StartModelAsync();
        var clerk = await site.VisitAsync("partyclerk");
        var answer = await clerk.GetAsync("/reviews/2019/papers/cell/CB-TM/minutes.docx");
        using (var paper = WordprocessingDocument.Open(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()), isEditable: false))
            Assert.Contains("CHI BỘ THƯƠNG MẠI", paper.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Contains("bien-ban-hop-chi-bo-2019-CB-TM.docx", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/reviews/2019/papers/committee/DB-SCT/decision.xlsx")).Status);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/reviews/2019/papers/layout/DB-SCT/not-graded-committee.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/reviews/2019/papers/cell/CB-TM/nothing.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/reviews/2019/papers/cell/CB-TM/minutes.pdf")).Status);
        var secretary = await site.VisitAsync("cell1");
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/reviews/2019/papers/cell/CB-TM/minutes.docx")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.VisitAsync("self")).GetAsync("/reviews/2019/papers/member/CB035/self-review.docx")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.VisitAsync("admin")).GetAsync("/reviews/2019/papers/committee/DB-SCT/summary.docx")).Status);
    }

    private static Task HandInAsync(IRenderedComponent<Routes> page, byte[] file) => page.HandInAsync("mau.docx", file);

    private static byte[] Edited(byte[] layout, string line)
    {
        using var stream = new MemoryStream();
        stream.Write(layout);
        using (var file = WordprocessingDocument.Open(stream, isEditable: true)) file.MainDocumentPart!.Document!.Body!.PrependChild(new Paragraph(new Run(new Text(line))));
        return stream.ToArray();
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
