using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Kết nạp, công nhận chính thức, chuyển sinh hoạt, chức vụ đảng.</summary>
public sealed class PartyService(Database database, ReadLog log)
{
    /// <summary>Makes a person a member in a cell from this day on; returns the id of the file.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.TwoAtOnce, PartyMember.NotACell, OrgUnit.NotYetThere and those of <see cref="PartyMember.Join"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> JoinAsync(Guid personId, AdmissionFacts days, Guid cellId, DateOnly from, Guid? decisionId = null, CancellationToken ct = default)
    {
        var member = PartyMember.Join(personId, days, cellId, from, decisionId);
        await database.ChangeAsync(new("PartyMember.Join", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangePartyRecord, cellId, from);
            if (db.Timeline.People.Find(personId) is null) throw new NotFoundException(typeof(Staff.Person), personId);
            db.Add(member);
            return Task.CompletedTask;
        }, ct);
        return member.Id;
    }

    /// <summary>The file of a member on a day.</summary>
    /// <exception cref="AccessDeniedException">No member in reach on that day; whether there is one out of reach is not told.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<MemberDetails> MemberOnAsync(Guid personId, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var member = db.Timeline.On(on).Member(personId);
            if (member is null || !db.ScopeFor(Permission.ViewPartyRecord, on).IncludesPerson(personId, null, member.Facts.CellId)) throw new AccessDeniedException(Permission.ViewPartyRecord);
            if (personId != db.Actor.PersonId) await log.WriteAsync(db.Actor, "Member", FieldClass.Party, [member.Person.Code], ct);
            return MemberDetails.Of(await db.LoadAsync<PartyMember>(member.Line.Id, ct));
        }, ct);

    /// <inheritdoc cref="PartyMember.MakeOfficial"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task MakeOfficialAsync(Seen seen, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("PartyMember.MakeOfficial", DecisionId: decisionId), seen, on, m => m.MakeOfficial(on, decisionId), ct);

    /// <inheritdoc cref="PartyMember.MoveTo"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task MoveAsync(Seen seen, Guid cellId, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("PartyMember.Move", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, cellId, from);
            (await LoadAsync(db, seen, from, ct)).MoveTo(cellId, from, decisionId);
        }, ct);

    /// <inheritdoc cref="PartyMember.SetParticipation"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task SetParticipationAsync(Seen seen, Participation participation, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("PartyMember.SetParticipation", DecisionId: decisionId), seen, from, m => m.SetParticipation(participation, from, decisionId), ct);

    /// <inheritdoc cref="PartyMember.GiveOffice"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task GiveOfficeAsync(Seen seen, Guid unitId, OfficeFacts office, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("PartyMember.GiveOffice", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, unitId, from);
            (await LoadAsync(db, seen, from, ct)).GiveOffice(unitId, office, from, decisionId);
        }, ct);

    /// <inheritdoc cref="PartyMember.EndOffice"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task EndOfficeAsync(Seen seen, Guid unitId, PartyPost post, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("PartyMember.EndOffice", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, unitId, on.AddDays(-1));
            (await LoadAsync(db, seen, on.AddDays(-1), ct)).EndOffice(unitId, post, on, decisionId);
        }, ct);

    /// <inheritdoc cref="PartyMember.Leave"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task LeaveAsync(Seen seen, DateOnly on, MembershipEnd reason, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("PartyMember.Leave", DecisionId: decisionId), seen, on.AddDays(-1), m => m.Leave(on, reason, decisionId), ct);

    private Task EditAsync(ChangeInfo info, Seen seen, DateOnly on, Action<PartyMember> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await LoadAsync(db, seen, on, ct)), ct);

    private static Task<PartyMember> LoadAsync(OrgDbContext db, Seen seen, DateOnly on, CancellationToken ct) =>
        db.LoadAsync<PartyMember>(seen, m => db.Demand(Permission.ChangePartyRecord, m.CellNear(on), on), MemberDetails.Of, ct);
}
