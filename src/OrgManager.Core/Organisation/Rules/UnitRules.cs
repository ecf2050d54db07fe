using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>Quy định về tổ chức: the one place where the rule that holds for a unit on a day is looked up. The rules are data, each from the day of its decree.</summary>
public static class UnitRules
{
    private static readonly CapFile CapData = RuleFiles.Read<CapFile>("deputy-caps.json");

    public static IReadOnlyList<CapRule> Caps => CapData.Rules;
    public static IReadOnlyList<SizeRule> Sizes { get; } = RuleFiles.Read<File<SizeRule>>("minimum-sizes.json").Rules;
    public static IReadOnlyList<PlaceRule> Places { get; } = RuleFiles.Read<File<PlaceRule>>("unit-placements.json").Rules;
    public static IReadOnlyList<GraceRule> Grace => CapData.Grace;

    /// <summary>The newest rule of one matter that holds for the unit on the day of its snapshot; null where none is known.</summary>
    internal static TRule? Of<TRule>(IReadOnlyList<TRule> rules, UnitOn unit, DateOnly day) where TRule : UnitRule => rules.Where(r => r.From <= day && r.Holds(unit)).MaxBy(r => r.From) is { } newest && newest.IsInForce(day) ? newest : null;

    /// <summary>Every version of one matter for a kind of unit, the newest first; of those in force on the day there may be one for autonomous units and one for others.</summary>
    internal static IEnumerable<TRule> For<TRule>(IReadOnlyList<TRule> rules, string kind, ProvinceClass province) where TRule : UnitRule =>
        rules.Where(r => r.IsOf(kind, province)).OrderByDescending(r => r.From).ThenBy(r => r.Autonomous);

    /// <summary>Of the rules of one kind of unit, the newest first, those that hold on a day: one for all, or one for autonomous units and one for others, each the newest for them.</summary>
    internal static IReadOnlyList<TRule> InForce<TRule>(List<TRule> rules, DateOnly on) where TRule : UnitRule
    {
        TRule? NewestFor(bool autonomous) => rules.Find(r => r.From <= on && r.Autonomous != !autonomous);
        List<TRule?> newest = [NewestFor(autonomous: false), NewestFor(autonomous: true)];
        return [.. newest.OfType<TRule>().Where(r => r.IsInForce(on)).Distinct()];
    }

    /// <summary>Until when a surplus that a reorganisation on that day leaves is tolerated; null where no rule says so.</summary>
    internal static DateOnly? ToleratedUntil(DateOnly reorganised) => Grace.Where(g => g.From <= reorganised).MaxBy(g => g.From) is { } grace ? reorganised.AddYears(grace.Years) : null;

    /// <summary>Biên chế công chức; of a service unit and what stands within one the people who work there on its quota. Support contracts are outside both.</summary>
    internal static int Posts(UnitOn unit) =>
        unit.AllocatedBelow() is var posts && IsOfService(unit) ? posts.PublicEmployeeBudget + posts.PublicEmployeeOwnRevenue : posts.CivilServant;

    private static bool IsOfService(UnitOn? unit) => unit is not null && (unit.Kind.ServiceUnit || IsOfService(unit.Parent));

    internal sealed record File<TRule>(TRule[] Rules, string? Source = null, string? Note = null);

    internal sealed record CapFile(GraceRule[] Grace, CapRule[] Rules, string? Source = null, string? Note = null) : IRuleFile
    {
        string? IRuleFile.Problem => Array.Find(Rules, rule => !Rises(rule.Bands)) is { } wrong ? $"the bands of {wrong.Article} for {string.Join(", ", wrong.Kinds)} do not begin with 0 and rise." : null;

        private static bool Rises(IReadOnlyList<CapBand> bands) =>
            bands is [{ From: 0 }, ..] && bands.All(band => band.Deputies >= 0) && bands.Zip(bands.Skip(1)).All(next => next.First.From < next.Second.From);
    }
}

/// <summary>How many years a surplus of deputies is tolerated after a reorganisation from that day on.</summary>
public sealed record GraceRule(DateOnly From, int Years, bool Confirmed);
