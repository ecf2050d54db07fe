using OrgManager.Common;
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
        var lines = Concerned();
        var wanted = Wanted([.. lines.Select(Of)]);

        var moved = lines.Where(line => !wanted.Remove(Of(line))).ToList();
        foreach (var (line, coverage) in moved.Zip(await stage.LoadAsync<CellCoverage>(moved.Select(line => line.Id), ct)))
        {
            var next = wanted.FirstOrDefault(w => w.UnitId == line.UnitId && w.PersonId == line.PersonId);
            if (next is null)
            {
                if (line.History.From == stage.On) stage.Remove(coverage);
                else coverage.CutOff(stage.On, _decision);
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

    /// <summary>What serves on the day and has to do with what became another, or with what a step has a cell serve; all else stays.</summary>
    private List<CoverageLine> Concerned()
    {
        var (all, concerned) = (stage.Before.Coverages, stage.Became.Keys.Concat(stage.Became.Values.SelectMany(became => became)).Concat(stage.Covered.Keys).Concat(stage.Covered.Values.SelectMany(units => units)).Distinct());
        return [.. concerned.SelectMany(id => all.By(LineKeys.CoverageUnits)[id]).DistinctBy(line => line.Id).Where(line => line.History.On(stage.On) is not null).OrderBy(line => all.PlaceOf(line.Id))];
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
        foreach (var (unit, became) in stage.Became.Where(b => !b.Value.Contains(b.Key))) await ComingAsync(unit, became, ct);
    }

    /// <summary>By whom a unit that is gone was to be served later serves what it became then.</summary>
    private async Task ComingAsync(Guid unit, List<Guid> became, CancellationToken ct)
    {
        var coming = stage.Now.Coverages.By(LineKeys.Served)[unit].Where(line => line.UnitId == unit && line.History.From > stage.On).ToList();
        foreach (var (line, coverage) in coming.Zip(await stage.LoadAsync<CellCoverage>(coming.Select(line => line.Id), ct)))
        {
            foreach (var into in became.Where(into => stage.Now.Units.Find(into)!.History.Covers(line.History.From) && !IsServed(into, line.History))) stage.Add(Again(line.History, into));
            stage.Remove(coverage);
        }
    }

    private bool IsServed(Guid unit, Dated<CoverageFacts> coming) => stage.Now.Coverages.By(LineKeys.Served)[unit]
        .Any(line => line.UnitId == unit && line.History.Any(has => coming.Any(to => has.Facts.CellId == to.Facts.CellId && has.From < to.Until && to.From < has.Until)));

    private static CellCoverage Again(Dated<CoverageFacts> coming, Guid unit)
    {
        var coverage = CellCoverage.OfUnit(unit, coming[0].Facts.CellId, coming.From, coming[0].DecisionFor(1));
        foreach (var span in coming.Skip(1)) coverage.MoveTo(span.Facts.CellId, span.From, span.DecisionFor(1));
        if (!coming[^1].IsOpen) coverage.End(coming.Until, coming[^1].EndDecisionId);
        return coverage;
    }

    private Served Of(CoverageLine line) => new(line.UnitId, line.PersonId, line.History.On(stage.On)!.CellId);
}
