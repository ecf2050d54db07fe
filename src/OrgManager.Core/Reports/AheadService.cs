using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Reports;

/// <summary>What is known to happen to units and posts, read off the same timeline as everything else.</summary>
public sealed class AheadService(Database database, DecisionNames names)
{
    /// <summary>The next known changes of units, posts and vacancies after a day, as many days of them as make up <paramref name="most"/> lines; units are public, vacancies and single quotas are of those in reach. Each with the targets that say another figure from then on.</summary>
    [UseCase(Permission.ViewStaffWork, IsList = true)]
    public Task<AheadList> ListAsync(DateOnly on, int months = 12, int most = 20, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (staff, until) = (db.DemandScope(Permission.ViewStaffWork, on).OfOthers, on.AddMonths(months));
            var leaving = Departures.Of(db.Timeline.On(on), until).Where(l => l.On > on).ToList();
            var targets = await TargetService.ActiveAsync(db, ct);
            var lines = new List<AheadLine>();
            var more = false;
            foreach (var day in DaysOf(db.Timeline, leaving.Where(l => staff.IncludesPerson(l.Post.Person.Id, l.Post.Facts.UnitId, null)).Select(l => l.On), on, until))
            {
                if (more = lines.Count >= most) break;
                var turn = new AheadTurn(db.Timeline, day);
                lines.AddRange(WithTargets([.. turn.Units(), .. turn.Posts(ScopeOf(db, Permission.ViewQuota, day)), .. turn.Deputies(ScopeOf(db, Permission.ViewQuota, day)), .. turn.Vacancies(ScopeOf(db, Permission.ViewStaffWork, day), leaving)], targets, db.Timeline, day));
            }
            var decisions = await names.OfAsync(db, lines.Select(l => l.DecisionId), ct);
            return new AheadList(on, until, [.. lines.Select(l => l.DecisionId is { } id ? l with { Decision = decisions.GetValueOrDefault(id) } : l)], more);
        }, ct);

    /// <summary>Days on which a unit, a quota or the post of somebody who leads turns, or somebody leaves.</summary>
    private static IEnumerable<DateOnly> DaysOf(OrgTimeline timeline, IEnumerable<DateOnly> leaving, DateOnly on, DateOnly until) =>
        timeline.On(on).Once(typeof(AheadService), day => TurnsAfter(day.Timeline, day.Day).ToList()).Concat(leaving).Where(day => on < day && day < until).Distinct().Order();

    private static IEnumerable<DateOnly> TurnsAfter(OrgTimeline timeline, DateOnly on) =>
        timeline.UnitAndQuotaTurns()
            .Concat(timeline.Employments.Where(e => e.Primary.History.Any(s => s.Facts.Headship != Headship.None && s.Until > on)).SelectMany(e => OrgTimeline.Turns(e.Primary.History)))
            .Where(day => on < day).Distinct().Order();

    /// <summary>A target that turns is told at the line that can have turned it: of units, of posts, or the first.</summary>
    private static List<AheadLine> WithTargets(List<AheadLine> lines, List<Target> targets, OrgTimeline timeline, DateOnly day)
    {
        if (lines.Count == 0) return lines;
        foreach (var target in targets)
        {
            var (before, after) = (TargetCalculator.Of(timeline.On(day.AddDays(-1)), target), TargetCalculator.Of(timeline.On(day), target));
            if (Told(before) == Told(after)) continue;
            var at = Math.Max(0, lines.FindIndex(l => Moves(l, after)));
            lines[at] = lines[at] with { Targets = [.. lines[at].Targets, new(before, after)] };
        }
        return lines;
    }

    /// <summary>The figure a target is told by: of a way to go its percent, which there may not be yet, else the amount.</summary>
    private static decimal? Told(TargetProgress target) => target.Direction is TargetDirection.Reduce or TargetDirection.ReachShare ? target.ProgressPercent : target.Value;

    /// <summary>On the turn itself: units founded that day are reached as they will stand, those that end as they stood. A vacancy tells of a unit, so the right to one's own record opens none.</summary>
    private static Scope ScopeOf(OrgDbContext db, Permission permission, DateOnly day) => db.ScopeFor(permission, day.AddDays(-1)).Or(db.ScopeFor(permission, day)).OfOthers;

    private static bool Moves(AheadLine line, TargetProgress target) => target.Metric switch
    {
        TargetMetric.AssignedQuota => line is { Kind: AheadKind.Assigned, Posts: { } posts }
            && Enum.GetValues<QuotaCategory>().Any(c => posts.Before[c] != posts.After[c] && target.Set.Contains(c.ToString())),
        TargetMetric.Present or TargetMetric.Deputies => line.Kind == AheadKind.Vacancy,
        TargetMetric.AutonomousShare => line.Kind <= AheadKind.Autonomy,
        _ => line.Kind < AheadKind.Autonomy,
    };
}
