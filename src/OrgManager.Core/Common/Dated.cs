using System.Collections;

namespace OrgManager.Common;

/// <summary>One version as the read model keeps it.</summary>
public sealed record DatedSpan<TFacts>(Guid VersionId, DateOnly From, DateOnly Until, TFacts Facts, IReadOnlyList<Saying> Says, Guid? EndDecisionId)
    where TFacts : class, IFacts<TFacts>
{
    public int Sets => Says.Aggregate(0, (all, saying) => all | saying.Fields);
    public bool IsOpen => Until == Effective.Open;

    /// <summary>The decision that set these fields on the first day, if one of its changes did and named one.</summary>
    public Guid? DecisionFor(int fields) => Says.LastOrDefault(s => (s.Fields & fields) != 0)?.DecisionId;
}

/// <summary>A whole dated history, immutable, oldest first.</summary>
public sealed class Dated<TFacts> : IReadOnlyList<DatedSpan<TFacts>> where TFacts : class, IFacts<TFacts>
{
    private readonly DatedSpan<TFacts>[] _spans;

    internal Dated(DatedSpan<TFacts>[] spans) => _spans = spans;

    public DatedSpan<TFacts> this[int index] => _spans[index];
    public int Count => _spans.Length;
    public DateOnly From => _spans[0].From;
    public DateOnly Until => _spans[^1].Until;

    public DatedSpan<TFacts>? SpanOn(DateOnly day)
    {
        for (var i = _spans.Length - 1; i >= 0; i--)
            if (_spans[i].From <= day) return day < _spans[i].Until ? _spans[i] : null;
        return null;
    }

    public TFacts? On(DateOnly day) => SpanOn(day)?.Facts;

    public bool Covers(DateOnly day) => From <= day && day < Until;

    /// <summary>The last span on or before the day that itself set one of these fields: since when, and by which decision, it is so.</summary>
    public DatedSpan<TFacts>? SetBy(int fields, DateOnly day) =>
        _spans.LastOrDefault(s => s.From <= day && (s.Sets & fields) != 0);

    public IEnumerator<DatedSpan<TFacts>> GetEnumerator() => ((IEnumerable<DatedSpan<TFacts>>)_spans).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _spans.GetEnumerator();
}

public static class Dated
{
    /// <summary>The versions of one owner, which must not be empty.</summary>
    public static Dated<TFacts> Of<TFacts>(IEnumerable<DatedVersion<TFacts>> versions) where TFacts : class, IFacts<TFacts> => new(
        [.. versions.OrderBy(v => v.ValidFrom).Select(v => new DatedSpan<TFacts>(v.Id, v.ValidFrom, v.Until, v.Facts, v.Says, v.EndDecisionId))]);
}
