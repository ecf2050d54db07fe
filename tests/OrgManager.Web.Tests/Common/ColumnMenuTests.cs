using Bunit;
using OrgManager.Access;
using OrgManager.Tests;
using OrgManager.Web.Access;
using OrgManager.Web.Decisions;
using OrgManager.Web.Establishment;
using OrgManager.Web.Organisation;
using OrgManager.Web.Party;
using OrgManager.Web.Reviews;
using OrgManager.Web.Staff;

namespace OrgManager.Web.Tests.Common;

/// <summary>Which columns of which list are shown, and that the choice is kept with the account.</summary>
public class ColumnMenuTests : IAsyncLifetime
{
    private const int MostKept = 1000; // what the column of the database holds
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("director", "/units?on=2019-10-21", "units", "head", "Cấp trưởng"), InlineData("director", "/units?on=2019-10-21", "units", "unused", "Chưa sử dụng"), InlineData("partyclerk", "/units?branch=party&on=2019-10-21", "units", "trial", "Dự bị")]
    [InlineData("inspector", "/audit", "audit", "about", "Đối tượng"), InlineData("inspector", "/audit", "audit", "number", "Số"), InlineData("partyclerk", "/reviews?year=2019", "reviews", "minutes", "Biên bản họp")]
    [InlineData("hr", "/decisions", "decisions", "issuer", "Cơ quan ban hành"), InlineData("hr", "/decisions", "decisions", "signed", "Ngày ký")]
    public async Task A_column_goes_with_its_cells_and_stays_away(string user, string path, string list, string column, string header)
    {
        await _org.SignInAsync(user);
        await using var browser = new TestBrowser(_org);
        var page = browser.Open(path);
        var (headers, cells) = (Headers(page), Cells(page));
        Assert.Contains(headers, text => text.StartsWith(header, StringComparison.Ordinal));

        await page.TickAsync($"#columns input[name={column}]", ticked: false);

        Assert.Equal(headers.Where(text => !text.StartsWith(header, StringComparison.Ordinal) || (header == "Số" && text != header)), Headers(page));
        Assert.Equal(cells - 1, Cells(page));
        Assert.Equal([column], await _org.Get<AccountService>().HiddenColumnsAsync(list));
        Assert.Equal(cells - 1, Cells(browser.Open(path)));
    }

    [Fact]
    public async Task The_inbox_keeps_whom_a_change_is_about()
    {
        var seen = await _org.Units.GetAsync(await _org.UnitIdAsync("QLCN"));
        await _org.Units.ChangeAsync(seen.Seen, _org.Today, new() { Name = "Phòng Công nghiệp mới" });
        await _org.SignInAsync("hr");
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/decisions/missing");

        foreach (var column in new[] { "day", "what", "area" }) await page.TickAsync($"#columns input[name={column}]", ticked: false);

        Assert.Equal(["Đơn vị, người"], Headers(page).Where(text => text.Length > 0));
        Assert.Equal(["area", "day", "what"], (await _org.Get<AccountService>().HiddenColumnsAsync("missing")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("inspector", "/audit", true), InlineData("hr", "/audit", true), InlineData("self", "/audit", false), InlineData("cell1", "/audit", false), InlineData("unithead", "/audit", false), InlineData("admin", "/audit", false), InlineData("admin", "/admin/accounts", false)]
    public async Task Who_may_take_a_list_out_has_the_buttons(string user, string path, bool offered)
    {
        await _org.SignInAsync(user);
        await using var browser = new TestBrowser(_org);

        Assert.Equal(offered, browser.Open(path).FindAll(".export a").Count == 2);
    }

    [Fact]
    public async Task An_administrator_who_may_take_lists_out_takes_the_accounts_shown()
    {
        await _org.Get<UserService>().GrantAsync("inspector", Role.Admin, null);
        await _org.SignInAsync("inspector");
        await using var browser = new TestBrowser(_org);

        Assert.Equal("/export/accounts.xlsx?role=Director", browser.Open("/admin/accounts?role=Director").Find(".export a").GetAttribute("href"));
    }

    [Fact]
    public async Task All_that_can_be_hidden_can_be_kept()
    {
        await _org.SignInAsync("inspector");
        var accounts = _org.Get<AccountService>();
        (string List, Type Names)[] lists =
        [
            (RosterHidable.List, typeof(RosterHidable)), (CellHidable.List, typeof(CellHidable)), (UnitHidable.List, typeof(UnitHidable)), (TrailHidable.List, typeof(TrailHidable)),
            (BoardHidable.List, typeof(BoardHidable)), (DecisionHidable.List, typeof(DecisionHidable)), (MissingHidable.List, typeof(MissingHidable)),
        ];

        TestBrowser.Speak("vi");
        await using var browser = new TestBrowser(_org);
        await accounts.HideColumnsAsync(ShownEstablishment.List, [.. EstablishmentColumns.Hidable(browser.Texts).Select(column => column.Name)]);
        foreach (var (list, names) in lists) await accounts.HideColumnsAsync(list, [.. names.GetFields().Where(field => field is { IsLiteral: true, Name: not "List" } && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!)]);

        Assert.InRange(await _org.Database.ReadAsync(db => Task.FromResult(db.Set<OrgUser>().Single(u => u.UserName == "inspector").HiddenColumns.Length)), 300, MostKept);
    }

    private static List<string> Headers(IRenderedComponent<Routes> page) => [.. page.FindAll("main table")[0].QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim())];

    private static int Cells(IRenderedComponent<Routes> page) => page.FindAll("main table")[0].QuerySelector("tbody tr")!.Children.Length;
}
