using System.Text.Json;
using System.Text.Json.Serialization;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>That somebody saw sensitive data.</summary>
/// <param name="What">The page or list it was on, a key of the texts.</param>
public sealed record Reading(DateTime AtUtc, string User, string What, FieldClass FieldClass);

/// <summary>Who read whose sensitive data, in a file of its own beside the database; on disk before the page shows it; what many read at once goes there together.</summary>
public sealed class ReadLog(Storage storage, TimeProvider time)
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _lock = new();
    private List<byte[]> _waiting = [];
    private Task _last = Task.CompletedTask; // the write that goes on, or is over
    private Task? _next; // the one after it, with everything that waits

    /// <summary>One line per reading; nothing is written when nobody's data was read, nor for the machine's owner.</summary>
    /// <param name="people">Staff numbers of those whose data is shown.</param>
    internal async Task WriteAsync(Actor reader, string what, FieldClass fieldClass, IEnumerable<string> people, CancellationToken ct)
    {
        var codes = people.ToList();
        if (codes.Count == 0 || reader.IsSystem) return;
        var line = JsonSerializer.SerializeToUtf8Bytes(new { at = time.GetUtcNow(), userId = reader.UserId, user = reader.Name, what, fieldClass = fieldClass.ToString(), people = codes });
        await WrittenAsync([.. line, (byte)'\n']).WaitAsync(ct);
    }

    private Task WrittenAsync(byte[] line)
    {
        lock (_lock)
        {
            _waiting.Add(line);
            return _next ??= WriteNextAsync(_last);
        }
    }

    private async Task WriteNextAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding); // whoever it failed for knows
        List<byte[]> lines;
        lock (_lock) (lines, _waiting, _last, _next) = (_waiting, [], _next!, null);
        storage.EnsureDirectory();
        await using var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(lines.SelectMany(bytes => bytes).ToArray());
        file.Flush(flushToDisk: true);
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
}
