using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Reviews;
using OrgManager.Targets;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Fills an empty database with a made-up province of any size, planned in memory and written through the aggregates in change sets of some thousand rows.</summary>
public sealed class ProvinceSeeder(Database database, UnitKindService kinds, ReviewService reviews, TargetService targets, UserService users)
{
    private const int UnitsAtOnce = 2_000, PeopleAtOnce = 1_000, ReviewsAtOnce = 10_000, SetsPerSentence = 10;

    /// <exception cref="RuleBrokenException">Sample.SizeImpossible; Sample.NotEmpty: the database holds something already.</exception>
    public async Task FillAsync(ProvinceSize size, Action<string> say, CancellationToken ct = default)
    {
        size.Demand();
        var files = SeedFiles.BesideTheProgram;
        var plan = ProvincePlan.Of(size, files);
        say($"Planned {plan.People.Count} people, {plan.Units.Count} units, {plan.Cells.Count} cells and {plan.Decisions.All.Count} decisions of {size.Years} years.");
        await database.ChangeAsync(new("Sample.Begin"), db =>
        {
            RuleBrokenException.Unless(db.Timeline.Seq == 0, "Sample.NotEmpty");
            db.Add(OrganisationSettings.BeginSample(plan.Units[0].Code));
            return Task.CompletedTask;
        }, ct);
        await kinds.DefineAsync([.. files.Kinds.Kinds, .. files.Province.RootKinds], ct);
        await reviews.DefineRulesAsync([.. files.RuleSets], ct);
        await WriteAsync(plan, say, ct);
        await targets.DefineAsync(ProvinceTargets.Of(files.Targets.Targets, size), ct);
        foreach (var account in ProvinceAccounts.Of(files.Accounts.Accounts, plan)) await users.AddAsync(account, ct);
        await database.ChangeAsync(new("Sample.Complete"), async db => (await db.Set<OrganisationSettings>().SingleAsync(ct)).Complete(), ct);
    }

    private async Task WriteAsync(ProvincePlan plan, Action<string> say, CancellationToken ct)
    {
        var ids = new ProvinceIds();
        await WriteAsync("decisions", plan.Decisions.All, UnitsAtOnce, d => [Register(d, ids)], say, ct);
        await WriteAsync("units", plan.Units, UnitsAtOnce, u => UnitWriter.Unit(u, ids), say, ct);
        await WriteAsync("committees", plan.Committees, UnitsAtOnce, u => UnitWriter.Unit(u, ids), say, ct);
        await WriteAsync("cells", plan.Cells, UnitsAtOnce, c => UnitWriter.Unit(c.Unit, ids), say, ct);
        await WriteAsync("successions", [.. plan.Units.Concat(plan.Cells.Select(c => c.Unit)).Where(u => u.Successor is not null)], UnitsAtOnce, u => UnitWriter.Succession(u, ids), say, ct);
        await WriteAsync("coverage", plan.Coverages, UnitsAtOnce, c => UnitWriter.Coverage(c, ids), say, ct);
        await WriteAsync("quotas", plan.Quotas, UnitsAtOnce, q => UnitWriter.Quota(q, ids), say, ct);
        await WriteAsync("people", plan.People, PeopleAtOnce, p => PersonWriter.Person(p, ids), say, ct);
        await WriteAsync("members", plan.Members, PeopleAtOnce, m => PersonWriter.Member(m, ids), say, ct);
        var cycles = Math.Max(1, ReviewsAtOnce * Math.Max(1, plan.Cycles.Count) / Math.Max(1, plan.Cycles.Sum(c => c.Reviews.Count)));
        await WriteAsync("reviews", plan.Cycles, cycles, c => ReviewWriter.Cycle(c, ids), say, ct);
    }

    private async Task WriteAsync<T>(string what, IReadOnlyList<T> all, int atOnce, Func<T, IEnumerable<Aggregate>> make, Action<string> say, CancellationToken ct)
    {
        var (done, sets) = (0, 0);
        foreach (var some in all.Chunk(atOnce))
        {
            await database.ChangeAsync(new("Sample.Fill", what), db =>
            {
                db.AddRange(some.SelectMany(make));
                return Task.CompletedTask;
            }, ct);
            done += some.Length;
            if (++sets % SetsPerSentence == 0 || done == all.Count) say($"Wrote {what}: {done} of {all.Count}.");
        }
    }

    private static Decision Register(PlannedDecision plan, ProvinceIds ids)
    {
        var decision = Decision.Register(plan.Facts);
        ids.Decisions[plan] = decision.Id;
        return decision;
    }
}
