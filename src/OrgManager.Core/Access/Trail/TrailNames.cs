using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Targets;

namespace OrgManager.Access;

/// <summary>Names for the ids that the trail holds.</summary>
internal sealed class TrailNames
{
    private readonly OrgDbContext _db;
    private Dictionary<Guid, DecisionRef> _decisions = [];
    private Dictionary<Guid, string> _users = [], _others = [];
    private Dictionary<Guid, PersonalRow> _ofPeople = [];
    private Dictionary<Guid, Guid> _papers = [];

    private TrailNames(OrgDbContext db) => _db = db;

    /// <summary>Looks up at once what is not in the timeline.</summary>
    public static async Task<TrailNames> OfAsync(OrgDbContext db, DecisionNames decisions, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var grants = await db.Set<Grant>().Where(g => EF.Parameter(wanted).Contains(g.Id)).Select(g => new { g.Id, g.UserId }).ToListAsync(ct);
        var accounts = wanted.Concat(grants.Select(g => g.UserId)).ToList();
        var users = await db.Set<OrgUser>().Where(u => EF.Parameter(accounts).Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName!, ct);
        foreach (var grant in grants.Where(g => users.ContainsKey(g.UserId))) users[grant.Id] = users[grant.UserId];
        var names = new TrailNames(db)
        {
            _decisions = await decisions.OfAsync(db, wanted.Select(id => (Guid?)id), ct), _users = users, _ofPeople = await PersonalRows.OfAsync(db, wanted, ct),
            _papers = (await db.Set<CellMeeting>().Where(m => EF.Parameter(wanted).Contains(m.Id)).Select(m => new { m.Id, Unit = m.CellId }).ToListAsync(ct))
                .Concat(await db.Set<WorkingRegulation>().Where(r => EF.Parameter(wanted).Contains(r.Id)).Select(r => new { r.Id, Unit = r.UnitId }).ToListAsync(ct))
                .Concat(await db.Set<PartyTerm>().Where(t => EF.Parameter(wanted).Contains(t.Id)).Select(t => new { t.Id, Unit = t.UnitId }).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.Unit),
            _others = (await db.Set<Target>().Where(t => EF.Parameter(wanted).Contains(t.Id)).Select(t => new { t.Id, Name = t.Code }).ToListAsync(ct))
                .Concat((await db.Set<ReviewCycle>().Where(c => EF.Parameter(wanted).Contains(c.Id)).Select(c => new { c.Id, c.Year }).ToListAsync(ct)).Select(c => new { c.Id, Name = $"{c.Year}" }))
                .Concat(await db.Set<RuleSet>().Where(r => EF.Parameter(wanted).Contains(r.Id)).Select(r => new { r.Id, Name = r.Code }).ToListAsync(ct))
                .Concat(await db.Set<Scenario>().Where(s => EF.Parameter(wanted).Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
                .ToDictionary(o => o.Id, o => o.Name),
        };
        foreach (var removed in await PersonalRows.RemovedAsync(db, wanted.FindAll(id => !names.Knows(id)), ct)) names._ofPeople.TryAdd(removed.Id, removed);
        return names;
    }

    public DecisionRef? Decision(Guid? id) => id is { } known ? _decisions.GetValueOrDefault(known) : null;

    public PersonLine? Person(string ownerType, Guid ownerId)
    {
        var id = TrailPeople.Of(_db.Timeline, ownerType, ownerId) ?? _ofPeople.GetValueOrDefault(ownerId)?.PersonId;
        return id is { } known ? _db.Timeline.People.Find(known) : null;
    }

    /// <summary>What a row is about.</summary>
    public TrailSubject? Subject(string ownerType, Guid ownerId)
    {
        if (Person(ownerType, ownerId) is { } person) return new(TrailSubjectKind.Person, person.FullName, person.Code);
        if (UnitOf(ownerId) is { } unit) return new(TrailSubjectKind.Unit, UnitNames.On(unit, _db.Today), unit.Code);
        if (Decision(ownerId) is { } decision) return new(TrailSubjectKind.Decision, decision.Number);
        if (_users.TryGetValue(ownerId, out var user)) return new(TrailSubjectKind.Account, user, user);
        var name = _others.GetValueOrDefault(ownerId) ?? _db.Timeline.Kinds.Find(ownerId)?.Facts.Name;
        return name is null ? null : new(TrailSubjectKind.Other, name);
    }

    /// <summary>What an id in a row means; null where it is only the row's own bookkeeping.</summary>
    public string? Text(Guid id) => Subject("", id)?.Name ?? _db.Timeline.People.Find(id)?.FullName;

    /// <summary>What a kind is called; any other word stays as it is.</summary>
    public string UnitKind(string code) => _db.Timeline.Kind(code).Name;

    private UnitLine? UnitOf(Guid id)
    {
        var timeline = _db.Timeline;
        var unitId = timeline.Quotas.Find(id)?.UnitId ?? timeline.Successions.Find(id)?.SuccessorId ?? timeline.Coverages.Find(id)?.UnitId
            ?? _ofPeople.GetValueOrDefault(id)?.UnitId ?? (_papers.TryGetValue(id, out var paper) ? paper : id);
        return timeline.Units.Find(unitId);
    }

    private bool Knows(Guid id) => Subject("", id) is not null
        || _db.Timeline is var timeline && (timeline.People.Find(id) is not null || timeline.Employments.Find(id) is not null || timeline.Members.Find(id) is not null || timeline.Coverages.Find(id) is not null);
}
