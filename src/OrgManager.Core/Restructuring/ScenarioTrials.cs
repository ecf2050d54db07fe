using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>A scenario tried out for one reader; one that is applied is told by its day without it and with it.</summary>
internal static class ScenarioTrials
{
    private sealed class Kept
    {
        public PlayedScenario? Played { get; set; }
    }

    /// <summary>What is saved comes out the same for every reader until something is written: it is played once, whoever lists, opens or approves it.</summary>
    public static async Task<PlayedScenario> PlayedAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        var kept = db.Timeline.Once((nameof(ScenarioTrials), scenario.Id, scenario.Version), _ => new Kept());
        return kept.Played ??= await PlayAsync(db, scenario, ct);
    }

    private static async Task<PlayedScenario> PlayAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        var (stage, played, refused) = await new ScenarioPlayer(db).TryAsync(scenario.File, ct);
        await stage.FunctionsAsync(ct); // while there is a database to read them from
        return new(stage, played, refused, ScenarioDigest.Of(stage));
    }

    /// <param name="isSaved">Whether it is as the database has it: a step that is only tried out is in none.</param>
    public static async Task<ScenarioTrial> OfAsync(OrgDbContext db, Scenario scenario, CancellationToken ct, bool isSaved = true)
    {
        if (scenario.State == ScenarioState.Applied)
        {
            var (before, after) = (await WithoutScenario.OnDayAsync(db, scenario, ct), db.Timeline.On(scenario.EffectiveOn));
            return new(await ScenarioSimulation.OfAppliedAsync(db, scenario.File, scenario.AppliedIn!.Value, before, after, touched => ScopeOf(db, before, after, touched), ct), scenario.Steps.Count, null);
        }
        var (stage, played, refused, outcome) = isSaved ? await PlayedAsync(db, scenario, ct) : await PlayAsync(db, scenario, ct);
        var scope = ScopeOf(db, stage.Before.On(stage.On), stage.Day, stage.TouchedUnits());
        return new(await ScenarioSimulation.OfAsync(db, scenario.File, stage, scope, ct), played, refused is null ? null : new(refused.Step?.Number, refused.Code, refused.Args), outcome);
    }

    /// <summary>
    /// What a reader sees of it: what they draft or approve scenarios for; of those named, who may do neither, what it touches of the government.
    /// Cells are shown to whoever reaches them, or every one of their members. What it founds is shown to whoever sees all that it comes from or, coming from nothing, stands under.
    /// </summary>
    public static Scope ScopeOf(OrgDbContext db, OrgSnapshot before, OrgSnapshot after, IEnumerable<Guid> touched)
    {
        DateOnly[] days = [after.Day.AddDays(-1), after.Day]; // what an applied one ended stands in reach the day before
        Scope Over(Permission permission) => days.Aggregate(Scope.Nothing, (reach, day) => reach.Or(db.ScopeFor(permission, day)));
        var scope = Over(Permission.DraftScenarios).Or(Over(Permission.ApproveScenarios));
        if (scope.IsEverything) return scope;
        var members = Over(Permission.ViewPartyBasics);
        return scope.Or(Scope.Of(touched.Where(IsSeen)));

        bool IsSeen(Guid id) => after.Timeline.Units.Find(id) is { } line && (line.Branch == Branch.Party ? IsSeenCell(before.Unit(id), after.Unit(id)) : !scope.HasUnits) || IsReached(id, []);

        bool IsSeenCell(UnitOn? was, UnitOn? cell) => (was ?? cell) is not null && (was is null || members.IncludesCells(was)) && (cell is null || members.IncludesCells(cell));

        bool IsReached(Guid id, HashSet<Guid> coming) => scope.Includes(id)
            || (before.Unit(id) is null && coming.Add(id) && after.Timeline.Units.Find(id) is { } line && Origins(after.Timeline, line, after.Day) is { Count: > 0 } origins && origins.TrueForAll(from => IsReached(from, [.. coming])));
    }

    /// <summary>What a unit that is new on a day comes from, or stands under.</summary>
    private static List<Guid> Origins(OrgTimeline timeline, UnitLine unit, DateOnly on)
    {
        var from = timeline.Successions.Where(s => s.SuccessorId == unit.Id && s.On == on).Select(s => s.PredecessorId).Distinct().ToList();
        return from.Count > 0 ? from : unit.History is [{ Facts.ParentId: { } parent }, ..] ? [parent] : [];
    }

    /// <summary>Whose offices in the party a reader knows of: theirs whose record they may read, wherever the scenario takes them.</summary>
    public static Func<Guid, bool>? OfficesFor(OrgDbContext db, OrgSnapshot before)
    {
        var records = db.ScopeFor(Permission.ViewPartyRecord, before.Day).Or(db.ScopeFor(Permission.ViewPartyRecord, before.Day.AddDays(-1))); // what an applied one ended stands in reach the day before
        return records.IsEverything ? null : person => records.IncludesPerson(person, null, before.CellOf(person));
    }
}

/// <summary>A scenario as far as it can be played, and why no further.</summary>
/// <param name="Outcome">What comes out, in one word.</param>
internal sealed record PlayedScenario(ScenarioStage Stage, int Steps, RuleBrokenException? Refused, string Outcome);
