using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Jobs;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>Kỳ kiểm điểm, đánh giá, xếp loại: opened, followed, closed, opened again.</summary>
public sealed class ReviewCycleService(Database database, OrgClock clock, ReadLog log, JobBell bell)
{
    internal const string OpenVerb = "ReviewCycle.Open";

    /// <summary>The boards of a year (the latest if none is named) in reach, with numbers by cell and no names; a page of cells, and the sums of all.</summary>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<ReviewYears> BoardsAsync(int? year, BoardQuery? query = null, CancellationToken ct = default) =>
        ReadAsync(ReviewSubject.Member, year, query ?? new(), db => db.DemandScope(Permission.ViewReviews, db.Today), null, ct);

    /// <summary>The boards of a year of staff, unit by unit, to who grades staff or sees reviews there.</summary>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, IsList = true)]
    public Task<ReviewYears> StaffBoardsAsync(int? year, BoardQuery? query = null, CancellationToken ct = default) =>
        ReadAsync(ReviewSubject.Staff, year, query ?? new(), db => ReviewRights.DemandList(db, ReviewSubject.Staff), null, ct);

    /// <summary>The same boards whole, of cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewReviews, IsList = true)]
    public Task<ReviewYears> ExportAsync(int? year, BoardQuery? query = null, CancellationToken ct = default) =>
        ReadAsync(ReviewSubject.Member, year, (query ?? new()) with { Skip = 0, Take = int.MaxValue }, db => db.DemandExport(Permission.ViewReviews, db.Today), Permission.Export, ct);

    /// <summary>The same boards of staff whole, of units whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, Exports = true, IsList = true)]
    public Task<ReviewYears> ExportStaffAsync(int? year, BoardQuery? query = null, CancellationToken ct = default) =>
        ReadAsync(ReviewSubject.Staff, year, (query ?? new()) with { Skip = 0, Take = int.MaxValue },
            db => ReviewRights.DemandStaffExport(db), Permission.Export, ct);

