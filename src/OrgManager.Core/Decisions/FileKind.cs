using System.IO.Compression;
using System.Xml;
using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>The kinds of files a decision may carry.</summary>
public enum FileKind { Pdf, Docx, Png, Jpeg }

/// <summary>Tells a file's kind from what is in it; names and what a browser says prove nothing.</summary>
internal static class FileKinds
{
    private const int MostTypes = 1024 * 1024;
    private static readonly string[] Running = ["macroEnabled", "vbaProject", "activeX"];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Jpeg = [0xFF, 0xD8, 0xFF];

    public static FileKind? Of(byte[] content) => content switch
    {
        _ when content.AsSpan().StartsWith("%PDF-"u8) => FileKind.Pdf,
        _ when content.AsSpan().StartsWith(Png) => FileKind.Png,
        _ when content.AsSpan().StartsWith(Jpeg) => FileKind.Jpeg,
        _ when content.AsSpan().StartsWith("PK\x03\x04"u8) && IsDocument(content) => FileKind.Docx,
        _ => null,
    };

    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Pdf => ".pdf", FileKind.Docx => ".docx", FileKind.Png => ".png", _ => ".jpg",
    };

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Png => "image/png",
        _ => "image/jpeg",
    };

    /// <summary>A Word document without macros and controls, whatever their parts are called. Only the list of parts and of what they are is read.</summary>
    private static bool IsDocument(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            return zip.GetEntry("word/document.xml") is not null && !zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                && zip.GetEntry("[Content_Types].xml") is { } types && !Kinds(types).Any(kind => Running.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or UnpackedTooMuchException)
        {
            return false;
        }
    }

    /// <summary>What the parts of a document are said to be.</summary>
    private static List<string> Kinds(ZipArchiveEntry types)
    {
        var kinds = new List<string>();
        using var xml = XmlReader.Create(new UnpackedBytes(MostTypes).Of(types.Open()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } kind) kinds.Add(kind);
        return kinds;
    }
}
