using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Targets;

/// <summary>What moved a target's figure, with the id of the decision behind it.</summary>
internal sealed record Moved(TargetEvidence Evidence, Guid? DecisionId);

/// <summary>Looks through the timeline for whatever could have moved a figure after one day and by another.</summary>
internal sealed class TargetEvidenceFinder(OrgTimeline timeline, TargetFacts target)
{
    private readonly ScopeTimes _scope = new(timeline, target.ScopeUnit);
    private List<Moved>? _ever;

    public IReadOnlyList<Moved> Between(DateOnly after, DateOnly until)
    {
        _ever ??= [.. Ever()];
        return [.. _ever.Where(m => after < m.Evidence.On && m.Evidence.On <= until && InScope(m.Evidence))
            .Concat(Adjustments(a => after < a.On && a.On <= until))
            .OrderBy(m => m.Evidence.On).ThenBy(m => m.Evidence.Kind == EvidenceKind.Founded).ThenBy(m => Order(m.Evidence.Unit))];
    }

    private IEnumerable<Moved> Ever() => target.Metric switch
    {
        TargetMetric.UnitsOfKinds => timeline.Units.SelectMany(Units),
        TargetMetric.AutonomousShare => timeline.Units.SelectMany(u => Units(u).Concat(Autonomy(u))),
        TargetMetric.AssignedQuota => timeline.Quotas.SelectMany(Quota),
        TargetMetric.Present or TargetMetric.Deputies => timeline.Employments.SelectMany(People),
        _ => [],
    };

    /// <summary>What the figure of a day consists of: each unit or quota level with the day and decision since when it stands.</summary>
    public IReadOnlyList<Moved> StandingOn(DateOnly day)
    {
        var found = target.Metric switch
        {
            TargetMetric.UnitsOfKinds or TargetMetric.AutonomousShare => timeline.Units.SelectMany(unit => StandingOn(day, unit)),
            TargetMetric.AssignedQuota => timeline.Quotas.SelectMany(quota => StandingOn(day, quota)),
            _ => [],
        };
        return [.. found.Where(m => InScope(m.Evidence, day)).OrderBy(m => Order(m.Evidence.Unit)).ThenBy(m => m.Evidence.Category).Concat(Adjustments(a => a.On <= day))];
    }

    private IEnumerable<Moved> Adjustments(Func<BaselineAdjustment, bool> which)
    {
        var scope = target.ScopeUnit is { } code ? timeline.UnitByCode(code) : null;
        return target.Adjustments.Where(which).Select(a => new Moved(
            new()
            {
                Kind = EvidenceKind.BaselineAdjusted, On = a.On, Unit = scope?.Code ?? "", UnitName = scope is null ? "" : (scope.History.On(a.On) ?? scope.History[^1].Facts).Name,
                Amount = a.Amount, Note = a.Note,
            },
            a.DecisionId));
    }

    private IEnumerable<Moved> StandingOn(DateOnly day, UnitLine unit)
    {
        if (unit.History.SpanOn(day) is not { } span || !target.Set.Contains(span.Facts.Kind)) yield break;
        var since = unit.History.First(s => target.Set.Contains(s.Facts.Kind));
        yield return Of(unit, EvidenceKind.Founded, since.From, since.DecisionFor((int)OrgUnitFields.Kind));
    }

    private IEnumerable<Moved> StandingOn(DateOnly day, QuotaLine quota)
    {
        if (quota.Kind != QuotaKind.Assigned || !target.Set.Contains(quota.Category.ToString()) || timeline.Units.Find(quota.UnitId) is not { } unit) yield break;
        if (quota.History.SpanOn(day) is { Facts.Posts: > 0 } span)
            yield return Of(unit, EvidenceKind.InForce, span.From, span.DecisionFor(1), null, span.Facts.Posts, quota.Category);
    }

    private IEnumerable<Moved> Units(UnitLine unit)
    {
        bool Counted(DatedSpan<OrgUnitFacts> span) => target.Set.Contains(span.Facts.Kind);
        var became = timeline.Successions.By(LineKeys.Predecessor)[unit.Id].Where(s => s.On == unit.History.Until).ToList();
        var came = timeline.Successions.By(LineKeys.Successor)[unit.Id].Where(s => s.On == unit.History.From).ToList();
        var first = unit.History[0];
        if (Counted(first))
            yield return Of(unit, came.Count > 0 ? EvidenceKind.Merged : EvidenceKind.Founded, first.From, first.DecisionFor((int)OrgUnitFields.Kind),
                others: InOrder(came.Select(s => s.PredecessorId), first.From.AddDays(-1)));
        foreach (var (before, after) in unit.History.Zip(unit.History.Skip(1)))
            if (Counted(before) != Counted(after)) yield return Of(unit, EvidenceKind.KindChanged, after.From, after.DecisionFor((int)OrgUnitFields.Kind));
        if (unit.History.Until == Effective.Open || !Counted(unit.History[^1])) yield break;
        yield return Of(unit, EvidenceKind.Ended, unit.History.Until, unit.History[^1].EndDecisionId, others: InOrder(became.Select(s => s.SuccessorId), unit.History.Until));
    }

