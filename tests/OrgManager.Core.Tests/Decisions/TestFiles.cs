using System.IO.Compression;
using System.Text;
using OrgManager.Decisions;

namespace OrgManager.Tests;

/// <summary>Files as somebody might hand them in.</summary>
internal static class TestFiles
{
    public static NewFile Pdf(string name = "quyet-dinh.pdf", int number = 1) => Of(name, PdfBytes(number));

    public static NewFile Of(string name, byte[] content, SecrecyMark secrecy = SecrecyMark.Ordinary) => new(name, new MemoryStream(content), secrecy);

    public static byte[] PdfBytes(int number) => Encoding.ASCII.GetBytes($"%PDF-1.7\n% {number}\n%%EOF");

    public static byte[] Zip(params string[] parts)
    {
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts) zip.CreateEntry(part);
        return kept.ToArray();
    }
}
