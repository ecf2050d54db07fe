using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OrgManager.Tests.Party;

/// <summary>A document of a word processor as one text, once it was found sound. ORGMANAGER_DOCUMENTS names a folder to keep them in, to be looked at.</summary>
internal static class PaperText
{
    /// <param name="name">Under which it is kept.</param>
    public static string Of(byte[] docx, string name)
    {
        if (Environment.GetEnvironmentVariable("ORGMANAGER_DOCUMENTS") is { } folder) File.WriteAllBytes(Path.Combine(folder, $"{name}.docx"), docx);
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => e.Description));
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
