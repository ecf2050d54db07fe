using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Decisions;

/// <summary>Finds what takes effect after today, in the timeline and among the functions beside it, and who entered it.</summary>
internal sealed class PendingReader(OrgDbContext db)
{
    /// <summary>How one of them came into the books.</summary>
    /// <param name="Scenario">The name of the scenario that was applied then.</param>
    public sealed record Entry(long Seq, string UserName, DateTime AtUtc, string? Scenario);

    private sealed record Touch(Guid EntityId, Entry Entry);

    public async Task<List<Change>> AllAsync(CancellationToken ct)
    {
        var today = db.Today;
        var ahead = await db.Set<UnitFunctionVersion>().Where(v => v.ValidFrom > today || (v.Until > today && v.Until < Effective.Open)).Select(v => v.FunctionId).Distinct().ToListAsync(ct);
        return [.. new ChangeReader(db.Timeline).After(today).Where(IsTold), .. (await OfFunctionsAsync(ahead, ct)).Where(c => c.On > today)];
    }

    /// <summary>Every change of what these refer to.</summary>
    public async Task<List<Change>> OfOwnersAsync(IReadOnlyList<ChangeRef> refs, CancellationToken ct) =>
        [.. new ChangeReader(db.Timeline).OfOwners(refs), .. await OfFunctionsAsync([.. refs.Where(r => r.Owner == ChangeOwner.Function).Select(r => r.OwnerId).Distinct()], ct)];

    /// <summary>By the version each stands in: who said it first, and who last; naming its decision says nothing new.</summary>
    public async Task<ILookup<Guid, Entry>> EntriesAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var refs = changes.SelectMany(c => c.Refs).ToList();
        var (owners, versions) = (refs.Select(r => r.OwnerId).Distinct().ToList(), refs.Select(r => r.What.VersionId).Distinct().ToList());
        var touches = await (
            from entry in db.Set<ChangeSetEntry>()
            join set in db.Set<ChangeSet>() on entry.ChangeSetSeq equals set.Seq
            join applied in db.Set<Scenario>() on set.Seq equals applied.AppliedIn into scenarios
            from scenario in scenarios.DefaultIfEmpty()
            where EF.Parameter(owners).Contains(entry.OwnerId) && EF.Parameter(versions).Contains(entry.EntityId) && set.Verb != "Decision.Name" && set.Verb != "Decision.Exchange"
            select new Touch(entry.EntityId, new(set.Seq, set.UserName, set.AtUtc, scenario == null ? null : scenario.Name))).ToListAsync(ct);
        return touches.OrderBy(t => t.Entry.Seq).ToLookup(t => t.EntityId, t => t.Entry);
    }

    public static Entry? EntryOf(Change change, ILookup<Guid, Entry> entries) =>
        change.Refs[0].What is var what && what.IsEnd ? entries[what.VersionId].LastOrDefault() : entries[what.VersionId].FirstOrDefault();

    /// <summary>Why it is not called off by itself, whoever asks.</summary>
    public static PendingStay? StayOf(OrgDbContext db, Change change, Entry? entry) => change switch
    {
        _ when entry?.Scenario is not null => PendingStay.OfScenario,
        { OfPerson.Kind: PersonEventKind.Recruited or PersonEventKind.PartyJoined } => PendingStay.Beginning,
        { OfUnit.Kind: UnitEventKind.FunctionBegun } => null,
        _ when !change.Refs[0].What.IsEnd && change.Refs.Any(r => IsFollowed(db.Timeline, r)) => PendingStay.Followed,
        _ => null,
    };

    /// <summary>It begins a history that goes on to change.</summary>
    private static bool IsFollowed(OrgTimeline timeline, ChangeRef at) => at.Owner switch
    {
        ChangeOwner.Unit => Begins(timeline.Units.Find(at.OwnerId)?.History, at),
        ChangeOwner.Quota => Begins(timeline.Quotas.Find(at.OwnerId)?.History, at),
        ChangeOwner.Coverage => Begins(timeline.Coverages.Find(at.OwnerId)?.History, at),
        ChangeOwner.Employment when timeline.Employments.Find(at.OwnerId) is { } employment => Begins(employment.Salary, at) || employment.Assignments.Any(a => Begins(a.History, at)),
        ChangeOwner.Member => timeline.Members.Find(at.OwnerId)?.Offices.Any(o => Begins(o.History, at)) == true,
        _ => false,
    };

    private static bool Begins<T>(Dated<T>? history, ChangeRef at) where T : class, IFacts<T> => history is { Count: > 1 } && history[0].VersionId == at.What.VersionId;

    /// <summary>The order of units in a list is no event to wait for.</summary>
    private static bool IsTold(Change change) => change.OfUnit?.Kind != UnitEventKind.OrderChanged;

    private async Task<IEnumerable<Change>> OfFunctionsAsync(List<Guid> ids, CancellationToken ct) => ids.Count == 0 ? []
        : (await db.Set<UnitFunction>().Where(f => EF.Parameter(ids).Contains(f.Id)).ToListAsync(ct)).SelectMany(f => new FunctionChanges(db.Timeline, f).All());
}
