namespace OrgManager.Organisation;

/// <summary>A unit with fewer posts than an organisation of its kind is to have.</summary>
/// <param name="Posts">Allocated to the unit and those below it: civil servants, of service units the people who work there.</param>
/// <param name="Article">The rule that says so ("NĐ 45/2025").</param>
/// <param name="Confirmed">False where the rule is believed but was not seen confirmed.</param>
public sealed record SizeFinding(UnitRef Unit, int Posts, int Least, string Article, string ArticleEn, bool Confirmed);

/// <summary>Tiêu chí thành lập tổ chức: how many posts a unit of a kind must have, some by class of the province (Decrees 107/2020, 120/2020 and 45/2025).</summary>
public static class MinimumSizes
{
    /// <summary>Those of some units that are smaller on a day than they should be; one that no posts were allocated to, nor to any below it, has none to be counted.</summary>
    public static IEnumerable<SizeFinding> Findings(IEnumerable<UnitOn> units, DateOnly day) =>
        from unit in units
        let rule = UnitRules.Of(UnitRules.Sizes, unit, day)
        where rule is not null && unit.HasLevelsBelow()
        let posts = UnitRules.Posts(unit)
        where posts < rule.Least
        select new SizeFinding(new(unit.Id, unit.Code, unit.Name), posts, rule.Least, rule.Article, rule.ArticleEn, rule.Confirmed);
}
