using System.IO.Compression;
using System.Xml;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>The parts of a workbook, each read from its begin to its end. What is unpacked is counted while it is read, for what a file says of its own size may be untrue, and nothing is kept of it but what the reader takes.</summary>
internal sealed class PackedBook : IDisposable
{
    /// <summary>Unpacked, in bytes, over all that is read of one file.</summary>
    public const int MostUnpacked = 40 * 1024 * 1024;
    private const int MostParts = 10_000;

    private readonly ZipArchive _packed;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedBytes _left = new(MostUnpacked);

    public PackedBook(byte[] bytes)
    {
        _packed = new(new MemoryStream(bytes, writable: false));
        if (_packed.Entries.Count > MostParts) throw new InvalidDataException();
        foreach (var part in _packed.Entries) _parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part);
    }

    public void Dispose() => _packed.Dispose();

    /// <summary>Null where there is no such part.</summary>
    /// <exception cref="UnpackedTooMuchException">While it is read: the file holds more than may be read of it.</exception>
    public XmlReader? Open(string part) => _parts.GetValueOrDefault(part) is { } found
        ? XmlReader.Create(_left.Of(found.Open()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MostUnpacked, CloseInput = true })
        : null;

    /// <summary>What a part names, by id: of what kind it is, and in which part it stands.</summary>
    public Dictionary<string, (string Kind, string Part)> Named(string by)
    {
        var (folder, name) = (by[..(by.LastIndexOf('/') + 1)], by[(by.LastIndexOf('/') + 1)..]);
        var named = new Dictionary<string, (string, string)>();
        using var links = Open($"{folder}_rels/{name}.rels");
        while (links?.Read() == true && named.Count < MostParts)
            if (links is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "Relationship" } && links.GetAttribute("TargetMode") != "External" && links.GetAttribute("Id") is { } id && links.GetAttribute("Type") is { } kind && links.GetAttribute("Target") is { } target)
                named.TryAdd(id, (kind[(kind.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(new Uri(new Uri($"http://x/{folder}"), target).AbsolutePath).TrimStart('/')));
        return named;
    }
}
