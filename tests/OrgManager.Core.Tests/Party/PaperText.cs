using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OrgManager.Tests.Party;

/// <summary>A document of a word processor as one text, once it was found sound.</summary>
internal static class PaperText
{
    public static string Of(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => e.Description));
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
