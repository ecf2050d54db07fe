using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Targets;

/// <summary>What a target counts on every day: each unit, level or post adds its part while it stands in scope, so that no day is built to be counted.</summary>
internal sealed class TargetSteps
{
    private readonly OrgTimeline _timeline;
    private readonly TargetFacts _target;
    private readonly ScopeTimes _scope;
    private readonly Dictionary<DateOnly, (int Count, int Total)> _turns = [];
    private readonly DateOnly[] _days;
    private readonly Counted[] _counts;

    public TargetSteps(OrgTimeline timeline, TargetFacts target, ScopeTimes scope)
    {
        (_timeline, _target, _scope) = (timeline, target, scope);
        switch (target.Metric)
        {
            case TargetMetric.UnitsOfKinds or TargetMetric.AutonomousShare: AddUnits(); break;
            case TargetMetric.AssignedQuota: AddQuotas(); break;
            case TargetMetric.Present: AddPresent(); break;
            case TargetMetric.Deputies: AddDeputies(); break;
            default: break; // read by hand
        }
        _days = [.. _turns.Keys.Order()];
        _counts = new Counted[_days.Length];
        var (count, total) = (0, 0);
        for (var i = 0; i < _days.Length; i++)
        {
            (count, total) = (count + _turns[_days[i]].Count, total + _turns[_days[i]].Total);
            _counts[i] = new(count, total);
        }
    }

    public Counted On(DateOnly day)
    {
        if (_target.Metric == TargetMetric.Manual) return TargetMetrics.Count(_target, [], day);
        var at = Array.BinarySearch(_days, day) is >= 0 and var exact ? exact : ~Array.BinarySearch(_days, day) - 1;
        return at < 0 ? default : _counts[at];
    }

    private void AddUnits()
    {
        foreach (var unit in _timeline.Units)
            foreach (var span in unit.History.Where(s => _target.Set.Contains(s.Facts.Kind)))
                Add(unit.Id, span.From, span.Until, _target.Metric == TargetMetric.UnitsOfKinds || span.Facts.IsAutonomous ? 1 : 0, 1);
    }

    private void AddQuotas()
    {
        var categories = TargetMetrics.Categories(_target);
        foreach (var quota in _timeline.Quotas.Where(q => q.Kind == QuotaKind.Assigned && categories.Contains(q.Category)))
            foreach (var span in quota.History) Add(quota.UnitId, span.From, span.Until, span.Facts.Posts, span.Facts.Posts);
    }

    private void AddPresent()
    {
        var categories = TargetMetrics.Categories(_target);
        foreach (var span in _timeline.Employments.SelectMany(e => e.Primary.History).Where(s => categories.Contains(s.Facts.Category)))
            Add(span.Facts.UnitId, span.From, span.Until, 1, 1);
    }

    private void AddDeputies()
    {
        foreach (var span in _timeline.Employments.SelectMany(e => e.Primary.History).Where(s => s.Facts.Headship == Headship.Deputy))
            foreach (var kind in _timeline.Units.Find(span.Facts.UnitId)?.History.Where(s => _target.Set.Count == 0 || _target.Set.Contains(s.Facts.Kind)) ?? [])
                Add(span.Facts.UnitId, Later(span.From, kind.From), Earlier(span.Until, kind.Until), 1, 1);
    }

    private void Add(Guid unitId, DateOnly from, DateOnly until, int count, int total)
    {
        foreach (var (begins, ends) in _scope.Of(unitId))
        {
            var (first, end) = (Later(from, begins), Earlier(until, ends));
            if (first >= end) continue;
            Turn(first, count, total);
            if (end != Effective.Open) Turn(end, -count, -total);
        }
    }

    private void Turn(DateOnly day, int count, int total)
    {
        var turn = _turns.GetValueOrDefault(day);
        _turns[day] = (turn.Count + count, turn.Total + total);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
