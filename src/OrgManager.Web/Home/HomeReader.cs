using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Web.Organisation;

namespace OrgManager.Web.Home;

/// <summary>Reads what one reader's home page and bell show, by what the reader may see.</summary>
public sealed class HomeReader(TargetService targets, OrganisationService organisation, EstablishmentService establishment, DepartureService departures, RosterService roster,
    MissingDecisions missing, CellService cells, PartyDueService due, UnitFunctionService functions, TrailService trail, OrganisationInfo info, AheadService ahead, ReviewCycleService reviews, PendingChanges pending, FunctionRegister register, UnitRuleService rules, ScenarioViewService scenarios)
{
    private const int LatestShown = 8, AheadShown = 8;
    private static readonly Permission[] Changing = [Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangePartyRecord];
    private static readonly FieldClass?[] PartyMatters = [FieldClass.Party, FieldClass.Review];

    /// <summary>Whose turn it is with a scenario.</summary>
    private static readonly (ScenarioState State, Permission By)[] Awaited = [(ScenarioState.Submitted, Permission.ApproveScenarios), (ScenarioState.Approved, Permission.ApplyScenarios)];
    private Kept? _kept;

    /// <summary>What the page shows beside what it finds: what is ahead, or the newest changes in reach; where it names members, that they were read is logged.</summary>
    public async Task<HomeFacts> ReadAllAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var facts = (await ReadAsync(actor, day, ct)) with { Pending = (await pending.ListAsync(new(), new(0, 0), ct)).Total };
        if (facts.View == HomeView.House && actor.May(Permission.ViewStaffWork)) facts = facts with { Ahead = await ahead.ListAsync(day, most: AheadShown, ct: ct) };
        if (facts.View == HomeView.Party) facts = facts with { Due = await due.ListAsync(day, ct: ct) };
        if (facts.View == HomeView.Party && actor.May(Permission.ViewReviews)) facts = facts with { Reviews = (await reviews.BoardsAsync(null, new(Take: 1), ct)).Boards is [var board, ..] ? board : null };
        return facts.View is HomeView.Staff or HomeView.Party && actor.May(Permission.ViewAuditTrail) ? facts with { Latest = await LatestAsync(facts.View, ct) } : facts;
    }

    /// <summary>Of the whole reach of who keeps staff and posts; of the party's matters alone for who works for the party.</summary>
    private async Task<IReadOnlyList<TrailRow>> LatestAsync(HomeView view, CancellationToken ct)
    {
        var rows = new List<TrailRow>();
        foreach (var only in view == HomeView.Party ? PartyMatters : [null]) rows.AddRange((await trail.ListAsync(new TrailQuery { Class = only }, most: LatestShown, ct: ct)).Rows);
        return [.. rows.OrderByDescending(row => row.Seq).DistinctBy(row => row.Seq).Take(LatestShown)];
    }

    /// <summary>What the page and the bell share; read once for both, and again only when something has changed since.</summary>
    public async Task<HomeFacts> ReadAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var kept = await KeptAsync(day, ct);
        if (kept.Facts?.TryGetTarget(out var known) == true) return known;
        var reading = kept.Reading ??= CollectAsync(actor, day, CancellationToken.None); // not cancelled with its first reader: another may wait for it
        try
        {
            var facts = await reading.WaitAsync(ct);
            kept.Facts = new(facts);
            return facts;
        }
        finally
        {
            if (reading.IsCompleted) kept.Reading = null;
        }
    }

    /// <summary>What the bell rings for. It is kept as long as nothing changes; what it was found in is not, for it is the whole organisation.</summary>
    public async Task<IReadOnlyList<HomeFinding>> FoundAsync(Actor actor, DateOnly day, HomeFindings findings, CancellationToken ct)
    {
        var kept = await KeptAsync(day, ct);
        return kept.Found ??= findings.Of(await ReadAsync(actor, day, ct));
    }

    private async Task<Kept> KeptAsync(DateOnly day, CancellationToken ct)
    {
        var stand = await info.StandAsync(ct);
        return _kept is { } kept && kept.Day == day && kept.Stand == stand ? kept : _kept = new(day, stand);
    }

    /// <summary>Cells are named on the home of who works for the party alone.</summary>
    private Task<UnitTree> TreeAsync(Actor actor, DateOnly day, CancellationToken ct) =>
        HomeViews.Of(actor) == HomeView.Party ? organisation.TreeAsync(day, ct) : organisation.BranchAsync(day, Branch.Government, ct);

    private async Task<HomeFacts> CollectAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var facts = new HomeFacts(await targets.ProgressAsync(day, ct), await TreeAsync(actor, day, ct)) { View = HomeViews.Of(actor) };
        if (actor.May(Permission.ViewQuota) && facts.Tree.Government.Any(row => row.Posts is not null)) facts = facts with { Posts = await establishment.TableAsync(day, null, ct) };
        if (actor.May(Permission.ChangeUnits) || PostBalance.SeesAll(facts.Tree)) facts = facts with
        {
            WithoutLead = await functions.WithoutLeadAsync(day, mendable: actor.May(Permission.ChangeUnits), ct),
            ManyLeads = (await register.ListAsync(new(), day, new(0, 0), ct)).Findings.GetValueOrDefault(FunctionFinding.ManyLeads),
        };
        if (facts.Posts is not null) facts = facts with { Deputies = await organisation.DeputyFindingsAsync(day, ct), Rules = await rules.FindingsAsync(day, ct) };
        if (actor.May(Permission.ViewStaffWork) && facts.Posts is not null) facts = facts with { Leaving = await departures.ListAsync(day, ct: ct) };
        if (actor.May(Permission.ChangeStaffPersonal)) facts = facts with { WithoutSalary = (await roster.ListAsync(new(day) { LacksSalary = true }, new PageRequest(0, 0), ct)).Total };
        if (Changing.Any(actor.May)) facts = facts with { WithoutDecision = (await missing.ListAsync(null, new PageRequest(0, 0), ct)).Total };
        if (actor.May(Permission.ViewPartyRecord)) facts = facts with { Party = await cells.AttentionAsync(day, ct) };
        if (Awaited.Any(of => actor.May(of.By))) facts = facts with { Scenarios = [.. (await scenarios.ListAsync(ct)).Where(row => Awaited.Any(of => of.State == row.State && actor.May(of.By)))] };
        return facts;
    }

    /// <summary>What was read on one stand of the data. A session lasts for hours, so it holds on to the facts only as long as a page does.</summary>
    private sealed record Kept(DateOnly Day, DataStand Stand)
    {
        public Task<HomeFacts>? Reading { get; set; }
        public WeakReference<HomeFacts>? Facts { get; set; }
        public IReadOnlyList<HomeFinding>? Found { get; set; }
    }
}
