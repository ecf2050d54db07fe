using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>What the page of one cell knows, who may know it, and what asks for attention.</summary>
public class CellCardTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21), New = new(2026, 1, 10);
    private TestOrg _org = null!;
    private PartyService Party => _org.Get<PartyService>();
    private CoverageService Coverage => _org.Get<CoverageService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Officers_lead_the_members_and_the_others_follow_by_given_name()
    {
        var office = await SeeAsync("CB-VP", Then);

        Assert.Equal((new UnitMembers(11, 0), true, "DB-SCT"), (office.Members, office.IsThere, office.Above.Single().Code));
        Assert.Equal([PartyPost.Secretary, PartyPost.DeputySecretary, PartyPost.CommitteeMember], office.Officers!.Select(o => o.Facts.Post));
        Assert.Equal(["CB005", "CB006", "CB007", "CB001"], office.People!.Take(4).Select(p => p.Code));
        var others = office.People!.Skip(4).Select(p => VietnameseText.PersonSortKey(p.FullName)).ToList();
        Assert.Equal(others.Order(StringComparer.Ordinal), others);
        Assert.Equal(("SCT", "Giám đốc Sở"), office.People![3].Work is { } work ? (work.Unit.Code, work.Post) : default);
    }

    [Fact]
    public async Task It_serves_units_and_leaders_since_their_days_by_their_decisions()
    {
        var trade = await SeeAsync("CB-TM", Then);
        Assert.Equal(
            [("QLTM", new DateOnly(2015, 1, 1), "08-QĐ/ĐU"), ("XNK", new(2015, 1, 1), "08-QĐ/ĐU"), ("CB004", new(2016, 7, 20), "14-QĐ/ĐU")],
            trade.Served.Select(s => (s.Unit?.Code ?? s.Person!.Code, s.Since, s.Decision!.Number)));
    }

    [Fact]
    public async Task Its_story_tells_members_offices_and_coverage_with_their_decisions()
    {
        var events = (await SeeAsync("CB-TM", Then)).Events;

        Assert.Equal((UnitEventKind.MemberMovedOut, UnitEventKind.OfficeGiven), (
            (await SeeAsync("CB-KTATMT", Then)).Events.First(e => e.On == new DateOnly(2021, 1, 1) && e.Area == UnitEventArea.Members).Kind,
            events.Single(e => e.On == new DateOnly(2016, 7, 20) && e.Kind == UnitEventKind.OfficeGiven).Kind));
        var left = events.Single(e => e is { Kind: UnitEventKind.MemberLeft } && e.On == new DateOnly(2016, 7, 1));
        Assert.Equal((MembershipEnd.TransferOut, "CB090", "12-TB/ĐU"), (left.Leaving, left.People.Single().Code, left.Decision!.Number));
        Assert.Equal(UnitEventKind.Founded, events[^1].Kind == UnitEventKind.Founded ? UnitEventKind.Founded : events.Single(e => e.Kind == UnitEventKind.Founded).Kind);
    }

    [Fact]
    public async Task A_cell_that_merged_is_told_as_on_its_last_day()
    {
        var merged = await SeeAsync("CB-NL", New);
        Assert.Equal((false, new DateOnly(2021, 1, 1), 5), (merged.IsThere, merged.EndsOn!.Value, merged.Members.Official));
    }

    [Theory]
    [InlineData("hr"), InlineData("director")]
    public async Task Basics_are_numbers_without_names(string user)
    {
        await _org.SignInAsync(user);
        var office = await SeeAsync("CB-VP", Then);
        Assert.Equal((11, null, null, false), (office.Members.Official, office.Officers, office.People, office.MayChange));
        Assert.All(office.Events, e => Assert.Equal(UnitEventArea.Organisation, e.Area));
        Assert.False(File.Exists(Path.Combine(_org.Storage.Directory, "read-log.jsonl")));
    }

    [Theory]
    [InlineData("cell1", "CB-TM"), InlineData("unithead", "CB-CN"), InlineData("self", "CB-CN"), InlineData("admin", "CB-VP")]
    public async Task A_cell_out_of_reach_is_refused(string user, string cell)
    {
        await _org.SignInAsync(user);
        await Assert.ThrowsAsync<AccessDeniedException>(() => SeeAsync(cell, Then));
    }

    [Fact]
    public async Task What_is_no_cell_has_no_such_page()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => SeeAsync("DB-SCT", Then));
        await Assert.ThrowsAsync<NotFoundException>(() => SeeAsync("CB-KHONG", Then));
    }

    [Theory]
    [InlineData("2019-10-21", ""), InlineData("2020-02-01", "ProbationEnds CB048"), InlineData("2020-07-01", "ProbationEnds CB088"), InlineData("2021-01-01", "")]
    public async Task The_model_asks_for_nothing_but_the_probations_that_end_soon(string on, string findings) =>
        Assert.Equal(findings, await FindingsAsync(TestDay.Of(on)));

    [Fact]
    public async Task A_probation_over_its_twelve_months_a_foreign_unit_and_a_unit_without_a_cell_are_found()
    {
        await Coverage.EndAsync(await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("TTR"), New);
        await Party.MoveAsync((await Party.MemberOnAsync(await _org.PersonIdAsync("CB036"), New)).Seen, await _org.UnitIdAsync("CB-KC"), New);
        await Party.JoinAsync(await _org.PersonIdAsync("CB071"), new(new(2024, 12, 1), new(2025, 1, 9), null), await _org.UnitIdAsync("CB-KC"), New);

        Assert.Equal("CoversNobody CB-TTR, UnitWithoutCell TTR, MemberElsewhere CB036, ProbationOverdue CB071", await FindingsAsync(New));

        await _org.SignInAsync("secretary");
        var attention = await _org.Get<CellService>().AttentionAsync(New);
        Assert.Equal("CoversNobody 1, UnitWithoutCell 1, MemberElsewhere 1, ProbationOverdue 1", string.Join(", ", attention.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));
        await _org.SignInAsync("cell1");
        Assert.Empty((await _org.Get<CellService>().AttentionAsync(New)).Counts);
    }

    [Fact]
    public async Task Committees_stand_with_their_officers_for_whom_the_record_is()
    {
        await _org.SignInAsync("secretary");
        var committee = Assert.Single((await _org.Get<CellService>().ListAsync(Then)).Committees);
        Assert.Equal(("DB-SCT", 12, "Trịnh Hữu Thuyên"), (committee.Unit.Code, committee.Officers.Count, committee.Officers[0].Person.FullName));
        await _org.SignInAsync("hr");
        Assert.Empty((await _org.Get<CellService>().ListAsync(Then)).Committees);
    }

    [Fact]
    public async Task Coverage_is_corrected_and_its_end_called_off()
    {
        var (cell, unit) = (await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("TTR"));
        var id = (await SeeAsync("CB-TTR", New)).Served.Single().CoverageId;
        await Coverage.EndAsync(cell, unit, New.AddDays(30));
        await Coverage.CorrectEndAsync((await Coverage.GetAsync(id)).Seen, New.AddDays(40), "Gõ nhầm");
        Assert.Equal(New.AddDays(40), (await SeeAsync("CB-TTR", New)).Served.Single().EndsOn);
        await Coverage.WithdrawEndAsync((await Coverage.GetAsync(id)).Seen);
        var line = await Coverage.GetAsync(id);
        await Coverage.CorrectAsync(line.Seen, line.Stretches[0].VersionId, await _org.UnitIdAsync("CB-CN"), "Gõ nhầm");
        Assert.Contains((await SeeAsync("CB-CN", New)).Served, s => s.Unit?.Code == "TTR");
        await Refusal.IsAsync("OrgUnit.NotYetThere", async () => await Coverage.CorrectDayAsync((await Coverage.GetAsync(id)).Seen, line.Stretches[0].VersionId, new(2014, 12, 31), "Gõ nhầm"));
    }

    [Fact]
    public async Task What_has_not_begun_is_called_off_with_a_reason_and_every_node_forgets_it()
    {
        var (cell, unit, from) = (await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("XT"), _org.Today.AddDays(30));
        await Coverage.CoverUnitAsync(cell, unit, from);
        var served = (await SeeAsync("CB-TTR", from)).Served.Single(s => s.Unit?.Code == "XT");
        var seen = (await Coverage.GetAsync(served.CoverageId)).Seen;

        await Refusal.IsAsync("History.ReasonMissing", () => Coverage.WithdrawAsync(seen, served.VersionId, " "));
        await Coverage.WithdrawAsync(seen, served.VersionId, "Giao nhầm");

        Assert.DoesNotContain((await SeeAsync("CB-TTR", from)).Served, s => s.Unit?.Code == "XT");
        await Assert.ThrowsAsync<NotFoundException>(() => Coverage.GetAsync(served.CoverageId));
        await Coverage.CoverUnitAsync(cell, unit, from);
        var begun = (await SeeAsync("CB-TTR", New)).Served.Single(s => s.Unit?.Code == "TTR");
        await Refusal.IsAsync("History.InForce", async () => await Coverage.WithdrawAsync((await Coverage.GetAsync(begun.CoverageId)).Seen, begun.VersionId, "Giao nhầm"));
        await _org.AssertSoundAsync();
    }

    private Task<CellCard> SeeAsync(string code, DateOnly on) => _org.Get<CellService>().CardAsync(code, on);

    private async Task<string> FindingsAsync(DateOnly on) => string.Join(", ",
        (await _org.Get<CellService>().ListAsync(on)).Findings.Select(f => $"{f.Kind} {f.Person?.Code ?? f.Unit?.Code ?? f.Cell?.Code}"));
}
