using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>A year of staff, as far as the level above grades it.</summary>
public sealed record StaffAboveYear(Guid CycleId, int Year, UnitRef Organisation, RuleSetFacts Rules, DateOnly? ClosedOn, IReadOnlyList<AboveRow> Rows);

/// <summary>
/// Grades at work that come from the level above, entered by who keeps the staff: whoever heads an organisation grades all the others of it, enters none of their own,
/// and is the only one in it who grades.
/// </summary>
public sealed class StaffAboveService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>Years that are open or wait for the level above, the newest first, with those whom it grades and nobody else; what their units propose is not told. That they were read is logged.</summary>
    [UseCase(Permission.ChangeStaffPersonal, IsList = true)]
    public Task<IReadOnlyList<StaffAboveYear>> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<StaffAboveYear>>(async db =>
        {
            var scope = db.DemandScope(Permission.ChangeStaffPersonal, db.Today);
            var years = (await db.Set<ReviewCycle>().Where(c => c.Subject == ReviewSubject.Staff && (c.ClosedOn == null || db.Set<Review>().Any(r => r.CycleId == c.Id && r.State == ReviewState.AwaitingAbove))).ToListAsync(ct)).FindAll(c => scope.Includes(c.CommitteeId));
            var rules = (await db.Set<RuleSet>().ToListAsync(ct)).ToDictionary(r => r.Code, r => r.Facts);
            var rows = await AboveRow.OfAsync(db, years, ct);
            await log.WriteAsync(db.Actor, "ReviewsAbove", FieldClass.Review, rows.SelectMany(of => of).Where(r => !r.IsOwn).Select(r => r.Person?.Code).OfType<string>().Distinct(), ct);
            return [.. years.Select(c => new StaffAboveYear(c.Id, c.Year, UnitNames.Ref(db.Timeline.Units.Find(c.CommitteeId)!, db.Today), rules[c.RuleSetCode], c.ClosedOn, [.. rows[c.Id].Select(r => r with { Proposed = null })]))
                .OrderByDescending(y => y.Year).ThenBy(y => y.Organisation.Code, StringComparer.Ordinal)];
        }, ct);

    /// <summary>Enters what came, as <see cref="ReviewCycleService.ArriveAsync"/> does.</summary>
    /// <exception cref="NotFoundException">No year of staff.</exception>
    /// <inheritdoc cref="ReviewCycleService.ArriveAsync" path="/exception"/>
    [UseCase(Permission.ChangeStaffPersonal)]
    public Task ArriveAsync(Guid cycleId, IReadOnlyList<GradeDecided> grades, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewCycle.Arrive", DecisionId: decisionId), async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(cycleId, ct);
            db.Demand(Permission.ChangeStaffPersonal, cycle.CommitteeId, db.Today);
            if (cycle.Subject != ReviewSubject.Staff) throw new NotFoundException(typeof(ReviewCycle), cycleId);
            await new CycleSettling(db, cycle).ArriveAsync(new(db, clock), grades, on, decisionId, ct);
        }, ct);

    /// <summary>How many wait in reach; of whoever does not keep the staff, none.</summary>
    internal static async Task<int> CountAsync(OrgDbContext db, CancellationToken ct)
    {
        if (!AccessRules.IsGranted(db.Actor, Permission.ChangeStaffPersonal, db.Today)) return 0;
        var waiting = await db.Set<Review>().Where(r => r.State == ReviewState.AwaitingAbove).Join(db.Set<ReviewCycle>().Where(c => c.Subject == ReviewSubject.Staff), r => r.CycleId, c => c.Id, (r, c) => c.CommitteeId)
            .GroupBy(committee => committee).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return waiting.Where(w => AccessRules.Reaches(db, Permission.ChangeStaffPersonal, w.Key, db.Today)).Sum(w => w.Count);
    }
}
