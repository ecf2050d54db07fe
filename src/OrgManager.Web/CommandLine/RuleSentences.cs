using System.Globalization;
using System.Resources;
using OrgManager.Common;

namespace OrgManager.Web.CommandLine;

/// <summary>Refusals of the rules in English, for whoever keeps the machine.</summary>
internal static class RuleSentences
{
    private static readonly CultureInfo Language = new("en-GB");
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static string English(RuleBrokenException rule) =>
        (rule.Step is { } step ? $"Step {step.Number}{(step.Op.Length > 0 ? $" ({step.Op})" : "")}: " : "")
        + (Resources.GetString(rule.Code, Language) is { } text ? string.Format(Language, text, [.. rule.Args]) : rule.Code);
}
