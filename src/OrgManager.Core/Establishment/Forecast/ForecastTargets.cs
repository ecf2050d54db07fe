using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Targets;

namespace OrgManager.Establishment;

/// <summary>What becomes of the targets that count assigned posts: reached by levels already set, or short by so many posts, which people who leave may cover.</summary>
internal sealed class ForecastTargets(OrgTimeline timeline, DateOnly on, Scope quota)
{
    private readonly DateOnly _last = Forecast.DaysFrom(on)[^1];
    private List<ForecastLeaving>? _leaving;

    /// <param name="planned">The levels as they would be by plans that are not decided; null where there are none.</param>
    public IReadOnlyList<ForecastTarget> Of(IReadOnlyList<TargetFacts> targets, OrgTimeline? planned) => planned is null
        ? Of(targets)
        : [.. Of(targets).Zip(new ForecastTargets(planned, on, quota).Of(targets), (known, then) => known with { ByPlan = new(then.Value, then.ReachedOn, then.Missing) })];

    private IReadOnlyList<ForecastTarget> Of(IReadOnlyList<TargetFacts> targets)
    {
        var turns = timeline.UnitAndQuotaTurns().Where(day => day > on && day <= _last).Prepend(on).ToList();
        return [.. targets.Where(t => t is { Metric: TargetMetric.AssignedQuota, Direction: TargetDirection.Reduce }).Select(t => Of(t, turns))];
    }

    private ForecastTarget Of(TargetFacts target, List<DateOnly> turns)
    {
        var (calculator, judged) = (new TargetCalculator(timeline, target).ForManyDays(), target.Due > on ? target.Due : on);
        var reached = turns.Append(target.StartsOn).Append(target.BaselineOn ?? target.StartsOn).Where(day => day >= on).Order().Cast<DateOnly?>()
            .FirstOrDefault(day => calculator.On(day!.Value).Status == TargetStatus.Reached);
        var (then, categories) = (calculator.On(judged), TargetMetrics.Categories(target));
        var leaving = Leaving(target, categories);
        var covered = then.Missing is > 0 and var missing && leaving?.Count >= missing ? leaving[missing - 1] : (DateOnly?)null;
        return new(target.Code, target.Name, target.ShortName, target.Due, categories, then.GoalValue, (int)then.Value, reached, then.Missing, leaving?.Count(day => day <= judged), covered);
    }

    /// <summary>The days on which people the target counts posts for leave, the first first.</summary>
    private List<DateOnly>? Leaving(TargetFacts target, IReadOnlyList<QuotaCategory> categories)
    {
        var scope = target.ScopeUnit is { } code ? timeline.UnitByCode(code) : null;
        var tops = scope is null ? timeline.On(on).Roots(Branch.Government).Select(top => top.Id).ToList() : [scope.Id];
        if (!tops.TrueForAll(top => quota.Includes(top))) return null;
        _leaving ??= [.. ForecastPeople.Leaving(timeline, on, _last).OrderBy(leaving => leaving.On)];
        return [.. _leaving.Where(l => categories.Contains(l.Post.Facts.Category) && (scope is null || timeline.StandsUnder(l.Post.Facts.UnitId, scope.Id, l.On.AddDays(-1)))).Select(l => l.On)];
    }
}
