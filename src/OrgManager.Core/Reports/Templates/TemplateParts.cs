using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>What the file of a template is made of, looked at before anything of it is loaded: small enough unpacked, not nested beyond measure, and nothing in it that a word processor would fetch or run when it is opened.</summary>
internal static class TemplateParts
{
    /// <summary>Unpacked, in bytes: all of it with its pictures, and what is read as text.</summary>
    private const long MostUnpacked = 20 * 1024 * 1024, MostText = 5 * 1024 * 1024;
    private const int DeepestElement = 100;

    private static readonly HashSet<string> Embedded = ["altChunk", "OLEObject", "control", "subDoc", "mailMerge"];

    /// <exception cref="RuleBrokenException">Template.TooLarge, Template.TooIntricate, Template.Unreadable, Template.Outside, Template.Embedded, Template.Field.</exception>
    public static void Demand(byte[] file)
    {
        try
        {
            DemandSmall(file);
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            RuleBrokenException.Unless(document.DocumentType is WordprocessingDocumentType.Document or WordprocessingDocumentType.Template && document.MainDocumentPart is not null, "Template.Unreadable");
            var (parts, text) = (document.GetAllParts().ToList(), new UnpackedBytes(MostText));
            RuleBrokenException.Unless(!parts.Exists(part => part.ExternalRelationships.Any()), "Template.Outside");
            RuleBrokenException.Unless(!parts.Exists(IsEmbedded), "Template.Embedded");
            foreach (var part in parts.Where(IsText)) DemandPlain(part, text);
            RuleBrokenException.Unless(document.MainDocumentPart!.Document?.Body is not null, "Template.Unreadable");
        }
        catch (UnpackedTooMuchException)
        {
            throw new RuleBrokenException("Template.TooLarge", MostText / 1024 / 1024);
        }
        catch (Exception e) when (e is not RuleBrokenException)
        {
            throw new RuleBrokenException("Template.Unreadable");
        }
    }

    /// <summary>Unpacks everything once, for what the file says of its own size may be untrue; the lists of parts, which are read whole, are held to what may be text.</summary>
    private static void DemandSmall(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false));
        var (all, lists) = (new UnpackedBytes(MostUnpacked), new UnpackedBytes(MostText));
        foreach (var entry in zip.Entries)
        {
            var isList = entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith("].xml", StringComparison.OrdinalIgnoreCase);
            using var content = (isList ? lists : all).Of(entry.Open());
            content.CopyTo(Stream.Null);
        }
    }

    private static bool IsEmbedded(OpenXmlPart part) => part is AlternativeFormatImportPart or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or VbaProjectPart or VbaDataPart or CustomizationPart
        || part.ContentType.Contains("activeX", StringComparison.OrdinalIgnoreCase) || part.ContentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || part.ContentType.Contains("oleObject", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(OpenXmlPart part) => part is not (ImagePart or FontPart) && (part is MainDocumentPart or HeaderPart or FooterPart || part.ContentType.Contains("xml", StringComparison.OrdinalIgnoreCase));

    private static void DemandPlain(OpenXmlPart part, UnpackedBytes text)
    {
        var fields = new FieldCodes();
        using var xml = XmlReader.Create(text.Of(part.GetStream(FileMode.Open, FileAccess.Read)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostText, CloseInput = true });
        while (xml.Read())
        {
            RuleBrokenException.Unless(xml.Depth <= DeepestElement, "Template.TooIntricate");
            RuleBrokenException.Unless(xml.NodeType != XmlNodeType.Element || !Embedded.Contains(xml.LocalName), "Template.Embedded");
            fields.Read(xml);
        }
        fields.Demand();
    }
}
