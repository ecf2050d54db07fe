using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Targets;

/// <summary>Judges one target on a day, always by that day (DESIGN §5). Pure: a timeline and a definition in, a figure out.</summary>
internal sealed class TargetCalculator(OrgTimeline timeline, TargetFacts target)
{
    private readonly TargetScope _scope = new(timeline, target);
    private TargetSteps? _steps;
    private decimal? _wholeBaseline;

    /// <summary>The percent at which it is done: of an amount (at most, at least) all of it.</summary>
    private decimal Goal => target.Direction is TargetDirection.AtMost or TargetDirection.AtLeast ? 100 : target.GoalPercent;

    /// <summary>A target as it is defined now, on a day; judged once for all who ask. Its legal basis is named by who knows decisions.</summary>
    public static TargetProgress Of(OrgSnapshot day, Target target) =>
        day.Once((nameof(TargetProgress), target.Id, target.Version), on => new TargetCalculator(on.Timeline, target.Facts).On(on.Day));

    public TargetProgress On(DateOnly day)
    {
        var counted = CountOn(day);
        var value = TargetMetrics.ValueOf(target, counted);
        var started = target.StartsOn <= day;
        var (baseline, gap) = Baseline(day);
        var progress = started && gap is null ? Progress(value, baseline) : null;
        decimal? required = started && gap is null ? Required(day) : null;
        return new()
        {
            Code = target.Code, Name = target.Name, ShortName = target.ShortName, Wording = target.Wording, WordingEn = target.WordingEn,
            LegalBasis = null, Binding = target.Binding, Metric = target.Metric, Direction = target.Direction, Set = target.Set,
            StartsOn = target.StartsOn, Due = target.Due, BaselineOn = target.BaselineOn,
            BaselineValue = baseline, Value = value, Count = counted.Count, Total = counted.Total,
            GoalPercent = target.GoalPercent, GoalValue = GoalValue(baseline, counted), Missing = Missing(baseline, counted),
            ProgressPercent = progress, RequiredPercent = required, Gap = gap,
            Status = Judge(day, progress, required),
        };
    }

    /// <summary>Percent of the way, exact; null without a baseline.</summary>
    public decimal? ProgressOf(DateOnly day, Counted counted)
    {
        var (baseline, gap) = Baseline(day);
        return gap is null ? Progress(TargetMetrics.ValueOf(target, counted), baseline) : null;
    }

    public Counted CountOn(DateOnly day) => _steps?.On(day)
        ?? (target.ScopeUnit is null ? TargetMetrics.Count(target, timeline, day) : TargetMetrics.Count(target, _scope.UnitsOn(day), day));

    /// <summary>From here on any day is told without being built: for who asks for many.</summary>
    public TargetCalculator ForManyDays()
    {
        _steps = new(timeline, target, _scope.Times);
        return this;
    }

    /// <summary>Units, posts or people on the baseline day, with the adjustments made by <paramref name="day"/>; null before that day and for shares.</summary>
    public (decimal? Value, BaselineGap? Gap) Baseline(DateOnly day)
    {
        if (target.Direction != TargetDirection.Reduce) return (null, null);
        if (target.FixedBaseline is { } given) return Adjusted(given, day);
        if (target.BaselineOn is not { } on || day < on) return (null, null);
        if (target.ScopeUnit is null) return Adjusted(_wholeBaseline ??= TargetMetrics.ValueOf(target, CountOn(on)), day);
        return _scope.BaselineUnits(on, day) is { } units ? Adjusted(TargetMetrics.ValueOf(target, TargetMetrics.Count(target, units, on)), day) : (null, BaselineGap.NotAttributable);
    }

    /// <summary>The last milestone due by the day (0 before the first), or without milestones the straight line from 0 on the start day to the goal on the due day.</summary>
    public decimal Required(DateOnly day)
    {
        if (day >= target.Due) return Goal;
        if (target.Milestones.Count > 0) return target.Milestones.LastOrDefault(m => m.On <= day)?.Percent ?? 0;
        var (gone, all) = (day.DayNumber - target.StartsOn.DayNumber, target.Due.DayNumber - target.StartsOn.DayNumber);
        return Goal * Math.Max(0, gone) / all;
    }

    private (decimal?, BaselineGap?) Adjusted(decimal baseline, DateOnly day)
    {
        var adjusted = baseline + target.Adjustments.Where(a => a.On <= day).Sum(a => a.Amount);
        return (adjusted, adjusted == 0 ? BaselineGap.Zero : null);
    }

    private decimal? Progress(decimal value, decimal? baseline) => target.Direction switch
    {
        TargetDirection.Reduce => baseline is { } b ? (b - value) / b * 100 : null,
        TargetDirection.ReachShare => value,
        TargetDirection.AtLeast => target.GoalPercent == 0 ? 100 : Math.Min(100, value / target.GoalPercent * 100),
        _ => value <= target.GoalPercent ? 100 : target.GoalPercent / value * 100,
    };

    private TargetStatus Judge(DateOnly day, decimal? progress, decimal? required)
    {
        if (progress is not { } done || required is not { } due) return TargetStatus.NotStarted;
        if (done >= Goal) return TargetStatus.Reached;
        if (day > target.Due) return TargetStatus.Overdue;
        return done >= due ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <summary>The largest whole number that still is the goal's reduction, or the smallest that is its share.</summary>
    private int? GoalValue(decimal? baseline, Counted counted) => target.Direction switch
    {
        TargetDirection.Reduce => baseline is { } b ? (int)Math.Floor(b - b * target.GoalPercent / 100) : null,
        TargetDirection.ReachShare => (int)Math.Ceiling(counted.Total * target.GoalPercent / 100),
        _ => (int)target.GoalPercent,
    };

    private int? Missing(decimal? baseline, Counted counted) => (target.Direction, GoalValue(baseline, counted)) switch
    {
        (_, null) => null,
        (TargetDirection.Reduce or TargetDirection.AtMost, { } goal) => Math.Max(0, counted.Count - goal),
        (_, { } goal) => Math.Max(0, goal - counted.Count),
    };
}
