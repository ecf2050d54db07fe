using System.Collections.Concurrent;

namespace OrgManager.Organisation;

/// <summary>
/// What was made last of the lines, whichever version they were of: the next version makes its own from it by what is other, instead of from everything.
/// It holds nothing that knows a reader, and whoever makes from it compares first: it may be of an earlier version, of a later one, or of one that was only tried out.
/// </summary>
internal sealed class Carried
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<object, object> _last = new();

    public T Next<T>(object key, Func<T?, T> make) where T : class
    {
        var next = make(_last.TryGetValue(key, out var last) ? (T)last : null);
        if (_last.Count >= Most) _last.Clear();
        _last[key] = next;
        return next;
    }

    /// <summary>What is made of the units of one day alone, kept as long as on that day no unit comes, goes or is other in what counts.</summary>
    /// <param name="counts">What of a unit counts.</param>
    public T OfUnits<T>(OrgTimeline timeline, DateOnly day, object key, Func<OrgUnitFacts, object?> counts, Func<T> make) where T : class
    {
        return Next<Held<T>>(key, last => new(timeline.Units, timeline.Kinds, last is not null && IsStill(last) ? last.Value : make())).Value;

        bool IsStill(Held<T> last) => ReferenceEquals(last.Kinds, timeline.Kinds) && last.Units.Until(timeline.Units).All(change => IsAlike(change.Before?.History.On(day), change.After?.History.On(day)));
        bool IsAlike(OrgUnitFacts? before, OrgUnitFacts? after) => before is null ? after is null : after is not null && Equals(counts(before), counts(after));
    }

    private sealed record Held<T>(LineSet<UnitLine> Units, LineSet<KindLine> Kinds, T Value);
}
