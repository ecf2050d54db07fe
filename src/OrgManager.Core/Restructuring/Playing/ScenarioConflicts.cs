using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Restructuring.Playing;

/// <summary>What changed, since a scenario was tried out, of what it changes itself.</summary>
internal sealed class ScenarioConflicts(OrgDbContext db)
{
    /// <param name="now">What it would touch now; with what it touched then, that is what counts.</param>
    public async Task<IReadOnlyList<ScenarioConflict>> OfAsync(ScenarioBasis basis, IEnumerable<Guid> now, CancellationToken ct)
    {
        var (touched, since) = (basis.TouchedIds(), basis.Seq);
        touched.UnionWith(now);
        var owners = touched.ToList();
        var found = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq > since && EF.Parameter(owners).Contains(e.OwnerId))
            .Select(e => new { e.ChangeSetSeq, e.OwnerType, e.OwnerId }).Distinct().ToListAsync(ct);
        var seqs = found.Select(e => e.ChangeSetSeq).Distinct().ToList();
        var sets = await db.Set<ChangeSet>().AsNoTracking().Where(c => EF.Parameter(seqs).Contains(c.Seq)).Select(c => new { c.Seq, c.Verb, c.AtUtc, c.UserName }).ToDictionaryAsync(c => c.Seq, ct);
        var functions = await FunctionsAsync([.. found.Where(e => e.OwnerType == nameof(UnitFunction)).Select(e => e.OwnerId)], ct);
        var positions = await UnitsAsync([.. found.Where(e => e.OwnerType == nameof(PositionPosts)).Select(e => e.OwnerId)], ct);
        return
        [
            .. from e in found
               let set = sets[e.ChangeSetSeq]
               let subject = functions.TryGetValue(e.OwnerId, out var function) ? (function, null) : Subject(e.OwnerType, positions.GetValueOrDefault(e.OwnerId, e.OwnerId))
               orderby set.Seq, e.OwnerType, subject.Code
               select new ScenarioConflict(set.Seq, set.Verb, set.AtUtc, set.UserName, e.OwnerType, subject.Name, subject.Code),
        ];
    }

    /// <summary>Whether anything did at all: a scenario whose outcome is the same has none, whatever changed beside it.</summary>
    public async Task<IReadOnlyList<ScenarioConflict>> OfAsync(Scenario scenario, CancellationToken ct)
    {
        if (scenario.Basis is not { } basis || scenario.State is not (ScenarioState.Submitted or ScenarioState.Approved)) return [];
        var (stage, _, refused, outcome) = await ScenarioTrials.PlayedAsync(db, scenario, ct);
        return refused is null && outcome == basis.Outcome ? [] : await OfAsync(basis, stage.TouchedIds(), ct);
    }

    public static RuleBrokenException Refusal(IReadOnlyList<ScenarioConflict> conflicts) => new("Scenario.Moved", conflicts.DistinctBy(c => c.ChangeSet).Count());

    /// <summary>The names of functions, which are public and stand in no timeline.</summary>
    private async Task<Dictionary<Guid, string>> FunctionsAsync(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var versions = await db.Set<UnitFunctionVersion>().AsNoTracking().Where(v => EF.Parameter(ids).Contains(v.FunctionId)).OrderBy(v => v.ValidFrom).Select(v => new { v.FunctionId, v.Name }).ToListAsync(ct);
        return versions.GroupBy(v => v.FunctionId).ToDictionary(g => g.Key, g => g.Last().Name);
    }

    /// <summary>The units of posts by position, which stand in no timeline either.</summary>
    private async Task<Dictionary<Guid, Guid>> UnitsAsync(List<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await db.Set<PositionPosts>().AsNoTracking().IgnoreAutoIncludes().Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.UnitId, ct);

    /// <summary>People are named only to who may see their post; members and whom a cell serves only to who may see that they are members.</summary>
    private (string? Name, string? Code) Subject(string type, Guid id)
    {
        var timeline = db.Timeline;
        if (TrailPeople.Of(timeline, type, id) is { } personId && timeline.People.Find(personId) is { } person)
            return PersonPlace.Of(db, personId).IsIn(db.ScopeFor(type is nameof(PartyMember) or nameof(CellCoverage) ? Permission.ViewPartyBasics : Permission.ViewStaffWork, db.Today)) ? (person.FullName, person.Code) : (null, null);
        var unitId = timeline.Quotas.Find(id)?.UnitId ?? timeline.Coverages.Find(id)?.UnitId ?? id;
        return timeline.Units.Find(unitId) is { } unit ? (UnitNames.On(unit, db.Today), unit.Code) : (null, null);
    }
}
