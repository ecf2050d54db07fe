using System.Collections;
using System.Collections.Concurrent;

namespace OrgManager.Organisation;

/// <summary>Lines in an array that is never changed; a changed copy costs one copy of the references.</summary>
public sealed class LineSet<TLine> : IReadOnlyList<TLine> where TLine : class, ILine
{
    public static readonly LineSet<TLine> Empty = new([], [], []);

    private const int FewNew = 1_000;

    private readonly TLine[] _lines;
    private readonly Dictionary<Guid, int> _slots, _newSlots; // never changed either; few are new, so that one more line copies few slots

    private readonly ConcurrentDictionary<object, ILineIndex<TLine>> _indexes = new();

    private LineSet(TLine[] lines, Dictionary<Guid, int> slots, Dictionary<Guid, int> newSlots) => (_lines, _slots, _newSlots) = (lines, slots, newSlots);

    public int Count => _lines.Length;
    public TLine this[int index] => _lines[index];

    public TLine? Find(Guid id) => SlotOf(id) is >= 0 and var slot ? _lines[slot] : null;

    /// <summary>The lines by a key of theirs.</summary>
    /// <param name="keysOf">The same object each time, by which the index is known again.</param>
    public LineIndex<TKey, TLine> By<TKey>(Func<TLine, IEnumerable<TKey>> keysOf) where TKey : notnull =>
        (LineIndex<TKey, TLine>)_indexes.GetOrAdd(keysOf, _ => new LineIndex<TKey, TLine>(_lines, keysOf));

    public LineSet<TLine> With(List<TLine> changed)
    {
        if (changed.Count == 0) return this;
        var added = changed.Where(line => SlotOf(line.Id) < 0).ToList();
        TLine[] lines = [.. _lines, .. added];
        var (slots, newSlots) = added.Count == 0 ? (_slots, _newSlots)
            : _newSlots.Count + added.Count <= FewNew ? (_slots, new Dictionary<Guid, int>(_newSlots))
            : (_slots.Concat(_newSlots).ToDictionary(), []);
        var fresh = newSlots.Count + added.Count <= FewNew ? newSlots : slots;
        for (var i = _lines.Length; i < lines.Length; i++) fresh[lines[i].Id] = i;
        var next = new LineSet<TLine>(lines, slots, newSlots);
        foreach (var line in changed) lines[next.SlotOf(line.Id)] = line;
        next.TakeOver(_indexes, [.. changed.DistinctBy(line => line.Id).Select(line => new LineChange<TLine>(Find(line.Id), next.Find(line.Id)))]);
        return next;
    }

    public LineSet<TLine> Without(IReadOnlySet<Guid> gone)
    {
        if (gone.Count == 0 || !gone.Any(id => SlotOf(id) >= 0)) return this;
        TLine[] lines = [.. _lines.Where(line => !gone.Contains(line.Id))];
        var next = new LineSet<TLine>(lines, lines.Select((line, slot) => (line.Id, slot)).ToDictionary(at => at.Id, at => at.slot), []);
        next.TakeOver(_indexes, [.. gone.Select(Find).OfType<TLine>().Select(line => new LineChange<TLine>(line, null))]);
        return next;
    }

    private void TakeOver(IEnumerable<KeyValuePair<object, ILineIndex<TLine>>> indexes, IReadOnlyList<LineChange<TLine>> changes)
    {
        foreach (var (keysOf, index) in indexes) _indexes[keysOf] = index.With(changes);
    }

    private int SlotOf(Guid id) => _slots.TryGetValue(id, out var slot) ? slot : _newSlots.TryGetValue(id, out var fresh) ? fresh : -1;

    public IEnumerator<TLine> GetEnumerator() => ((IEnumerable<TLine>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _lines.GetEnumerator();
}
