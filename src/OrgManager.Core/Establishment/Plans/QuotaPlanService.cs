using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Kế hoạch biên chế năm: drafted and submitted by the officer, returned or locked by the director. Locking makes levels of it.</summary>
public sealed class QuotaPlanService(Database database, DecisionNames names)
{
    /// <summary>The plans of units in reach, the newest year first, and for which units one may be drafted.</summary>
    [UseCase(Permission.ViewQuota)]
    public Task<PlanList> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ViewQuota, db.Today);
            var scope = AccessRules.LastingScopeFor(db, Permission.ViewQuota);
            var plans = (await db.Set<QuotaPlan>().ToListAsync(ct)).Where(p => scope.Includes(p.UnitId)).ToList();
            var decisions = await names.OfAsync(db, plans.Select(p => p.DecisionId), ct);
            var units = db.Timeline.On(db.Today).VisibleTo(db.ScopeFor(Permission.ChangeQuota, db.Today)).Tree(Branch.Government).Where(u => u.Children.Count > 0 || u.Assigned is not null).ToList();
            return new PlanList(
                [.. plans.OrderByDescending(p => p.Year).ThenBy(p => p.State != QuotaPlanState.Locked).ThenByDescending(p => p.Id).Select(p => new PlanView(db, p).Row(decisions))],
                [.. units.Select(u => (new UnitRef(u.Id, u.Code, u.Name), Depth(u)))]);
        }, ct);

    /// <summary>One plan, line by line beside what is there now.</summary>
    /// <exception cref="NotFoundException">There is no such plan.</exception>
    [UseCase(Permission.ViewQuota)]
    public Task<PlanDetails> GetAsync(Guid id, CancellationToken ct = default) => ReadAsync(id, (_, _) => { }, ct);

    /// <summary>The same, of a unit whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewQuota)]
    public Task<PlanDetails> ExportAsync(Guid id, CancellationToken ct = default) => ReadAsync(id, (db, plan) => db.Demand(Permission.Export, plan.UnitId, plan.From), ct);

    /// <summary>Phụ lục IA or IB of the plan, to be sent to the authority above.</summary>
    /// <exception cref="NotFoundException">There is no such plan.</exception>
    [UseCase(Permission.Export, Permission.ViewQuota)]
    public Task<PlanAnnex> AnnexAsync(Guid id, EstablishmentBlock block, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var plan = await ReachedAsync(db, id, ct);
            db.Demand(Permission.Export, plan.UnitId, plan.From);
            return new PlanAnnexView(db, plan, block).Annex();
        }, ct);

    /// <summary>A draft for a unit and everything below it, with the levels known for the end of the year before.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.YearOutOfRange; QuotaPlan.LockedAlready; QuotaPlan.Empty: nothing is assigned or allocated there; OrgUnit.NotThere.</exception>
    [UseCase(Permission.ChangeQuota)]
    public async Task<Guid> DraftAsync(Guid unitId, int year, CancellationToken ct = default)
    {
        var id = Guid.Empty;
        await database.ChangeAsync(new("QuotaPlan.Draft"), async db =>
        {
            db.Demand(Permission.ChangeQuota, unitId, db.Today);
            RuleBrokenException.Unless(year >= db.Today.Year - 1 && year <= db.Today.Year + 10, "QuotaPlan.YearOutOfRange", year);
            var from = new DateOnly(year, 1, 1);
            db.Demand(Permission.ChangeQuota, unitId, from);
            PostShift.There(db.Timeline.On(from), unitId);
            await DemandNoneLockedAsync(db, unitId, year, ct);
            var lines = PlanView.Current(db, unitId, from);
            RuleBrokenException.Unless(lines.Count > 0, "QuotaPlan.Empty");
            var plan = QuotaPlan.Draft(unitId, year, lines, new(QuotaPlanState.Draft, db.Today, db.Actor.Name));
            db.Add(plan);
            id = plan.Id;
        }, ct);
        return id;
    }

    /// <summary>These lines in place of those there are.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotOpen, QuotaPlan.UnitElsewhere: a line's unit stands outside the plan; Quota.PostsOutOfRange.</exception>
    /// <exception cref="ConflictException">Somebody changed the plan since it was shown; carries <see cref="PlanDetails"/>.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task ReviseAsync(Seen seen, IReadOnlyList<PlanLine> lines, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Revise", null, Permission.ChangeQuota, seen, (db, plan, _) =>
    {
        DemandInside(db, plan, lines);
        plan.Revise(lines);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Trình: from here on it is the director's.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotOpen; QuotaPlan.ReasonMissing: a line differs from what is there now and says no reason.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task SubmitAsync(Seen seen, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Submit", null, Permission.ChangeQuota, seen, (db, plan, _) =>
    {
        var view = new PlanView(db, plan);
        if (view.WithoutReason.FirstOrDefault() is { } silent) throw new RuleBrokenException("QuotaPlan.ReasonMissing", view.Ref(silent.UnitId).Name, view.WithoutReason.Count());
        plan.Submit(db.Today, db.Actor.Name);
        return Task.CompletedTask;
    }, ct);

    /// <summary>A draft that is not to be followed up is thrown away; the trail keeps it.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotOpen.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task DiscardAsync(Seen seen, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Discard", null, Permission.ChangeQuota, seen, (db, plan, _) =>
    {
        RuleBrokenException.Unless(plan.IsOpen, "QuotaPlan.NotOpen");
        db.Remove(plan);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Trả lại: the officer may change it again.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotSubmitted; QuotaPlan.RemarkMissing.</exception>
    [UseCase(Permission.LockQuotaPlans)]
    public Task ReturnAsync(Seen seen, string remark, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Return", remark, Permission.LockQuotaPlans, seen, (db, plan, _) =>
    {
        plan.Return(remark, db.Today, db.Actor.Name);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Chốt: its lines are the levels from 1 January, by this decision. Of one unit and year only one plan is locked, and none beyond the locked plan of a unit above.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotSubmitted, QuotaPlan.LockedAlready, QuotaPlan.OverCeiling, QuotaPlan.BelowLocked, QuotaPlan.UnitElsewhere, and those of setting levels.</exception>
    [UseCase(Permission.LockQuotaPlans)]
    public Task LockAsync(Seen seen, Guid decisionId, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Lock", null, Permission.LockQuotaPlans, seen, async (db, plan, ofYear) =>
    {
        _ = await db.LoadAsync<Decision>(decisionId, ct);
        await DemandNoneLockedAsync(db, plan.UnitId, plan.Year, ct);
        DemandInside(db, plan, plan.Lines);
        PlanCeilings.Demand(db, plan, ofYear);
        plan.Lock(decisionId, db.Today, db.Actor.Name);
        await PlanLevels.WriteAsync(db, plan, ofYear, ct);
    }, ct, decisionId);

    /// <summary>Mở lại một kế hoạch chốt nhầm: the levels that locking wrote are again what they were before it, and the plan is as one that was returned.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotLocked; QuotaPlan.RemarkMissing; Undo.LaterChanges: some of the levels were changed since, told by number and verb.</exception>
    [UseCase(Permission.LockQuotaPlans)]
    public Task UnlockAsync(Seen seen, string remark, CancellationToken ct = default) => ChangeAsync("QuotaPlan.Unlock", remark, Permission.LockQuotaPlans, seen, async (db, plan, _) =>
    {
        plan.Unlock(remark, db.Today, db.Actor.Name);
        var locked = await (from entry in db.Set<ChangeSetEntry>() join set in db.Set<ChangeSet>() on entry.ChangeSetSeq equals set.Seq where entry.OwnerId == plan.Id && set.Verb == "QuotaPlan.Lock" select set.Seq).MaxAsync(ct);
        await new ChangeSetUndo(db).RunAsync(locked, except: plan.Id, ct);
    }, ct);

    private Task<PlanDetails> ReadAsync(Guid id, Action<OrgDbContext, QuotaPlan> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var plan = await ReachedAsync(db, id, ct);
            demand(db, plan);
            return new PlanView(db, plan).Details(await OfYearAsync(db, plan.Year, ct), await names.OfAsync(db, [plan.DecisionId], ct));
        }, ct);

    private static async Task<QuotaPlan> ReachedAsync(OrgDbContext db, Guid id, CancellationToken ct)
    {
        db.DemandScope(Permission.ViewQuota, db.Today);
        var plan = await db.LoadAsync<QuotaPlan>(id, ct);
        db.Demand(Permission.ViewQuota, plan.UnitId, plan.From);
        return plan;
    }

    private Task ChangeAsync(string verb, string? reason, Permission permission, Seen seen, Func<OrgDbContext, QuotaPlan, IReadOnlyList<QuotaPlan>, Task> change, CancellationToken ct, Guid? decisionId = null) =>
        database.ChangeAsync(new(verb, reason, DecisionId: decisionId), async db =>
        {
            db.DemandScope(permission, db.Today);
            var ofYear = await OfYearAsync(db, (await db.LoadAsync<QuotaPlan>(seen.Id, ct)).Year, ct);
            var plan = await db.LoadAsync<QuotaPlan>(seen, p => db.Demand(permission, p.UnitId, p.From), p => new PlanView(db, p).Details(ofYear, []), ct);
            await change(db, plan, ofYear);
        }, ct);

    private static Task<List<QuotaPlan>> OfYearAsync(OrgDbContext db, int year, CancellationToken ct) => db.Set<QuotaPlan>().Where(p => p.Year == year).ToListAsync(ct);

    private static async Task DemandNoneLockedAsync(OrgDbContext db, Guid unitId, int year, CancellationToken ct) =>
        RuleBrokenException.Unless(!await db.Set<QuotaPlan>().AnyAsync(p => p.UnitId == unitId && p.Year == year && p.State == QuotaPlanState.Locked, ct), "QuotaPlan.LockedAlready", year);

    private static void DemandInside(OrgDbContext db, QuotaPlan plan, IReadOnlyList<PlanLine> lines)
    {
        foreach (var unitId in lines.Select(l => l.UnitId).Distinct())
            RuleBrokenException.Unless(db.Timeline.StandsUnder(unitId, plan.UnitId, plan.From), "QuotaPlan.UnitElsewhere", db.Timeline.Units.Find(unitId)?.Code, plan.From);
    }

    private static int Depth(UnitOn unit)
    {
        var depth = 0;
        for (var above = unit.Parent; above is not null; above = above.Parent) depth++;
        return depth;
    }
}
