using System.IO.Compression;
using System.Text.Json;
using OrgManager.Data;

namespace OrgManager.Import;

/// <summary>
/// What a job is to carry out, between its page and its end: the rows, the meaning of the columns, and what the check said of each row. It stands in the database, for another
/// node may run the job, and in no trail; the job takes it away, and so does the next one what a killed node left.
/// </summary>
public sealed class ImportUpload
{
    public required Guid Id { get; init; }
    public required DateTime AtUtc { get; init; }
    public required byte[] Packed { get; init; }

    internal static ImportUpload Of(CheckedImport import, DateTime atUtc)
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest)) JsonSerializer.Serialize(packed, import, TableExtensions.Json);
        return new() { Id = Guid.CreateVersion7(), AtUtc = atUtc, Packed = stream.ToArray() };
    }

    internal CheckedImport Open()
    {
        using var packed = new GZipStream(new MemoryStream(Packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<CheckedImport>(packed, TableExtensions.Json)!;
    }
}

/// <summary>A sheet with what is to become of it, as somebody saw it checked.</summary>
/// <param name="Stamps">By the number of the row what it would do; a row that would do something else by now is not carried out.</param>
public sealed record CheckedImport(SheetColumns Sheet, ImportOrder Order, IReadOnlyDictionary<int, string> Stamps)
{
    public static CheckedImport Of(SheetColumns sheet, ImportOrder order, ImportCheck check) => new(sheet, order, check.Rows.ToDictionary(row => row.Number, row => row.Stamp));
}
