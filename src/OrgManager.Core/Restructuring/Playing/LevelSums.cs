using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Levels of quota as they are set, summed and handed on.</summary>
internal sealed class LevelSums(ScenarioStage stage)
{
    /// <summary>So many posts from the day on.</summary>
    public async Task SetAsync(Guid unitId, QuotaKind kind, QuotaCategory category, int posts, CancellationToken ct)
    {
        if (LineOf(unitId, kind, category) is not { } line)
        {
            if (posts != 0 || kind == QuotaKind.Assigned) stage.Add(Quota.Open(unitId, category, kind, posts, stage.On, stage.Decisions.Quota));
            return;
        }
        var quota = await stage.LoadAsync<Quota>(line.Id, ct);
        quota.Set(stage.On, posts, stage.Decisions.Quota, stage.Over(stage.Before.Quotas.Find(line.Id)?.History, 1));
    }

    public async Task AddAsync(Guid unitId, QuotaKind kind, QuotaCategory category, int posts, CancellationToken ct)
    {
        var (has, unit) = (LineOf(unitId, kind, category)?.History.On(stage.On)?.Posts ?? 0, stage.Now.Units.Find(unitId)!);
        RuleBrokenException.Unless(has + posts >= 0, "Scenario.TooFewPosts", unit.Code, has, -posts);
        await SetAsync(unitId, kind, category, has + posts, ct);
    }

    /// <summary>What the units had on the day, and what was known of later days already, is added up in another; their own levels end.</summary>
    public async Task HandOnAsync(IReadOnlyCollection<Guid> units, Guid into, CancellationToken ct)
    {
        var given = units.SelectMany(unit => stage.Now.Quotas.By(LineKeys.QuotaUnit)[unit]).Where(q => q.History.Until > stage.On).ToList();
        foreach (var same in given.GroupBy(q => (q.Kind, q.Category))) await AddUpAsync(into, same.Key.Kind, same.Key.Category, [.. same.Select(q => q.History)], ct);
        foreach (var quota in await stage.LoadAsync<Quota>(given.Select(q => q.Id), ct)) quota.CutOff(stage.On, stage.Decisions.Quota);
    }

    /// <summary>The levels of a unit that ends by itself.</summary>
    public async Task EndAsync(Guid unitId, CancellationToken ct)
    {
        var lines = stage.Now.Quotas.By(LineKeys.QuotaUnit)[unitId].Where(q => q.History.Until > stage.On).Select(q => q.Id).ToList();
        foreach (var quota in await stage.LoadAsync<Quota>(lines, ct)) quota.CutOff(stage.On, stage.Decisions.Quota);
    }

    private async Task AddUpAsync(Guid into, QuotaKind kind, QuotaCategory category, List<Dated<QuotaFacts>> given, CancellationToken ct)
    {
        var line = stage.Now.Quotas.By(LineKeys.QuotaUnit)[into].FirstOrDefault(q => q.Kind == kind && q.Category == category && q.History.Until > stage.On);
        var (own, quota) = (line?.History, line is null ? null : await stage.LoadAsync<Quota>(line.Id, ct));
        var all = own is null ? given : [.. given, own];
        foreach (var day in DaysOf(all))
        {
            var posts = all.Sum(history => history.On(day)?.Posts ?? 0);
            var decision = day == stage.On ? stage.Decisions.Quota : all.Select(history => history.SpanOn(day)).FirstOrDefault(span => span?.From == day)?.DecisionFor(1);
            if (quota is null) quota = stage.Add(Quota.Open(into, category, kind, posts, day, decision));
            else quota.Set(day, posts, decision, stage.Reason);
        }
    }

    /// <summary>The day itself where something holds then, and the later days on which one of the levels begins or ends.</summary>
    private IEnumerable<DateOnly> DaysOf(List<Dated<QuotaFacts>> all) => all
        .SelectMany(history => OrgTimeline.Turns(history)).Where(day => day > stage.On)
        .Concat(all.Exists(history => history.Covers(stage.On)) ? [stage.On] : []).Distinct().Order();

    private QuotaLine? LineOf(Guid unitId, QuotaKind kind, QuotaCategory category) =>
        stage.Now.Quotas.By(LineKeys.QuotaUnit)[unitId].FirstOrDefault(q => q.Kind == kind && q.Category == category && q.History.Covers(stage.On));
}
