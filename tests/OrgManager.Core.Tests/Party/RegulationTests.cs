using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Working regulations and terms of party units.</summary>
public class RegulationTests : IAsyncLifetime
{
    private static readonly DateOnly New = new(2026, 1, 15);
    private TestOrg _org = null!;
    private RegulationService Regulations => _org.Get<RegulationService>();
    private PartyPaperService Papers => _org.Get<PartyPaperService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Newer_regulations_take_the_place_of_older_ones_and_the_files_go_with_them()
    {
        var cell = await _org.UnitIdAsync("CB-TTR");
        await _org.SignInAsync("partyclerk");
        var older = await Regulations.IssueAsync(cell, Facts("05-QC/CB", new(2025, 4, 1)), [TestFiles.Pdf("quy-che.pdf")]);
        var newer = await Regulations.IssueAsync(cell, Facts("06-QC/CB", new(2026, 1, 1)));

        var rows = (await Papers.OfUnitAsync("CB-TTR", New)).Regulations;
        Assert.Equal([(newer, true), (older, false)], rows.Take(2).Select(r => (r.Seen.Id, r.Holds)));
        Assert.Equal("quy-che.pdf", (await Regulations.DownloadAsync(rows[1].Files.Single().Id)).Name);

        await Regulations.WithdrawAsync(rows[0].Seen, "Nhập nhầm");
        Assert.True((await Papers.OfUnitAsync("CB-TTR", New)).Regulations[0].Holds);
        _org.Actor = OrgManager.Access.Actor.System;
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task What_is_no_document_is_refused()
    {
        var cell = await _org.UnitIdAsync("CB-TTR");
        await Refusal.IsAsync("Regulation.NumberMissing", () => Regulations.IssueAsync(cell, Facts(" ", New)));
        await Refusal.IsAsync("Regulation.NameMissing", () => Regulations.IssueAsync(cell, Facts("1", New) with { Name = "" }));
        await Refusal.IsAsync("Regulation.DaysOutOfOrder", () => Regulations.IssueAsync(cell, Facts("1", New) with { Until = New }));
        await Refusal.IsAsync("OrgUnit.NotThere", async () => await Regulations.IssueAsync(await _org.UnitIdAsync("TTR"), Facts("1", New)));
        await Regulations.IssueAsync(cell, Facts("1-QC", New));
        await Refusal.IsAsync("Regulation.Twice", () => Regulations.IssueAsync(cell, Facts("1-QC", New)));
        await Refusal.IsAsync("Term.NameMissing", () => _org.Get<PartyTermService>().BeginAsync(cell, new("", New)));
        await Refusal.IsAsync("Term.DaysOutOfOrder", () => _org.Get<PartyTermService>().BeginAsync(cell, new("2026", New, New)));
    }

    [Fact]
    public async Task The_register_names_who_has_none_and_the_rule_that_asks_for_them()
    {
        foreach (var row in (await Papers.RegisterAsync(New)).Rows.Where(r => r.Unit.Code == "CB-TTR").ToList()) await Regulations.WithdrawAsync(row.Seen, "Thử");
        var gap = Assert.Single((await Papers.RegisterAsync(New)).Gaps, g => g.Unit.Code == "CB-TTR");
        Assert.StartsWith("QĐ 399-QĐ/TW", gap.Rule!.Article, StringComparison.Ordinal);
        Assert.Contains(await _org.Get<PartyDueService>().ListAsync(New), d => d.Kind == PartyDueKind.RegulationMissing && d.Unit.Code == "CB-TTR");
        Assert.Null((await Papers.OfUnitAsync("CB-TTR", new(2019, 10, 21))).Missing);
    }

    [Fact]
    public async Task Regulations_that_end_soon_are_told_and_those_that_were_corrected_are_not()
    {
        var cell = await _org.UnitIdAsync("CB-TTR");
        await Regulations.IssueAsync(cell, Facts("7-QC/CB", new(2026, 1, 1)) with { Until = new(2026, 3, 1) });
        foreach (var row in (await Papers.OfUnitAsync("CB-TTR", New)).Regulations.Where(r => !r.Holds)) await Regulations.WithdrawAsync(row.Seen, "Thử");
        Assert.Equal(new DateOnly(2026, 3, 1), Assert.Single(await _org.Get<PartyDueService>().ListAsync(New), d => d.Kind == PartyDueKind.RegulationEnds && d.Unit.Code == "CB-TTR").On);
        var seen = (await Papers.OfUnitAsync("CB-TTR", New)).Regulations.Single();
        await Regulations.CorrectAsync(seen.Seen, seen.Facts with { Until = null }, "Chưa hết hiệu lực");
        Assert.DoesNotContain(await _org.Get<PartyDueService>().ListAsync(New), d => d.Kind == PartyDueKind.RegulationEnds && d.Unit.Code == "CB-TTR");
        await Assert.ThrowsAsync<ConflictException>(() => Regulations.CorrectAsync(seen.Seen, seen.Facts, "Lần nữa"));
    }

    private static RegulationFacts Facts(string number, DateOnly from) => new(number, from, "Quy chế làm việc của Chi bộ Thanh tra", from);
}
