using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Jobs;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Opens a year: a cycle for each committee, and a review of every member, cell and, where asked, collective, all in one change.</summary>
internal sealed class CycleOpening(OrgDbContext db, CycleOrder order)
{
    /// <summary>From so many on it is done as a job.</summary>
    public const int Large = 2000;

    private readonly OrgSnapshot _on = db.Timeline.On(order.On);

    /// <exception cref="RuleBrokenException">RuleSet.Unknown, RuleSet.RecordsOnly, ReviewCycle.Exists, ReviewCycle.NobodyToReview, ReviewCycle.DeadlinesOutOfOrder.</exception>
    public async Task RunAsync(IProgress<JobProgress>? progress, CancellationToken ct)
    {
        var plans = await PlanAsync(ct);
        var open = await OpenAsync(plans, ct);
        RuleBrokenException.Unless(open.Count == 0, "ReviewCycle.Exists", order.Year);
        RuleBrokenException.Unless(plans.Count > 0, "ReviewCycle.NobodyToReview", order.On);
        var (done, total) = (0, plans.Sum(p => p.Lines.Count));
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            var cycle = ReviewCycle.Open(order.Year, plan.Committee.Id, order.RuleSetCode, order.Mode);
            if (order.Deadlines is { } deadlines) cycle.SetDeadlines(deadlines);
            db.Add(cycle);
            db.AddRange(plan.Lines.Select(line => ReviewOf(cycle, line)));
            progress?.Report(new(done += plan.Lines.Count, 2L * total)); // the other half is writing them down
        }
    }

    public async Task<CyclePreview> PreviewAsync(CancellationToken ct)
    {
        var plans = await PlanAsync(ct);
        var lines = plans.SelectMany(p => p.Lines).ToList();
        var names = db.ScopeFor(Permission.ViewPartyRecord, order.On);
        var told = lines.Where(l => l.Entry != RollEntry.Graded || l.DecidedAbove).Take(CyclePreview.MostRows)
            .Select(l => new RollRow(Ref(l.Unit), l.Member is { } m && names.Includes(l.Unit.Id) ? new(m.Person.Code, m.Person.FullName) : null, l.Subject, l.Entry, l.Reason, l.DecidedAbove));
        var reasons = lines.Where(l => l.Reason is not null).GroupBy(l => (l.Reason, l.Entry, l.Subject)).Select(g => new RollReason(g.Key.Reason!, g.Key.Entry, g.Key.Subject, g.Count()));
        return new([.. plans.Select(p => Ref(p.Committee))], await OpenAsync(plans, ct), lines.Count(l => l.Subject == ReviewSubject.Cell), lines.Count(l => l.Member is not null),
            lines.Count(l => l.Subject == ReviewSubject.Collective), lines.Count(l => l.DecidedAbove && l.Reason is null), [.. reasons], [.. told], lines.Count >= Large);
    }

    private async Task<List<CommitteeRoll>> PlanAsync(CancellationToken ct)
    {
        db.Demand(Permission.EnterReviews, order.CommitteeId, order.On);
        var rules = (await db.Set<RuleSet>().SingleOrDefaultAsync(r => r.Code == order.RuleSetCode, ct) ?? throw new RuleBrokenException("RuleSet.Unknown", order.RuleSetCode)).Facts;
        RuleBrokenException.Unless(!rules.RecordsOnly, "RuleSet.RecordsOnly", order.RuleSetCode);
        return [.. new CyclePlanner(_on, rules, order.Collectives).Of(order.CommitteeId)];
    }

    /// <summary>The committees whose year was opened before.</summary>
    private async Task<List<UnitRef>> OpenAsync(List<CommitteeRoll> plans, CancellationToken ct)
    {
        var opened = await db.Set<ReviewCycle>().AsNoTracking().Where(c => c.Year == order.Year).Select(c => c.CommitteeId).ToListAsync(ct);
        return [.. plans.Select(p => p.Committee).Where(c => opened.Contains(c.Id)).Select(Ref)];
    }

    private static Review ReviewOf(ReviewCycle cycle, RollLine line)
    {
        var review = line.Member is { } member ? Review.OfMember(cycle, member.Person.Id, line.Unit.Id, line.DecidedAbove)
            : line.Subject == ReviewSubject.Collective ? Review.OfCollective(cycle, line.Unit.Id, line.DecidedAbove) : Review.OfCell(cycle, line.Unit.Id);
        if (line.Reason is { } reason) review.LeaveUngraded(reason);
        return review;
    }

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
