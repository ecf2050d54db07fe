using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Targets;
using OrgManager.Web.Common;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Access;

/// <summary>The trail in words: verbs, rows, fields and values. What has no word yet is shown by its name rather than left out.</summary>
internal static class TrailWords
{
    /// <summary>Lists whose words stand under another name than their own.</summary>
    private static readonly Dictionary<string, string> Lists = new() { [nameof(QuotaCategory)] = "Category", [nameof(TargetMetric)] = "Metric" };

    public static string Verb(this IStringLocalizer<Texts> t, string verb) => First(t, verb, $"Verb.{verb}");

    public static string Row(this IStringLocalizer<Texts> t, string type) => First(t, type, $"TrailRow.{type}");

    /// <summary>The word of this kind of row, or the one that all share.</summary>
    public static string Field(this IStringLocalizer<Texts> t, string type, string name) => First(t, name, $"TrailField.{type}.{name}", $"TrailField.{name}");

    /// <summary>A target by code and title, since a letter says nothing; one no longer followed by its code.</summary>
    public static string Subject(this IStringLocalizer<Texts> t, TrailSubject subject, TrailArea area, IReadOnlyList<TargetProgress> targets) =>
        area != TrailArea.Targets || subject.Kind != TrailSubjectKind.Other ? subject.Name
        : targets.FirstOrDefault(target => target.Code == subject.Name) is { } known ? $"{known.Code} · {new TargetWords(t, known).ShortName}"
        : t["Trail.Target", subject.Name];

    /// <summary>The machine's owner acts without an account.</summary>
    public static string User(this IStringLocalizer<Texts> t, string name) => name == Actor.System.Name ? t["Trail.System"].Value : name;

    public static string Value(this IStringLocalizer<Texts> t, TrailValue? value, OrgClock clock) => value switch
    {
        null => Format.None,
        { Kind: TrailValueKind.Day } => Format.Day(DateOnly.Parse(value.Text, CultureInfo.InvariantCulture)),
        { Kind: TrailValueKind.OpenEnd } => t["Trail.OpenEnd"],
        { Kind: TrailValueKind.Moment } => Format.Moment(clock.Local(DateTimeOffset.Parse(value.Text, CultureInfo.InvariantCulture).UtcDateTime)),
        { Kind: TrailValueKind.Number } => decimal.Parse(value.Text, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.CurrentCulture),
        { Kind: TrailValueKind.Flag } => t[value.Text == "1" ? "Yes" : "No"],
        { Kind: TrailValueKind.Secret } => t["Trail.Secret"],
        { Kind: TrailValueKind.Choice, Choices: { } list } => Choice(t, list, value.Text),
        { Kind: TrailValueKind.Choices, Choices: { } list } => string.Join(", ", value.Text.Split(", ").Select(one => Choice(t, list, one))),
        _ => value.Text,
    };

    /// <summary>Where the words leave room for what is counted, it is left open.</summary>
    private static string Choice(IStringLocalizer<Texts> t, string list, string choice) =>
        First(t, choice, $"{Lists.GetValueOrDefault(list, list)}.{choice}").Replace("{0}", "…", StringComparison.Ordinal);

    private static string First(IStringLocalizer<Texts> t, string otherwise, params string[] keys) =>
        keys.Select(key => t[key]).FirstOrDefault(text => !text.ResourceNotFound)?.Value ?? otherwise;
}
