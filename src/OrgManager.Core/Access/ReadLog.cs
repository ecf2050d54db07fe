using System.Text.Json;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>Who read whose sensitive data, in a file of its own beside the database; on disk before the page shows it.</summary>
public sealed class ReadLog(Storage storage, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>One line per reading; nothing is written when nobody's data was read, nor for the machine's owner.</summary>
    /// <param name="people">Staff numbers of those whose data is shown.</param>
    internal async Task WriteAsync(Actor reader, string what, FieldClass fieldClass, IEnumerable<string> people, CancellationToken ct)
    {
        var codes = people.ToList();
        if (codes.Count == 0 || reader.IsSystem) return;
        var line = JsonSerializer.SerializeToUtf8Bytes(new { at = time.GetUtcNow(), userId = reader.UserId, user = reader.Name, what, fieldClass = fieldClass.ToString(), people = codes });
        await _one.WaitAsync(ct);
        try
        {
            storage.EnsureDirectory();
            await using var file = new FileStream(Path.Combine(storage.Directory, "read-log.jsonl"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync((byte[])[.. line, (byte)'\n'], ct);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
