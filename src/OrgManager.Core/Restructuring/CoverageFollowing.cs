using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Party;

namespace OrgManager.Restructuring;

/// <summary>After units and cells have merged: who serves whom. What is served and who serves follow into what they became, unless a step names the units of a cell.</summary>
internal sealed class CoverageFollowing(OrgDbContext db, DateOnly on, Guid? decisionId)
{
    private sealed record Served(Guid? UnitId, Guid? PersonId, Guid CellId);

    public async Task RunAsync(Dictionary<Guid, Guid> became, Dictionary<Guid, HashSet<Guid>> covered, CancellationToken ct)
    {
        var lines = db.Timeline.Coverages.Where(c => c.History.On(on) is not null).Select(c => c.Id).ToList();
        var before = await db.Set<CellCoverage>().Where(c => EF.Parameter(lines).Contains(c.Id)).ToListAsync(ct);
        var wanted = Wanted(before, became, covered);

        var kept = before.Where(line => wanted.Remove(Of(line))).ToHashSet();
        foreach (var line in before.Where(line => !kept.Contains(line)))
        {
            var next = wanted.FirstOrDefault(w => w.UnitId == line.UnitId && w.PersonId == line.PersonId);
            if (next is null)
            {
                line.End(on, decisionId);
                continue;
            }
            line.MoveTo(next.CellId, on, decisionId);
            wanted.Remove(next);
        }
        foreach (var fresh in wanted)
            db.Add(fresh.UnitId is { } unitId
                ? CellCoverage.OfUnit(unitId, fresh.CellId, on, decisionId)
                : CellCoverage.OfPerson(fresh.PersonId!.Value, fresh.CellId, on, decisionId));
    }

    private HashSet<Served> Wanted(List<CellCoverage> before, Dictionary<Guid, Guid> became, Dictionary<Guid, HashSet<Guid>> covered)
    {
        Guid Now(Guid id) => became.GetValueOrDefault(id, id);
        var wanted = before.Select(Of).Select(s => new Served(s.UnitId is { } unitId ? Now(unitId) : null, s.PersonId, Now(s.CellId))).ToHashSet();
        foreach (var (cellId, units) in covered)
        {
            wanted.RemoveWhere(s => s.CellId == cellId && s.UnitId is not null);
            wanted.UnionWith(units.Select(unitId => new Served(unitId, null, cellId)));
        }
        return wanted;
    }

    private Served Of(CellCoverage line) => new(line.UnitId, line.PersonId, line.CellOn(on)!.Value);
}
