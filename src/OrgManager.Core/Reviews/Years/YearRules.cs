namespace OrgManager.Reviews;

/// <summary>Which lists of grades were those of a year: the rules in force on its last day; for years before all of them, the oldest known.</summary>
internal static class YearRules
{
    /// <param name="oldest">Whether no rules are older.</param>
    public static bool Cover(DateOnly validFrom, DateOnly? validUntil, int year, bool oldest) =>
        new DateOnly(year, 12, 31) is var last && (oldest || validFrom <= last) && !(validUntil <= last);

    public static bool IsOldest(RuleSetFacts rules, IEnumerable<RuleSetFacts> all) => all.Where(r => r.Kind == "Party").All(other => other.ValidFrom >= rules.ValidFrom);
}
