using System.Net;
using Bunit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Common.Export;

/// <summary>Lists as files: what the page shows, for those who may take it out of the house.</summary>
public class ExportDownloadsTests(ModelSite model) : IClassFixture<ModelSite>
{
    [Fact]
    public async Task A_roster_leaves_as_text_with_the_filters_of_its_page()
    {
        var hr = await model.Site.VisitAsync("hr");

        var answer = await hr.GetAsync("/export/staff.csv?on=2019-10-21&unit=QLCN&sort=name");

        var lines = Lines(answer);
        Assert.Equal((7, true), (lines.Length, lines[0].StartsWith("Số hiệu cán bộ,STT,Họ và tên,Ngày sinh,", StringComparison.Ordinal)));
        Assert.Contains("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("staff-2019-10-21.csv", answer.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cells.csv"), InlineData("cells.xlsx"), InlineData("reviews.csv"), InlineData("audit.xlsx")]
    public async Task No_list_stays_behind_in_a_browser_or_on_the_way(string list)
    {
        var inspector = await model.Site.VisitAsync("inspector");

        var answer = await inspector.GetAsync($"/export/{list}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_says_of_which_day_it_is_and_keeps_numbers_as_numbers()
    {
        var director = await model.Site.VisitAsync("director");

        var answer = await director.GetAsync("/export/quota.xlsx?on=2019-10-21&category=CivilServant");

        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Contains(rows, row => row.Contains("Số liệu tính đến ngày 21/10/2019"));
        Assert.Equal(["Toàn cơ quan", "55", "55", "0", "53", "2", "0"], rows[^1]);
    }

    [Fact]
    public async Task Cells_and_decisions_leave_as_their_pages_show_them()
    {
        var secretary = await model.Site.VisitAsync("secretary");

        var cells = Lines(await secretary.GetAsync("/export/cells.csv?on=2019-10-21"));
        var decisions = Lines(await secretary.GetAsync("/export/decisions.csv?search=3215"));

        Assert.Equal((10, "CB-VP,Chi bộ Văn phòng,"), (cells.Length, cells[1][..23]));
        Assert.Contains("Nông Thị Kim Thoa", cells[1], StringComparison.Ordinal);
        Assert.Equal((2, true), (decisions.Length, decisions[1].StartsWith("3215/QĐ-UBND,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(""), InlineData("&columns=all"), InlineData("&category=CivilServant"), InlineData("&differs=1"), InlineData("&category=PublicEmployeeBudget&differs=1"), InlineData("&unit=TTR")]
    public async Task The_table_of_posts_leaves_with_the_rows_columns_and_sums_of_its_page(string filters)
    {
        var director = await model.Site.VisitAsync("director");
        await using var org = TestOrg.On(model.Site.Database, isOwner: false);
        await org.SignInAsync("director");
        await using var browser = new TestBrowser(org);

        var file = Lines(await director.GetAsync($"/export/quota.csv?on=2019-10-21{filters}")).Select(line => line.Trim().Replace("\"", "", StringComparison.Ordinal)).ToList();

        var page = browser.Open($"/quota?on=2019-10-21{filters}");
        var shown = page.FindAll("main tbody tr, main tfoot tr").Select(row => string.Join(',', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim().Replace("–", "", StringComparison.Ordinal)).Prepend(NameIn(row))));
        Assert.Equal(shown, file.Skip(1));
        Assert.Equal(page.FindAll("main thead tr:last-child th").Count + 1, file[0].Split(',').Length);
    }

    [Theory]
    [InlineData("/export/cells.csv", "admin"), InlineData("/export/cells.csv", "self"), InlineData("/export/decisions.csv", "admin")]
    [InlineData("/export/staff.csv", "self"), InlineData("/export/staff.csv", "partyclerk"), InlineData("/export/quota.csv", "cell1"), InlineData("/export/quota.xlsx?unit=VP", "unithead"), InlineData("/export/forecast.csv", "cell1"), InlineData("/export/forecast.xlsx?unit=VP", "unithead"), InlineData("/export/staff.xlsx", "admin")]
    [InlineData("/export/units.csv", "admin"), InlineData("/export/units.csv", "self"), InlineData("/export/reviews.csv", "hr"), InlineData("/export/missing.csv", "director"), InlineData("/export/missing.csv", "admin")]
    [InlineData("/export/audit.csv", "self"), InlineData("/export/audit.csv", "admin"), InlineData("/export/audit.csv", "unithead"), InlineData("/export/audit.xlsx", "cell1")]
    [InlineData("/export/accounts.csv", "admin"), InlineData("/export/accounts.csv", "hr"), InlineData("/export/accounts.xlsx", "inspector")]
    public async Task Who_may_not_gets_a_sentence_and_no_name(string path, string user)
    {
        var answer = await (await model.Site.VisitAsync(user)).GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("Nguyễn", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_on_the_page_is_not_in_the_file()
    {
        await using var site = await TestSite.StartModelAsync();
        await using var org = TestOrg.On(site.Database, isOwner: false);
        var hr = await site.VisitAsync("hr");
        await org.SignInAsync("hr");
        await org.Get<AccountService>().HideColumnsAsync("staff", ["born", "party"]);

        var header = Lines(await hr.GetAsync("/export/staff.csv?on=2019-10-21"))[0];

        Assert.Equal("Số hiệu cán bộ,STT,Họ và tên,Giới tính,Chức vụ,Đơn vị,Ngạch,Hệ số,Nhóm chỉ tiêu,Từ ngày,Văn bản", header.Trim());
    }

    [Theory]
    [InlineData("units", "kind assigned", "Mã,Đơn vị,Cấp trưởng,Phân bổ,Có mặt,Chưa sử dụng,Vượt"), InlineData("decisions", "kind issuer files", "\"Số, ký hiệu\",Ngày ký,Ngày hiệu lực,Trích yếu,Biến động")]
    [InlineData("missing", "area", "Mã,\"Đơn vị, người\",Từ ngày,Nội dung"), InlineData("reviews", "minutes ungraded", "Năm,Đảng bộ,Mã chi bộ,Chi bộ,Tình trạng,Thời hạn,Đã nhập,Đảng viên,HTXSNV,HTTNV,HTNV,KHTNV,Xếp loại chi bộ,Mức đề nghị")]
    [InlineData("audit", "about why", "Số,Thời điểm,Thay đổi,Người thực hiện")]
    public async Task Each_list_leaves_without_the_columns_put_away(string list, string hidden, string header)
    {
        await using var site = await TestSite.StartModelAsync();
        await using var org = TestOrg.On(site.Database, isOwner: false);
        var user = list == "missing" ? "hr" : "inspector";
        await org.SignInAsync(user);
        await org.Get<AccountService>().HideColumnsAsync(list, hidden.Split(' '));

        Assert.Equal(header, Lines(await (await site.VisitAsync(user)).GetAsync($"/export/{list}.csv?on=2019-10-21&year=2019"))[0].Trim());
    }

    [Fact]
    public async Task The_trail_leaves_whole_with_the_filters_of_its_page()
    {
        var inspector = await model.Site.VisitAsync("inspector");

        var whole = Lines(await inspector.GetAsync("/export/audit.csv?on=2019-10-21"));
        var answer = await inspector.GetAsync("/export/audit.csv?area=Party");
        var party = Lines(answer);

        Assert.Equal("Số,Thời điểm,Thay đổi,Đối tượng,Người thực hiện,Lý do,Văn bản", whole[0].Trim());
        Assert.InRange(party.Length, 2, whole.Length - 1);
        Assert.True(whole.Length > 31, "Only one page left.");
        Assert.Matches(@"^\d+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,", whole[1]);
        Assert.DoesNotContain("2019-10-21", answer.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_leave_with_an_administrator_who_may_take_lists_out_and_moments_stay_moments()
    {
        await using var site = await TestSite.StartModelAsync();
        await using var org = TestOrg.On(site.Database, isOwner: false);
        await org.SignInAsync("admin");
        await org.Get<UserService>().GrantAsync("inspector", Role.Admin, null);
        var visitor = await site.VisitAsync("inspector");

        var heads = Lines(await visitor.GetAsync("/export/accounts.csv?role=UnitHead"));
        var book = await visitor.GetAsync("/export/accounts.xlsx?search=inspector");

        Assert.Equal(("Tài khoản,Số hiệu cán bộ,Người sử dụng,Quyền,Trạng thái,Đăng nhập cuối", "unithead,CB033,Lục Đình Vạn,Trưởng đơn vị · Phòng Quản lý công nghiệp,Đang dùng,Chưa đăng nhập lần nào"), (heads[0].Trim(), heads[1].Trim()));
        using var file = SpreadsheetDocument.Open(new MemoryStream(await book.Response.Content.ReadAsByteArrayAsync()), isEditable: false);
        var last = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Last().Elements<Cell>().Last();
        Assert.Equal((3u, true), (last.StyleIndex!.Value, double.Parse(last.InnerText, System.Globalization.CultureInfo.InvariantCulture) % 1 > 0));
    }

    [Fact]
    public async Task Those_chosen_on_the_page_leave_alone_and_only_when_the_page_asked()
    {
        var hr = await model.Site.VisitAsync("hr");
        var token = (await hr.GetAsync("/account/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var chosen = await hr.PostAsync("/export/staff.csv?on=2019-10-21&sort=name&unit=TTR", ("people", "CB009,CB001"), ("__RequestVerificationToken", token));
        var forged = await hr.PostAsync("/export/staff.csv?on=2019-10-21", ("people", "CB009,CB001"));

        Assert.Equal((3, "CB009,1,", "CB001,2,"), (Lines(chosen).Length, Lines(chosen)[1][..8], Lines(chosen)[2][..8]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    [Fact]
    public async Task The_tree_leaves_with_the_lines_and_filters_of_its_page()
    {
        var director = await model.Site.VisitAsync("director");

        var whole = Lines(await director.GetAsync("/export/units.csv?on=2019-10-21"));
        var over = Lines(await director.GetAsync("/export/units.csv?on=2019-10-21&only=over"));
        var party = Lines(await director.GetAsync("/export/units.csv?on=2019-10-21&branch=party"));

        Assert.StartsWith("Mã,Đơn vị,Loại hình,Nhóm tự chủ,", whole[0], StringComparison.Ordinal);
        Assert.StartsWith("SCT,Sở Công Thương", whole[1], StringComparison.Ordinal);
        Assert.Contains("Lãnh đạo Sở", whole[2], StringComparison.Ordinal);
        Assert.InRange(over.Length, 1, whole.Length - 1);
        Assert.Contains(party, line => line.Contains("Chi bộ Văn phòng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_years_reviews_and_the_inbox_leave_as_their_pages_show_them()
    {
        var clerk = await model.Site.VisitAsync("partyclerk");
        var hr = await model.Site.VisitAsync("hr");

        var reviews = Lines(await clerk.GetAsync("/export/reviews.csv?year=2019"));
        var missing = Lines(await hr.GetAsync("/export/missing.csv?area=staff"));

        Assert.Equal((10, true), (reviews.Length, reviews[1].Contains("CB-VP,Chi bộ Văn phòng", StringComparison.Ordinal)));
        Assert.StartsWith("Mã,", missing[0], StringComparison.Ordinal);
        Assert.DoesNotContain(missing.Skip(1), line => line.Trim().EndsWith("Biên chế", StringComparison.Ordinal));
    }

    private static string NameIn(AngleSharp.Dom.IElement row) => (row.QuerySelector("th a") ?? row.QuerySelector("th")!).TextContent.Trim();

    private static string[] Lines(Answer answer) => answer.Body.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing() =>
        Assert.Equal(HttpStatusCode.Redirect, (await model.Site.Visit().GetAsync("/export/staff.csv")).Status);
}
