using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>One target in words: a reduction carries its minus everywhere, a share carries none, and whole things stand beside percents.</summary>
public sealed class TargetWords(IStringLocalizer<Texts> t, TargetProgress target)
{
    private static readonly HashSet<string> DivisionKinds = ["Division", "Office", "Inspectorate"];

    public string ShortName => Language.Pick(target.ShortName, target.Name);

    public string Wording => Sentence(Language.Pick(target.Wording, target.WordingEn));

    public bool Reduces => target.Direction == TargetDirection.Reduce;

    public bool InPercent => target.Direction is TargetDirection.Reduce or TargetDirection.ReachShare;

    public string Achieved => InPercent ? Percent(target.ProgressPercent) : Format.Number(target.Value);

    /// <summary>"8 → 7 phòng", "0 trong 2 đơn vị", or why there is no figure.</summary>
    public string AchievedNote => target switch
    {
        { Gap: { } gap } => t[$"Target.Gap.{gap}"],
        { ProgressPercent: null, BaselineValue: null, BaselineOn: not null } => t["Target.NoBaselineYet"],
        { ProgressPercent: null } => t[$"TargetStatus.{target.Status}"],
        { Direction: TargetDirection.Reduce, BaselineValue: { } from } => $"{Format.Number(from)} → {Things(target.Value)}",
        { Direction: TargetDirection.ReachShare } => t["Target.CountOf", Format.Number(target.Count), Things(target.Total)],
        _ => Goal,
    };

    public string Required => target.RequiredPercent is { } required ? t["Target.RequiredNow", Percent(required)] : t["Target.NothingRequired"];

    public string Goal => t["Target.Goal", InPercent ? ShortPercent(target.GoalPercent) : Format.Number(target.GoalValue ?? target.GoalPercent)];

    /// <summary>What is still to do, in whole things.</summary>
    public string Need => target switch
    {
        { Status: TargetStatus.NotStarted } => t["Target.StartsOn", Format.Day(target.StartsOn)],
        { Status: TargetStatus.Reached } => t["Target.Done"],
        { Missing: > 0 and var missing } => Reduces ? t["Target.ToReduce", Things(missing)] : t["Target.ToAdd", More(missing)],
        _ => t["Target.NeedUnknown"],
    };

    /// <summary>The same where the column or label has said already that it is still to do.</summary>
    public string ToDo => target switch
    {
        { Status: TargetStatus.NotStarted } => t["Target.StartsOn", Format.Day(target.StartsOn)],
        { Status: TargetStatus.Reached } => t["Target.Done"],
        { Missing: > 0 and var missing } => Sentence(Reduces ? t["Target.Do.Reduce", Things(missing)]
            : t[target.Metric == TargetMetric.AutonomousShare ? "Target.Do.Autonomous" : "Target.Do.Add", More(missing)]),
        _ => t["Target.NeedUnknown"],
    };

    public string NeedDetail => target switch
    {
        { Status: TargetStatus.NotStarted, Direction: TargetDirection.ReachShare } => t["Target.NowOf", Format.Number(target.Count), Things(target.Total)],
        { Status: TargetStatus.NotStarted } => t["Target.Now", Things(target.Value)],
        { Status: TargetStatus.Reached } => t["Target.DueOn", Format.Day(target.Due)],
        { Status: TargetStatus.Overdue } => FromTo + t["Target.WasDue", Format.Day(target.Due)],
        { Metric: TargetMetric.AutonomousShare } => t["Target.AutonomousBefore", Format.Day(target.Due)],
        _ => FromTo + t["Target.Before", Format.Day(target.Due)],
    };

    public string HowCounted => target.Metric switch
    {
        TargetMetric.AssignedQuota or TargetMetric.Present => t[$"Metric.{target.Metric}", string.Join(", ", target.Set.Select(Category))],
        TargetMetric.UnitsOfKinds => t[Noun == "Noun.Division" ? "Metric.Divisions" : "Metric.UnitsOfKinds", string.Join(", ", target.Set.Select(Kind))],
        var metric => t[$"Metric.{metric}"],
    };

    /// <summary>What is counted beside the divisions the wording speaks of; null where the wording says it all.</summary>
    public string? AlsoCounts => Noun == "Noun.Division" && target.Set.Count > 1 ? t["Target.Counts", HowCounted].Value : null;

    /// <summary>"7 phòng", "72 biên chế".</summary>
    public string Things(decimal count) => target.Metric == TargetMetric.Manual ? Format.Number(count) : t.Count(Noun, count);

    /// <summary>"1 more unit"; only English says the word.</summary>
    private string More(int count) => target.Metric == TargetMetric.Manual ? Format.Number(count)
        : t[$"{Noun}.{(count == 1 ? "One" : "Many")}", t["Target.More", Format.Number(count)].Value];

    public string Percent(decimal? percent) => percent is { } exact ? Reduces ? Format.Reduction(exact) : Format.Percent(exact) : Format.None;

    public string ShortPercent(decimal percent) => Reduces ? Format.ShortReduction(percent) : Format.ShortPercent(percent);

    /// <summary>How it stands and what is required, in one short line.</summary>
    public string Brief => target.Status == TargetStatus.NotStarted ? Need : t["Target.Brief", Achieved, Percent(target.RequiredPercent)];

    private string FromTo => Reduces && target.GoalValue is { } goal ? $"({Format.Number(target.Value)} → {Format.Number(goal)}) " : "";

    private string Noun => target.Metric switch
    {
        TargetMetric.UnitsOfKinds when target.Set.All(DivisionKinds.Contains) => "Noun.Division",
        TargetMetric.AssignedQuota => "Noun.Post",
        TargetMetric.Present => "Noun.Person",
        TargetMetric.Deputies => "Noun.Deputy",
        _ => "Noun.Unit",
    };

    private string Kind(string code) => t[$"Kind.{code}"] is { ResourceNotFound: false } known ? known.Value : code;

    private string Category(string name) => t[$"Category.{name}"].Value.ToLower(CultureInfo.CurrentUICulture);

    /// <summary>Begins with a capital, and keeps a figure and its % together as the language does.</summary>
    private static string Sentence(string text) => text.Length == 0 ? text
        : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..].Replace(" %", Format.PercentSign, StringComparison.Ordinal);
}
