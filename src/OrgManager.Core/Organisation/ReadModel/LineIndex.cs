namespace OrgManager.Organisation;

/// <summary>Lines by what they are about: made when first asked for, and carried on from change to change.</summary>
public sealed class LineIndex<TKey, TLine> : ILineIndex<TLine> where TKey : notnull where TLine : class, ILine
{
    private const int FewChanged = 1_000;

    private readonly Func<TLine, IEnumerable<TKey>> _keysOf;
    private readonly Dictionary<TKey, TLine[]> _lines, _changed; // never changed either; few keys differ, so that one more change copies few

    internal LineIndex(IEnumerable<TLine> lines, Func<TLine, IEnumerable<TKey>> keysOf)
    {
        var grouped = new Dictionary<TKey, List<TLine>>();
        foreach (var line in lines)
            foreach (var key in keysOf(line))
                if (!grouped.TryGetValue(key, out var group)) grouped[key] = [line];
                else if (group[^1] != line) group.Add(line);
        (_keysOf, _lines, _changed) = (keysOf, grouped.ToDictionary(g => g.Key, g => g.Value.ToArray()), []);
    }

    private LineIndex(Func<TLine, IEnumerable<TKey>> keysOf, Dictionary<TKey, TLine[]> lines, Dictionary<TKey, TLine[]> changed) =>
        (_keysOf, _lines, _changed) = (keysOf, lines, changed);

    public TLine[] this[TKey key] => _changed.TryGetValue(key, out var changed) ? changed : _lines.GetValueOrDefault(key, []);

    public IEnumerable<TKey> Keys => _changed.Where(c => c.Value.Length > 0).Select(c => c.Key).Concat(_lines.Keys.Where(key => !_changed.ContainsKey(key)));

    ILineIndex<TLine> ILineIndex<TLine>.With(IReadOnlyList<LineChange<TLine>> changes)
    {
        var changed = new Dictionary<TKey, TLine[]>(_changed);
        foreach (var (key, here) in ByKey(changes)) changed[key] = [.. this[key].Where(line => !here.Gone.Contains(line.Id)), .. here.Come];
        if (changed.Count <= FewChanged) return new LineIndex<TKey, TLine>(_keysOf, _lines, changed);
        var lines = new Dictionary<TKey, TLine[]>(_lines);
        foreach (var (key, now) in changed) lines[key] = now;
        return new LineIndex<TKey, TLine>(_keysOf, lines, []);
    }

    /// <summary>All of one key together, so that thousands of lines of one key copy them once.</summary>
    private Dictionary<TKey, (HashSet<Guid> Gone, List<TLine> Come)> ByKey(IReadOnlyList<LineChange<TLine>> changes)
    {
        var keys = new Dictionary<TKey, (HashSet<Guid> Gone, List<TLine> Come)>();
        foreach (var (before, after) in changes)
        {
            foreach (var key in KeysOf(before)) At(key).Gone.Add(before!.Id);
            foreach (var key in KeysOf(after)) At(key).Come.Add(after!);
        }
        return keys;

        HashSet<TKey> KeysOf(TLine? line) => line is null ? [] : [.. _keysOf(line)];
        (HashSet<Guid> Gone, List<TLine> Come) At(TKey key) => keys.TryGetValue(key, out var known) ? known : keys[key] = ([], []);
    }
}

/// <summary>A line and what becomes of it; null where there is none.</summary>
internal readonly record struct LineChange<TLine>(TLine? Before, TLine? After) where TLine : class, ILine;

internal interface ILineIndex<TLine> where TLine : class, ILine
{
    ILineIndex<TLine> With(IReadOnlyList<LineChange<TLine>> changes);
}
