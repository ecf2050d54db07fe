using System.Collections;
using System.Collections.Concurrent;

namespace OrgManager.Organisation;

/// <summary>Lines in pieces that are never changed; a changed copy shares with it all pieces in which nothing is other.</summary>
public sealed class LineSet<TLine> : IReadOnlyList<TLine> where TLine : class, ILine
{
    public static readonly LineSet<TLine> Empty = new([], 0, [], []);

    private const int FewNew = 1_000, PieceBits = 9, PieceLength = 1 << PieceBits;

    private readonly TLine[][] _pieces;
    private readonly Dictionary<Guid, int> _slots, _newSlots; // never changed either; few are new, so that one more line copies few slots

    private readonly ConcurrentDictionary<object, ILineIndex<TLine>> _indexes = new();

    private LineSet(TLine[][] pieces, int count, Dictionary<Guid, int> slots, Dictionary<Guid, int> newSlots) => (_pieces, Count, _slots, _newSlots) = (pieces, count, slots, newSlots);

    public int Count { get; }
    public TLine this[int index] => _pieces[index >> PieceBits][index & (PieceLength - 1)];

    public TLine? Find(Guid id) => SlotOf(id) is >= 0 and var slot ? this[slot] : null;

    /// <summary>Where a line stands among all; one that is added stands behind those before it. -1 if it is not there.</summary>
    internal int PlaceOf(Guid id) => SlotOf(id);

    /// <summary>The lines that are other in a later set than in this, each as it was and as it is; what both share is not looked at.</summary>
    internal IEnumerable<LineChange<TLine>> Until(LineSet<TLine> later)
    {
        for (var piece = 0; piece < Math.Max(_pieces.Length, later._pieces.Length); piece++)
        {
            TLine[] were = piece < _pieces.Length ? _pieces[piece] : [], are = piece < later._pieces.Length ? later._pieces[piece] : [];
            if (ReferenceEquals(were, are)) continue;
            foreach (var was in were)
                if (later.Find(was.Id) is var now && !ReferenceEquals(was, now)) yield return new(was, now);
            foreach (var now in are)
                if (SlotOf(now.Id) < 0) yield return new(null, now);
        }
    }

    /// <summary>The lines by a key of theirs.</summary>
    /// <param name="keysOf">The same object each time, by which the index is known again.</param>
    public LineIndex<TKey, TLine> By<TKey>(Func<TLine, IEnumerable<TKey>> keysOf) where TKey : notnull =>
        (LineIndex<TKey, TLine>)_indexes.GetOrAdd(keysOf, _ => new LineIndex<TKey, TLine>(this, keysOf));

    public LineSet<TLine> With(List<TLine> changed)
    {
        if (changed.Count == 0) return this;
        var added = changed.Where(line => SlotOf(line.Id) < 0).ToList();
        var (slots, newSlots) = added.Count == 0 ? (_slots, _newSlots)
            : _newSlots.Count + added.Count <= FewNew ? (_slots, new Dictionary<Guid, int>(_newSlots))
            : (_slots.Concat(_newSlots).ToDictionary(), []);
        var fresh = newSlots.Count + added.Count <= FewNew ? newSlots : slots;
        foreach (var (number, line) in added.Index()) fresh[line.Id] = Count + number;
        var next = new LineSet<TLine>(Longer(added), Count + added.Count, slots, newSlots);
        var own = new HashSet<int>();
        foreach (var line in changed)
        {
            var (piece, place) = (next.SlotOf(line.Id) >> PieceBits, next.SlotOf(line.Id) & (PieceLength - 1));
            if (own.Add(piece)) next._pieces[piece] = [.. next._pieces[piece]];
            next._pieces[piece][place] = line;
        }
        next.TakeOver(_indexes, [.. changed.DistinctBy(line => line.Id).Select(line => new LineChange<TLine>(Find(line.Id), next.Find(line.Id)))]);
        return next;
    }

    public LineSet<TLine> Without(IReadOnlySet<Guid> gone)
    {
        if (gone.Count == 0 || !gone.Any(id => SlotOf(id) >= 0)) return this;
        TLine[] lines = [.. this.Where(line => !gone.Contains(line.Id))];
        var next = new LineSet<TLine>([.. lines.Chunk(PieceLength)], lines.Length, lines.Index().ToDictionary(at => at.Item.Id, at => at.Index), []);
        next.TakeOver(_indexes, [.. gone.Select(Find).OfType<TLine>().Select(line => new LineChange<TLine>(line, null))]);
        return next;
    }

    /// <summary>The pieces with the new lines in the last of them.</summary>
    private TLine[][] Longer(List<TLine> added)
    {
        if (added.Count == 0) return [.. _pieces];
        var (whole, rest) = (Count >> PieceBits, (Count & (PieceLength - 1)) == 0 ? [] : _pieces[^1]);
        return [.. _pieces.Take(whole), .. rest.Concat(added).Chunk(PieceLength)];
    }

    private void TakeOver(IEnumerable<KeyValuePair<object, ILineIndex<TLine>>> indexes, IReadOnlyList<LineChange<TLine>> changes)
    {
        foreach (var (keysOf, index) in indexes) _indexes[keysOf] = index.With(changes);
    }

    private int SlotOf(Guid id) => _slots.TryGetValue(id, out var slot) ? slot : _newSlots.TryGetValue(id, out var fresh) ? fresh : -1;

    public IEnumerator<TLine> GetEnumerator()
    {
        foreach (var piece in _pieces)
            foreach (var line in piece) yield return line;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
