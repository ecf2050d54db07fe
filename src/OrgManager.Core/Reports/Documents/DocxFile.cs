using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Documents;

/// <summary>Official documents as files of a word processor: A4, Times New Roman, margins and sizes as Decree 30/2020 and the party's guidance ask for.</summary>
public static class DocxFile
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(OfficialDocument document)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxPage.Styles();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = DocxPage.PageNumber();
            main.Document = new(Body(document, DocxLook.Of(document), main.GetIdOfPart(header)));
        }
        return stream.ToArray();
    }

    /// <summary>Each change of the paper's direction ends a section; the last one's page stands at the end of the body.</summary>
    private static Body Body(OfficialDocument document, DocxLook look, string headerId)
    {
        var (body, page, blocks) = (new Body(), new DocxPage(headerId, look), new DocxBlocks(look));
        body.Append(new DocxHead(document, look).All());
        var signing = new DocxHead(document, look).Signing();
        body.Append(blocks.All(document.Body, look.Width(document.Landscape), signed: signing is not null));
        if (signing is not null) body.Append(signing);
        var (landscape, first) = (document.Landscape, true);
        foreach (var appendix in document.Appendices)
        {
            if (appendix.Landscape != landscape) body.Append(new Paragraph(new ParagraphProperties(page.Section(landscape, first))));
            else body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
            first = first && appendix.Landscape == landscape;
            landscape = appendix.Landscape;
            body.Append(DocxHead.Of(appendix, look.Width(appendix.Landscape)));
            body.Append(blocks.All(appendix.Body, look.Width(landscape), signed: false));
        }
        body.Append(new Paragraph(DocxBlocks.Tight()));
        body.Append(page.Section(landscape, first));
        return body;
    }
}
