using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Decisions;

/// <summary>Finds what takes effect after today, in the timeline and among the functions beside it, how it came into the books, and what hangs together.</summary>
internal sealed class PendingReader(OrgDbContext db)
{
    private readonly Origins _origins = new(db);
    private readonly Dictionary<Guid, UnitFunction> _functions = [];
    private readonly HashSet<Guid> _followed = []; // first levels of positions after which others come
    private readonly Dictionary<long, List<Change>> _sides = []; // by the transfer they are of

    public async Task<List<Change>> AllAsync(CancellationToken ct)
    {
        var today = db.Today;
        var ahead = await db.Set<UnitFunctionVersion>().Where(v => v.ValidFrom > today || (v.Until > today && v.Until < Effective.Open)).Select(v => v.FunctionId).Distinct().ToListAsync(ct);
        var posts = await db.Set<PositionLevel>().Where(l => l.ValidFrom > today).Select(l => l.PositionPostsId).Distinct().ToListAsync(ct);
        var beside = await OfPositionsAsync(posts.Select(id => new ChangeRef(ChangeOwner.Position, id, default)), ct);
        return [.. ChangeReader.After(db.Timeline, today).Where(IsTold), .. (await OfFunctionsAsync(ahead, ct)).Concat(beside).Where(c => c.On > today)];
    }

    /// <summary>Every change of what these refer to.</summary>
    public async Task<List<Change>> OfOwnersAsync(IReadOnlyList<ChangeRef> refs, CancellationToken ct) =>
        [.. new ChangeReader(db.Timeline).OfOwners(refs), .. await OfFunctionsAsync([.. refs.Where(r => r.Owner == ChangeOwner.Function).Select(r => r.OwnerId).Distinct()], ct),
            .. await OfPositionsAsync(refs.Where(r => r.Owner == ChangeOwner.Position), ct)];

    /// <summary>Looks up how these came into the books, and the other sides of what was transferred; what is asked about them below needs it.</summary>
    public async Task TraceAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        await _origins.LoadAsync(changes.SelectMany(c => c.Refs).Select(r => r.OwnerId), ct);
        for (var of = changes; of.SelectMany(TransfersOf).Where(seq => _sides.TryAdd(seq, [])).ToList() is { Count: > 0 } transfers;)
        {
            var quotas = await db.Set<ChangeSetEntry>().Where(e => EF.Parameter(transfers).Contains(e.ChangeSetSeq)).Select(e => e.OwnerId).Distinct().ToListAsync(ct);
            await _origins.LoadAsync(quotas, ct);
            var units = quotas.Select(id => db.Timeline.Quotas.Find(id)).OfType<QuotaLine>().DistinctBy(q => q.UnitId);
            of = [.. new ChangeReader(db.Timeline).OfOwners(units.Select(q => new ChangeRef(ChangeOwner.Quota, q.Id, default)))];
            foreach (var side in of)
                foreach (var seq in TransfersOf(side).Intersect(transfers)) _sides[seq].Add(side);
        }
    }

    /// <summary>The change and whatever stands and falls with it: posts that go from one unit to another are one change with two sides.</summary>
    public IReadOnlyList<Change> Together(Change change)
    {
        var all = new List<Change> { change };
        for (var i = 0; i < all.Count; i++)
            all.AddRange(TransfersOf(all[i]).SelectMany(seq => _sides[seq]).DistinctBy(side => side.Refs[0]).Where(side => !all.Exists(known => known.Refs[0] == side.Refs[0])).ToList());
        return all;
    }

    /// <summary>How it came into the books; null where the trail does not tell.</summary>
    public Origin? OriginOf(Change change) => _origins.Of(change) is [var origin, ..] ? origin : null;

    /// <summary>Why it is not called off by itself, whoever asks.</summary>
    public PendingStay? StayOf(Change change) => change switch
    {
        _ when OriginOf(change)?.IsOfScenario == true => PendingStay.OfScenario,
        _ when _origins.Of(change).Any(o => o.IsOfStreamlining) => PendingStay.OfStreamlining,
        _ when _origins.Of(change).Any(o => o.IsOfOutside) => PendingStay.OfOutside,
        _ when _origins.Of(change).Any(o => o.IsOfPlan) => PendingStay.OfPlan,
        { OfPerson.Kind: PersonEventKind.Recruited or PersonEventKind.PartyJoined } => PendingStay.Beginning,
        { OfUnit.Kind: UnitEventKind.Ended } when db.Timeline.Successions.By(LineKeys.Predecessor)[change.UnitId].Any(s => s.On == change.On) => PendingStay.Succeeded,
        _ when !change.Refs[0].What.IsEnd && change.Refs.Any(IsFollowed) => PendingStay.Followed,
        _ => null,
    };

    /// <summary>The change sets by which posts went from one unit to another, as far as this is a side of them.</summary>
    public IEnumerable<long> TransfersOf(Change change) => change.Area != ChangeArea.Quota ? [] : _origins.Of(change).Where(o => o.IsOfTransfer).Select(o => o.Seq);

    /// <summary>It begins a history that goes on to change, or, where all of it would be taken back, to end.</summary>
    private bool IsFollowed(ChangeRef at) => at.Owner switch
    {
        ChangeOwner.Unit when db.Timeline.Units.Find(at.OwnerId) is { History: var history } =>
            history[0].VersionId == at.What.VersionId && (history.Skip(1).Any(span => (span.Sets & ~(int)OrgUnitFields.Order) != 0) || !history[^1].IsOpen),
        ChangeOwner.Function when _functions.GetValueOrDefault(at.OwnerId) is { Versions: var versions } function =>
            versions[0].Id == at.What.VersionId && (versions.Count > 1 || function.EndsOn is not null),
        ChangeOwner.Quota => Begins(db.Timeline.Quotas.Find(at.OwnerId)?.History, at),
        ChangeOwner.Coverage => Begins(db.Timeline.Coverages.Find(at.OwnerId)?.History, at),
        ChangeOwner.Employment when db.Timeline.Employments.Find(at.OwnerId) is { } employment => Begins(employment.Salary, at) || employment.Assignments.Any(a => Begins(a.History, at)),
        ChangeOwner.Position => _followed.Contains(at.What.VersionId),
        ChangeOwner.Member => db.Timeline.Members.Find(at.OwnerId)?.Offices.Any(o => Begins(o.History, at)) == true,
        _ => false,
    };

    private static bool Begins<T>(Dated<T>? history, ChangeRef at) where T : class, IFacts<T> => history is { Count: > 1 } && history[0].VersionId == at.What.VersionId;

    /// <summary>The order of units in a list is no event to wait for.</summary>
    private static bool IsTold(Change change) => change.OfUnit?.Kind != UnitEventKind.OrderChanged;

    private async Task<IEnumerable<Change>> OfFunctionsAsync(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var functions = await db.Set<UnitFunction>().Where(f => EF.Parameter(ids).Contains(f.Id)).ToListAsync(ct);
        foreach (var function in functions) _functions[function.Id] = function;
        return functions.SelectMany(f => new FunctionChanges(db.Timeline, f).All());
    }

    private async Task<IReadOnlyList<Change>> OfPositionsAsync(IEnumerable<ChangeRef> refs, CancellationToken ct)
    {
        var levels = await new ChangesBeside(db).OfOwnersAsync(refs, ct);
        _followed.UnionWith(levels.GroupBy(c => c.Refs[0].OwnerId).Where(history => history.Count() > 1).Select(history => history.MinBy(c => c.On)!.Refs[0].What.VersionId));
        return levels;
    }
}
