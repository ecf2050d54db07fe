using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Đính chính và hủy in the file of a member: what was entered wrongly is put right with a reason, what is not yet in force is called off.</summary>
public sealed class MemberAmendmentService(Database database, OrgClock clock)
{
    /// <inheritdoc cref="PartyMember.CorrectAdmission"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAdmissionAsync(Seen seen, AdmissionFacts days, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.CorrectAdmission", reason), Permission.CorrectHistory, seen, m => [(m.Memberships[0].CellId, m.Memberships[0].ValidFrom)], m => m.CorrectAdmission(days, reason), ct);

    /// <inheritdoc cref="PartyMember.Correct"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid membershipId, MembershipEdit edit, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.Correct", reason), Permission.CorrectHistory, seen, m => Places(m, membershipId, edit), m => m.Correct(membershipId, edit, reason), ct);

    /// <inheritdoc cref="PartyMember.CorrectDay"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectDayAsync(Seen seen, Guid versionId, DateOnly to, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.CorrectDay", reason), Permission.CorrectHistory, seen, m => Places(m, versionId), m => m.CorrectDay(versionId, to, reason), ct);

    /// <inheritdoc cref="PartyMember.CorrectEnd"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectEndAsync(Seen seen, DateOnly? on, MembershipEnd? why, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.CorrectEnd", reason), Permission.CorrectHistory, seen, m => [(m.Memberships[^1].CellId, m.Memberships[^1].ValidFrom)], m => m.CorrectEnd(on, why, reason), ct);

    /// <inheritdoc cref="PartyMember.CorrectOffice"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectOfficeAsync(Seen seen, Guid officeId, OfficeFacts office, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.CorrectOffice", reason), Permission.CorrectHistory, seen, m => OfOffice(m, officeId), m => m.CorrectOffice(officeId, office, reason), ct);

    /// <inheritdoc cref="PartyMember.CorrectOfficeEnd"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectOfficeEndAsync(Seen seen, Guid officeId, DateOnly? on, string reason, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.CorrectOfficeEnd", reason), Permission.CorrectHistory, seen, m => OfOffice(m, officeId), m => m.CorrectOfficeEnd(officeId, on, reason), ct);

    /// <summary>Takes back what was to change in a membership but is not in force yet.</summary>
    /// <inheritdoc cref="PartyMember.Withdraw" path="/exception"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, Guid membershipId, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.Withdraw"), Permission.ChangePartyRecord, seen, m => Places(m, membershipId), m => m.Withdraw(membershipId, clock.Today), ct);

    /// <inheritdoc cref="PartyMember.WithdrawEnd"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawEndAsync(Seen seen, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.WithdrawEnd"), Permission.ChangePartyRecord, seen, _ => [], m => m.WithdrawEnd(clock.Today), ct);

    /// <inheritdoc cref="PartyMember.WithdrawOffice"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawOfficeAsync(Seen seen, Guid officeId, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.WithdrawOffice"), Permission.ChangePartyRecord, seen, m => OfOffice(m, officeId), m => m.WithdrawOffice(officeId, clock.Today), ct);

    /// <inheritdoc cref="PartyMember.WithdrawOfficeEnd"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawOfficeEndAsync(Seen seen, Guid officeId, CancellationToken ct = default) =>
        AmendAsync(new("PartyMember.WithdrawOfficeEnd"), Permission.ChangePartyRecord, seen, m => OfOffice(m, officeId), m => m.WithdrawOfficeEnd(officeId, clock.Today), ct);

    /// <summary>Needs its reach where the member is today, and in each unit the amended entry is about, on its day.</summary>
    private Task AmendAsync(
        ChangeInfo info, Permission permission, Seen seen, Func<PartyMember, IEnumerable<(Guid UnitId, DateOnly On)>> about, Action<PartyMember> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await db.LoadAsync<PartyMember>(seen, member =>
        {
            db.Demand(permission, member.CellNear(db.Today), db.Today);
            foreach (var (unitId, on) in about(member)) db.Demand(permission, unitId, on);
        }, MemberDetails.Of, ct)), ct);

    private static IEnumerable<(Guid UnitId, DateOnly On)> Places(PartyMember member, Guid versionId, MembershipEdit? edit = null)
    {
        foreach (var version in member.Memberships.Where(v => v.Id == versionId))
        {
            yield return (version.CellId, version.ValidFrom);
            if (edit?.Sets.HasFlag(MembershipFields.Cell) == true) yield return (edit.CellId, version.ValidFrom);
        }
        foreach (var office in member.Offices.Where(o => o.Versions.Any(v => v.Id == versionId))) yield return (office.UnitId, office.Versions[0].ValidFrom);
    }

    private static IEnumerable<(Guid UnitId, DateOnly On)> OfOffice(PartyMember member, Guid officeId) =>
        member.Offices.Where(o => o.Id == officeId).Select(o => (o.UnitId, o.Versions[0].ValidFrom));
}