    private Task<ReviewYears> ReadAsync(ReviewSubject of, int? year, BoardQuery query, Action<OrgDbContext> demand, Permission? also, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            demand(db);
            var years = await db.Set<ReviewCycle>().Where(c => c.Subject == of).Select(c => c.Year).Distinct().OrderDescending().ToListAsync(ct);
            var (boards, total, committees) = await new BoardReader(db, of, year ?? years.FirstOrDefault(db.Today.Year), also).ReadAsync(query, ct);
            var opens = db.ScopeFor(ReviewRights.ToEnter(of), db.Today).OfOthers;
            var rules = opens.HasUnits ? await db.Set<RuleSet>().ToListAsync(ct) : [];
            return new ReviewYears(years, boards, opens.HasUnits ? [.. Keepers(db, of).Where(u => opens.Includes(u.Id)).Select(u => new UnitRef(u.Id, u.Code, u.Name))] : [],
                [.. rules.Select(r => r.Facts).Where(r => !r.RecordsOnly && r.IsOfStaff == (of == ReviewSubject.Staff)).OrderBy(r => r.ValidFrom).ThenBy(r => r.CopyOf is not null).ThenBy(r => r.Id, StringComparer.Ordinal)])
            { Total = total, Committees = committees };
        }, ct);

    /// <summary>Where a year can be opened.</summary>
    private static IEnumerable<UnitOn> Keepers(OrgDbContext db, ReviewSubject of) => of == ReviewSubject.Staff
        ? db.Timeline.On(db.Today).Roots(Branch.Government).Where(StaffPlanner.Keeps) : db.Timeline.On(db.Today).Tree(Branch.Party).Where(CyclePlanner.Keeps);

    /// <summary>What opening a year would make: how many are reviewed, who is not and why; names only to who may see them.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.Unknown, RuleSet.RecordsOnly.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task<CyclePreview> PreviewAsync(CycleOrder order, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var preview = await new CycleOpening(db, order).PreviewAsync(ct);
            await log.WriteAsync(db.Actor, "ReviewRoll", preview.Subject == ReviewSubject.Staff ? FieldClass.Work : FieldClass.Party, preview.Rows.Select(r => r.Person?.Code).OfType<string>(), ct);
            return preview;
        }, ct);

    /// <summary>Opens a year as it is ordered: at once, or where it is large as a job that waits on the owner's home page.</summary>
    /// <returns>Whether it is open already.</returns>
    /// <exception cref="RuleBrokenException">Those of the opening; ReviewCycle.Underway: the same year is being opened already.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public async Task<bool> OrderAsync(CycleOrder order, CancellationToken ct = default)
    {
        RuleBrokenException.Unless(order.Deadlines?.IsInOrder != false, "ReviewCycle.DeadlinesOutOfOrder");
        var preview = await database.ReadAsync(db => new CycleOpening(db, order).PreviewAsync(ct), ct);
        if (!preview.IsLarge)
        {
            await database.ChangeAsync(new(OpenVerb), db => new CycleOpening(db, order).RunAsync(null, ct), ct);
            return true;
        }
        RuleBrokenException.Unless(preview.Open.Count == 0, "ReviewCycle.Exists", order.Year);
        await database.ChangeAsync(new("ReviewCycle.Order"), async db =>
        {
            db.Demand(ReviewRights.ToEnter(preview.Subject), order.CommitteeId, order.On);
            var underway = await db.Set<Job>().Where(j => j.Kind == CycleJob.Kind && (j.State == JobState.Waiting || j.State == JobState.Running)).Select(j => j.Input).ToListAsync(ct);
            RuleBrokenException.Unless(!underway.Exists(input => CycleJob.Opens(input, order)), "ReviewCycle.Underway");
            db.Add(Job.Ask(db.Actor.UserId ?? throw new AccessDeniedException(ReviewRights.ToEnter(preview.Subject)), CycleJob.Kind, CycleJob.Input(order), clock.NowUtc));
        }, ct);
        bell.Ring();
        return false;
    }

    /// <summary>Opens a year of a committee under one version of the rules, results only: a review of every member and of every cell below it on that day; who is not reviewed or not graded is left ungraded with the reason, leaders of the whole wait for the level above.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.Unknown, RuleSet.RecordsOnly, ReviewCycle.Exists, ReviewCycle.NobodyToReview.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task OpenAsync(int year, Guid committeeId, string ruleSetCode, DateOnly on, CancellationToken ct = default) =>
        database.ChangeAsync(new(OpenVerb), db => new CycleOpening(db, new(year, committeeId, ruleSetCode, on)).RunAsync(null, ct), ct);

    /// <inheritdoc cref="ReviewCycle.SetDeadlines"/>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task SetDeadlinesAsync(Seen seen, CycleDeadlines deadlines, CancellationToken ct = default) =>
        EditAsync(new("ReviewCycle.SetDeadlines"), ReviewRights.ToEnter, seen, (_, cycle) => { cycle.SetDeadlines(deadlines); return Task.CompletedTask; }, ct);

    /// <summary>Freezes the year's figures with a hash over every result.</summary>
    /// <param name="remark">The committee's answer to what was found: over the cap, or a cell whose every member is excellent.</param>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.ReviewsOpen: with how many, and where; ReviewCycle.OverCap: the rules block it; ReviewCycle.RemarkMissing.</exception>
    [UseCase(Permission.DecideReviews, Permission.GradeStaff, Any = true)]
    public Task CloseAsync(Seen seen, DateOnly on, Guid? decisionId = null, string? remark = null, CancellationToken ct = default) =>
        EditAsync(new("ReviewCycle.Close", remark, decisionId), ReviewRights.ToDecide, seen, (db, cycle) => new CycleSettling(db, cycle).CloseAsync(on, decisionId, remark, ct), ct);

    /// <inheritdoc cref="ReviewCycle.Reopen"/>
    [UseCase(Permission.DecideReviews, Permission.GradeStaff, Any = true)]
    public Task ReopenAsync(Seen seen, string reason, CancellationToken ct = default) =>
        EditAsync(new("ReviewCycle.Reopen", reason), ReviewRights.ToDecide, seen, (db, cycle) => { cycle.Reopen(reason, db.Today); return Task.CompletedTask; }, ct);

    /// <summary>Who of a committee waits for the level above, by name; reading it is logged.</summary>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task<IReadOnlyList<AboveRow>> AwaitedAsync(Guid cycleId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(cycleId, ct);
            db.Demand(ReviewRights.ToEnter(cycle.Subject), cycle.CommitteeId, db.Today);
            var rows = await new CycleSettling(db, cycle).AwaitedAsync(ct);
            await log.WriteAsync(db.Actor, "ReviewsAbove", FieldClass.Review, rows.Where(r => !r.IsOwn).Select(r => r.Person?.Code).OfType<string>(), ct);
            return rows;
        }, ct);

    /// <summary>Enters grades that the level above decided, also when the year is closed: then its figures are frozen anew beside the earlier ones. Where full files are kept, what was decided stands in them, and answers whoever asked to look again.</summary>
    /// <exception cref="ConflictException">Somebody entered one of them since; nothing was saved.</exception>
    /// <exception cref="RuleBrokenException">Review.OwnGrade; Review.NotAwaited: it is not decided above, or the year was closed with its grade; RuleSet.GradeUnknown.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task ArriveAsync(Guid cycleId, IReadOnlyList<GradeDecided> grades, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewCycle.Arrive", DecisionId: decisionId), async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(cycleId, ct);
            db.Demand(ReviewRights.ToEnter(cycle.Subject), cycle.CommitteeId, db.Today);
            await new CycleSettling(db, cycle).ArriveAsync(new FileDesk(db, clock), grades, on, decisionId, ct);
        }, ct);

    private Task EditAsync(ChangeInfo info, Func<ReviewSubject, Permission> permission, Seen seen, Func<OrgDbContext, ReviewCycle, Task> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => await apply(db, await db.LoadAsync<ReviewCycle>(
            seen, c => db.Demand(permission(c.Subject), c.CommitteeId, db.Today), c => new Seen(c.Id, c.Version), ct)), ct);
}
