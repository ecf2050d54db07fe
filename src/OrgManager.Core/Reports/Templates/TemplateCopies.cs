using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Templates;

/// <summary>Copies of elements without what must be only once in a document: bookmarks and the word processor's own ids.</summary>
internal static class TemplateCopies
{
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    public static OpenXmlElement Of(OpenXmlElement element)
    {
        var copy = element.CloneNode(deep: true);
        foreach (var mark in copy.Descendants().Where(e => e is BookmarkStart or BookmarkEnd or ProofError).ToList()) mark.Remove();
        foreach (var one in copy.Descendants().Prepend(copy).Where(e => e is Paragraph or TableRow)) Forget(one);
        return copy;
    }

    private static void Forget(OpenXmlElement element)
    {
        foreach (var id in element.GetAttributes().Where(a => a.NamespaceUri == Word2010 && a.LocalName is "paraId" or "textId").ToList()) element.RemoveAttribute(id.LocalName, id.NamespaceUri);
    }
}
