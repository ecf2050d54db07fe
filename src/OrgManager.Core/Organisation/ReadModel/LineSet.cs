using System.Collections;

namespace OrgManager.Organisation;

/// <summary>Lines in an array that is never changed; a changed copy costs one copy of the references.</summary>
public sealed class LineSet<TLine> : IReadOnlyList<TLine> where TLine : class, ILine
{
    public static readonly LineSet<TLine> Empty = new([], []);

    private readonly TLine[] _lines;
    private readonly Dictionary<Guid, int> _slots;

    private LineSet(TLine[] lines, Dictionary<Guid, int> slots) => (_lines, _slots) = (lines, slots);

    public int Count => _lines.Length;
    public TLine this[int index] => _lines[index];

    public TLine? Find(Guid id) => _slots.TryGetValue(id, out var slot) ? _lines[slot] : null;

    public LineSet<TLine> With(List<TLine> changed)
    {
        if (changed.Count == 0) return this;
        var added = changed.Where(line => !_slots.ContainsKey(line.Id)).ToList();
        TLine[] lines = [.. _lines, .. added];
        var slots = _slots;
        if (added.Count > 0)
        {
            slots = new(_slots);
            for (var i = _lines.Length; i < lines.Length; i++) slots[lines[i].Id] = i;
        }
        foreach (var line in changed) lines[slots[line.Id]] = line;
        return new(lines, slots);
    }

    public LineSet<TLine> Without(IReadOnlySet<Guid> gone)
    {
        if (!gone.Any(_slots.ContainsKey)) return this;
        TLine[] lines = [.. _lines.Where(line => !gone.Contains(line.Id))];
        return new(lines, lines.Select((line, slot) => (line.Id, slot)).ToDictionary(at => at.Id, at => at.slot));
    }

    public IEnumerator<TLine> GetEnumerator() => ((IEnumerable<TLine>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _lines.GetEnumerator();
}
