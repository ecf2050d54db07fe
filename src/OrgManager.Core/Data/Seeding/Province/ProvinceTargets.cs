using OrgManager.Targets;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The targets of <c>seed/targets.json</c>, as far as the history reaches back.</summary>
internal static class ProvinceTargets
{
    public static List<TargetFacts> Of(IReadOnlyList<SeedTarget> targets, ProvinceSize size) =>
        [.. targets.Where(t => size.FirstDay < (t.Milestones.Count > 0 ? t.Milestones[0].On : t.Due)).Select(t => Facts(t, size.FirstDay))];

    private static TargetFacts Facts(SeedTarget t, DateOnly first) => new()
    {
        Code = t.Code, Name = t.Name, ShortName = t.ShortName, Wording = t.Wording, WordingEn = t.WordingEn, Binding = t.Binding, Metric = t.Metric, Set = t.Set,
        StartsOn = Later(t.StartsOn, first), BaselineOn = t.BaselineOn is { } on ? Later(on, first) : null, Direction = t.Direction,
        GoalPercent = t.GoalPercent, Due = t.Due, Milestones = t.Milestones,
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
