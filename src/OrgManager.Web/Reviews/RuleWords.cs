using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>A rule set in words: what it is founded on, what its grades and reasons are called.</summary>
public static class RuleWords
{
    /// <summary>"132-QĐ/TW · 16-HD/BTCTW · 21-HD/BTCTW", each with its year.</summary>
    public static string Basis(RuleSetFacts rules) => string.Join(" · ", rules.Basis.Select(b => $"{b.Number} ({b.SignedOn.Year})"));

    public static string Grade(RuleSetFacts rules, string? code) =>
        code is null ? Format.None : rules.Grades.FirstOrDefault(g => g.Code == code) is { } grade ? Language.Pick(grade.Name, grade.NameEn) : Reason(rules, code);

    /// <summary>Why somebody is not graded; the code where the rules have no such reason.</summary>
    public static string Reason(RuleSetFacts? rules, string code) => rules?.ReasonName(code) is { } name ? Language.Pick(name, rules.ReasonNameEn(code)) : code;

    /// <summary>The code that everybody here uses; in another language, which has none, the name.</summary>
    public static string Brief(RuleSetFacts rules, string code) => Language.Pick(code, Grade(rules, code));

    /// <summary>How good a grade looks: the best and the last two stand out; the words say it, colour only repeats.</summary>
    public static string Look(RuleSetFacts rules, string? code)
    {
        var at = rules.Grades.Select(g => g.Code).ToList().IndexOf(code ?? "");
        return at switch { 0 => "best", -1 or 1 => "", _ => "low" };
    }
}
