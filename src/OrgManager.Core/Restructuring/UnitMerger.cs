using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring;

/// <summary>Hợp nhất: everything that stands in the merged units follows into the new one on the day, then they end.</summary>
internal sealed class UnitMerger(OrgDbContext db, DateOnly on, AppliedDecisions decisions)
{
    public async Task RunAsync(IReadOnlyList<UnitOn> merged, OrgUnit into, Dictionary<string, SetHeadStep> leaders, CancellationToken ct)
    {
        var ids = merged.Select(u => u.Id).ToList();
        var decisionId = into.Branch == Branch.Party ? decisions.Party : decisions.State;
        await MoveUnitsBelowAsync(ids, into, decisionId, ct);
        await SumQuotaAsync(ids, into, ct);
        await MovePeopleAsync(ids, into, leaders, ct);
        await MoveMembersAsync(ids, into, ct);
        foreach (var function in await db.Set<UnitFunction>().ToListAsync(ct)) function.Follow(ids, into.Id, on, decisionId);

        foreach (var unit in await db.Set<OrgUnit>().Where(u => EF.Parameter(ids).Contains(u.Id)).ToListAsync(ct))
        {
            unit.End(on, decisionId);
            db.Add(Succession.Record(unit.Id, into.Id, on, SuccessionKind.Merge, decisionId));
        }
    }

    /// <summary>Of those who do not lead the new unit the headship ends with the unit they led.</summary>
    internal static (Headship, int) LeadsAs(SetHeadStep? step) => step switch
    {
        { Headship: Leadership.Head } => (Headship.Head, step.Order),
        { Headship: Leadership.Deputy } => (Headship.Deputy, step.Order),
        _ => (Headship.None, 0),
    };

    private async Task MoveUnitsBelowAsync(List<Guid> ids, OrgUnit into, Guid? decisionId, CancellationToken ct)
    {
        var below = db.Timeline.Units.Where(u => u.History.On(on)?.ParentId is { } parent && ids.Contains(parent) && !ids.Contains(u.Id));
        foreach (var line in below) (await db.LoadAsync<OrgUnit>(line.Id, ct)).Change(on, new() { ParentId = into.Id }, decisionId);
    }

    private async Task SumQuotaAsync(List<Guid> ids, OrgUnit into, CancellationToken ct)
    {
        var quotas = await db.Set<Quota>().Where(q => EF.Parameter(ids).Contains(q.UnitId)).ToListAsync(ct);
        foreach (var same in quotas.Where(q => q.On(on) is not null).GroupBy(q => (q.Kind, q.Category)))
            db.Add(Quota.Open(into.Id, same.Key.Category, same.Key.Kind, same.Sum(q => q.On(on) ?? 0), on, decisions.Quota));
        foreach (var quota in quotas.Where(q => q.EndsOn is null)) quota.End(on, decisions.Quota);
    }

    private async Task MovePeopleAsync(List<Guid> ids, OrgUnit into, Dictionary<string, SetHeadStep> leaders, CancellationToken ct)
    {
        foreach (var line in db.Timeline.Employments.Where(e => e.Primary.History.On(on) is { } post && ids.Contains(post.UnitId)))
        {
            var person = db.Timeline.People.Find(line.PersonId)!;
            var employment = await db.LoadAsync<Employment>(line.Id, ct);
            employment.Change(on, new() { UnitId = into.Id, Leads = LeadsAs(leaders.GetValueOrDefault(person.Code)) }, decisions.Personnel);
        }
        foreach (var line in db.Timeline.Employments.Where(e => e.Assignments.Any(a => a.Kind != AssignmentKind.Primary && a.History.On(on) is { } post && ids.Contains(post.UnitId))))
            (await db.LoadAsync<Employment>(line.Id, ct)).FollowBeside(ids, into.Id, on, decisions.Personnel);
    }

    private async Task MoveMembersAsync(List<Guid> ids, OrgUnit into, CancellationToken ct)
    {
        foreach (var line in db.Timeline.Members.Where(m => m.History.On(on) is { } membership && ids.Contains(membership.CellId)))
            (await db.LoadAsync<PartyMember>(line.Id, ct)).MoveTo(into.Id, on, decisions.Party);
        foreach (var line in db.Timeline.Members.Where(m => m.Offices.Any(o => ids.Contains(o.UnitId) && o.History.Until > on)))
            foreach (var unitId in ids)
                (await db.LoadAsync<PartyMember>(line.Id, ct)).EndOffices(unitId, on, decisions.Party);
    }
}
