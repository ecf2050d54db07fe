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

    /// <summary>Until when a surplus that a reorganisation on that day leaves is tolerated; null where no rule says so.</summary>
    internal static DateOnly? ToleratedUntil(DateOnly reorganised) => Grace.Where(g => g.From <= reorganised).MaxBy(g => g.From) is { } grace ? reorganised.AddYears(grace.Years) : null;

    /// <summary>Biên chế công chức; of a service unit and what stands within one the people who work there on its quota. Support contracts are outside both.</summary>
    internal static int Posts(UnitOn unit) =>
        unit.AllocatedBelow() is var posts && IsOfService(unit) ? posts.PublicEmployeeBudget + posts.PublicEmployeeOwnRevenue : posts.CivilServant;

    private static bool IsOfService(UnitOn? unit) => unit is not null && (unit.Kind.ServiceUnit || IsOfService(unit.Parent));

    internal sealed record File<TRule>(TRule[] Rules, string? Source = null, string? Note = null);

    internal sealed record CapFile(GraceRule[] Grace, CapRule[] Rules, string? Source = null, string? Note = null);
}

/// <summary>How many years a surplus of deputies is tolerated after a reorganisation from that day on.</summary>
public sealed record GraceRule(DateOnly From, int Years, bool Confirmed);
