using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Restructuring.Playing;

/// <summary>After all other steps: who serves whom. What is served and who serves follow into what they became, unless a step names the units of a cell.</summary>
internal sealed class CoverageFollowing(ScenarioStage stage)
{
    private readonly Guid? _decision = stage.Decisions.Party ?? stage.Decisions.State;

    private sealed record Served(Guid? UnitId, Guid? PersonId, Guid CellId);

    public async Task RunAsync(CancellationToken ct)
    {
        if (stage.Became.Count == 0 && stage.Covered.Count == 0) return;
        var lines = stage.Before.Coverages.Where(c => c.History.On(stage.On) is not null).ToList();
        var wanted = Wanted([.. lines.Select(Of)]);

        var moved = lines.Where(line => !wanted.Remove(Of(line))).ToList();
        foreach (var (line, coverage) in moved.Zip(await stage.LoadAsync<CellCoverage>(moved.Select(line => line.Id), ct)))
        {
            var next = wanted.FirstOrDefault(w => w.UnitId == line.UnitId && w.PersonId == line.PersonId);
            if (next is null)
            {
                coverage.CutOff(stage.On, _decision);
                continue;
            }
            coverage.MoveTo(next.CellId, stage.On, _decision, stage.Over(line.History, 1));
            wanted.Remove(next);
        }
        foreach (var fresh in wanted)
            stage.Add(fresh.UnitId is { } unitId
                ? CellCoverage.OfUnit(unitId, fresh.CellId, stage.On, _decision)
                : CellCoverage.OfPerson(fresh.PersonId!.Value, fresh.CellId, stage.On, _decision));
        await LaterAsync(ct);
    }

    private HashSet<Served> Wanted(List<Served> before)
    {
        var wanted = before.SelectMany(s => Now(s.CellId).SelectMany(cell => s.UnitId is { } unitId
            ? Now(unitId).Select(unit => new Served(unit, null, cell))
            : [new Served(null, s.PersonId, cell)])).ToHashSet();
        foreach (var (cellId, served) in stage.Covered)
        {
            wanted.RemoveWhere(s => s.CellId == cellId && s.UnitId is not null);
            wanted.UnionWith(served.Select(unitId => new Served(unitId, null, cellId)));
        }
        var units = stage.Now.Units;
        bool IsThere(Guid id) => units.Find(id)?.History.Covers(stage.On) == true;
        wanted.RemoveWhere(s => !IsThere(s.CellId) || (s.UnitId is { } unitId && !IsThere(unitId))); // dissolved
        return wanted;
    }

    /// <summary>A cell that was split is followed by its first part alone: nobody is served twice.</summary>
    private List<Guid> Now(Guid id) => !stage.Became.TryGetValue(id, out var became) ? [id] : stage.Now.Units.Find(id)!.Branch == Branch.Party ? [.. became.Take(1)] : became;

    private async Task LaterAsync(CancellationToken ct)
    {
        foreach (var (cell, became) in stage.Became.Where(b => b.Value.Count > 0))
        {
            var later = stage.Now.Coverages.By(LineKeys.CoverageUnits)[cell].Where(c => c.History.Any(s => s.From > stage.On && s.Facts.CellId == cell)).Select(c => c.Id).ToList();
            foreach (var coverage in await stage.LoadAsync<CellCoverage>(later, ct)) coverage.Follow([cell], became[0], stage.On, stage.Reason);
        }
    }

    private Served Of(CoverageLine line) => new(line.UnitId, line.PersonId, line.History.On(stage.On)!.CellId);
}
