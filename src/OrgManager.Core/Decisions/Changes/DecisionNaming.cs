using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Decisions;

/// <summary>Names one decision for several changes, under the write lock: each must still stand, and be in reach.</summary>
internal sealed class DecisionNaming(OrgDbContext db, Guid decisionId, string? reason)
{
    public async Task RunAsync(IReadOnlyList<ChangeRef> chosen, long seen, CancellationToken ct)
    {
        var (standing, reach) = (new ChangeReader(db.Timeline).OfOwners(chosen).Concat(await new ChangesBeside(db).OfOwnersAsync(chosen, ct)).ToList(), new ChangeReach(db));
        foreach (var change in standing.Where(c => c.Refs.Any(chosen.Contains)))
            if (!(reason is null ? reach.MayName(change) : reach.MayExchange(change)))
                throw new AccessDeniedException(reason is null ? change.Enter : Permission.CorrectHistory);
        await db.DemandUntouchedAsync(chosen, seen, ct);
        if (!await db.Set<Decision>().AnyAsync(d => d.Id == decisionId, ct)) throw new NotFoundException(typeof(Decision), decisionId);
        foreach (var one in chosen)
        {
            var change = standing.Find(c => c.Refs.Contains(one)) ?? throw new NotFoundException(typeof(Change), one.What.VersionId);
            await NameAsync(one, change, ct);
        }
    }

    private async Task NameAsync(ChangeRef one, Change change, CancellationToken ct)
    {
        switch (one.Owner)
        {
            case ChangeOwner.Unit:
                (await LoadedAsync<OrgUnit>(one, ct)).NameDecision(one.What, decisionId, reason);
                await FollowAsync(change, ct);
                break;
            case ChangeOwner.Quota: (await LoadedAsync<Quota>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            case ChangeOwner.Employment: (await LoadedAsync<Employment>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            case ChangeOwner.Member: (await LoadedAsync<PartyMember>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            case ChangeOwner.Coverage: (await LoadedAsync<CellCoverage>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            case ChangeOwner.Function: (await LoadedAsync<UnitFunction>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            case ChangeOwner.Position: (await LoadedAsync<PositionPosts>(one, ct)).NameDecision(one.What, decisionId, reason); break;
            default: throw new ArgumentOutOfRangeException(nameof(one), one.Owner, null);
        }
    }

    private async Task<T> LoadedAsync<T>(ChangeRef one, CancellationToken ct) where T : Aggregate => await db.LoadAsync<T>(one.OwnerId, ct);

    /// <summary>What a unit became, or came from, on the day it ended or began was the same decision's.</summary>
    private async Task FollowAsync(Change change, CancellationToken ct)
    {
        if (change.OfUnit?.Kind is not (UnitEventKind.Founded or UnitEventKind.Ended)) return;
        var kin = await db.Set<Succession>().Where(s => s.On == change.On && (s.PredecessorId == change.UnitId || s.SuccessorId == change.UnitId)).ToListAsync(ct);
        foreach (var succession in kin) succession.Follow(change.DecisionId, decisionId);
    }
}
