using System.Text;

namespace OrgManager.Web.Tests;

/// <summary>What a running program says, line by line, for tests that wait for a sentence.</summary>
internal sealed class WatchedLines : TextWriter
{
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(2); // only so that a failure ends
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Part, TaskCompletionSource<string> Seen)> _awaited = [];
    private readonly StringBuilder _begun = new();
    private bool _ended;

    public override Encoding Encoding => Encoding.UTF8;

    public string Whole
    {
        get { lock (_lock) return string.Join('\n', _lines); }
    }

    /// <summary>The first line with this in it, said already or still to come.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } said) return said;
            if (_ended) throw NeverSaid(part);
            _awaited.Add((part, seen));
        }
        return await seen.Task.WaitAsync(Hung);
    }

    public override void Write(char value)
    {
        if (value == '\n') WriteLine("");
        else lock (_lock) _begun.Append(value);
    }

    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            var line = _begun.Append(value).ToString();
            _begun.Clear();
            _lines.Add(line);
            foreach (var (_, seen) in _awaited.Where(awaited => line.Contains(awaited.Part, StringComparison.Ordinal))) seen.TrySetResult(line);
        }
    }

    /// <summary>Nothing more will come: who still waits is told so.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            foreach (var (part, seen) in _awaited) seen.TrySetException(NeverSaid(part));
        }
    }

    private InvalidOperationException NeverSaid(string part) => new($"The program ended without saying '{part}'. It said:\n{string.Join('\n', _lines)}");
}
