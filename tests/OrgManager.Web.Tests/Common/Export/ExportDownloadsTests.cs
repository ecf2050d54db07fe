using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OrgManager.Web.Tests.Common.Export;

/// <summary>Lists as files: what the page shows, for those who may take it out of the house.</summary>
public class ExportDownloadsTests(ModelSite model) : IClassFixture<ModelSite>
{
    [Fact]
    public async Task A_roster_leaves_as_text_with_the_filters_of_its_page()
    {
        var hr = await model.Site.VisitAsync("hr");

        var answer = await hr.GetAsync("/export/staff.csv?on=2019-10-21&unit=QLCN&sort=name");

        var lines = answer.Body.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((7, true), (lines.Length, lines[0].StartsWith("Số hiệu cán bộ,", StringComparison.Ordinal)));
        Assert.Contains("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("staff-2019-10-21.csv", answer.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_says_of_which_day_it_is_and_keeps_numbers_as_numbers()
    {
        var director = await model.Site.VisitAsync("director");

        var answer = await director.GetAsync("/export/quota.xlsx?on=2019-10-21&category=CivilServant");

        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Contains(rows, row => row.Contains("Số liệu tính đến ngày 21/10/2019"));
        Assert.Equal(["Tổng", "55", "55", "0", "53", "2", "0"], rows[^1]);
    }

    [Theory]
    [InlineData("/export/staff.csv", "self"), InlineData("/export/staff.csv", "partyclerk"), InlineData("/export/quota.csv", "cell1"), InlineData("/export/quota.xlsx?unit=VP", "unithead"), InlineData("/export/staff.xlsx", "admin")]
    public async Task Who_may_not_gets_a_sentence_and_no_name(string path, string user)
    {
        var answer = await (await model.Site.VisitAsync(user)).GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("Nguyễn", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing() =>
        Assert.Equal(HttpStatusCode.Redirect, (await model.Site.Visit().GetAsync("/export/staff.csv")).Status);
}
