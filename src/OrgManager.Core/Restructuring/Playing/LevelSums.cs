using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Levels of quota as they are set, summed and handed on.</summary>
internal sealed class LevelSums(ScenarioStage stage)
{
    /// <summary>So many posts from the day on, until a level that is known to begin later.</summary>
    public Task SetAsync(Guid unitId, QuotaKind kind, QuotaCategory category, int posts, CancellationToken ct) =>
        KeepAsync(unitId, kind, category, posts, stage.Over(LineOf(unitId, kind, category) is { } line ? stage.Before.Quotas.Find(line.Id)?.History : null, 1), ct);

    private async Task KeepAsync(Guid unitId, QuotaKind kind, QuotaCategory category, int posts, string? correcting, CancellationToken ct)
    {
        if (LineOf(unitId, kind, category) is not { } line)
        {
            if (posts != 0 || kind == QuotaKind.Assigned) stage.Add(Quota.Open(unitId, category, kind, posts, stage.On, stage.Decisions.Quota));
            return;
        }
        if (posts == 0 && kind == QuotaKind.Allocated && !line.History.Covers(stage.On)) return;
        var quota = await stage.LoadAsync<Quota>(line.Id, ct);
        quota.Keep(stage.On, posts, stage.Decisions.Quota, correcting);
    }

    /// <summary>So many posts more, or fewer, from the day on; what another change made of that very day is taken on from, and what is known of later days follows.</summary>
    public async Task AddAsync(Guid unitId, QuotaKind kind, QuotaCategory category, int posts, CancellationToken ct)
    {
        if (posts == 0) return;
        var (line, unit) = (LineOf(unitId, kind, category), stage.Now.Units.Find(unitId)!);
        var has = line?.History.On(stage.On)?.Posts ?? 0;
        RuleBrokenException.Unless(has + posts >= 0, "Scenario.TooFewPosts", unit.Code, has, -posts);
        await KeepAsync(unitId, kind, category, has + posts, stage.Reason, ct);
        if (line is null) return;
        foreach (var (from, known) in (await stage.LoadAsync<Quota>(line.Id, ct)).Shift(stage.On, posts, stage.Reason)) stage.TooFewLater.Add(new(unitId, category, from, known, -posts));
    }

    /// <summary>What the units had on the day, and what was known of later days already, is added up in another; their own levels end.</summary>
    public async Task HandOnAsync(IReadOnlyCollection<Guid> units, Guid into, CancellationToken ct)
    {
        var given = units.SelectMany(unit => stage.Now.Quotas.By(LineKeys.QuotaUnit)[unit]).Where(q => q.History.Until > stage.On).ToList();
        foreach (var same in given.GroupBy(q => (q.Kind, q.Category))) await AddUpAsync(into, same.Key.Kind, same.Key.Category, [.. same.Select(q => q.History)], ct);
        await EndAsync(given, ct);
    }

    /// <summary>The levels of a unit that ends by itself.</summary>
    public Task EndAsync(Guid unitId, CancellationToken ct) => EndAsync(stage.Now.Quotas.By(LineKeys.QuotaUnit)[unitId].Where(q => q.History.Until > stage.On), ct);

    private async Task EndAsync(IEnumerable<QuotaLine> lines, CancellationToken ct)
    {
        foreach (var quota in await stage.LoadAsync<Quota>(lines.Select(q => q.Id).ToList(), ct))
            if (quota.Levels[0].ValidFrom >= stage.On) stage.Remove(quota);
            else quota.CutOff(stage.On, stage.Decisions.Quota);
    }

    private async Task AddUpAsync(Guid into, QuotaKind kind, QuotaCategory category, List<Dated<QuotaFacts>> given, CancellationToken ct)
    {
        var line = LineOf(into, kind, category);
        var (own, quota) = (line?.History, line is null ? null : await stage.LoadAsync<Quota>(line.Id, ct));
        foreach (var (day, posts, decision) in Of(own is null ? given : [.. given, own], stage.On, stage.Decisions.Quota))
            if (quota is null) quota = stage.Add(Quota.Open(into, category, kind, posts, day, decision));
            else quota.Keep(day, posts, decision, stage.Reason);
    }

    /// <summary>Several histories added up, from a day on: on the day itself where something holds then, and on the later days on which one of them begins a level or ends.</summary>
    /// <param name="decision">By which it is so from the day itself; on later days it is by that of a level that begins.</param>
    public static IEnumerable<(DateOnly Day, int Posts, Guid? Decision)> Of(List<Dated<QuotaFacts>> all, DateOnly on, Guid? decision) =>
        all.SelectMany(history => OrgTimeline.Turns(history)).Where(day => day > on).Concat(all.Exists(history => history.Covers(on)) ? [on] : []).Distinct().Order()
            .Select(day => (day, all.Sum(history => history.On(day)?.Posts ?? 0), day == on ? decision : all.Select(history => history.SpanOn(day)).FirstOrDefault(span => span?.From == day)?.DecisionFor(1)));

    /// <summary>There is one for each unit, kind and category, whether it holds on the day or only before or after it.</summary>
    private QuotaLine? LineOf(Guid unitId, QuotaKind kind, QuotaCategory category) =>
        stage.Now.Quotas.By(LineKeys.QuotaUnit)[unitId].FirstOrDefault(q => q.Kind == kind && q.Category == category);
}
