using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

/// <summary>Tinh giản biên chế: planned, approved, carried out together with the end of the employment and the return of the post.</summary>
public sealed class StreamliningService(Database database, DecisionNames names)
{
    /// <summary>The cases of people in reach; reasons and notes only where personal fields are.</summary>
    [UseCase(Permission.ViewStaffWork, IsList = true)]
    public Task<StreamliningList> ListAsync(StreamliningQuery query, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var scope = db.DemandScope(Permission.ViewStaffWork, db.Today);
            var all = await new StreamliningView(db, names).RowsAsync(await db.Set<StreamliningCase>().ToListAsync(ct), scope, ct);
            return new StreamliningList([.. all.Where(c => Matches(query, c.Case)).Select(c => c.Row)], all.CountBy(c => c.Case.State).ToDictionary(), [.. all.Select(c => c.Case.LeavesOn.Year).Distinct().OrderDescending()],
                !db.ScopeFor(Permission.ChangeStaffWork, db.Today).OfOthers.IsNothing && !db.ScopeFor(Permission.ChangeStaffPersonal, db.Today).OfOthers.IsNothing);
        }, ct);

    /// <summary>The cases of one person, the latest last; none where they are out of reach.</summary>
    [UseCase(Permission.ViewStaffWork, IsList = true)]
    public Task<IReadOnlyList<StreamliningRow>> OfPersonAsync(Guid personId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<StreamliningRow>>(async db =>
        {
            var scope = db.DemandScope(Permission.ViewStaffWork, db.Today);
            return [.. (await new StreamliningView(db, names).RowsAsync(await db.Set<StreamliningCase>().Where(c => c.PersonId == personId).ToListAsync(ct), scope, ct)).Select(c => c.Row)];
        }, ct);

    /// <summary>The register of those whose personal fields are in reach, without what was called off, to be taken out of the house.</summary>
    [UseCase(Permission.ViewStaffPersonal, IsList = true, Exports = true)]
    public Task<IReadOnlyList<StreamliningRegisterRow>> RegisterAsync(StreamliningQuery query, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<StreamliningRegisterRow>>(async db =>
        {
            var (export, personal, view) = (db.DemandExport(Permission.ViewStaffPersonal, db.Today).OfOthers, db.ScopeFor(Permission.ViewStaffPersonal, db.Today).OfOthers, new StreamliningView(db, names));
            var rows = await view.RowsAsync(await db.Set<StreamliningCase>().ToListAsync(ct), export, ct);
            return [.. rows.Where(c => personal.Includes(view.UnitOf(c.Case)) && Matches(query, c.Case) && (query.State is not null || c.Case.State != StreamliningState.Withdrawn)).Select(c => view.Registered(c.Case, c.Row))];
        }, ct);

    /// <summary>Lập hồ sơ: somebody in post is to be streamlined on a day.</summary>
    /// <exception cref="NotFoundException">Not in post on the day before.</exception>
    /// <exception cref="RuleBrokenException">Streamlining.Twice: there is a case already; Streamlining.Leaves: an end of the employment is entered already; and those of <see cref="StreamliningCase.Plan"/>.</exception>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public async Task<Guid> PlanAsync(Guid personId, StreamliningFacts facts, CancellationToken ct = default)
    {
        StreamliningCase? planned = null;
        await database.ChangeAsync(new("Streamlining.Plan"), async db =>
        {
            var post = db.Timeline.On(facts.LeavesOn.AddDays(-1)).Post(personId) ?? throw new NotFoundException(typeof(Employment), personId);
            Demand(db, post.Facts.UnitId, facts.LeavesOn);
            RuleBrokenException.Unless(post.Employment.Primary.History.Until == Effective.Open, "Streamlining.Leaves", post.Person.FullName, post.Employment.Primary.History.Until);
            RuleBrokenException.Unless(!await db.Set<StreamliningCase>().AnyAsync(c => c.PersonId == personId && c.State != StreamliningState.Withdrawn, ct), "Streamlining.Twice", post.Person.FullName);
            db.Add(planned = StreamliningCase.Plan(personId, post.Facts.UnitId, facts));
        }, ct);
        return planned!.Id;
    }

    /// <inheritdoc cref="StreamliningCase.Revise"/>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public Task ReviseAsync(Seen seen, StreamliningFacts facts, CancellationToken ct = default) => EditAsync(new("Streamlining.Revise"), seen, (_, c) => c.Revise(facts), ct);

    /// <inheritdoc cref="StreamliningCase.Approve"/>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public Task ApproveAsync(Seen seen, Guid? decisionId = null, CancellationToken ct = default) => EditAsync(new("Streamlining.Approve", DecisionId: decisionId), seen, (_, c) => c.Approve(decisionId), ct);

    /// <inheritdoc cref="StreamliningCase.Withdraw"/>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) => EditAsync(new("Streamlining.Withdraw", reason), seen, (_, c) => c.Withdraw(reason), ct);

    /// <summary>Carried out, in one change: the employment ends on the day planned, and where the post is returned, what is allocated to the unit and assigned to its receiver falls by one.</summary>
    /// <exception cref="RuleBrokenException">Streamlining.NotApproved; History.Ended: the employment ends already; Quota.NotEnough and those of setting levels.</exception>
    /// <exception cref="ConflictException">Somebody changed the case since it was shown; carries its <see cref="Seen"/> of now.</exception>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangeQuota)]
    public Task ExecuteAsync(Seen seen, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Streamlining.Execute", DecisionId: decisionId), async db =>
        {
            var found = await LoadAsync(db, seen, ct);
            var post = db.Timeline.On(found.LeavesOn.AddDays(-1)).Post(found.PersonId) ?? throw new NotFoundException(typeof(Employment), found.PersonId);
            db.Demand(Permission.ChangeQuota, post.Facts.UnitId, found.LeavesOn);
            found.Execute(decisionId);
            (await db.LoadAsync<Employment>(post.Employment.Id, ct)).End(found.LeavesOn, EmploymentEnd.Streamlined, decisionId);
            if (found.ReturnsPost) await QuotaService.ShiftAsync(db, [.. Shifted(db, post.Facts, found.LeavesOn, -1)], found.LeavesOn, decisionId, ct);
        }, ct);

    /// <summary>It was carried out wrongly, or is called off: the person goes on in the post, which is given back where it was cut; the case is approved as before.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; Streamlining.NotExecuted; Streamlining.LeftOtherwise: the person left on another day, or for another reason, or is back; Quota.LevelsSince; and those of setting levels.</exception>
    /// <exception cref="ConflictException">Somebody changed the case since it was shown; carries its <see cref="Seen"/> of now.</exception>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangeQuota, Permission.CorrectHistory)]
    public Task RevokeAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Streamlining.Revoke", reason), async db =>
        {
            RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
            var found = await LoadAsync(db, seen, ct);
            found.Revoke();
            var post = db.Timeline.On(found.LeavesOn.AddDays(-1)).Post(found.PersonId);
            var employment = post is null ? null : await db.LoadAsync<Employment>(post.Employment.Id, ct);
            if (employment is null || employment.EndsOn != found.LeavesOn || employment.EndReason != EmploymentEnd.Streamlined || db.Timeline.On(found.LeavesOn).Post(found.PersonId) is not null)
                throw new RuleBrokenException("Streamlining.LeftOtherwise");
            db.Demand(Permission.CorrectHistory, post!.Facts.UnitId, found.LeavesOn.AddDays(-1));
            employment.CorrectEnd(null, null, reason);
            if (found.ReturnsPost) await QuotaService.ShiftBackAsync(db, [.. Shifted(db, post.Facts, found.LeavesOn, 1)], found.LeavesOn, ct);
        }, ct);

    /// <summary>One post more or fewer for the unit, and for whoever receives it from above.</summary>
    private static IEnumerable<QuotaSetting> Shifted(OrgDbContext db, AssignmentFacts post, DateOnly on, int by)
    {
        var unit = db.Timeline.On(on).Unit(post.UnitId) ?? throw new RuleBrokenException("OrgUnit.NotThere", db.Timeline.Units.Find(post.UnitId)?.Code ?? "", on);
        yield return By(unit, QuotaKind.Allocated, unit.Allocated[post.Category]);
        for (var at = unit; at is not null; at = at.Parent)
            if (at.Receives(post.Category))
            {
                yield return By(at, QuotaKind.Assigned, at.Assigned!.Value[post.Category]);
                break;
            }

        QuotaSetting By(UnitOn of, QuotaKind kind, int has)
        {
            RuleBrokenException.Unless(has + by >= 0, "Quota.NotEnough", of.Name, has);
            return new(of.Id, kind, post.Category, has + by);
        }
    }

    private Task EditAsync(ChangeInfo info, Seen seen, Action<OrgDbContext, StreamliningCase> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(db, await LoadAsync(db, seen, ct)), ct);

    private Task<StreamliningCase> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<StreamliningCase>(seen, c => Demand(db, new StreamliningView(db, names).UnitOf(c), c.LeavesOn), c => new Seen(c.Id, c.Version), ct);

    private static void Demand(OrgDbContext db, Guid unitId, DateOnly leavesOn)
    {
        db.Demand(Permission.ChangeStaffWork, unitId, leavesOn.AddDays(-1));
        db.Demand(Permission.ChangeStaffPersonal, unitId, leavesOn.AddDays(-1));
    }

    private static bool Matches(StreamliningQuery query, StreamliningCase c) => (query.State is null || c.State == query.State) && (query.Year is null || c.LeavesOn.Year == query.Year);
}
