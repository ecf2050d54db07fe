using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Targets;

namespace OrgManager.Data.Seeding;

/// <summary>Fills an empty database with the model organisation of <c>seed/</c>, day by day, through the same use cases as a user's work.</summary>
public sealed class ModelSeeder(
    Database database, UnitKindService kinds, DecisionService decisions, OrgUnitService units, UnitFunctionService functions, QuotaService quotas, ScenarioService restructuring,
    ReviewService reviews, TargetService targets, UserService users, SeedStaff staff, SeedParty party)
{
    /// <summary>On one day units come first, then what they are for, quota, people, members, what happens to them, what merges, and at last the life of the cells.</summary>
    private enum Turn { Units, Functions, Quota, People, Members, Events, Official, Mergers, Cells }

    private sealed record Step(DateOnly On, Turn Turn, Func<SeedIndex, Task> RunAsync);

    /// <param name="until">The last day whose events are told; null for all.</param>
    /// <param name="scenarios">Whether the shipped scenarios are applied; without them what was set later for the units they found is told of those they would have come from.</param>
    /// <exception cref="RuleBrokenException">Sample.NotEmpty: the database holds something already.</exception>
    public async Task FillAsync(SeedFiles files, DateOnly? until = null, bool scenarios = true, CancellationToken ct = default)
    {
        var (seededUnits, last) = (files.Units, until ?? DateOnly.MaxValue);
        await database.ChangeAsync(new("Sample.Begin"), db =>
        {
            RuleBrokenException.Unless(db.Timeline.Seq == 0, "Sample.NotEmpty");
            db.Add(OrganisationSettings.BeginSample(seededUnits.Organisation));
            return Task.CompletedTask;
        }, ct);
        await kinds.DefineAsync(files.Kinds.Kinds, ct);
        await reviews.DefineRulesAsync([.. files.RuleSets], ct);
        var index = new SeedIndex(database, await DecisionsAsync(files, ct), scenarios ? [] : [.. files.Scenarios]);

        var steps = Units(seededUnits).Concat(Functions(files)).Concat(Quotas(files)).Concat(People(files)).Concat(Cells(files)).Concat(Mergers(files, seededUnits)).Concat(scenarios ? Scenarios(files) : []);
        foreach (var step in steps.Where(s => s.On <= last).OrderBy(s => s.On).ThenBy(s => s.Turn)) await step.RunAsync(index);

        await targets.DefineAsync([.. files.Targets.Targets.Select(t => Facts(t, index))], ct);
        if (files.Reviews is { } review && review.ClosedOn <= last) await ReviewAsync(review, index, ct);
        foreach (var a in files.Accounts.Accounts) await users.AddAsync(new(a.User, AccountService.SamplePassword, a.Role, a.Scope, a.Person), ct);
        await database.ChangeAsync(new("Sample.Complete"), async db =>
            (await db.LoadAsync<OrganisationSettings>(await index.SettingsIdAsync(ct), ct)).Complete(), ct);
    }

    private async Task<Dictionary<string, Guid>> DecisionsAsync(SeedFiles files, CancellationToken ct)
    {
        var facts = files.Decisions.Decisions;
        var ids = await decisions.RegisterAsync(facts, ct);
        return facts.Zip(ids).ToDictionary(d => d.First.Number, d => d.Second);
    }

    private IEnumerable<Step> Units(SeedUnits seeded)
    {
        foreach (var u in seeded.Units)
            yield return new(u.From, Turn.Units, async index => await units.FoundAsync(
                new(u.Code, index.Branch(u.Kind), new(u.Name, u.Kind, index.UnitOrNull(u.Parent), u.ShortName, u.Order, u.Autonomy)), u.From, index.Decision(u.Decision)));
        foreach (var c in seeded.Changes)
            yield return new(c.From, Turn.Units, async index =>
                await units.ChangeAsync((await units.GetAsync(index.Unit(c.Unit))).Seen, c.From, new() { Autonomy = c.Set.Autonomy }, index.Decision(c.Decision)));
    }

    private IEnumerable<Step> Functions(SeedFiles files) => files.Functions.Functions.Select(f => new Step(f.From, Turn.Functions, index => functions.BeginAsync(
        new(f.Name, index.Unit(f.Lead), f.Field) { CoordinatorIds = [.. f.Coordinators.Select(index.Unit)] }, f.From, index.Decision(f.Decision))));

    private IEnumerable<Step> Quotas(SeedFiles files) =>
        from row in files.Quotas
        group row by (row.From, row.Decision) into levels
        select new Step(levels.Key.From, Turn.Quota, index => quotas.SetAsync(
            [.. levels.Select(l => index.Level(l, levels.Key.From))], levels.Key.From, index.Decision(levels.Key.Decision)));

    private IEnumerable<Step> People(SeedFiles files)
    {
        foreach (var p in files.People) yield return new(p.EmployedFrom, Turn.People, index => staff.RecruitAsync(p, index));
        foreach (var m in files.Members)
        {
            yield return new(m.CellFrom, Turn.Members, index => party.JoinAsync(m, index));
            if (m.OfficialOn > m.CellFrom) yield return new(m.OfficialOn.Value, Turn.Official, index => party.MakeOfficialAsync(m, index));
        }
        var posts = files.Events.Where(e => SeedStaff.IsOfPost(e.Verb)).GroupBy(e => (e.On, e.Person));
        foreach (var post in posts) yield return new(post.Key.On, Turn.Events, index => staff.ChangePostAsync([.. post], index));
        foreach (var e in files.Events.Where(e => !SeedStaff.IsOfPost(e.Verb)))
            yield return new(e.On, Turn.Events, index => SeedStaff.Knows(e.Verb) ? staff.RunAsync(e, index) : party.RunAsync(e, index));
    }

    /// <summary>The meetings of a month are entered together, on the day of its last; terms and regulations with their unit, as far as it is there from the beginning.</summary>
    private IEnumerable<Step> Cells(SeedFiles files)
    {
        foreach (var month in files.Meetings.GroupBy(m => (m.On.Year, m.On.Month))) yield return new(month.Max(m => m.On), Turn.Cells, index => party.MeetAsync(month, index));
        var since = files.Units.Units.ToDictionary(u => u.Code, u => u.From);
        foreach (var t in files.Papers.Terms) yield return new(since.GetValueOrDefault(t.Unit, t.HeldOn), Turn.Cells, index => party.BeginTermAsync(t, index));
        foreach (var r in files.Papers.Regulations) yield return new(since.GetValueOrDefault(r.Unit, r.From), Turn.Cells, index => party.IssueAsync(r, index));
    }

    private IEnumerable<Step> Mergers(SeedFiles files, SeedUnits seeded) =>
        from m in seeded.Mergers
        let decision = files.Decisions.Decisions.Single(d => d.Number == m.Decision)
        select new Step(m.On, Turn.Mergers, _ => restructuring.ApplyAsync(new()
        {
            Name = m.Into.Name, EffectiveOn = m.On, Steps = [new MergeStep(m.Units, m.Into)],
            Decisions = new(State: new(decision.Number, decision.Issuer, decision.SignedOn, decision.Subject)),
        }));

    private IEnumerable<Step> Scenarios(SeedFiles files) => files.Scenarios.Select(s => new Step(s.EffectiveOn, Turn.Mergers, _ => restructuring.ApplyAsync(s)));

    private Task ReviewAsync(SeedReviews r, SeedIndex index, CancellationToken ct) => reviews.TakeOverAsync(
        r.Year, index.Unit(r.Committee), r.RuleSet,
        [.. r.Cells.Select(c => new CellResult(index.Unit(c.Cell), c.Grade, c.MinutesNumber, c.MeetingOn,
            [.. c.Members.Select(m => new MemberResult(index.Person(m.Person), m.Proposed, m.Grade, m.NotGraded, m.DecidedAbove))]))],
        r.ClosedOn, index.Decision(r.Decision), ct);

    private static TargetFacts Facts(SeedTarget t, SeedIndex index) => new()
    {
        Code = t.Code, Name = t.Name, ShortName = t.ShortName, Wording = t.Wording, WordingEn = t.WordingEn, LegalBasisId = index.Decision(t.LegalBasis),
        Binding = t.Binding, Metric = t.Metric, Set = t.Set, ScopeUnit = t.Scope, StartsOn = t.StartsOn, BaselineOn = t.BaselineOn,
        FixedBaseline = t.BaselineValue, Direction = t.Direction, GoalPercent = t.GoalPercent, Due = t.Due, Milestones = t.Milestones,
    };
}
