using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Kỳ kiểm điểm, đánh giá, xếp loại: opened, followed, closed, opened again.</summary>
public sealed class ReviewCycleService(Database database)
{
    private const int MonthsBeforeGraded = 6; // HD 21-HD/BTCTW (2019): admitted for less, reviewed but not graded; the reason's code is data of the rule set

    /// <summary>The boards of a year (the latest if none is named) in reach, with numbers by cell and no names.</summary>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<ReviewYears> BoardsAsync(int? year, CancellationToken ct = default) => ReadAsync(year, db => db.DemandScope(Permission.ViewReviews, db.Today), null, ct);

    /// <summary>The same boards, of cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewReviews, IsList = true)]
    public Task<ReviewYears> ExportAsync(int? year, CancellationToken ct = default) => ReadAsync(year, db => db.DemandExport(Permission.ViewReviews, db.Today), Permission.Export, ct);

    private Task<ReviewYears> ReadAsync(int? year, Func<OrgDbContext, Scope> demand, Permission? also, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            demand(db);
            var years = await db.Set<ReviewCycle>().Select(c => c.Year).Distinct().OrderDescending().ToListAsync(ct);
            var shown = year ?? years.FirstOrDefault();
            var rules = await db.Set<RuleSet>().ToListAsync(ct);
            var boards = new List<ReviewBoard>();
            foreach (var cycle in await db.Set<ReviewCycle>().Where(c => c.Year == shown).ToListAsync(ct))
            {
                var reviews = await db.Set<Review>().Where(r => r.CycleId == cycle.Id).ToListAsync(ct);
                var board = new ReviewView(db, cycle, rules.Single(r => r.Code == cycle.RuleSetCode).Facts, reviews).Board(also);
                if (board.ByCell.Count > 0) boards.Add(board);
            }
            var opens = db.ScopeFor(Permission.EnterReviews, db.Today);
            return new ReviewYears(years, boards, [.. db.Timeline.On(db.Today).Tree(Branch.Party).Where(u => opens.Includes(u.Id) && u.Children.Any(c => c.Kind.Cell)).Select(u => new UnitRef(u.Id, u.Code, u.Name))],
                [.. rules.Select(r => r.Facts).Where(r => r.Kind == "Party").OrderBy(r => r.ValidFrom)]);
        }, ct);

    /// <summary>Opens a year of a committee under one version of the rules: a review of every member and of every cell below it on that day; the exempt and those admitted for under 6 months are left ungraded, leaders of the whole wait for the level above.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.Unknown, ReviewCycle.Exists, ReviewCycle.NobodyToReview.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task OpenAsync(int year, Guid committeeId, string ruleSetCode, DateOnly on, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewCycle.Open"), async db =>
        {
            db.Demand(Permission.EnterReviews, committeeId, on);
            var rules = (await db.Set<RuleSet>().SingleOrDefaultAsync(r => r.Code == ruleSetCode, ct) ?? throw new RuleBrokenException("RuleSet.Unknown", ruleSetCode)).Facts;
            var exists = await db.Set<ReviewCycle>().AnyAsync(c => c.CommitteeId == committeeId && c.Year == year, ct);
            RuleBrokenException.Unless(!exists, "ReviewCycle.Exists", year);
            var (snapshot, cycle) = (db.Timeline.On(on), ReviewCycle.Open(year, committeeId, ruleSetCode, CycleMode.ResultsOnly));
            var cells = snapshot.Subtree(committeeId).Where(u => u.Kind.Cell).ToList();
            RuleBrokenException.Unless(cells.Exists(c => c.Members.Count > 0), "ReviewCycle.NobodyToReview", on);
            db.Add(cycle);
            foreach (var cell in cells)
            {
                db.Add(Review.OfCell(cycle, cell.Id));
                db.AddRange(cell.Members.Select(member => OfMember(cycle, snapshot, member, cell.Id, rules)));
            }
        }, ct);

    /// <inheritdoc cref="ReviewCycle.Close"/>
    [UseCase(Permission.DecideReviews)]
    public Task CloseAsync(Seen seen, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("ReviewCycle.Close", DecisionId: decisionId), seen,
            async (db, cycle) => cycle.Close(on, await db.Set<Review>().Where(r => r.CycleId == cycle.Id).ToListAsync(ct), decisionId), ct);

    /// <inheritdoc cref="ReviewCycle.Reopen"/>
    [UseCase(Permission.DecideReviews)]
    public Task ReopenAsync(Seen seen, string reason, CancellationToken ct = default) =>
        EditAsync(new("ReviewCycle.Reopen", reason), seen, (_, cycle) => { cycle.Reopen(reason); return Task.CompletedTask; }, ct);

    private Task EditAsync(ChangeInfo info, Seen seen, Func<OrgDbContext, ReviewCycle, Task> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => await apply(db, await db.LoadAsync<ReviewCycle>(
            seen, c => db.Demand(Permission.DecideReviews, c.CommitteeId, db.Today), c => new Seen(c.Id, c.Version), ct)), ct);

    private static Review OfMember(ReviewCycle cycle, OrgSnapshot on, MemberOn member, Guid cellId, RuleSetFacts rules)
    {
        var post = on.Post(member.Person.Id);
        var leads = post is { Facts.Headship: Headship.Head or Headship.Deputy, Unit.Parent: null };
        var review = Review.OfMember(cycle, member.Person.Id, cellId, leads);
        if (ReasonNotGraded(member, on.Day, rules) is { } reason) review.LeaveUngraded(reason);
        return review;
    }

    private static string? ReasonNotGraded(MemberOn member, DateOnly on, RuleSetFacts rules)
    {
        if (rules.Exempt.FirstOrDefault(e => e.Code == member.Facts.Participation.ToString()) is { } exempt) return exempt.Code;
        return member.Line.AdmittedOn.AddMonths(MonthsBeforeGraded) > on ? rules.NotGraded.FirstOrDefault(r => r.Code == "AdmittedUnderSixMonths")?.Code : null;
    }
}
