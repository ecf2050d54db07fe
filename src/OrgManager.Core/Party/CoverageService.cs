using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>One line of coverage as it was seen: what is served, and by which cell when.</summary>
public sealed record CoverageDetails(Seen Seen, Guid? UnitId, Guid? PersonId, IReadOnlyList<CoverageStretch> Stretches)
{
    internal static CoverageDetails Of(CellCoverage c) => new(new(c.Id, c.Version), c.UnitId, c.PersonId, [.. c.Versions.Select(v => new CoverageStretch(v.Id, v.CellId, v.ValidFrom, v.ValidUntil))]);
}

/// <param name="Until">The first day it is so no more, or null.</param>
public sealed record CoverageStretch(Guid VersionId, Guid CellId, DateOnly From, DateOnly? Until);

/// <summary>Which cell serves which units and leaders.</summary>
public sealed class CoverageService(Database database, OrgClock clock)
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

    /// <summary>One line of coverage with every cell it went through.</summary>
    /// <exception cref="NotFoundException">There is no such line.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<CoverageDetails> GetAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var coverage = await db.LoadAsync<CellCoverage>(id, ct);
            db.Demand(Permission.ViewPartyRecord, coverage.Versions[^1].CellId, coverage.Versions[^1].ValidFrom);
            return CoverageDetails.Of(coverage);
        }, ct);

    /// <summary>It was another cell than was entered.</summary>
    /// <inheritdoc cref="CellCoverage.Correct" path="/exception"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid versionId, Guid cellId, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Coverage.Correct", reason), Permission.CorrectHistory, seen, versionId, cellId, c => c.Correct(versionId, cellId, reason), ct);

    /// <inheritdoc cref="CellCoverage.CorrectDay"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectDayAsync(Seen seen, Guid versionId, DateOnly to, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Coverage.CorrectDay", reason), Permission.CorrectHistory, seen, versionId, null, c => c.CorrectDay(versionId, to, reason), ct);

    /// <inheritdoc cref="CellCoverage.CorrectEnd"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectEndAsync(Seen seen, DateOnly? on, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Coverage.CorrectEnd", reason), Permission.CorrectHistory, seen, null, null, c => c.CorrectEnd(on, reason), ct);

    /// <summary>What has not begun is called off: the cell before goes on serving, or, where there was none, none will. The trail keeps it.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="CoverageDetails"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; History.InForce: it has begun; History.StartStays: it begins with this stretch, and others follow it.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, Guid versionId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Coverage.Withdraw", reason), async db =>
        {
            var line = await LoadAsync(db, Permission.ChangePartyRecord, seen, versionId, null, ct);
            line.DemandAhead(versionId, clock.Today, reason);
            if (line.IsOnly(versionId)) db.Remove(line);
            else line.Withdraw(versionId, clock.Today);
        }, ct);

    /// <inheritdoc cref="CellCoverage.WithdrawEnd"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawEndAsync(Seen seen, CancellationToken ct = default) =>
        AmendAsync(new("Coverage.WithdrawEnd"), Permission.ChangePartyRecord, seen, null, null, c => c.WithdrawEnd(clock.Today), ct);

    /// <summary>Needs its reach at the cell amended (of an end, the last one), and at the cell it should have been.</summary>
    private Task AmendAsync(ChangeInfo info, Permission permission, Seen seen, Guid? versionId, Guid? becomes, Action<CellCoverage> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await LoadAsync(db, permission, seen, versionId, becomes, ct)), ct);

    private static Task<CellCoverage> LoadAsync(OrgDbContext db, Permission permission, Seen seen, Guid? versionId, Guid? becomes, CancellationToken ct) =>
        db.LoadAsync<CellCoverage>(seen, coverage =>
        {
            var version = coverage.Versions.FirstOrDefault(v => v.Id == versionId) ?? coverage.Versions[^1];
            db.Demand(permission, version.CellId, version.ValidFrom);
            if (becomes is { } cellId) db.Demand(permission, cellId, version.ValidFrom);
        }, CoverageDetails.Of, ct);

    private Task AddAsync(CellCoverage coverage, Guid cellId, DateOnly from, Guid? decisionId, CancellationToken ct) =>
        database.ChangeAsync(new("Coverage.Begin", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangePartyRecord, cellId, from);
            db.Add(coverage);
            return Task.CompletedTask;
        }, ct);
}
