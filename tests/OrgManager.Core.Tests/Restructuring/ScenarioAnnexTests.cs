using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Restructuring.Annexes;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>The papers of an approved scenario.</summary>
public class ScenarioAnnexTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private TestOrg _org = null!;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _id = await _org.Get<ScenarioDraftService>().ImportAsync(new()
        {
            Name = "Phương án", EffectiveOn = On,
            Decisions = new(State: new("15/QĐ-UBND", "Ủy ban nhân dân tỉnh Mẫu", new(2026, 6, 20), "Về việc hợp nhất các phòng chuyên môn thuộc Sở Công Thương")),
            Steps =
            [
                new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT", "Phòng CN-TM", 4)), new AbsorbStep(["XT"], "KC"),
                new SetHeadStep("CNTM", "CB033", Leadership.Head, 1), new SetHeadStep("CNTM", await HeadAsync("TM"), Leadership.Deputy, 1),
                new SetQuotaStep("CNTM", QuotaKind.Allocated, QuotaCategory.CivilServant, 10),
                new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT")), new SetHeadStep("CB-CNTM", "CB033", Leadership.Head, 1),
            ],
        });
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    private ScenarioAnnexService Annexes => _org.Get<ScenarioAnnexService>();

    [Fact]
    public async Task Only_what_is_approved_has_papers()
    {
        Assert.Equal("Scenario.NotApproved", (await Assert.ThrowsAsync<RuleBrokenException>(() => Annexes.WorkbookAsync(_id))).Code);
        await ApproveAsync();
        Assert.Equal(Enum.GetValues<AnnexKind>(), await Annexes.KindsAsync(_id));
    }

    [Theory]
    [InlineData(AnnexKind.State, "Hợp nhất Phòng Quản lý công nghiệp và Phòng Quản lý thương mại thành Phòng Công nghiệp và Thương mại thuộc Sở Công Thương tỉnh Mẫu.")]
    [InlineData(AnnexKind.Party, "Hợp nhất Chi bộ Công nghiệp và Chi bộ Thương mại thành Chi bộ Công nghiệp và Thương mại thuộc Đảng bộ Sở Công Thương tỉnh Mẫu.")]
    [InlineData(AnnexKind.Personnel, "Bố trí công tác đối với công chức, viên chức và người lao động có tên trong danh sách kèm theo.")]
    [InlineData(AnnexKind.Quota, "Phân bổ Phòng Công nghiệp và Thương mại 10 chỉ tiêu công chức.")]
    public async Task Each_decision_is_drafted_with_its_lists(AnnexKind kind, string says)
    {
        await ApproveAsync();
        var written = await Annexes.DocumentAsync(_id, kind);
        if (Environment.GetEnvironmentVariable("ORGMANAGER_DOCUMENTS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"annex-{kind}.docx"), written);
        using var file = WordprocessingDocument.Open(new MemoryStream(written), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Contains(file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>(), p => p.InnerText.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lists_tell_units_before_and_after_and_who_keeps_an_allowance_until_when()
    {
        await ApproveAsync();
        var tried = (await _org.Get<ScenarioViewService>().SimulateAsync(_id)).Simulation;
        var rows = new AnnexRows(tried);
        var units = rows.Units(Branch.Government);
        Assert.Equal([("QLCN", "CNTM", "Hợp nhất"), ("TM", "CNTM", "Hợp nhất"), ("XT", "KC", "Sáp nhập")], units.Where(u => u.Before?.Code != u.After?.Code).Select(u => (u.Before!.Code, u.After!.Code, u.What)));
        Assert.Equal(tried.Before.Units.Count(u => u.Branch == Branch.Government), units.Select(u => u.Before).Distinct().Count());

        var kept = Assert.Single(rows.People, p => p.Kept is { After: Headship.Deputy } && p.After!.Unit!.Code == "CNTM").Kept!;
        Assert.True(kept.Until >= On.AddMonths(6));
        var finding = Assert.Single(tried.Findings, f => f.Kind == ScenarioFindingKind.AllowanceKept && f.What == kept.Person.FullName);
        Assert.Equal((kept.Until, "NĐ 178/2024"), (finding.Until, finding.Article!.Value.Vi));
        Assert.Contains(rows.Surplus, s => s.Who == kept.Person.FullName && s.Until == kept.Until && s.Basis == "NĐ 178/2024 ¿");
        Assert.False(kept.Confirmed);
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_for_each_list()
    {
        await ApproveAsync();
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Annexes.WorkbookAsync(_id)), isEditable: false);
        Assert.Equal(["Đơn vị", "Tổ chức đảng", "Nhân sự", "Dôi dư"], book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData("partyclerk", "Bổ nhiệm Lục Đình Vạn giữ chức vụ cấp trưởng Chi bộ Công nghiệp và Thương mại.", 1)]
    [InlineData("hr", "Bổ nhiệm ……… giữ chức vụ cấp trưởng Chi bộ Công nghiệp và Thương mại.", 0)]
    public async Task Who_is_to_lead_a_cell_is_named_to_who_may_read_party_records_and_that_they_read_it_is_kept(string user, string says, int readings)
    {
        await ApproveAsync();
        await _org.Get<ScenarioLifeService>().ApplyAsync((await _org.Get<ScenarioViewService>().GetAsync(_id)).Seen);
        await _org.SignInAsync(user);
        using var file = WordprocessingDocument.Open(new MemoryStream(await Annexes.DocumentAsync(_id, AnnexKind.Party)), isEditable: false);
        Assert.Contains(file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>(), p => p.InnerText.Contains(says, StringComparison.Ordinal));
        Assert.Equal(readings, (await _org.Get<ReadLog>().OfAsync("CB033", default)).Count(r => r is { What: "Scenario", FieldClass: FieldClass.Party }));
    }

    private async Task ApproveAsync()
    {
        var (life, view) = (_org.Get<ScenarioLifeService>(), _org.Get<ScenarioViewService>());
        await life.SubmitAsync((await view.GetAsync(_id)).Seen);
        await life.ApproveAsync((await view.GetAsync(_id)).Seen, (await view.SimulateAsync(_id)).Outcome);
    }

    private async Task<string> HeadAsync(string unit) => (await _org.SnapshotAsync(On)).Unit(unit)!.Head!.Person.Code;
}
