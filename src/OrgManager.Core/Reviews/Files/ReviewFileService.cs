using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>Hồ sơ kiểm điểm of one subject: read, and led from step to step.</summary>
public sealed class ReviewFileService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>What is written has use cases of its own.</summary>
    private static readonly ReviewAct[] Moves = [ReviewAct.PassOver, ReviewAct.Gather, ReviewAct.Propose, ReviewAct.Verify, ReviewAct.Notify, ReviewAct.Complain, ReviewAct.Archive, ReviewAct.Return], Looks = [ReviewAct.Return, ReviewAct.Reopen];

    /// <summary>A member's file of a year; another's is shown only after the reading of it is logged.</summary>
    /// <exception cref="NotFoundException">No review of that member in that year.</exception>
    /// <exception cref="AccessDeniedException">The member is out of reach; whether there is a review is not told.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<ReviewFileDetails> OfMemberAsync(int year, string personCode, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var person = db.Timeline.PersonByCode(personCode) ?? throw new AccessDeniedException(Permission.ViewReviews);
            var (review, cycle) = await FindAsync(db, year, r => r.PersonId == person.Id && r.Subject == ReviewSubject.Member, ct);
            if (review is null)
                throw person.Id == db.Actor.PersonId || (db.Timeline.MembershipNear(person.Id, db.Today) is { } near && AccessRules.Reaches(db, Permission.ViewReviews, near.CellId, db.Today))
                    ? new NotFoundException(typeof(Review), year) : new AccessDeniedException(Permission.ViewReviews);
            return await ShowAsync(db, review, cycle!, [person.Code], ct);
        }, ct);

    /// <summary>The file of a cell itself.</summary>
    /// <inheritdoc cref="OfMemberAsync" path="/exception"/>
    [UseCase(Permission.ViewReviews)]
    public Task<ReviewFileDetails> OfCellAsync(int year, string cellCode, CancellationToken ct = default) => OfUnitAsync(year, cellCode, ReviewSubject.Cell, ct);

    /// <summary>The file of a leadership collective: of a cell's committee, or of the committee itself.</summary>
    /// <inheritdoc cref="OfMemberAsync" path="/exception"/>
    [UseCase(Permission.ViewReviews)]
    public Task<ReviewFileDetails> OfCollectiveAsync(int year, string unitCode, CancellationToken ct = default) => OfUnitAsync(year, unitCode, ReviewSubject.Collective, ct);

    /// <summary>The reader's own reviews as a member and at work, the newest first.</summary>
    [UseCase(Permission.ViewReviews)]
    public Task<IReadOnlyList<OwnReview>> MineAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<OwnReview>>(async db =>
        {
            if (!AccessRules.IsGiven(db.Actor, Permission.ViewReviews, db.Today)) throw new AccessDeniedException(Permission.ViewReviews);
            if (db.Actor.PersonId is not { } person || db.Timeline.People.Find(person) is not { } own) return [];
            var found = await db.Set<Review>().Where(r => r.PersonId == person).Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (r, c) => new { Review = r, Cycle = c }).ToListAsync(ct);
            var ids = found.ConvertAll(f => f.Review.Id);
            var drafts = await db.Set<ReviewDraft>().Where(d => d.UserId == db.Actor.UserId && ids.Contains(d.ReviewId)).Select(d => d.ReviewId).ToListAsync(ct);
            var rules = await db.Set<RuleSet>().ToListAsync(ct);
            return [.. found.OrderByDescending(f => f.Cycle.Year).ThenBy(f => f.Review.Subject).Select(f => new OwnReview(f.Cycle.Year, new(own.Code, own.FullName), f.Review.Step, f.Cycle.ClosedOn is null && ReviewSteps.AsksForSelfReview(f.Review.Step) && !IsExempt(f.Review, rules), drafts.Contains(f.Review.Id),
                ReviewFileView.IsTold(f.Review, f.Cycle) ? f.Review.Grade : null, UnitNames.Ref(db.Timeline.Units.Find(f.Review.CellId)!, db.Today), rules.Single(r => r.Code == f.Cycle.RuleSetCode).Facts, f.Cycle.ClosedOn) { Subject = f.Review.Subject })];
        }, ct);

    /// <summary>What works for the cell, or for the committee above it, does with files: passed over, ready for the meeting, verified, notified, returned with a reason …, all or none.</summary>
    /// <param name="files">Each the review's id and the version of its file that was seen.</param>
    /// <exception cref="ConflictException">Somebody changed one of them since; nothing was done.</exception>
    /// <exception cref="RuleBrokenException">ReviewFile.NotNow, ReviewFile.OwnMove, ReviewFile.ResultsOnly, ReviewCycle.Closed, History.ReasonMissing.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task MoveAsync(IReadOnlyList<Seen> files, ReviewAct act, string? remark = null, CancellationToken ct = default) =>
        GoAsync(Permission.EnterReviews, files, act, remark, Moves, ct);

    /// <summary>Gửi đề nghị: the cell's secretary sends what the cell proposes to the committee.</summary>
    /// <inheritdoc cref="MoveAsync" path="/exception"/>
    [UseCase(Permission.ProposeReviews)]
    public Task ProposeAsync(IReadOnlyList<Seen> files, string? remark = null, CancellationToken ct = default) =>
        GoAsync(Permission.ProposeReviews, files, ReviewAct.Propose, remark, Moves, ct);

    /// <summary>The committee returns files to be verified again, or looks again at what it has decided; what was decided before stays in the file.</summary>
    /// <inheritdoc cref="MoveAsync" path="/exception"/>
    [UseCase(Permission.DecideReviews)]
    public Task ReconsiderAsync(IReadOnlyList<Seen> files, ReviewAct act, string reason, CancellationToken ct = default) =>
        GoAsync(Permission.DecideReviews, files, act, reason, Looks, ct);

    /// <summary>Writes down an opinion: of a mass organisation, of the place of residence.</summary>
    /// <exception cref="RuleBrokenException">ReviewFile.TextMissing, ReviewFile.TextTooLong, and those of <see cref="MoveAsync"/>.</exception>
    /// <inheritdoc cref="MoveAsync" path="/exception[@cref='T:OrgManager.Common.ConflictException']"/>
    [UseCase(Permission.EnterReviews)]
    public Task HearAsync(Seen file, string from, string text, CancellationToken ct = default) =>
        WriteAsync("ReviewFile.Hear", file, ReviewAct.Opine, (found, by) => found.Hear(from, text, by), ct);

    /// <summary>What happened in the year that the rules ask for: discipline, three months of illness, degeneration concluded.</summary>
    /// <inheritdoc cref="HearAsync" path="/exception"/>
    [UseCase(Permission.EnterReviews)]
    public Task SetFactsAsync(Seen file, YearFacts facts, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewFile.SetFacts"), async db => (await new FileDesk(db, clock).EnteredAsync(file, demandOpen: true, ct)).SetFacts(facts), ct);

    private Task<ReviewFileDetails> OfUnitAsync(int year, string code, ReviewSubject of, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var unit = db.Timeline.UnitByCode(code) ?? throw new AccessDeniedException(Permission.ViewReviews);
            db.Demand(Permission.ViewReviews, unit.Id, db.Today);
            var (review, cycle) = await FindAsync(db, year, r => r.CellId == unit.Id && r.Subject == of, ct);
            return await ShowAsync(db, review ?? throw new NotFoundException(typeof(Review), year), cycle!, [], ct);
        }, ct);

    private Task WriteAsync(string verb, Seen seen, ReviewAct act, Action<ReviewFile, Signature> write, CancellationToken ct) =>
        database.ChangeAsync(new(verb), async db =>
        {
            var desk = new FileDesk(db, clock);
            write((await desk.OpenAsync(seen, act, Permission.EnterReviews, ct)).File, desk.By);
        }, ct);

    private Task GoAsync(Permission permission, IReadOnlyList<Seen> files, ReviewAct act, string? remark, ReviewAct[] known, CancellationToken ct) =>
        database.ChangeAsync(new($"ReviewFile.{act}", string.IsNullOrWhiteSpace(remark) ? null : remark), async db =>
        {
            var desk = new FileDesk(db, clock);
            foreach (var seen in files)
            {
                var found = await desk.OpenAsync(seen, act, permission, ct);
                RuleBrokenException.Unless(known.Contains(act), "ReviewFile.NotNow", found.Review.Step);
                if (act == ReviewAct.Reopen) found.Review.Resolve(null);
                found.Go(remark, desk.By);
            }
        }, ct);

    private async Task<ReviewFileDetails> ShowAsync(OrgDbContext db, Review review, ReviewCycle cycle, string[] people, CancellationToken ct)
    {
        var reach = new ReviewReach(db, review, cycle);
        if (!reach.Sees) throw new AccessDeniedException(Permission.ViewReviews);
        var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
        var details = await new ReviewFileView(db, review, cycle, rules).DetailsAsync(ct);
        await log.WriteAsync(db.Actor, "ReviewFile", FieldClass.Review, reach.IsSubject ? [] : people, ct);
        return details;
    }

    private static bool IsExempt(Review review, List<RuleSet> rules) => review.NotGradedReason is { } reason && rules.Single(r => r.Code == review.RuleSetCode).Facts.Exempt.Any(e => e.Code == reason);

    private static async Task<(Review?, ReviewCycle?)> FindAsync(OrgDbContext db, int year, System.Linq.Expressions.Expression<Func<Review, bool>> which, CancellationToken ct)
    {
        var found = await db.Set<Review>().Where(which).Join(db.Set<ReviewCycle>().Where(c => c.Year == year), r => r.CycleId, c => c.Id, (r, c) => new { Review = r, Cycle = c }).OrderByDescending(x => x.Review.Id).FirstOrDefaultAsync(ct);
        return (found?.Review, found?.Cycle);
    }
}
