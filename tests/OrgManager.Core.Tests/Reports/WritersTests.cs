using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Import;
using OrgManager.Reports;
using OrgManager.Reports.Documents;

namespace OrgManager.Tests.Reports;

/// <summary>Texts that came in before anybody looked at their signs are written all the same.</summary>
public class WritersTests
{
    [Fact]
    public void A_workbook_leaves_out_signs_it_has_no_place_for() =>
        Assert.Equal(["An", "Bình"], SheetReader.Read("a.xlsx", XlsxFile.Write(("D\u0002S", new ExportTable("D\u0003S", [], ["A\u0002n", "B\uD800ình"], [])))).Rows[^1].Cells);

    [Fact]
    public void A_document_leaves_them_out_too_and_breaks_its_lines()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new(new Body(DocxBlocks.Line("một\u0002\nhai", DocxBlocks.Look(14))));

        using var written = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        var run = written.MainDocumentPart!.Document!.Body!.Descendants<Run>().Single();
        Assert.Equal(["một", "hai"], run.Elements<Text>().Select(t => t.Text));
        Assert.Single(run.Elements<Break>());
    }
}
