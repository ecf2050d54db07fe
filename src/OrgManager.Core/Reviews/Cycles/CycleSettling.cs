using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>Closes a year, and takes in what comes from above: what is open, found and frozen is counted by the database.</summary>
internal sealed class CycleSettling(OrgDbContext db, ReviewCycle cycle)
{
    private const int PlacesTold = 5;

    private IQueryable<Review> All => db.Set<Review>().Where(r => r.CycleId == cycle.Id);

    private IQueryable<Review> NewerProposals => All.Where(r => r.Grade != null && r.ProposedGrade != null && r.ProposedGrade != r.Grade && (r.State == ReviewState.Proposed || r.State == ReviewState.AwaitingAbove));

    public async Task CloseAsync(DateOnly on, Guid? decisionId, string? remark, CancellationToken ct)
    {
        cycle.DemandOpen();
        await DemandNothingOpenAsync(ct);
        foreach (var review in await NewerProposals.ToListAsync(ct)) review.Affirm();
        await DemandAnsweredAsync(remark, ct);
        cycle.Freeze(on, FrozenFigures.Of(await ResultsAsync(ct)), decisionId, remark);
    }

    public async Task<IReadOnlyList<AboveRow>> AwaitedAsync(CancellationToken ct) => [.. (await AboveRow.OfAsync(db, [cycle], ct))[cycle.Id]];

    public async Task ArriveAsync(FileDesk desk, IReadOnlyList<GradeDecided> grades, DateOnly on, Guid? decisionId, CancellationToken ct)
    {
        var rules = await RulesAsync(ct);
        foreach (var arrived in grades)
        {
            var review = await db.LoadAsync<Review>(arrived.Review, r => new Seen(r.Id, r.Version), ct);
            RuleBrokenException.Unless(review.CycleId == cycle.Id && review is { DecidedAbove: true, NotGradedReason: null } && (review.State == ReviewState.AwaitingAbove || cycle.ClosedOn is null) && arrived.Grade is not null, "Review.NotAwaited");
            RuleBrokenException.Unless(review.PersonId is null || review.PersonId != db.Actor.PersonId, "Review.OwnGrade");
            RuleBrokenException.Unless(rules.Rank(arrived.Grade!) < rules.Grades.Count, "RuleSet.GradeUnknown", arrived.Grade);
            var isNew = arrived.Grade != review.Grade;
            review.Resolve(arrived.Grade);
            if (review.Step is { } step) await TellAsync(desk, review, step, arrived, isNew, ct);
        }
        if (cycle.ClosedOn is null || grades.Count == 0) return;
        var came = grades.ToDictionary(g => g.Review.Id, g => g.Grade);
        cycle.Supplement(on, FrozenFigures.Of(await ResultsAsync(ct, came)), decisionId);
    }

    /// <summary>What the level above decided stands in the full file, which waits for the notice: again where another grade came, or where the subject had asked to look again.</summary>
    private async Task TellAsync(FileDesk desk, Review review, ReviewStep step, GradeDecided arrived, bool isNew, CancellationToken ct)
    {
        var file = await desk.FileAsync(review, ct);
        file.Decide(arrived.Grade!, arrived.Remark, desk.By);
        if (step is ReviewStep.Complaint or < ReviewStep.Notice || (isNew && step != ReviewStep.Notice))
            new FileInHand(review, cycle, file, Decided(step)).Go(arrived.Remark, desk.By);
    }

    /// <summary>Decided above, from whatever step: the file does not wait for its cell.</summary>
    private static MoveRule Decided(ReviewStep from) => new() { Act = ReviewAct.Decide, From = [from], To = ReviewStep.Notice, May = Permission.EnterReviews, By = ReviewRelation.Committee };

    /// <summary>Says how many are open, and in which cells most of them.</summary>
    private async Task DemandNothingOpenAsync(CancellationToken ct)
    {
        var places = await All.Where(r => r.State == ReviewState.Open || r.Step == ReviewStep.Complaint || (r.State == ReviewState.Proposed && (r.Grade == null || r.ProposedGrade == null || r.Grade == r.ProposedGrade)))
            .GroupBy(r => r.CellId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        if (places.Count == 0) return;
        var told = places.OrderByDescending(p => p.Count).Take(PlacesTold).Select(p => $"{UnitNames.Ref(db.Timeline.Units.Find(p.Key)!, db.Today).Name}: {p.Count.ToString(CultureInfo.InvariantCulture)}");
        throw new RuleBrokenException("ReviewCycle.ReviewsOpen", places.Sum(p => p.Count), $" ({string.Join("; ", told)}{(places.Count > PlacesTold ? "; …" : "")})");
    }

    /// <summary>Not running after achievements: what was found is answered before the figures stand.</summary>
    private async Task DemandAnsweredAsync(string? remark, CancellationToken ct)
    {
        var rules = await RulesAsync(ct);
        var groups = new CycleGroups(cycle, rules);
        var tallies = groups.Bind ? await GradeTally.OfCellsAsync(All, ct) : await GradeTally.OfCyclesAsync(All, ct);
        var whole = new[] { cycle.Subject, cycle.OwnSubject }.Select(s => (Cap: groups.Whole.CapOf(s), Counts: GradeTally.Decided(s, tallies, groups.Whole)));
        var within = groups.Count(tallies).SelectMany(g => new[] { g.DecidedMembers, g.DecidedCells }).Select(c => (Cap: groups.Within.CapOf(c.Subject), Counts: c));
        var over = whole.Concat(within).Where(c => c.Counts.OverCap).ToList();
        RuleBrokenException.Unless(!over.Exists(c => c.Cap!.IsBlock), "ReviewCycle.OverCap", over.Count == 0 ? 0 : over[0].Counts.ByGrade[over[0].Cap!.Grade], over.Count == 0 ? 0 : over[0].Counts.Most);
        var best = rules.Grades[0].Code;
        var excellent = over.Count > 0 || (await CellTally.ReadAsync(All, cycle.OwnSubject, [best], ct)).Exists(t => t.AllExcellent);
        excellent = excellent || await DisciplineYear.AnyAsync(db, cycle.Year, All.Where(r => r.Subject == ReviewSubject.Member && r.Grade == best).Select(r => r.PersonId), ct);
        RuleBrokenException.Unless(!excellent || !string.IsNullOrWhiteSpace(remark), "ReviewCycle.RemarkMissing");
        RuleBrokenException.Unless(remark is null || remark.Length <= CycleClosing.RemarkLength, "ReviewCycle.RemarkTooLong", CycleClosing.RemarkLength);
    }

    private async Task<RuleSetFacts> RulesAsync(CancellationToken ct) => (await db.Set<RuleSet>().AsNoTracking().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;

    /// <param name="came">Grades not written yet, by review.</param>
    private async Task<List<FrozenResult>> ResultsAsync(CancellationToken ct, Dictionary<Guid, string?>? came = null)
    {
        var results = await All.Select(r => new { r.Id, r.Subject, r.CellId, r.PersonId, r.Grade, r.NotGradedReason }).ToListAsync(ct);
        return [.. results.Select(r => new FrozenResult(r.Subject, r.CellId, r.PersonId, came?.GetValueOrDefault(r.Id) ?? r.Grade, r.NotGradedReason))];
    }
}
