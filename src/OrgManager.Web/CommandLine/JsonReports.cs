using System.Text.Json;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Targets;
using OrgManager.Web.Targets;

namespace OrgManager.Web.CommandLine;

/// <summary>The documents other programs rely on; their keys are a promise.</summary>
internal sealed class JsonReports(TextWriter output, IStringLocalizer<Texts> texts) : IReportPrinter
{
    public void Targets(DateOnly on, IReadOnlyList<TargetProgress> targets, IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>> evidence) =>
        Json.Write(output, new { on, targets = targets.Select(t => Target(t, evidence.GetValueOrDefault(t.Code) ?? [])) });

    public void Headcount(HeadcountReport report) => Json.Write(output, new
    {
        report.On,
        total = new { assigned = Counts(report.Total.Assigned), allocated = Counts(report.Total.Allocated), present = Counts(report.Total.Present) },
        units = report.Units.Select(u => new
        {
            u.Code, u.Name, u.Kind, u.Parent,
            assigned = u.Assigned is { } assigned ? Counts(assigned) : null, allocated = Counts(u.Allocated), present = Counts(u.Present),
        }),
    });

    public void Party(PartyReport report) => Json.Write(output, report);

    private object Target(TargetProgress t, IReadOnlyList<TargetEvidence> evidence) => new
    {
        t.Code, t.Name, t.Wording, t.StartsOn, t.Due, t.BaselineOn, t.BaselineValue,
        value = t.Direction == TargetDirection.ReachShare ? OneDecimal(t.Value) : t.Value,
        t.GoalPercent, progressPercent = OneDecimal(t.ProgressPercent), requiredPercent = OneDecimal(t.RequiredPercent),
        status = StatusOf(t),
        evidence = evidence.Select(e => new { e.Unit, e.On, what = $"{e.UnitName}: {texts.What(e)}", decision = e.Decision?.Number }),
    };

    internal static string StatusOf(TargetProgress t) => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Status.ToString());

    /// <summary>Half away from zero, and always with its decimal.</summary>
    internal static decimal? OneDecimal(decimal? exact) => exact is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0m : null;

    internal static Dictionary<string, int> Counts(PostCounts counts) => Enum.GetValues<QuotaCategory>().ToDictionary(c => c.ToString(), c => counts[c]);
}
