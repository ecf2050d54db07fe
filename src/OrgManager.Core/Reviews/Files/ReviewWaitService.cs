using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>Files of one open year that wait at one step for the reader.</summary>
/// <param name="Cell">Where all of them are of one cell.</param>
public sealed record WaitingFiles(int Year, ReviewStep Step, int Count, UnitRef? Cell);

/// <summary>What waits for one reader in the reviews of open years.</summary>
/// <param name="Comments">People of the unit the reader heads who wait for a comment.</param>
public sealed record ReviewWaiting(IReadOnlyList<WaitingFiles> Files, int Comments)
{
    public IReadOnlyList<WaitingStaff> Staff { get; init; } = [];

    /// <summary>Staff, and organisations, whose grade comes from the level above and is the reader's to enter.</summary>
    public int Above { get; init; }
}

/// <summary>People of a unit that the reader heads for whom nothing is proposed yet in an open year of staff.</summary>
public sealed record WaitingStaff(int Year, UnitRef Unit, int Count);

/// <summary>Who is told: what waits for the reader's own hand, by the table of steps; numbers alone.</summary>
public sealed class ReviewWaitService(Database database)
{
    /// <summary>Of whoever has nothing to do with full files, nothing.</summary>
    [UseCase]
    public Task<ReviewWaiting> WaitingAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var open = await db.Set<ReviewCycle>().Where(c => c.ClosedOn == null && c.Mode == CycleMode.FullFile).ToListAsync(ct);
            var files = new List<WaitingFiles>();
            if (open.Count > 0)
            {
                var cells = CellsInHand.Of(db);
                foreach (var cycle in open.OrderByDescending(c => c.Year)) files.AddRange(await OfCycleAsync(db, cycle, cells, ct));
            }
            return new ReviewWaiting(files, open.Count == 0 ? 0 : await CommentsAsync(db, open.ConvertAll(c => c.Id), ct)) { Staff = await StaffAsync(db, ct), Above = await StaffAboveService.CountAsync(db, ct) };
        }, ct);

    private static async Task<IReadOnlyList<WaitingStaff>> StaffAsync(OrgDbContext db, CancellationToken ct)
    {
        if (db.Actor.PersonId is not { } own || !AccessRules.IsGranted(db.Actor, Permission.GradeStaff, db.Today)) return [];
        var units = db.Timeline.On(db.Today).Units.Where(u => u.Branch == Branch.Government && u.Head?.Person.Id == own && AccessRules.Reaches(db, Permission.GradeStaff, u.Id, db.Today)).Select(u => u.Id).ToList();
        if (units.Count == 0) return [];
        var heads = units.SelectMany(id => db.Timeline.On(db.Today).Unit(id)!.Children).Where(child => child.Head is { } head && db.Timeline.On(db.Today).UnitOf(head.Person.Id) == child.Id).Select(child => child.Head!.Person.Id).ToList(); // who heads a unit is graded by who heads the one above
        var waiting = await db.Set<Review>().Where(r => r.Subject == ReviewSubject.Staff && r.State == ReviewState.Open && r.PersonId != own && (EF.Parameter(units).Contains(r.CellId) || EF.Parameter(heads).Contains(r.PersonId!.Value)))
            .Join(db.Set<ReviewCycle>().Where(c => c.ClosedOn == null), r => r.CycleId, c => c.Id, (r, c) => new { c.Year, r.CellId })
            .GroupBy(r => r).Select(g => new { g.Key.Year, g.Key.CellId, Count = g.Count() }).ToListAsync(ct);
        return [.. waiting.OrderByDescending(w => w.Year).Select(w => new WaitingStaff(w.Year, UnitNames.Ref(db.Timeline.Units.Find(w.CellId)!, db.Today), w.Count))];
    }

    private static async Task<IEnumerable<WaitingFiles>> OfCycleAsync(OrgDbContext db, ReviewCycle cycle, CellsInHand cells, CancellationToken ct)
    {
        bool Committee(Permission permission) => AccessRules.Reaches(db, permission, cycle.CommitteeId, db.Today);
        var mine = ReviewSteps.Rules.Where(r => r.To is not null && r.By switch
        {
            ReviewRelation.Cell => r.May == Permission.EnterReviews ? cells.Enters : cells.Proposes,
            ReviewRelation.Committee => Committee(r.May),
            _ => false,
        } && !r.Ungraded && r.Act is not (ReviewAct.Return or ReviewAct.Reopen or ReviewAct.PassOver or ReviewAct.Submit or ReviewAct.Complain or ReviewAct.Archive)).SelectMany(r => r.From).Distinct().ToList();
        if (mine.Count == 0) return [];
        var (whole, own) = (Committee(Permission.EnterReviews) || Committee(Permission.DecideReviews), db.Actor.PersonId);
        var reached = whole ? null : cells.Ids;
        var reviews = db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.Step != null && (r.PersonId == null || r.PersonId != own));
        reviews = reviews.Where(r => r.Subject != ReviewSubject.Collective || (r.Step != ReviewStep.Meeting && r.Step != ReviewStep.Proposal)); // from the meeting on it waits for the grade from above
        if (reached is not null) reviews = reviews.Where(r => reached.Contains(r.CellId));
        var counts = await reviews.GroupBy(r => r.Step!.Value).Select(g => new { Step = g.Key, Count = g.Count() }).ToListAsync(ct);
        var cell = reached is [var only] ? UnitNames.Ref(db.Timeline.Units.Find(only)!, db.Today) : null;
        return counts.Where(c => mine.Contains(c.Step)).OrderBy(c => c.Step).Select(c => new WaitingFiles(cycle.Year, c.Step, c.Count, cell));
    }

    /// <summary>Of the units whose head the reader is, and the heads right below.</summary>
    private static async Task<int> CommentsAsync(OrgDbContext db, List<Guid> cycles, CancellationToken ct)
    {
        if (db.Actor.PersonId is not { } own || !AccessRules.IsGranted(db.Actor, Permission.GradeStaff, db.Today)) return 0;
        var today = db.Timeline.On(db.Today);
        var people = today.Units.Where(u => u.Branch == Branch.Government && u.Head?.Person.Id == own).SelectMany(u => u.Posts.Concat(u.Children.Select(c => c.Head).OfType<PostHolder>()))
            .Select(p => p.Person.Id).Where(id => id != own && ReviewReach.UnitOfHead(today, id) is { } unit && today.Unit(unit)?.Head?.Person.Id == own).Distinct().ToList();
        return await db.Set<Review>().CountAsync(r => cycles.Contains(r.CycleId) && r.Step == ReviewStep.UnitComment && r.PersonId != null && people.Contains(r.PersonId.Value), ct);
    }

    /// <summary>The cells for which the reader works, those that are gone meanwhile too: their files still wait.</summary>
    private sealed record CellsInHand(bool Enters, bool Proposes, List<Guid> Ids)
    {
        public static CellsInHand Of(OrgDbContext db)
        {
            var enters = AccessRules.LastingScopeFor(db, Permission.EnterReviews).OfOthers;
            return new(enters.HasUnits, AccessRules.LastingScopeFor(db, Permission.ProposeReviews).OfOthers.HasUnits, enters.IsEverything ? [] : [.. db.Timeline.Units.Select(u => u.Id).Where(id => enters.Includes(id))]);
        }
    }
}
