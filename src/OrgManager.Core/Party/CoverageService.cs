using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Which cell serves which units and leaders.</summary>
public sealed class CoverageService(Database database)
{
    /// <summary>The cell serves a government unit from this day on.</summary>
    /// <exception cref="RuleBrokenException">Coverage.Twice: it does already; OrgUnit.NotYetThere, OrgUnit.EndsBefore, OrgUnit.OtherBranch.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CoverUnitAsync(Guid cellId, Guid unitId, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        AddAsync(CellCoverage.OfUnit(unitId, cellId, from, decisionId), cellId, from, decisionId, ct);

    /// <summary>The cell serves a leader by name from this day on.</summary>
    /// <inheritdoc cref="CoverUnitAsync" path="/exception"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CoverPersonAsync(Guid cellId, Guid personId, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        AddAsync(CellCoverage.OfPerson(personId, cellId, from, decisionId), cellId, from, decisionId, ct);

    /// <summary>The cell no longer serves this unit or person, from this day on.</summary>
    /// <exception cref="NotFoundException">It does not serve it on the day before.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task EndAsync(Guid cellId, Guid servedId, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Coverage.End", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, cellId, on.AddDays(-1));
            var lines = await db.Set<CellCoverage>().Where(c => c.UnitId == servedId || c.PersonId == servedId).ToListAsync(ct);
            var line = lines.Find(c => c.CellOn(on.AddDays(-1)) == cellId) ?? throw new NotFoundException(typeof(CellCoverage), servedId);
            line.End(on, decisionId);
        }, ct);

    private Task AddAsync(CellCoverage coverage, Guid cellId, DateOnly from, Guid? decisionId, CancellationToken ct) =>
        database.ChangeAsync(new("Coverage.Begin", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangePartyRecord, cellId, from);
            db.Add(coverage);
            return Task.CompletedTask;
        }, ct);
}
