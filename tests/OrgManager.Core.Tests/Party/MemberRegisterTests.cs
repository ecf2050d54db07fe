using DocumentFormat.OpenXml.Packaging;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>The register of members, Mẫu 7-HSĐV.</summary>
public class MemberRegisterTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private readonly TestOrg _org = model.Org;
    private MemberRegister Registers => _org.Get<MemberRegister>();

    [Fact]
    public async Task It_holds_the_members_of_the_day_and_who_left_within_the_year()
    {
        _org.Actor = Actor.System;
        var (whole, cell) = (await Registers.GetAsync("DB-SCT", Then), await Registers.GetAsync("CB-VP", Then));

        Assert.Equal((77, 9, false), (whole.Members, whole.Cells.Count, whole.IsCell));
        Assert.Equal((await _org.SnapshotAsync(Then)).Unit("CB-VP")!.Members.Count, cell.Members);
        var left = cell.Cells.Single().Rows.Single(r => r.LeftOn is not null); // CB091, retired and gone elsewhere on 1 January
        Assert.Equal(("CB091", new DateOnly(2019, 1, 1), MembershipEnd.TransferOut), (left.Person.Code, left.LeftOn!.Value, left.Why));
        Assert.DoesNotContain((await Registers.GetAsync("CB-VP", new(2020, 1, 1))).Cells.Single().Rows, r => r.Person.Code == "CB091");
    }

    [Fact]
    public async Task Each_line_has_the_fourteen_columns_of_the_form()
    {
        _org.Actor = Actor.System;
        var row = (await Registers.GetAsync("CB-VP", Then)).Cells.Single().Rows.Single(r => r.Person.Code == "CB005");
        var cells = RegisterColumns.Of(row, 1);

        Assert.Equal((14, 14), (RegisterColumns.Heads.Count, cells.Count));
        Assert.Equal((new DateOnly(1997, 1, 22), new DateOnly(1998, 2, 4)), ((DateOnly)cells[9]!, (DateOnly)cells[10]!));
        Assert.Contains("Bí thư chi bộ", (string)cells[13]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_paper_it_has_a_table_across_for_each_cell()
    {
        _org.Actor = Actor.System;
        var written = await Registers.DocumentAsync("DB-SCT", Then);
        if (Environment.GetEnvironmentVariable("ORGMANAGER_DOCUMENTS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "register.docx"), written);
        using var file = WordprocessingDocument.Open(new MemoryStream(written), isEditable: false);
        Assert.Equal(9, file.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().Count(t => t.InnerText.StartsWith("TT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_secretary_takes_out_the_register_of_the_own_cell_alone()
    {
        await _org.SignInAsync("cell1");
        Assert.Single((await Registers.ExportAsync("CB-VP", Then)).Cells);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Registers.ExportAsync("DB-SCT", Then));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Registers.GetAsync("CB-TM", Then));
        await Assert.ThrowsAsync<NotFoundException>(() => Registers.GetAsync("VP", Then));
    }
}
