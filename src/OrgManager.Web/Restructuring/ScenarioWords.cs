using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Restructuring;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>What a scenario leaves to look at, as sentences.</summary>
public static class ScenarioWords
{
    /// <summary>"Phòng A: 3 cấp phó, tối đa 2 (NĐ 107/2020); chậm nhất đến 01/01/2026."</summary>
    public static string Of(IStringLocalizer<Texts> t, ScenarioFinding finding)
    {
        var article = Article(finding) is { } rule ? $" ({rule})" : "";
        return $"{Sentence(t, finding)}{article}{(finding.Until is { } until ? t[finding.Kind == ScenarioFindingKind.AllowanceKept ? "ScenarioFinding.KeptUntil" : "ScenarioFinding.Until", Format.Day(until)].Value : "")}.";
    }

    /// <summary>The same without the article that says so.</summary>
    public static string Sentence(IStringLocalizer<Texts> t, ScenarioFinding finding)
    {
        var what = finding.What is { } said && Enum.TryParse<QuotaCategory>(said, out var category) ? t.Name(category) : finding.What ?? "";
        return t[$"ScenarioFinding.{finding.Kind}", finding.Unit.Name, finding.Count, finding.Limit ?? 0, what, finding.From is { } from ? Format.Day(from) : ""].Value;
    }

    /// <summary>"NĐ 107/2020", marked where it is believed but was not seen confirmed; null where no rule is behind it.</summary>
    private static string? Article(ScenarioFinding finding) => finding.Article is { } rule ? Language.Pick(rule.Vi, rule.En) + (finding.Confirmed ? "" : " ¿") : null;

    /// <summary>"NĐ 107/2020 · chậm nhất đến 01/01/2026"; null where no rule is behind it.</summary>
    public static string? Rule(IStringLocalizer<Texts> t, ScenarioFinding finding)
    {
        string[] parts =
        [
            .. Article(finding) is { } rule ? new[] { rule } : [],
            .. finding.Until is { } until ? new[] { t["ScenarioFinding.UntilDay", Format.Day(until)].Value } : [],
        ];
        return parts.Length == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>What findings are told together.</summary>
    public static FindingGroup GroupOf(ScenarioFindingKind kind) => kind switch
    {
        ScenarioFindingKind.Over or ScenarioFindingKind.OverAllocated or ScenarioFindingKind.UnderMinimumSize or ScenarioFindingKind.TooFewLater or ScenarioFindingKind.PositionsAddedUp or ScenarioFindingKind.PostsDiffer => FindingGroup.Posts,
        ScenarioFindingKind.FunctionWithoutLead => FindingGroup.Functions,
        ScenarioFindingKind.CellUnderThree or ScenarioFindingKind.CellWithoutCommittee or ScenarioFindingKind.CellWithoutSecretary or ScenarioFindingKind.CellServesNobody or ScenarioFindingKind.UnitWithoutCell => FindingGroup.Cells,
        _ => FindingGroup.People,
    };

    public static FindingLevel LevelOf(ScenarioFindingKind kind) =>
        kind is ScenarioFindingKind.TwoHeads or ScenarioFindingKind.Over or ScenarioFindingKind.OverAllocated ? FindingLevel.Block : FindingLevel.Warn;

    /// <summary>The number of the step that leaves it so: the last that is about the unit; null where none names it.</summary>
    public static int? StepOf(IReadOnlyList<ScenarioStep> steps, ScenarioFinding finding)
    {
        for (var at = steps.Count - 1; at >= 0; at--)
            if (StepNames.UnitsOf(steps[at]).Contains(finding.Unit.Code)) return at + 1;
        return null;
    }
}

/// <summary>People and who leads, posts, functions, cells.</summary>
public enum FindingGroup { People, Posts, Functions, Cells }
