using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Restructuring.Playing;

/// <summary>Units end, and their posts by position with them: added up in what the units become, as their quotas are.</summary>
internal sealed class PositionFollowing(ScenarioStage stage)
{
    /// <summary>What the units had on the day, and what was known of later days already, is added up in another.</summary>
    public async Task HandOnAsync(IReadOnlyCollection<Guid> units, Guid into, CancellationToken ct)
    {
        var given = (await stage.Positions.OfAsync(units, ct)).Where(p => p.Told.Until > stage.On).ToList();
        if (given.Count == 0) return;
        var own = await stage.Positions.OfAsync([into], ct);
        foreach (var same in given.GroupBy(p => p.PositionId)) AddUp(into, same.Key, own.FirstOrDefault(p => p.PositionId == same.Key), [.. same.Select(p => p.Told)]);
        if (given.Sum(p => p.Told.On(stage.On)?.Posts ?? 0) is > 0 and var posts) stage.Positions.HandedOn.Add((into, posts));
        End(given);
    }

    /// <summary>Those of a unit that ends by itself.</summary>
    public async Task EndAsync(Guid unitId, CancellationToken ct) => End([.. (await stage.Positions.OfAsync([unitId], ct)).Where(p => p.Told.Until > stage.On)]);

    private void AddUp(Guid into, Guid positionId, PositionPosts? own, List<Dated<QuotaFacts>> given)
    {
        foreach (var (day, posts, decision) in LevelSums.Of(own is null ? given : [.. given, own.Told], stage.On, stage.Decisions.Quota))
            if (own is null) own = stage.Positions.Add(PositionPosts.Open(positionId, into, posts, day, decision));
            else own.Keep(day, posts, decision, stage.Reason);
    }

    private void End(List<PositionPosts> ending)
    {
        foreach (var posts in ending)
            if (posts.Levels[0].ValidFrom >= stage.On) stage.Positions.Remove(posts);
            else posts.CutOff(stage.On, stage.Decisions.Quota);
    }
}
