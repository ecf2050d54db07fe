using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding.Province;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Random restructurings of made-up organisations. ORGMANAGER_SCENARIO_CASES asks for more of them than the ordinary run plays.</summary>
public class ScenarioPropertyTests
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly DateOnly[] Days = [new(2022, 1, 1), On.AddDays(-1), On, On.AddDays(1), new(2027, 1, 1), new(2028, 1, 1)];
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("ORGMANAGER_SCENARIO_CASES"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;

    [Theory]
    [InlineData(1), InlineData(2)]
    public async Task Whatever_is_tried_out_nobody_is_lost_the_days_before_stand_and_every_invariant_holds(int seed)
    {
        await using var org = await ProvinceAsync(seed);
        var (before, done, kept) = (await org.SnapshotAsync(On), 0, 0);
        var (people, earlier, posts) = (People(before), ScenarioOrg.Told(await org.SnapshotAsync(On.AddDays(-1))), Posts(before.Timeline));

        await RandomScenario.Any.SampleAsync(async drawn =>
        {
            if (await TriedAsync(org, new RandomScenario(before).Of(drawn)) is not { Tried: { } tried }) return;
            Interlocked.Increment(ref done);
            Assert.Equal(people, People(tried.After));
            Assert.Equal(earlier, ScenarioOrg.Told(tried.After.Timeline.On(On.AddDays(-1))));
            Assert.Empty(Invariants.All(tried.After.Timeline));
            if (tried.Scenario.Steps.Any(step => step is SetQuotaStep or DissolveStep or ConvertPaySourceStep) || tried.Findings.Any(f => f.Kind == ScenarioFindingKind.TooFewLater)) return;
            Interlocked.Increment(ref kept);
            Assert.Equal(posts, Posts(tried.After.Timeline));
            Assert.DoesNotContain(tried.Findings, f => f.Kind is ScenarioFindingKind.PeopleDiffer or ScenarioFindingKind.PostsDiffer);
        }, iter: Math.Max(250, Cases), threads: 1);
        Assert.True(done > 25 && kept > 10, $"Only {done} could be carried out, {kept} of them without setting a level.");
    }

    [Theory]
    [InlineData(3)]
    public async Task Applied_it_is_as_tried_out_refused_it_is_for_the_same_reason_and_undone_every_day_is_as_it_was(int seed)
    {
        await using var org = await ProvinceAsync(seed);
        var (day, before, done) = (await org.SnapshotAsync(On), await ToldAsync(org), 0);

        await RandomScenario.Any.SampleAsync(FirstFailure.Of<int[][]>(async drawn =>
        {
            var scenario = new RandomScenario(day).Of(drawn);
            var (tried, why) = await TriedAsync(org, scenario);
            if (tried is null)
            {
                Assert.Equal(why, Why(await Assert.ThrowsAsync<RuleBrokenException>(() => org.Get<ScenarioService>().ApplyAsync(scenario))));
                Assert.Equal(before, await ToldAsync(org));
                return;
            }
            done++;
            var applied = await org.Get<ScenarioService>().ApplyAsync(scenario);
            foreach (var later in Days.Where(d => d >= On)) Assert.Equal(ScenarioOrg.Told(tried.After.Timeline.On(later)), ScenarioOrg.Told(await org.SnapshotAsync(later)));
            await org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử");
            Assert.Equal(before, await ToldAsync(org));
        }), iter: Math.Max(30, Cases), threads: 1);
        Assert.True(done > 3, $"Only {done} could be carried out.");
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
        await using var fresh = org.Beside();
        Assert.Equal(before, await ToldAsync(fresh));
    }

    [Theory]
    [InlineData(4)]
    public async Task Drafted_approved_and_applied_it_is_as_tried_out_and_what_cannot_be_done_is_set_aside(int seed)
    {
        await using var org = await ProvinceAsync(seed);
        var (drafts, life, view) = (org.Get<ScenarioDraftService>(), org.Get<ScenarioLifeService>(), org.Get<ScenarioViewService>());
        var (day, before, done, aside) = (await org.SnapshotAsync(On), await ToldAsync(org), 0, 0);

        await RandomScenario.Any.SampleAsync(FirstFailure.Of<int[][]>(async drawn =>
        {
            var id = await drafts.ImportAsync(new RandomScenario(day).Of(drawn));
            var tried = await view.SimulateAsync(id);
            if (tried.Refused is { } refused)
            {
                Assert.Equal(refused.Code, (await Assert.ThrowsAsync<RuleBrokenException>(async () => await life.SubmitAsync((await view.GetAsync(id)).Seen))).Code);
                aside += (await life.RebaseAsync((await view.GetAsync(id)).Seen)).SetAside.Count;
                while ((await view.GetAsync(id)).SetAside.Count > 0) await drafts.DropSetAsideAsync((await view.GetAsync(id)).Seen, 0);
                if ((await view.GetAsync(id)).Steps.Count == 0) return;
                tried = await view.SimulateAsync(id);
                Assert.Null(tried.Refused);
            }
            await life.SubmitAsync((await view.GetAsync(id)).Seen);
            await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
            Assert.Empty(await view.ConflictsAsync(id));
            await life.ApplyAsync((await view.GetAsync(id)).Seen);
            done++;
            Assert.Equal(ScenarioOrg.Told(tried.Simulation.After), ScenarioOrg.Told(await org.SnapshotAsync(On)));
            await org.Get<ScenarioService>().UndoAsync(id, "Thử");
            Assert.Equal(before, await ToldAsync(org));
        }), iter: Math.Max(30, Cases), threads: 1);
        Assert.True(done > 10 && aside > 10, $"Only {done} could be carried out, and {aside} steps were set aside.");
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
    }

    private static async Task<TestOrg> ProvinceAsync(int seed)
    {
        var org = await TestOrg.StartAsync();
        await org.Get<ProvinceSeeder>().FillAsync(new(120, 12, 14, 6, seed), _ => { });
        await LaterLevelsAsync(org, new(seed));
        await BesideAsync(org, new(seed));
        return org;
    }

    /// <summary>What stands beside the timeline: a function that each unit leads, some with others later or by name, and posts by position.</summary>
    private static async Task BesideAsync(TestOrg org, Random draw)
    {
        var (functions, positions) = (org.Get<UnitFunctionService>(), org.Get<PositionService>());
        foreach (var code in new[] { "A", "B" }) await positions.EnterAsync(new(code, $"Vị trí {code}", PositionGroup.Shared));
        var catalogue = (await positions.TableAsync(new(On), new(0, 1))).Catalogue;
        var units = (await org.SnapshotAsync(On.AddDays(-1))).Tree(Branch.Government).Where(u => u.Line.History.Until == DateOnly.MaxValue).ToList();
        List<Guid> Others(params Guid[] than) => [.. Enumerable.Range(0, 2).Select(_ => units[draw.Next(units.Count)].Id).Except(than).Distinct()];
        foreach (var (at, unit) in units.Index())
        {
            var id = await functions.BeginAsync(new(RandomScenario.FunctionOf(unit.Code), unit.Id) { CoordinatorIds = Others(unit.Id), PersonId = at % 3 == 0 && unit.Posts is [var post, ..] ? post.Person.Id : null }, On.AddDays(-1));
            if (at % 2 == 0) await functions.ChangeAsync((await functions.GetAsync(id)).Seen, On.AddMonths(at % 4 * 3), new() { CoordinatorIds = Others(unit.Id) });
            var lead = units[draw.Next(units.Count)].Id;
            if (at % 5 == 0) await functions.ChangeAsync((await functions.GetAsync(id)).Seen, On.AddYears(1), new() { LeadId = lead, CoordinatorIds = Others(lead) });
            await positions.SetAsync(new(unit.Id, catalogue[at % 2].Seen.Id, draw.Next(9), null), On.AddMonths(draw.Next(9) - 4));
        }
    }

    private static Task<string> BesideAsync(TestOrg org) => org.Database.ReadAsync(async db =>
    {
        var functions = from function in await db.Set<UnitFunction>().ToListAsync()
                        from version in function.Versions
                        select $"{function.Id} {version.ValidFrom} {version.ValidUntil} {(version.Facts with { CoordinatorIds = [] })} {string.Join(',', version.CoordinatorIds.Order())}";
        var positions = from posts in await db.Set<PositionPosts>().ToListAsync()
                        from level in posts.Levels
                        select $"{posts.Id} {posts.UnitId} {posts.PositionId} {level.ValidFrom} {level.ValidUntil} {level.Posts}";
        return string.Join('\n', functions.Concat(positions).Order(StringComparer.Ordinal));
    });

    /// <summary>Levels that are to change, or only to begin, on the day itself and on later ones.</summary>
    private static async Task LaterLevelsAsync(TestOrg org, Random draw)
    {
        var units = (await org.SnapshotAsync(On)).Tree(Branch.Government).Where(u => u.Line.History.Until == DateOnly.MaxValue).ToList();
        foreach (var day in new[] { On, new DateOnly(2027, 1, 1), new DateOnly(2027, 7, 1) })
        {
            var levels = Enumerable.Range(0, units.Count).Select(_ => new QuotaSetting(units[draw.Next(units.Count)].Id, QuotaKind.Allocated, (QuotaCategory)draw.Next(4), draw.Next(9)))
                .DistinctBy(level => (level.UnitId, level.Category)).ToList();
            await org.Get<QuotaService>().SetAsync(levels, day);
        }
    }

    /// <summary>How many posts there are of each category, on the day and on later ones.</summary>
    private static string Posts(OrgTimeline timeline) =>
        string.Join('\n', Days.Where(day => day >= On).Select(day => $"{day} {timeline.On(day).Units.Aggregate(PostCounts.None, (sum, unit) => sum + unit.Allocated)}"));

    private static async Task<(ScenarioSimulation? Tried, string? Why)> TriedAsync(TestOrg org, ScenarioFile scenario)
    {
        try
        {
            return (await org.Get<ScenarioService>().SimulateAsync(scenario), null);
        }
        catch (RuleBrokenException refused)
        {
            return (null, Why(refused));
        }
    }

    private static string Why(RuleBrokenException refused) => $"{refused.Step}: {refused.Code}({string.Join(", ", refused.Args)})";

    private static string People(OrgSnapshot day) => string.Join(' ', day.Posts.Select(p => p.Person.Code).Concat(day.Members.Select(m => $"*{m.Person.Code}")).Order(StringComparer.Ordinal));

    private static async Task<string> ToldAsync(TestOrg org)
    {
        var told = new List<string>();
        foreach (var day in Days) told.Add(ScenarioOrg.Told(await org.SnapshotAsync(day)));
        told.Add(await BesideAsync(org));
        return string.Join("\n\n", told);
    }
}
