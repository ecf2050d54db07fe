namespace OrgManager.Organisation;

/// <summary>A unit that stands where one of its kind is not to stand.</summary>
/// <param name="Under">What it stands under; null at the top.</param>
/// <param name="Kinds">Under which kinds it may stand; an empty one is the top.</param>
/// <param name="Article">The rule that says so.</param>
/// <param name="Confirmed">False where the rule is believed but was not seen confirmed.</param>
public sealed record PlaceFinding(UnitRef Unit, UnitRef? Under, IReadOnlyList<string> Kinds, string Article, string ArticleEn, bool Confirmed);

/// <summary>What may stand under what: a division within a division is none ("không tổ chức phòng trong phòng").</summary>
public static class UnitPlacements
{
    public static IEnumerable<PlaceFinding> Findings(IEnumerable<UnitOn> units, DateOnly day) =>
        from unit in units
        let rule = UnitRules.Of(UnitRules.Places, unit, day)
        where rule is not null && !rule.Under.Contains(unit.Parent?.Kind.Code ?? "")
        select new PlaceFinding(new(unit.Id, unit.Code, unit.Name), unit.Parent is { } above ? new(above.Id, above.Code, above.Name) : null, rule.Under, rule.Article, rule.ArticleEn, rule.Confirmed);
}
