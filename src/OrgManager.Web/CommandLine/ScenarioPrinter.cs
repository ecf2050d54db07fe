using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Targets;
using OrgManager.Web.Restructuring;

namespace OrgManager.Web.CommandLine;

/// <summary>What a scenario would do, as one document whose keys are a promise, or as lines to read.</summary>
internal sealed class ScenarioPrinter(TextWriter output, IStringLocalizer<Texts> texts)
{
    public void Json(ScenarioSimulation tried) => CommandLine.Json.Write(output, new
    {
        tried.Scenario.Name, tried.Scenario.EffectiveOn,
        before = Units(tried.Before), after = Units(tried.After), diff = Diff(tried),
        findings = tried.Findings.Select(f => new { code = f.Kind.ToString(), unit = f.Unit.Code, text = ScenarioWords.Of(texts, f), article = f.Article?.Vi }),
        targets = tried.Targets.Select(t => new { t.Before.Code, before = Effect(t.Before), after = Effect(t.After) }),
    });

    public void Text(ScenarioSimulation tried)
    {
        output.WriteLine($"{tried.Scenario.Name} ({tried.Scenario.EffectiveOn:dd/MM/yyyy})");
        foreach (var unit in tried.Diff.Created) output.WriteLine($"+ {unit.Code} {unit.Name}: {unit.Allocated.Total}, {unit.Present.Total}");
        foreach (var unit in tried.Diff.Ended) output.WriteLine($"- {unit.Code} {unit.Name}");
        foreach (var renamed in tried.Diff.Renamed) output.WriteLine($"= {renamed.Code}: {renamed.Before} → {renamed.After}");
        foreach (var moved in tried.Diff.Moved) output.WriteLine($"= {moved.Code}: {moved.Before} → {moved.After}");
        foreach (var person in tried.Diff.People) output.WriteLine($"  {person.FullName}: {person.From} → {person.To}");
        foreach (var finding in tried.Findings) output.WriteLine($"! {ScenarioWords.Of(texts, finding)}");
        foreach (var target in tried.Targets) output.WriteLine($"{target.Before.Code}: {Percent(target.Before)} → {Percent(target.After)}");
    }

    private static IEnumerable<object> Units(OrgSnapshot day) => day.Tree(Branch.Government).Concat(day.Tree(Branch.Party)).Select(u => new
    {
        u.Code, u.Name, kind = u.Facts.Kind, parent = u.Parent?.Code,
        assigned = u.Assigned is { } assigned ? Counts(assigned) : null, allocated = Counts(u.Allocated), present = Counts(u.Present),
    });

    private static object Diff(ScenarioSimulation tried) => new
    {
        created = tried.Diff.Created.Select(u => u.Code), ended = tried.Diff.Ended.Select(u => u.Code),
        renamed = tried.Diff.Renamed.Select(r => new { r.Code, r.Before, r.After }), moved = tried.Diff.Moved.Select(m => new { m.Code, m.Before, m.After }),
        autonomy = tried.Diff.AutonomyChanged.Select(a => new { a.Code, a.Before, a.After }),
        successions = tried.Successions.Select(s => new { s.From, s.To, kind = s.Kind.ToString() }),
        assigned = tried.Diff.Assigned.Select(q => new { unit = q.Code, before = Counts(q.Before), after = Counts(q.After) }),
        allocated = tried.Diff.Allocated.Select(q => new { unit = q.Code, before = Counts(q.Before), after = Counts(q.After) }),
        present = tried.Diff.Present.Select(q => new { unit = q.Code, before = Counts(q.Before), after = Counts(q.After) }),
        kinds = tried.Diff.KindChanged.Select(k => new { k.Code, k.Before, k.After }),
        people = tried.Diff.People.Select(p => new { person = p.Code, p.From, p.To }),
        members = tried.Diff.Members.Select(p => new { person = p.Code, p.From, p.To }),
    };

    private static object Effect(TargetProgress t) => new
    {
        value = t.Direction == TargetDirection.ReachShare ? JsonReports.OneDecimal(t.Value) : t.Value,
        progressPercent = JsonReports.OneDecimal(t.ProgressPercent), status = JsonReports.StatusOf(t),
    };

    private static string Percent(TargetProgress t) => JsonReports.OneDecimal(t.ProgressPercent) is { } percent ? $"{percent} %" : "–";

    private static Dictionary<string, int> Counts(PostCounts counts) => JsonReports.Counts(counts);
}
