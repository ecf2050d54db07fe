using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Targets;

/// <summary>One target from its baseline to a day and beyond: the steps of its figure, the path it was to follow, and each year with what moved it.</summary>
internal sealed class TargetRoad
{
    private readonly OrgTimeline _timeline;
    private readonly TargetFacts _target;
    private readonly TargetCalculator _calculator;
    private readonly Dictionary<QuotaCategory, TargetCalculator> _categories;
    private readonly DateOnly _on;
    private readonly DateOnly _start;
    private readonly TargetProgress _progress;
    private readonly List<TrajectoryPoint> _trajectory;
    private readonly IReadOnlyList<PathPoint> _path;
    private readonly List<(TargetPeriod Period, IReadOnlyList<Moved> Told, Guid? Only)> _periods = [];

    /// <summary>Of a target as it is defined now, up to a day; gone once for all who ask.</summary>
    public static TargetRoad Of(OrgSnapshot day, Target target) => day.Once((nameof(TargetRoad), target.Id, target.Version), on => new TargetRoad(on.Timeline, target.Facts, on.Day));

    public TargetRoad(OrgTimeline timeline, TargetFacts target, DateOnly on)
    {
        (_timeline, _target, _on) = (timeline, target, on);
        _calculator = new TargetCalculator(timeline, target).ForManyDays();
        _categories = target.Metric is TargetMetric.AssignedQuota or TargetMetric.Present
            ? TargetMetrics.Categories(target).ToDictionary(c => c, c => new TargetCalculator(timeline, target with { Set = [c.ToString()] }).ForManyDays())
            : [];
        _start = target.BaselineOn ?? target.StartsOn;
        var finder = new TargetEvidenceFinder(timeline, target);
        var before = _start;
        foreach (var day in YearEnds())
        {
            var moved = day == _start ? finder.StandingOn(day) : finder.Between(before, day);
            _periods.Add((Period(day, moved.Count), [.. moved.Take(TargetPeriod.MostTold)], moved.Select(m => m.DecisionId).Distinct().Take(2).ToList() is [{ } only] ? only : (Guid?)null));
            before = day;
        }
        (_progress, _trajectory, _path) = (_calculator.On(on), Trajectory(), Path());
    }

    public IEnumerable<Guid?> DecisionIds => _periods.SelectMany(p => p.Told).Select(m => m.DecisionId);

    public TargetDetails Told(Dictionary<Guid, DecisionRef> decisions) => new(
        _progress with { LegalBasis = TargetService.Named(decisions, _target.LegalBasisId) }, _trajectory, _path,
        [
            .. _periods.Select(p => p.Period with
            {
                Evidence = [.. p.Told.Select(m => m.Evidence with { Decision = TargetService.Named(decisions, m.DecisionId) })],
                Decision = TargetService.Named(decisions, p.Only),
            }),
        ]);

    private IEnumerable<DateOnly> YearEnds()
    {
        if (_on < _start) return [];
        var ends = Enumerable.Range(_start.Year, _on.Year - _start.Year + 1).Select(year => new DateOnly(year, 12, 31)).Where(d => _start < d && d < _on);
        return new[] { _start }.Concat(ends).Append(_on).Distinct();
    }

    /// <summary>Days on which the figure may step: when a unit, a quota or what else the metric counts turns, or the baseline is adjusted. From the baseline to the due day, or to the as-of day if that is later.</summary>
    private List<TrajectoryPoint> Trajectory()
    {
        var last = _on > _target.Due ? _on : _target.Due;
        var days = Turns().Concat(_target.Adjustments.Select(a => a.On)).Where(d => _start < d && d <= last).Distinct().Order().Prepend(_start);
        var points = new List<TrajectoryPoint>();
        foreach (var day in days)
        {
            var counted = _calculator.CountOn(day);
            var point = new TrajectoryPoint(day, TargetMetrics.ValueOf(_target, counted), _calculator.ProgressOf(day, counted), day > _on);
            if (points.Count == 0 || points[^1] with { On = day } != point) points.Add(point);
        }
        return points;
    }

    private IEnumerable<DateOnly> Turns() => _target.Metric switch
    {
        TargetMetric.Manual => _target.Readings.Select(r => r.On),
        TargetMetric.Present or TargetMetric.Deputies =>
            _timeline.UnitAndQuotaTurns().Concat(_timeline.Employments.SelectMany(e => OrgTimeline.Turns(e.Primary.History))),
        _ => _timeline.UnitAndQuotaTurns(),
    };

    private IReadOnlyList<PathPoint> Path() => _target.Milestones.Count > 0
        ? [.. _target.Milestones.Select(m => new PathPoint(m.On, m.Percent, Step: true))]
        : [new(_target.StartsOn, 0, Step: false), new(_target.Due, _calculator.Required(_target.Due), Step: false)];

    private TargetPeriod Period(DateOnly day, int moves)
    {
        var progress = _calculator.On(day);
        var isBaseline = day == _target.BaselineOn;
        return new()
        {
            On = day, IsBaseline = isBaseline, Value = progress.Value, Count = progress.Count, Total = progress.Total,
            ByCategory = _categories.ToDictionary(c => c.Key, c => c.Value.CountOn(day).Count),
            Change = isBaseline ? null : progress.Value - progress.BaselineValue,
            ProgressPercent = isBaseline ? null : progress.ProgressPercent,
            RequiredPercent = isBaseline ? null : progress.RequiredPercent,
            Status = isBaseline ? null : progress.Status,
            Moves = moves, Evidence = [], Decision = null,
        };
    }
}
