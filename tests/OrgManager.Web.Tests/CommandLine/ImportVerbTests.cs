using System.Text.Json;
using Microsoft.AspNetCore.Localization;
using OrgManager.Reports;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>A list of staff read, checked and carried out without the page.</summary>
public class ImportVerbTests(ModelSite model) : IClassFixture<ModelSite>
{
    private static readonly string[] Header = ["Số hiệu cán bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", "Nhóm chỉ tiêu"];

    [Theory]
    [InlineData("xlsx", "vi"), InlineData("csv", "vi"), InlineData("xlsx", "en"), InlineData("csv", "en")]
    public async Task The_roster_as_it_left_the_house_comes_back_without_a_change(string format, string language)
    {
        var hr = await model.Site.VisitAsync("hr");
        hr.Cookies[CookieRequestCultureProvider.DefaultCookieName] = Uri.EscapeDataString(CookieRequestCultureProvider.MakeCookieValue(new(Language.CultureOf(language), new(language))));
        var answer = await hr.GetAsync($"/export/staff.{format}?on=2026-01-15");
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, $"staff.{format}");
        await File.WriteAllBytesAsync(file, await answer.Response.Content.ReadAsByteArrayAsync());

        var check = (await TestProgram.RunAsync(model.Site.Database, "import", "staff", file, "--on", "2026-01-15", "--dry-run", "--json")).Json;

        Assert.All(check.GetProperty("rows").EnumerateArray(), row => Assert.Equal("same", row.GetProperty("state").GetString() + Told(row)));
        Assert.True(check.GetProperty("counts").GetProperty("same").GetInt32() > 60);
        Assert.Empty(check.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task A_dry_run_tells_row_by_row_and_saves_nothing_and_then_it_is_carried_out_by_a_decision()
    {
        await using var database = await TestDatabase.ModelAsync();
        var file = Save([["CB008", "Đèo Văn Bách", null, null, "Thanh tra", null, null], ["MOI1", "Trần Văn Mới", new DateOnly(1990, 2, 1), "Nam", "VP", "Chuyên viên", "Công chức"], ["CB009", null, null, null, "Phòng Không có", null, null]]);

        var tried = (await TestProgram.RunAsync(database, "import", "staff", file, "--on", "2026-02-01", "--dry-run", "--json")).Json;

        Assert.Equal(["changed", "new", "error"], tried.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, tried.GetProperty("applied").ValueKind);
        var refused = (await TestProgram.RunAsync(database, "import", "staff", file, "--on", "2026-02-01", "--decision", "315/QĐ-SCT")).Refused(OrgManagerCommand.Failed);
        Assert.Contains("1 rows are in error, so nothing was imported: row 6", refused, StringComparison.Ordinal);

        var done = (await TestProgram.RunAsync(database, "import", "staff", file, "--on", "2026-02-01", "--decision", "315/QĐ-SCT", "--partial", "--json")).Json;

        Assert.True(done.GetProperty("applied").GetProperty("changeSet").GetInt64() > 0);
        var again = (await TestProgram.RunAsync(database, "import", "staff", file, "--on", "2026-02-01", "--dry-run", "--json")).Json;
        Assert.Equal((0, 2), (again.GetProperty("counts").GetProperty("new").GetInt32(), again.GetProperty("counts").GetProperty("same").GetInt32()));
        Assert.True((await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Columns_are_named_by_a_mapping_and_called_wrongly_it_says_so()
    {
        var file = Save([["CB008", "Đèo Văn Bách", null, null, "Thanh tra", null, null]]);
        var mapping = Path.GetTempFileName();
        await File.WriteAllTextAsync(mapping, """{"Unit": null}""");
        var check = (await TestProgram.RunAsync(model.Site.Database, "import", "staff", file, "--on", "2026-02-01", "--dry-run", "--json", "--mapping", mapping)).Json;
        Assert.Equal(1, check.GetProperty("counts").GetProperty("same").GetInt32());

        await File.WriteAllTextAsync(mapping, """{"Einheit": "A"}""");
        (await TestProgram.RunAsync(model.Site.Database, "import", "staff", file, "--on", "2026-02-01", "--dry-run", "--mapping", mapping)).Refused(OrgManagerCommand.Failed);
        (await TestProgram.RunAsync(model.Site.Database, "import", "staff", file, "--on", "2026-02-01", "--decision", "0/QĐ-KHONG")).Refused(OrgManagerCommand.Failed);
        (await TestProgram.RunAsync(model.Site.Database, "import", "staff", file, "--on", "2026-02-01")).Refused(OrgManagerCommand.WrongUsage);
        (await TestProgram.RunAsync(model.Site.Database, "import", "staff", "khong-co.xlsx", "--on", "2026-02-01", "--dry-run")).Refused(OrgManagerCommand.Failed);
    }

    private static string Told(JsonElement row) => string.Concat(row.GetProperty("changes").EnumerateArray().Concat(row.GetProperty("problems").EnumerateArray()).Select(e => e.GetRawText()));

    private static string Save(object?[][] rows)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "danh-sach.xlsx");
        File.WriteAllBytes(file, XlsxFile.Write(new ExportTable("Danh sách", [], Header, rows)));
        return file;
    }
}
