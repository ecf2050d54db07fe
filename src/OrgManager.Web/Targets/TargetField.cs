using Microsoft.Extensions.Localization;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>One field of a definition: how it reads, and how it is taken over from another; for two editors at work on one target.</summary>
/// <param name="Long">Too long to be told: only that it differs.</param>
internal sealed record TargetField(string Name, Func<IStringLocalizer<Texts>, TargetFacts, string> Text, Func<TargetFacts, TargetFacts, TargetFacts> Take, bool Long = false)
{
    private static readonly TargetField[] All =
    [
        new("ShortName", (_, f) => f.ShortName, (f, o) => f with { ShortName = o.ShortName }),
        new("Name", (_, f) => f.Name, (f, o) => f with { Name = o.Name }),
        new("Wording", (_, f) => f.Wording, (f, o) => f with { Wording = o.Wording }, Long: true),
        new("WordingEn", (_, f) => f.WordingEn, (f, o) => f with { WordingEn = o.WordingEn }, Long: true),
        new("LegalBasis", (_, f) => f.LegalBasisId?.ToString() ?? "", (f, o) => f with { LegalBasisId = o.LegalBasisId }, Long: true),
        new("Binding", (t, f) => t[f.Binding ? "Target.Binding" : "Target.Strive"], (f, o) => f with { Binding = o.Binding }),
        new("Metric", (t, f) => t[$"Target.Metric.{f.Metric}"], (f, o) => f with { Metric = o.Metric, Set = o.Set }),
        new("Set", (_, f) => string.Join(", ", f.Set), (f, o) => f.Metric == o.Metric ? f with { Set = o.Set } : f, Long: true),
        new("Scope", (_, f) => f.ScopeUnit ?? "", (f, o) => f with { ScopeUnit = o.ScopeUnit }),
        new("StartsOn", (_, f) => Format.Day(f.StartsOn), (f, o) => f with { StartsOn = o.StartsOn }),
        new("Baseline", (_, f) => f.FixedBaseline is { } given ? $"{DayFigure.Typed(given)} ({f.FixedBaselineSource})" : f.BaselineOn is { } on ? Format.Day(on) : "",
            (f, o) => f with { BaselineOn = o.BaselineOn, FixedBaseline = o.FixedBaseline, FixedBaselineSource = o.FixedBaselineSource }),
        new("Adjustments", (_, f) => string.Join("; ", f.Adjustments.Select(a => $"{Format.Day(a.On)} {Format.Change(a.Amount)} {a.Note}{a.DecisionId}")), (f, o) => f with { Adjustments = o.Adjustments }, Long: true),
        new("Direction", (t, f) => t[$"Target.Direction.{f.Direction}"], (f, o) => f with { Direction = o.Direction }),
        new("Goal", (_, f) => DayFigure.Typed(f.GoalPercent), (f, o) => f with { GoalPercent = o.GoalPercent }),
        new("Due", (_, f) => Format.Day(f.Due), (f, o) => f with { Due = o.Due }),
        new("Milestones", (_, f) => string.Join("; ", f.Milestones.Select(m => $"{Format.Day(m.On)} {DayFigure.Typed(m.Percent)}")), (f, o) => f with { Milestones = o.Milestones }),
        new("Readings", (_, f) => string.Join("; ", f.Readings.Select(r => $"{Format.Day(r.On)} {DayFigure.Typed(r.Value)}")), (f, o) => f with { Readings = o.Readings }, Long: true),
    ];

    /// <summary>What was typed, with the other's value wherever nothing was.</summary>
    public static TargetFacts Follow(IStringLocalizer<Texts> t, TargetFacts typed, TargetFacts was, TargetFacts now) =>
        All.Where(field => field.Text(t, typed) == field.Text(t, was)).Aggregate(typed, (facts, field) => field.Take(facts, now));

    /// <summary>What somebody else made of it, in words; of long fields only which.</summary>
    public static IEnumerable<string> Differences(IStringLocalizer<Texts> t, TargetFacts was, TargetFacts now) =>
        from field in All
        let before = field.Text(t, was)
        let after = field.Text(t, now)
        where before != after
        let name = t[$"Target.Field.{field.Name}"].Value
        select field.Long ? t["Target.FieldChanged", name].Value : t["Change.NowIs", name, Or(before), Or(after)].Value;

    private static string Or(string text) => text.Length == 0 ? Format.None : text;
}
