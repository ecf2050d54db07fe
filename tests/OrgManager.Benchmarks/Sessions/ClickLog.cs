using System.Collections.Concurrent;

namespace OrgManager.Benchmarks;

/// <summary>How long each click took, and what went wrong.</summary>
internal sealed class ClickLog
{
    private readonly ConcurrentBag<(string Name, double Ms)> _clicks = [];
    private readonly ConcurrentBag<string> _wrong = [];

    public int Count => _clicks.Count;
    public int Errors => _wrong.Count;
    public IEnumerable<string> Problems => _wrong.Distinct().Take(5);

    public void Took(string name, double ms) => _clicks.Add((name, ms));

    public void Wrong(string problem) => _wrong.Add(problem);

    public Figure? Of(string? name = null) => _clicks.Where(c => name is null || c.Name == name).Select(c => c.Ms).ToList() is { Count: > 0 } taken ? Measure.Of(taken) : null;
}
