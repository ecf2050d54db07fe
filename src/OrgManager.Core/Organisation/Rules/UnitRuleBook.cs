namespace OrgManager.Organisation;

/// <summary>The rules about units on a day, kind by kind, and what does not keep to them as far as the reader sees it.</summary>
public sealed record UnitRuleBook(DateOnly On, ProvinceClass Province, IReadOnlyList<KindRules> Kinds, GraceRule? Grace, UnitRuleFindings Findings)
{
    /// <summary>Every kind there is, also those about which no rule says anything: rules name them.</summary>
    public required IReadOnlyList<UnitKindFacts> Named { get; init; }
}

/// <summary>What holds for one kind on the day, and every version there is, the newest first. Caps may differ for autonomous units.</summary>
public sealed record KindRules(UnitKindFacts Kind, PlaceRule? Place, SizeRule? Size, IReadOnlyList<CapRule> Caps, IReadOnlyList<UnitRule> Versions)
{
    public bool IsEmpty => Place is null && Size is null && Caps.Count == 0 && Versions.Count == 0;
}

/// <summary>Never a refusal: to be looked at.</summary>
public sealed record UnitRuleFindings(IReadOnlyList<PlaceFinding> Places, IReadOnlyList<SizeFinding> Sizes, IReadOnlyList<DeputyFinding> Deputies)
{
    public static readonly UnitRuleFindings None = new([], [], []);

    /// <summary>Of all units of a day, whoever may see them.</summary>
    internal static UnitRuleFindings Of(OrgSnapshot day) => day.Once(typeof(UnitRuleFindings), on =>
    {
        var government = on.Tree(Branch.Government).ToList();
        return new UnitRuleFindings([.. UnitPlacements.Findings(government.Concat(on.Tree(Branch.Party)), on.Day)], [.. MinimumSizes.Findings(government, on.Day)], [.. DeputyCaps.Findings(government, on.Day)]);
    });

    public int Count => Places.Count + Sizes.Count + Deputies.Count;
}
