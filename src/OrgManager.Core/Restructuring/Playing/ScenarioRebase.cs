using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Restructuring.Playing;

/// <summary>Which steps can still be done on the organisation as it is now, and which cannot, and why.</summary>
internal sealed class ScenarioRebase(OrgDbContext db)
{
    public async Task<(IReadOnlyList<ScenarioStep> Kept, IReadOnlyList<SetAsideStep> Aside)> RunAsync(ScenarioFile scenario, CancellationToken ct)
    {
        var (kept, aside) = (scenario.Steps.Select((step, i) => (Step: step, Number: i + 1)).ToList(), new List<SetAsideStep>());
        while (await RefusedAsync(scenario with { Steps = [.. kept.Select(k => k.Step)] }, ct) is { } refused)
        {
            var at = (refused.Step?.Number ?? kept.Count) - 1; // what all of them leave together is laid to the last
            aside.Add(new(kept[at].Number, kept[at].Step, refused.Code, [.. refused.Args.Select(arg => arg?.ToString() ?? "")]));
            kept.RemoveAt(at);
        }
        return ([.. kept.Select(k => k.Step)], [.. aside.OrderBy(a => a.Number)]);
    }

    private async Task<RuleBrokenException?> RefusedAsync(ScenarioFile scenario, CancellationToken ct)
    {
        if (scenario.Steps.Count == 0) return null;
        try
        {
            await new ScenarioPlayer(db).PlayAsync(scenario, ct);
            return null;
        }
        catch (RuleBrokenException refused)
        {
            return refused;
        }
    }
}
