using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Reports.Templates;
using OrgManager.Reviews;
using OrgManager.Reviews.Papers;
using PaperSource = OrgManager.Reviews.Papers.PaperSource;

namespace OrgManager.Tests.Reviews.Papers;

/// <summary>Layouts of a committee's own, in place of the house's.</summary>
public class PaperTemplateTests : IAsyncLifetime
{
    private const string Committee = "DB-SCT";
    private TestOrg _org = null!;
    private PaperTemplateService Templates => _org.Get<PaperTemplateService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("partyclerk");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_houses_layout_is_a_template_to_begin_from_and_prints_the_same_when_handed_in()
    {
        var before = await TextAsync();
        await AddAsync(await DefaultAsync());
        Assert.Equal(before, await TextAsync());
        Assert.Equal((1, true), (Assert.Single((await ListAsync()).Versions).Number, (await ListAsync()).Versions[0].InUse));
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Every_layout_of_the_house_passes_the_check_under_every_rule_set(PaperKind paper, bool ofCommittee)
    {
        foreach (var rules in await _org.Database.ReadAsync(db => Task.FromResult(db.Set<RuleSet>().AsEnumerable().Select(r => r.Facts).Where(r => r.Kind == "Party").ToList())))
        {
            var fields = PaperFields.Of(paper, ofCommittee, rules);
            TemplateCheck.Demand(new OrgManager.Reviews.Papers.Layouts.PaperLayout(rules, default).File(paper, ofCommittee), fields.Sample(), fields.Common());
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task The_papers_say_just_what_the_list_of_names_says(PaperKind paper, bool ofCommittee)
    {
        var (values, rules) = await _org.Database.ReadAsync(async db =>
        {
            if (ofCommittee)
            {
                var all = await PaperSource.OfCommitteeAsync(db, 2019, await _org.UnitIdAsync(Committee), default);
                return (new PaperValues(all).OfCommittee(paper), all.Rules);
            }
            var source = await PaperSource.OfCellAsync(db, 2019, await _org.UnitIdAsync("CB-XT"), default);
            var cell = source.Cells().Single();
            return (paper.IsOfMember() ? new PaperValues(source).OfMember(paper, cell, source.MembersOf(cell)[0]) : new PaperValues(source).OfCell(paper, cell), source.Rules);
        });
        var fields = PaperFields.Of(paper, ofCommittee, rules);
        Assert.Equal(fields.Everywhere.Concat(fields.OfMember).Concat(fields.Lists.Keys).Order(StringComparer.Ordinal), values.Names.Order(StringComparer.Ordinal));
        foreach (var (list, names) in fields.Lists)
            if (values.Find(list) is IReadOnlyList<TemplateValues> { Count: > 0 } items) Assert.Equal(names.Order(StringComparer.Ordinal), items[0].Names.Order(StringComparer.Ordinal));
    }

    public static TheoryData<PaperKind, bool> Uses => PaperServiceTests.All;

    [Fact]
    public async Task An_own_layout_prints_until_the_houses_is_taken_again_and_older_versions_stay()
    {
        await AddAsync(await EditedAsync("Bản thứ nhất của {{cell}}"));
        await AddAsync(await EditedAsync("Bản thứ hai của {{CELL}}"));
        Assert.Contains("Bản thứ hai của CHI BỘ THANH TRA", await TextAsync(), StringComparison.Ordinal);
        var (newer, older) = ((await ListAsync()).Versions[0], (await ListAsync()).Versions[1]);
        Assert.Equal((2, true, 1, false), (newer.Number, newer.InUse, older.Number, older.InUse));

        await Templates.TakeAsync(older.Seen, inUse: true);
        Assert.Contains("Bản thứ nhất của Chi bộ Thanh tra", await TextAsync(), StringComparison.Ordinal);
        await Templates.TakeAsync((await ListAsync()).Versions[1].Seen, inUse: false);
        Assert.DoesNotContain("Bản thứ", await TextAsync(), StringComparison.Ordinal);
        Assert.Equal("mau.docx", (await Templates.DownloadAsync(older.Seen.Id)).Name);
        await Assert.ThrowsAsync<ConflictException>(() => Templates.TakeAsync(newer.Seen, inUse: true));
    }

    [Fact]
    public async Task A_template_is_for_its_own_paper_and_rule_set()
    {
        await AddAsync(await EditedAsync("Riêng của năm 2019"));
        Assert.DoesNotContain("Riêng", Text((await _org.Get<PaperService>().OfCellAsync(2019, "CB-TTR", PaperKind.Minutes)).Bytes), StringComparison.Ordinal);
        _org.Actor = OrgManager.Access.Actor.System;
        await _org.Get<ReviewCycleService>().OpenAsync(2025, await _org.UnitIdAsync(Committee), "366-2025", new(2025, 12, 1));
        Assert.DoesNotContain("Riêng", Text((await _org.Get<PaperService>().OfCellAsync(2025, "CB-TTR", PaperKind.Tally)).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_understood_is_refused_by_name_and_nothing_is_kept()
    {
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await AddAsync(await EditedAsync("{{member.name}}: {{diem}}")));
        Assert.Equal(("Template.Unknown", "member.name, diem"), (refused.Code, refused.Args[0]));
        await Refusal.IsAsync("Template.NotDocx", () => AddAsync("%PDF-1.7 x"u8.ToArray()));
        await Refusal.IsAsync("Attachment.KindUnknown", () => AddAsync([1, 2, 3]));
        await Refusal.IsAsync("Template.Unused", async () => await Templates.AddAsync(2019, Committee, PaperKind.Decision, false, File(await DefaultAsync())));
        Assert.Empty((await ListAsync()).Versions);
    }

    [Fact]
    public async Task Verify_holds_the_bytes_against_the_trail()
    {
        await AddAsync(await DefaultAsync());
        _org.Actor = OrgManager.Access.Actor.System;
        Assert.True((await _org.Get<Verifier>().VerifyAsync()).Ok);
        await _org.Database.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"PaperTemplateContent\" SET \"Bytes\" = \"Bytes\" || \"Bytes\""));
        Assert.Contains((await _org.Get<Verifier>().VerifyAsync()).Problems, p => p.Code == "File.Changed");
    }

    private Task<PaperTemplates> ListAsync() => Templates.ListAsync(2019, Committee);

    private Task<Guid> AddAsync(byte[] file) => Templates.AddAsync(2019, Committee, PaperKind.Tally, false, File(file));

    private static NewFile File(byte[] bytes) => new("mau.docx", new MemoryStream(bytes));

    private async Task<byte[]> DefaultAsync() => (await Templates.DefaultAsync(2019, Committee, PaperKind.Tally, false)).Bytes;

    private async Task<byte[]> EditedAsync(string line)
    {
        using var stream = new MemoryStream();
        stream.Write(await DefaultAsync());
        using (var file = WordprocessingDocument.Open(stream, isEditable: true)) file.MainDocumentPart!.Document!.Body!.PrependChild(new Paragraph(new Run(new Text(line))));
        return stream.ToArray();
    }

    private async Task<string> TextAsync() => Text((await _org.Get<PaperService>().OfCellAsync(2019, "CB-TTR", PaperKind.Tally)).Bytes);

    private static string Text(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }
}
