using System.IO.Compression;
using System.Text;
using OrgManager.Decisions;

namespace OrgManager.Tests;

/// <summary>Files as somebody might hand them in.</summary>
internal static class TestFiles
{
    private const string Types = "[Content_Types].xml";

    public static NewFile Pdf(string name = "quyet-dinh.pdf", int number = 1) => Of(name, PdfBytes(number));

    public static NewFile Of(string name, byte[] content, SecrecyMark secrecy = SecrecyMark.Ordinary) => new(name, new MemoryStream(content), secrecy);

    public static byte[] PdfBytes(int number) => Encoding.ASCII.GetBytes($"%PDF-1.7\n% {number}\n%%EOF");

    /// <summary>A document whose parts are of these kinds, whatever they are called.</summary>
    public static byte[] Document(params string[] kinds)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("word/document.xml");
            using var content = zip.CreateEntry(Types).Open();
            content.Write(System.Text.Encoding.UTF8.GetBytes($"<Types>{string.Concat(kinds.Select(kind => $"<Override PartName=\"/word/x\" ContentType=\"{kind}\"/>"))}</Types>"));
        }
        return kept.ToArray();
    }

    public static byte[] Zip(params string[] parts)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts)
            {
                using var content = zip.CreateEntry(part).Open();
                if (part == Types) content.Write("<Types/>"u8);
            }
        return kept.ToArray();
    }
}
