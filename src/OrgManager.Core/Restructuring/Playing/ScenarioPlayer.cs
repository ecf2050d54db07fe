using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Restructuring.Playing;

/// <summary>Plays scenarios on sketches of the aggregates: nothing is saved.</summary>
internal sealed class ScenarioPlayer(OrgDbContext db)
{
    /// <exception cref="RuleBrokenException">A step cannot be done; with its number.</exception>
    public Task<ScenarioStage> PlayAsync(ScenarioFile scenario, CancellationToken ct) => PlayAsync(scenario, new ScenarioReach(db, null, scenario.EffectiveOn), ct);

    /// <exception cref="RuleBrokenException">A step cannot be done; with its number.</exception>
    /// <exception cref="Access.AccessDeniedException">A step names what is out of reach.</exception>
    public async Task<ScenarioStage> PlayAsync(ScenarioFile scenario, ScenarioReach reach, CancellationToken ct)
    {
        var stage = Stage(scenario);
        await new ScenarioRun(scenario, stage, reach).RunAsync(ct);
        return stage;
    }

    /// <summary>The first steps, so many as can be done, and why no more.</summary>
    public async Task<(ScenarioStage Stage, int Played, RuleBrokenException? Refused)> TryAsync(ScenarioFile scenario, CancellationToken ct)
    {
        RuleBrokenException? first = null;
        for (var played = scenario.Steps.Count; ;)
        {
            try
            {
                return (await PlayAsync(scenario with { Steps = [.. scenario.Steps.Take(played)] }, ct), played, first);
            }
            catch (RuleBrokenException refused) when (played > 0)
            {
                first ??= refused;
                played = Math.Min(played, refused.Step?.Number ?? played) - 1;
            }
        }
    }

    /// <summary>The first steps as they stand while the others are still to come: what they leave crooked may yet be put right.</summary>
    /// <exception cref="RuleBrokenException">One of them cannot be done.</exception>
    public async Task<ScenarioStage> PlayFirstAsync(ScenarioFile scenario, int steps, CancellationToken ct)
    {
        var stage = Stage(scenario);
        await new ScenarioRun(scenario with { Steps = [.. scenario.Steps.Take(steps)] }, stage, new(db, null, scenario.EffectiveOn)).RunAsync(ct, toTheEnd: false);
        return stage;
    }

    private ScenarioStage Stage(ScenarioFile scenario) => new(db.Timeline, scenario.EffectiveOn, new(), new SketchedAggregates(db), scenario.Name);
}
