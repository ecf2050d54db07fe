using OrgManager.Data.Seeding;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Rules;

/// <summary>The rule sets beside the program.</summary>
internal static class ShippedRules
{
    public static readonly IReadOnlyDictionary<string, RuleSetFacts> All = SeedFiles.BesideTheProgram.RuleSets.ToDictionary(r => r.Id);

    public static RuleSetFacts Of(string code) => All[code];
}
