using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Organisation;

/// <summary>A unit to found: its code, the tree it stands in, and what is true of it on the first day.</summary>
public sealed record NewUnit(string Code, Branch Branch, OrgUnitFacts Facts);

/// <summary>Founding, changing, correcting and ending units of both trees.</summary>
public sealed class OrgUnitService(Database database, OrgClock clock)
{
    /// <summary>A unit with its history. Every version is told, whatever the day.</summary>
    /// <exception cref="NotFoundException">There is no such unit.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<OrgUnitDetails> GetAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, id, clock.Today);
            return OrgUnitDetails.Of(await db.LoadAsync<OrgUnit>(id, ct));
        }, ct);

    /// <summary>Thành lập: the unit is there from <paramref name="from"/> on.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.CodeTaken, OrgUnit.ParentNotThere, OrgUnit.OtherBranch, OrgUnit.KindUnknown, OrgUnit.KindOfOtherBranch and those of <see cref="OrgUnit.Found"/>.</exception>
    /// <exception cref="AccessDeniedException">The parent (or the place above all units) is out of reach.</exception>
    [UseCase(Permission.ChangeUnits)]
    public async Task<Guid> FoundAsync(NewUnit unit, DateOnly from, Guid? decisionId = null, CancellationToken ct = default)
    {
        var founded = OrgUnit.Found(unit.Code, unit.Branch, unit.Facts, from, decisionId);
        await database.ChangeAsync(new("OrgUnit.Found", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangeUnits, unit.Facts.ParentId, from);
            DemandFreeCode(db, unit.Code);
            db.Add(founded);
            return Task.CompletedTask;
        }, ct);
        return founded.Id;
    }

    /// <summary>Đổi tên, điều chuyển, đổi loại hình, giao tự chủ: the named fields are so from this day on.</summary>
    /// <exception cref="ConflictException">Somebody changed the unit since it was shown; carries <see cref="OrgUnitDetails"/>.</exception>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    /// <param name="correcting">Why what a change of that very day set otherwise is corrected; it takes the right to correct as well.</param>
    [UseCase(Permission.ChangeUnits)]
    public Task ChangeAsync(Seen seen, DateOnly from, OrgUnitEdit edit, Guid? decisionId = null, string? correcting = null, CancellationToken ct = default) =>
        EditAsync(new("OrgUnit.Change", correcting, decisionId), correcting is null ? [Permission.ChangeUnits] : [Permission.ChangeUnits, Permission.CorrectHistory],
            seen, from, edit, u => u.Change(from, edit, decisionId, correcting), ct);

    /// <inheritdoc cref="OrgUnit.Correct"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid versionId, OrgUnitEdit edit, string reason, CancellationToken ct = default) =>
        AmendAsync(new("OrgUnit.Correct", reason), Permission.CorrectHistory, seen, versionId, null, edit, u => u.Correct(versionId, edit, reason), ct);

    /// <inheritdoc cref="OrgUnit.CorrectDay"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectDayAsync(Seen seen, Guid versionId, DateOnly to, string reason, CancellationToken ct = default) =>
        AmendAsync(new("OrgUnit.CorrectDay", reason), Permission.CorrectHistory, seen, versionId, to, new(), u => u.CorrectDay(versionId, to, reason), ct);

    /// <inheritdoc cref="OrgUnit.Withdraw"/>
    [UseCase(Permission.ChangeUnits)]
    public Task WithdrawAsync(Seen seen, Guid versionId, CancellationToken ct = default) =>
        AmendAsync(new("OrgUnit.Withdraw"), Permission.ChangeUnits, seen, versionId, null, new(), u => u.Withdraw(versionId, clock.Today), ct);

    /// <summary>Giải thể: from this day on the unit is not there. Its units, people, quota, members and offices must have ended or moved by then.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.HasUnits, HasPeople, HasQuota, HasMembers, HasOffices, HasCoverage and those of an end.</exception>
    [UseCase(Permission.ChangeUnits)]
    public Task EndAsync(Seen seen, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("OrgUnit.End", DecisionId: decisionId), [Permission.ChangeUnits], seen, on.AddDays(-1), new(), u => u.End(on, decisionId), ct);

    /// <inheritdoc cref="OrgUnit.CorrectEnd"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectEndAsync(Seen seen, DateOnly? on, string reason, CancellationToken ct = default) =>
        EditAsync(new("OrgUnit.CorrectEnd", reason), [Permission.CorrectHistory], seen, (on ?? clock.Today).AddDays(-1), new(), u => u.CorrectEnd(on, reason), ct);

    /// <inheritdoc cref="OrgUnit.WithdrawEnd"/>
    [UseCase(Permission.ChangeUnits)]
    public Task WithdrawEndAsync(Seen seen, CancellationToken ct = default) =>
        EditAsync(new("OrgUnit.WithdrawEnd"), [Permission.ChangeUnits], seen, clock.Today, new(), u => u.WithdrawEnd(clock.Today), ct);

    internal static void DemandFreeCode(OrgDbContext db, string code) =>
        RuleBrokenException.Unless(db.Timeline.UnitByCode(code) is null, "OrgUnit.CodeTaken", code);

    /// <summary>What amends the past or the future needs its reach there, as well as today.</summary>
    private Task AmendAsync(
        ChangeInfo info, Permission permission, Seen seen, Guid versionId, DateOnly? to, OrgUnitEdit edit, Action<OrgUnit> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await db.LoadAsync<OrgUnit>(seen, unit =>
        {
            var from = unit.Versions.FirstOrDefault(v => v.Id == versionId)?.ValidFrom ?? db.Today;
            foreach (var day in new[] { from, to ?? from }.Distinct()) db.Demand(permission, unit.Id, day);
            if (edit.Sets.HasFlag(OrgUnitFields.Parent)) db.Demand(permission, edit.ParentId, from);
        }, OrgUnitDetails.Of, ct)), ct);

    private Task EditAsync(
        ChangeInfo info, IReadOnlyList<Permission> permissions, Seen seen, DateOnly on, OrgUnitEdit edit, Action<OrgUnit> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db =>
        {
            foreach (var permission in permissions) db.Demand(permission, seen.Id, on);
            if (edit.Sets.HasFlag(OrgUnitFields.Parent)) db.Demand(permissions[0], edit.ParentId, on);
            var unit = await db.LoadAsync<OrgUnit>(seen, OrgUnitDetails.Of, ct);
            apply(unit);
        }, ct);
}
