using System.Text.Json;
using System.Text.Json.Serialization;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>That somebody saw sensitive data.</summary>
/// <param name="What">The page or list it was on, a key of the texts.</param>
public sealed record Reading(DateTime AtUtc, string User, string What, FieldClass FieldClass);

/// <summary>Who read whose sensitive data, in a file of its own beside the database; on disk before the page shows it.</summary>
public sealed class ReadLog(Storage storage, TimeProvider time) : IDisposable
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
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
            await using var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync((byte[])[.. line, (byte)'\n'], ct);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Who read the data of one person, the newest first. A line that was cut off while it was written is passed over.</summary>
    internal async Task<IReadOnlyList<Reading>> OfAsync(string person, CancellationToken ct)
    {
        if (!System.IO.File.Exists(File)) return [];
        var (found, quoted) = (new List<Reading>(), JsonSerializer.Serialize(person));
        using var lines = new StreamReader(new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (await lines.ReadLineAsync(ct) is { } line)
            if (line.Contains(quoted, StringComparison.Ordinal) && Read(line) is { } told && told.People.Contains(person))
                found.Add(new(told.At.UtcDateTime, told.User, told.What, told.FieldClass));
        found.Reverse();
        return found;
    }

    private string File => Path.Combine(storage.Directory, "read-log.jsonl");

    private static Told? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Told>(line, Lines);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Told(DateTimeOffset At, string User, string What, FieldClass FieldClass, IReadOnlyList<string> People);

    public void Dispose() => _one.Dispose();
}
