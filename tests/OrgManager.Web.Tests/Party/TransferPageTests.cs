using Bunit;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>The register of transfers, its dialogs, and what the pages of a member and of a cell tell of them.</summary>
public class TransferPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_is_empty_at_first_and_tells_the_next_step()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/transfers");

        Assert.NotEmpty(page.FindAll(".empty"));
        Assert.Contains("Soạn chuyển sinh hoạt", page.Find(".actions button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_is_drafted_from_the_page_of_a_member_and_goes_to_its_end_on_the_page()
    {
        await using var browser = await SignInAsync("partyclerk");
        Assert.Contains("/cells/transfers?act=draft&person=CB013", browser.Open("/members/CB013").Find("main").InnerHtml.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = browser.Open("/cells/transfers?act=draft&person=CB013");
        await page.TypeAsync("#transfer-to", $"{await _org.UnitIdAsync("CB-KC")}");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal(["Sửa", "Cấp giấy"], page.FindAll("main tbody button").Select(b => b.TextContent)));

        await page.ClickAsync("main tbody button:last-child");
        await page.TypeAsync("#transfer-number", "05-GGT/CB");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Giấy số 05-GGT/CB", page.Find("main tbody").TextContent, StringComparison.Ordinal));
        await page.ClickAsync("main tbody button");
        await page.TypeAsync("#transfer-act", nameof(OrgManager.Web.Party.Transfers.TransferAct.Join));
        Assert.Contains("Chi bộ Trung tâm Khuyến công", page.Find("dialog .preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Đã chuyển", page.Find("main tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Chi bộ Trung tâm Khuyến công", browser.Open("/members/CB013").Find("main dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_marked_and_found_by_the_filter()
    {
        await IssuedAsync(new(2025, 12, 1));
        await using var browser = await SignInAsync("cell1");

        Assert.Contains("Quá hạn", browser.Open("/cells/transfers").Find("main tbody").TextContent, StringComparison.Ordinal);
        Assert.Single(browser.Open("/cells/transfers?state=overdue").FindAll("main tbody tr"));
        Assert.NotEmpty(browser.Open("/cells/transfers?state=joined").FindAll(".empty"));
    }

    [Fact]
    public async Task Only_the_side_whose_turn_it_is_has_something_to_press()
    {
        await IssuedAsync(new(2026, 1, 5));
        await using var sender = await SignInAsync("cell1");
        Assert.Equal(["Thu hồi"], sender.Open("/cells/transfers").FindAll("main tbody button").Select(b => b.TextContent));

        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("cell9", AccountService.SamplePassword, Role.CellSecretary, "CB-KC"));
        await using var taker = await SignInAsync("cell9");
        Assert.Equal(["Nhận giấy"], taker.Open("/cells/transfers").FindAll("main tbody button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Both_cells_show_who_stays_for_a_time()
    {
        await IssuedAsync(new(2026, 1, 5), temporary: true);
        await _org.Get<TransferService>().JoinAsync((await _org.Get<TransferRegister>().ListAsync(new())).Rows.Single().Seen, new(2026, 1, 6));
        await using var browser = await SignInAsync("partyclerk");

        Tells("/cells/CB-VP", "đang ở Chi bộ Trung tâm Khuyến công");
        Tells("/cells/CB-KC", "đến từ Chi bộ Văn phòng");

        void Tells(string path, string what)
        {
            var page = browser.Open(path); // whose stays are read after it
            page.WaitForAssertion(() => Assert.Contains(what, page.Find("main").TextContent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_comes_after_a_correction_is_told_keeps_what_was_typed_and_lets_join_knowing_it()
    {
        await IssuedAsync(new(2026, 1, 5));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/transfers");
        await page.ClickAsync("main tbody button");
        await page.TypeAsync("#transfer-act", nameof(OrgManager.Web.Party.Transfers.TransferAct.Join));
        await page.TypeAsync("#transfer-day", "12/01/2026");
        await _org.Get<TransferService>().CorrectAsync((await RowAsync()).Seen, new("06-GGT/CB", new(2026, 1, 6), null, null), "Ghi sai số");

        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Người khác vừa cập nhật", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("12/01/2026", page.Find("#transfer-day").GetAttribute("value"));
        await page.SaveAsync();

        page.WaitForState(() => page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal((TransferState.Joined, "06-GGT/CB", new DateOnly(2026, 1, 12)), (await RowAsync()) is var row ? (row.State, row.LetterNumber, row.JoinedOn) : default);
    }

    [Fact]
    public async Task A_draft_is_written_otherwise_over_what_somebody_else_wrote_once_that_is_told()
    {
        var transfers = _org.Get<TransferService>();
        var facts = new TransferFacts(TransferKind.Official, await _org.UnitIdAsync("CB-VP"), null, await _org.UnitIdAsync("CB-KC"), null);
        await transfers.DraftAsync(await _org.PersonIdAsync("CB013"), facts);
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/transfers");
        await page.ClickAsync("main tbody button", button => button.TextContent == "Sửa");
        await page.TypeAsync("#transfer-note", "Theo quyết định mới");
        await transfers.ReviseAsync((await RowAsync()).Seen, facts with { Note = "Từ máy khác" });

        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Người khác vừa cập nhật", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        await page.SaveAsync();

        page.WaitForState(() => page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal("Theo quyết định mới", (await RowAsync()).Facts.Note);
    }

    private async Task<TransferRow> RowAsync() => (await _org.Get<TransferRegister>().ListAsync(new())).Rows.Single();

    private async Task IssuedAsync(DateOnly on, bool temporary = false)
    {
        var transfers = _org.Get<TransferService>();
        await transfers.DraftAsync(await _org.PersonIdAsync("CB013"), new(temporary ? TransferKind.Temporary : TransferKind.Official, await _org.UnitIdAsync("CB-VP"), null, await _org.UnitIdAsync("CB-KC"), null) { Until = on.AddMonths(6) });
        await transfers.IssueAsync((await _org.Get<TransferRegister>().ListAsync(new())).Rows.Single().Seen, "05-GGT/CB", on);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