    /// <summary>In protocol order, on every node the same.</summary>
    private IEnumerable<Guid> InOrder(IEnumerable<Guid> units, DateOnly day) =>
        units.OrderBy(id => timeline.Units.Find(id)?.History.On(day)?.Order).ThenBy(id => timeline.Units.Find(id)?.Code, StringComparer.Ordinal);

    private IEnumerable<Moved> Autonomy(UnitLine unit) => Steps(unit.History, f => f.Autonomy)
        .Where(s => target.Set.Contains(s.Span.Facts.Kind))
        .Select(s => Of(unit, EvidenceKind.AutonomyChanged, s.Span.From, s.Span.DecisionFor((int)OrgUnitFields.Autonomy), s.Before, s.After));

    private IEnumerable<Moved> Quota(QuotaLine quota)
    {
        if (quota.Kind != QuotaKind.Assigned || !target.Set.Contains(quota.Category.ToString()) || timeline.Units.Find(quota.UnitId) is not { } unit) yield break;
        yield return Of(unit, EvidenceKind.QuotaSet, quota.History.From, quota.History[0].DecisionFor(1), 0, quota.History[0].Facts.Posts, quota.Category);
        foreach (var (span, before, now) in Steps(quota.History, f => (int?)f.Posts))
            yield return Of(unit, EvidenceKind.QuotaSet, span.From, span.DecisionFor(1), before, now, quota.Category);
        if (quota.History.Until != Effective.Open)
            yield return Of(unit, EvidenceKind.QuotaEnded, quota.History.Until, quota.History[^1].EndDecisionId, quota.History[^1].Facts.Posts, 0, quota.Category);
    }

    private IEnumerable<Moved> People(EmploymentLine employment)
    {
        var history = employment.Primary.History;
        for (var i = 0; i <= history.Count; i++)
        {
            var (before, now) = (i == 0 ? null : Counts(history[i - 1].Facts), i == history.Count ? null : Counts(history[i].Facts));
            var on = i == history.Count ? history.Until : history[i].From;
            if (before == now || on == Effective.Open) continue;
            var decisionId = i == history.Count ? history[^1].EndDecisionId : history[i].DecisionFor((int)AssignmentFields.All);
            if (before is not null && timeline.Units.Find(before.UnitId) is { } left) yield return Of(left, EvidenceKind.Left, on, decisionId, 1, 0, before.Category);
            if (now is not null && timeline.Units.Find(now.UnitId) is { } joined) yield return Of(joined, EvidenceKind.Joined, on, decisionId, 0, 1, now.Category);
        }
    }

    private AssignmentFacts? Counts(AssignmentFacts facts) => target.Metric == TargetMetric.Deputies
        ? facts.Headship == Headship.Deputy ? facts with { Position = null, Order = 0, Category = default } : null
        : target.Set.Contains(facts.Category.ToString()) ? facts with { Position = null, Order = 0, Headship = default } : null;

    private static IEnumerable<(DatedSpan<TFacts> Span, int? Before, int? After)> Steps<TFacts>(Dated<TFacts> history, Func<TFacts, int?> of)
        where TFacts : class, IFacts<TFacts> =>
        history.Zip(history.Skip(1), (before, after) => (after, of(before.Facts), of(after.Facts))).Where(s => s.Item2 != s.Item3);

    private Moved Of(
        UnitLine unit, EvidenceKind kind, DateOnly on, Guid? decisionId, int? before = null, int? after = null, QuotaCategory? category = null,
        IEnumerable<Guid>? others = null) => new(
            new()
            {
                Kind = kind, On = on, Unit = unit.Code, UnitName = (unit.History.On(on) ?? unit.History[^1].Facts).Name,
                Category = category, Before = before, After = after,
                Others = [.. (others ?? []).Select(id => timeline.Units.Find(id)?.Code).OfType<string>()],
            },
            decisionId);

    private bool InScope(TargetEvidence evidence, DateOnly day) =>
        target.ScopeUnit is not { } code || timeline.UnitByCode(code) is null || (timeline.UnitByCode(evidence.Unit) is { } unit && _scope.Covers(unit.Id, day));

    private bool InScope(TargetEvidence evidence) => InScope(evidence, evidence.On) || InScope(evidence, evidence.On.AddDays(-1));

    private int Order(string code) => timeline.UnitByCode(code)?.History[^1].Facts.Order ?? 0;
}
