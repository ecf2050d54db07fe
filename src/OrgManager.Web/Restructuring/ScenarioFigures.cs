using Microsoft.Extensions.Localization;
using OrgManager.Restructuring;
using OrgManager.Web.Common;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Restructuring;

/// <summary>One figure of several scenarios, or with a heading the name of those that follow.</summary>
public sealed record ScenarioFigure(string Name, IReadOnlyList<(string Text, bool Changes)> Cells, string? Heading = null);

/// <summary>Several scenarios as one table: the page and its file tell the same rows.</summary>
internal static class ScenarioFigures
{
    private const int Most = 6;

    public static IReadOnlyList<Guid> Ids(string? ids) => [.. (ids ?? "").Split(',').Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(Most)];

    public static IEnumerable<ScenarioFigure> Of(IStringLocalizer<Texts> t, ScenarioComparison compared)
    {
        var columns = compared.Columns;
        ScenarioFigure Row(string name, Func<ScenarioColumn, (string, bool)> of) => new(name, [.. columns.Select(of)]);
        yield return Row(t["Scenario.State"], c => (t[$"ScenarioState.{c.Scenario.State}"], false));
        yield return Row(t["Scenario.EffectiveOn"], c => (Format.Day(c.Scenario.EffectiveOn), false));
        yield return Row(t["Scenario.Steps"], c => (Format.Number(c.Scenario.Steps), false));
        yield return Row(t["Scenarios.Doable"], c => (c.Trial.Refused is { Step: { } step } ? t["Scenarios.NotFrom", step] : t[c.Trial.Refused is null ? "Scenarios.AllDoable" : "Scenarios.NotDoable"], c.Trial.Refused is not null));
        yield return new("", [], t["Scenario.Effect"]);
        foreach (var code in columns.SelectMany(c => c.Targets).Select(e => e.After.Code).Distinct().Order(StringComparer.Ordinal))
            yield return Row($"{code} · {columns.SelectMany(c => c.Targets).First(e => e.After.Code == code) switch { var any => new TargetWords(t, any.After).ShortName }}", c => Effect(t, c.Targets.FirstOrDefault(e => e.After.Code == code)));
        yield return new("", [], t["Scenarios.Organisation"]);
        foreach (var kind in columns.SelectMany(c => c.Kinds).DistinctBy(k => k.Kind))
            yield return Row(Language.Pick(kind.Name, kind.NameEn), c => c.Kinds.FirstOrDefault(k => k.Kind == kind.Kind) is { } count ? Change(count.Before, count.After) : (Format.None, false));
        yield return Row(t["Unit.Deputies"], c => Change(c.Deputies.Before, c.Deputies.After));
        yield return new("", [], t["Scenarios.PostsAndPeople"]);
        yield return Row(t["Posts.Assigned"], c => Change(c.Assigned.Before.Total, c.Assigned.After.Total));
        yield return Row(t["Posts.Allocated"], c => Change(c.Allocated.Before.Total, c.Allocated.After.Total));
        yield return Row(t["Posts.Present"], c => Change(c.Present.Before.Total, c.Present.After.Total));
        yield return new("", [], t["Scenario.Findings"]);
        foreach (var kind in columns.SelectMany(c => c.Findings).Select(f => f.Kind).Distinct().Order())
            yield return Row(t[$"ScenarioFindingName.{kind}"], c => c.Findings.Count(f => f.Kind == kind) is var count ? (Format.Number(count), count > 0) : default);
        yield return Row(t["Scenarios.FindingsAll"], c => (Format.Number(c.Findings.Count), c.Findings.Count > 0));
    }

    private static (string, bool) Effect(IStringLocalizer<Texts> t, TargetEffect? effect) => effect is null ? (Format.None, false)
        : ($"{new TargetWords(t, effect.Before).Achieved} → {new TargetWords(t, effect.After).Achieved} · {t[$"TargetStatus.{effect.After.Status}"]}", effect.Before.Value != effect.After.Value);

    private static (string, bool) Change(int before, int after) => before == after ? (Format.Number(after), false) : ($"{Format.Number(before)} → {Format.Number(after)}", true);
}
