using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>Danh sách kiểm điểm: drawn up when a year is opened, and brought up to a later day while it is open, so that who came is reviewed and who left keeps nothing open.</summary>
public sealed class RollService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>What bringing the list of an open year up to a day would do, by name; that it was read is logged.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.NobodyToReview: the committee has no member on the day.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task<RollChanges> PreviewAsync(Guid cycleId, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (cycle, refresh) = await OpenAsync(db, cycleId, on, ct);
            var changes = Told(cycle, on, await MovesAsync(refresh, on, ct));
            var own = db.Actor.PersonId is { } id ? db.Timeline.People.Find(id)?.Code : null;
            await log.WriteAsync(db.Actor, "ReviewRoll", FieldClass.Review, changes.Rows.Select(r => r.Person?.Code).OfType<string>().Where(code => code != own), ct);
            return changes;
        }, ct);

    /// <summary>Does what was shown, and nothing else.</summary>
    /// <exception cref="ConflictException">Somebody came, left or was entered since; carries what is to be done now.</exception>
    /// <exception cref="RuleBrokenException">ReviewRoll.UpToDate: nothing is to be done; ReviewCycle.Closed, ReviewCycle.NobodyToReview.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task RefreshAsync(RollChanges seen, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewRoll.Refresh"), async db =>
        {
            var (cycle, refresh) = await OpenAsync(db, seen.CycleId, seen.On, ct);
            var moves = await MovesAsync(refresh, seen.On, ct);
            var now = Told(cycle, seen.On, moves);
            if (!now.Rows.SequenceEqual(seen.Rows)) throw new ConflictException(now);
            RuleBrokenException.Unless(!now.IsUpToDate, "ReviewRoll.UpToDate", seen.On);
            await refresh.ApplyAsync(moves, new(db, clock), ct);
        }, ct);

    private static async Task<(ReviewCycle Cycle, RollRefresh Refresh)> OpenAsync(OrgDbContext db, Guid cycleId, DateOnly on, CancellationToken ct)
    {
        var cycle = await db.LoadAsync<ReviewCycle>(cycleId, ct);
        db.Demand(ReviewRights.ToEnter(cycle.Subject), cycle.CommitteeId, on);
        cycle.DemandOpen();
        return (cycle, new(db, cycle, (await db.Set<RuleSet>().AsNoTracking().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts, on));
    }

    private static async Task<IReadOnlyList<RollMove>> MovesAsync(RollRefresh refresh, DateOnly on, CancellationToken ct) => await refresh.MovesAsync(ct) ?? throw new RuleBrokenException("ReviewCycle.NobodyToReview", on);

    private static RollChanges Told(ReviewCycle cycle, DateOnly on, IReadOnlyList<RollMove> moves) => new(cycle.Id, cycle.Subject, on, [.. moves.Select(m => m.Told)]);
}
