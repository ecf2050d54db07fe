using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Reviews.Papers;

/// <summary>What one reader may print of one year.</summary>
internal sealed class PapersView(OrgDbContext db, int asked)
{
    private int _year;

    private DateOnly Day => ReviewCycle.LastDay(_year, db.Today);

    public async Task<PapersOfYear> PageAsync(CancellationToken ct)
    {
        var years = await db.Set<ReviewCycle>().Where(c => c.Subject == ReviewSubject.Member).Select(c => c.Year).Distinct().OrderDescending().ToListAsync(ct);
        var year = _year = asked == 0 ? years.FirstOrDefault(db.Today.Year) : asked;
        var cycles = await db.Set<ReviewCycle>().Where(c => c.Subject == ReviewSubject.Member && c.Year == year).ToListAsync(ct);
        var committees = new List<PapersOfCommittee>();
        foreach (var cycle in cycles)
            if (await CommitteeAsync(cycle, ct) is { } shown) committees.Add(shown);
        var ids = cycles.Select(c => c.Id).ToList();
        var own = db.Actor.PersonId is { } person && await db.Set<Review>().AnyAsync(r => r.PersonId == person && r.Subject == ReviewSubject.Member && ids.Contains(r.CycleId), ct)
            ? db.Timeline.People.Find(person)?.Code : null;
        return new(year, years, committees, own);
    }

    private async Task<PapersOfCommittee?> CommitteeAsync(ReviewCycle cycle, CancellationToken ct)
    {
        var counts = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.Subject == ReviewSubject.Member).GroupBy(r => r.CellId)
            .Select(g => new { Cell = g.Key, Members = g.Count(), Entered = g.Count(r => r.ProposedGrade != null || r.Grade != null || r.NotGradedReason != null), Ballots = g.Count(r => r.Ballot != null) }).ToDictionaryAsync(g => g.Cell, ct);
        var cells = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.Subject == ReviewSubject.Cell).Select(r => new { r.CellId, r.MinutesNumber, r.MeetingOn }).ToListAsync(ct);
        var place = db.Timeline.On(Day).Tree(Branch.Party).Select((unit, at) => (unit.Id, at)).ToDictionary(u => u.Id, u => u.at);
        var whole = PaperSight.MayPrint(db, cycle.CommitteeId);
        var shown = cells.Where(c => whole || PaperSight.MayPrint(db, c.CellId)).OrderBy(c => place.GetValueOrDefault(c.CellId, int.MaxValue))
            .Select(c => counts.GetValueOrDefault(c.CellId) is { } of
                ? new PapersOfCell(Ref(c.CellId), of.Members, of.Entered, of.Ballots > 0, c.MinutesNumber, c.MeetingOn)
                : new PapersOfCell(Ref(c.CellId), 0, 0, false, c.MinutesNumber, c.MeetingOn)).ToList();
        if (shown.Count == 0) return null;
        return new()
        {
            Committee = Ref(cycle.CommitteeId), Rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts, ClosedOn = cycle.ClosedOn, IsWhole = whole, Cells = shown,
            DecisionNumber = cycle.DecisionId is { } id ? await db.Set<Decision>().Where(d => d.Id == id).Select(d => d.Number).SingleOrDefaultAsync(ct) : null,
            OwnLayouts = [.. (await db.Set<PaperTemplate>().Where(t => t.CommitteeId == cycle.CommitteeId && t.RuleSetCode == cycle.RuleSetCode && t.InUse).ToListAsync(ct)).Select(t => new PaperOwnLayout(t.Use, t.Name, t.Number))],
        };
    }

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, Day);
}
