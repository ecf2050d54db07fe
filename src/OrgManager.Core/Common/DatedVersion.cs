namespace OrgManager.Common;

/// <summary>What held during one stretch of time, which of it became so on the first day, and by which decisions; the rest is inherited.</summary>
public abstract class DatedVersion<TFacts> : Effective where TFacts : class, IFacts<TFacts>
{
    /// <summary>Changes that took effect on the first day. Those of one day that name different fields stand side by side.</summary>
    public IReadOnlyList<Saying> Says { get; private set; } = [];

    /// <summary>The decision behind the end, if this version is the last and ends.</summary>
    public Guid? EndDecisionId { get; private set; }

    public abstract TFacts Facts { get; protected set; }

    public int Sets => Says.Aggregate(0, (all, saying) => all | saying.Fields);

    internal abstract DatedVersion<TFacts> NewRow();

    /// <summary>The version as the read model keeps it, from which it is made again to try something out.</summary>
    internal void Restore(DatedSpan<TFacts> span)
    {
        (ValidFrom, Facts, Says) = (span.From, span.Facts, span.Says);
        EndOn(span.Until, span.EndDecisionId);
    }

    internal void Begin(DateOnly from, TFacts facts, Guid? decisionId) =>
        (ValidFrom, Facts, Says) = (from, facts, [new Saying(TFacts.AllFields, decisionId)]);

    internal void BeginOn(DateOnly day) => ValidFrom = day;

    internal void Say(FactsEdit<TFacts> edit, Guid? decisionId)
    {
        Facts = Facts.Overlay(edit.Fields, edit.Values);
        Says = [.. Says, new Saying(edit.Fields, decisionId)];
    }

    internal void Amend(FactsEdit<TFacts> edit) => Facts = Facts.Overlay(edit.Fields, edit.Values);

    internal void Unsay(int fields) =>
        Says = [.. Says.Select(s => s with { Fields = s.Fields & ~fields }).Where(s => s.Fields != 0)];

    /// <summary>Names the decision that set these fields; what the same change set besides keeps its own.</summary>
    internal void NameDecision(int fields, Guid decisionId) => Says = [.. Says.SelectMany(s => s.Named(fields, decisionId))];

    internal void NameEndDecision(Guid decisionId) => EndDecisionId = decisionId;

    internal void Inherit(TFacts before) => Facts = before.Overlay(Sets, Facts);

    internal void EndOn(DateOnly day, Guid? decisionId)
    {
        EndOn(day);
        EndDecisionId = day == Open ? null : decisionId;
    }

    internal DatedVersion<TFacts> RestFrom(DateOnly day)
    {
        var rest = NewRow();
        (rest.ValidFrom, rest.Facts) = (day, Facts);
        rest.EndOn(Until, EndDecisionId);
        return rest;
    }
}
