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

    /// <exception cref="RuleBrokenException">RuleSet.Unknown, RuleSet.RecordsOnly, ReviewCycle.Exists, ReviewCycle.NobodyToReview, ReviewCycle.DeadlinesOutOfOrder; ReviewCycle.StaffResultsOnly: of staff no full files are kept.</exception>
    public async Task RunAsync(IProgress<JobProgress>? progress, CancellationToken ct)
    {
        var (subject, plans) = await PlanAsync(ct);
        var open = await OpenAsync(subject, plans, ct);
        RuleBrokenException.Unless(open.Count == 0, "ReviewCycle.Exists", order.Year);
        RuleBrokenException.Unless(plans.Count > 0, "ReviewCycle.NobodyToReview", order.On);
        RuleBrokenException.Unless(subject == ReviewSubject.Member || order.Mode == CycleMode.ResultsOnly, "ReviewCycle.StaffResultsOnly");
        var (done, total) = (0, plans.Sum(p => p.Lines.Count));
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            var cycle = ReviewCycle.Open(order.Year, plan.Committee.Id, order.RuleSetCode, order.Mode, subject);
            if (order.Deadlines is { } deadlines) cycle.SetDeadlines(deadlines);
            db.Add(cycle);
            db.AddRange(plan.Lines.Select(line => ReviewOf(cycle, line)));
            progress?.Report(new(done += plan.Lines.Count, 2L * total)); // the other half is writing them down
        }
    }

    public async Task<CyclePreview> PreviewAsync(CancellationToken ct)
    {
        var (subject, plans) = await PlanAsync(ct);
        var lines = plans.SelectMany(p => p.Lines).ToList();
        var names = db.ScopeFor(subject == ReviewSubject.Staff ? Permission.GradeStaff : Permission.ViewPartyRecord, order.On);
        var told = lines.Where(l => l.Entry != RollEntry.Graded || l.DecidedAbove).Take(CyclePreview.MostRows)
            .Select(l => new RollRow(Ref(l.Unit), l.Person is { } p && names.Includes(l.Unit.Id) ? new(p.Code, p.FullName) : null, l.Subject, l.Entry, l.Reason, l.DecidedAbove));
        var reasons = lines.Where(l => l.Reason is not null).GroupBy(l => (l.Reason, l.Entry, l.Subject)).Select(g => new RollReason(g.Key.Reason!, g.Key.Entry, g.Key.Subject, g.Count()));
        var own = ReviewCycle.OwnOf(subject);
        return new([.. plans.Select(p => Ref(p.Committee))], await OpenAsync(subject, plans, ct), lines.Count(l => l.Subject == own), lines.Count(l => l.Person is not null),
            lines.Count(l => l.Person is null && l.Subject != own), lines.Count(l => l.DecidedAbove && l.Reason is null), [.. reasons], [.. told], lines.Count >= Large) { Subject = subject };
    }

    /// <summary>The rules say whose year it is.</summary>
    private async Task<(ReviewSubject Subject, List<CommitteeRoll> Plans)> PlanAsync(CancellationToken ct)
    {
        var rules = (await db.Set<RuleSet>().SingleOrDefaultAsync(r => r.Code == order.RuleSetCode, ct))?.Facts;
        var subject = rules?.IsOfStaff == true ? ReviewSubject.Staff : ReviewSubject.Member;
        db.Demand(ReviewRights.ToEnter(subject), order.CommitteeId, order.On);
        if (rules is null) throw new RuleBrokenException("RuleSet.Unknown", order.RuleSetCode);
        RuleBrokenException.Unless(!rules.RecordsOnly, "RuleSet.RecordsOnly", order.RuleSetCode);
        return (subject, [.. subject == ReviewSubject.Staff ? new StaffPlanner(_on, rules, order.Year).Of(order.CommitteeId) : new CyclePlanner(_on, rules, order.Collectives).Of(order.CommitteeId)]);
    }

    /// <summary>The committees whose year was opened before.</summary>
    private async Task<List<UnitRef>> OpenAsync(ReviewSubject subject, List<CommitteeRoll> plans, CancellationToken ct)
    {
        var opened = await db.Set<ReviewCycle>().AsNoTracking().Where(c => c.Year == order.Year && c.Subject == subject).Select(c => c.CommitteeId).ToListAsync(ct);
        return [.. plans.Select(p => p.Committee).Where(c => opened.Contains(c.Id)).Select(Ref)];
    }

    /// <summary>The review that a line of the list makes.</summary>
    internal static Review ReviewOf(ReviewCycle cycle, RollLine line)
    {
        var review = line switch
        {
            { Subject: ReviewSubject.Staff, Person: { } person } => Review.OfStaff(cycle, person.Id, line.Unit.Id, line.DecidedAbove),
            { Person: { } person } => Review.OfMember(cycle, person.Id, line.Unit.Id, line.DecidedAbove),
            { Subject: ReviewSubject.Collective } => Review.OfCollective(cycle, line.Unit.Id, line.DecidedAbove),
            _ => Review.OfCell(cycle, line.Unit.Id),
        };
        if (line.Reason is { } reason) review.LeaveUngraded(reason);
        return review;
    }

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
