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
        var what = finding.What is { } said && Enum.TryParse<QuotaCategory>(said, out var category) ? t.Name(category) : finding.What ?? "";
        var sentence = t[$"ScenarioFinding.{finding.Kind}", finding.Unit.Name, finding.Count, finding.Limit ?? 0, what].Value;
        var article = finding.Article is { } rule ? $" ({Language.Pick(rule.Vi, rule.En)})" : "";
        return $"{sentence}{article}{(finding.Until is { } until ? t[finding.Kind == ScenarioFindingKind.AllowanceKept ? "ScenarioFinding.KeptUntil" : "ScenarioFinding.Until", Format.Day(until)].Value : "")}.";
    }
}
