using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Decisions;

/// <summary>Calls one change off, under the write lock: it must still stand, be in reach, not be in force, and stand by itself.</summary>
internal sealed class CallingOff(OrgDbContext db)
{
    public async Task RunAsync(IReadOnlyList<ChangeRef> chosen, long seen, CancellationToken ct)
    {
        var (reader, reach) = (new PendingReader(db), new ChangeReach(db));
        var named = (await reader.OfOwnersAsync(chosen, ct)).Where(c => c.Refs.Any(chosen.Contains)).DistinctBy(c => c.Refs[0]).ToList(); // levels of one unit are told for each of its quotas
        await reader.TraceAsync(named, ct);
        var changes = named.SelectMany(reader.Together).DistinctBy(c => c.Refs[0]).ToList();
        foreach (var change in changes)
            if (!reach.MayName(change)) throw new AccessDeniedException(change.Enter);
        await db.DemandUntouchedAsync([.. chosen, .. changes.SelectMany(c => c.Refs)], seen, ct);
        if (changes.Count == 0) throw new NotFoundException(typeof(Change), chosen.Count == 0 ? Guid.Empty : chosen[0].What.VersionId);
        foreach (var change in changes)
        {
            RuleBrokenException.Unless(change.On > db.Today, "History.InForce", change.On);
            DemandAlone(reader, change);
        }
        foreach (var change in changes) await CallOffAsync(change, ct);
        var transfers = changes.SelectMany(reader.TransfersOf).Distinct().ToList();
        db.RemoveRange(await db.Set<QuotaMove>().Where(m => EF.Parameter(transfers).Contains(m.ChangeSetSeq)).ToListAsync(ct));
    }

    /// <summary>That levels taken back where their unit is shown are nobody else's, nor a side of posts that go from one unit to another.</summary>
    /// <exception cref="RuleBrokenException">Pending.OfScenario, Pending.OfStreamlining, Pending.OfOutside, Pending.OfPlan, Pending.OfTransfer.</exception>
    public async Task DemandOwnAsync(IReadOnlyList<ChangeRef> levels, CancellationToken ct)
    {
        var reader = new PendingReader(db);
        var changes = (await reader.OfOwnersAsync(levels, ct)).Where(c => c.Refs.Any(levels.Contains)).ToList();
        await reader.TraceAsync(changes, ct);
        foreach (var change in changes)
        {
            if (reader.StayOf(change) is not PendingStay.Followed) DemandAlone(reader, change);
            RuleBrokenException.Unless(!reader.TransfersOf(change).Any(), "Pending.OfTransfer");
        }
    }

    private static void DemandAlone(PendingReader reader, Change change)
    {
        switch (reader.StayOf(change))
        {
            case PendingStay.OfPlan: throw new RuleBrokenException("Pending.OfPlan");
            case PendingStay.OfScenario: throw new RuleBrokenException("Pending.OfScenario", reader.OriginOf(change)!.Scenario);
            case PendingStay.OfStreamlining: throw new RuleBrokenException("Pending.OfStreamlining");
            case PendingStay.OfOutside: throw new RuleBrokenException("Pending.OfOutside");
            case PendingStay.Beginning: throw new RuleBrokenException("Pending.Beginning");
            case PendingStay.Succeeded: throw new RuleBrokenException("Pending.Succeeded", change.Unit!.Code);
            case PendingStay.Followed: throw new RuleBrokenException("Pending.Followed");
            default: break;
        }
    }

    private Task CallOffAsync(Change change, CancellationToken ct) => change.Refs[0].Owner switch
    {
        ChangeOwner.Unit => UnitAsync(change.Refs[0], ct),
        ChangeOwner.Quota => QuotaAsync(change.Refs, ct),
        ChangeOwner.Employment => EmploymentAsync(change, ct),
        ChangeOwner.Member => MemberAsync(change, ct),
        ChangeOwner.Coverage => CoverageAsync(change.Refs[0], ct),
        ChangeOwner.Function => FunctionAsync(change.Refs[0], ct),
        ChangeOwner.Position => PositionAsync(change.Refs[0], ct),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Refs[0].Owner, null),
    };

    private async Task UnitAsync(ChangeRef at, CancellationToken ct)
    {
        var unit = await db.LoadAsync<OrgUnit>(at.OwnerId, ct);
        if (at.What.IsEnd) unit.WithdrawEnd(db.Today);
        else if (unit.Versions[0].Id == at.What.VersionId) await UnfoundAsync(unit, ct);
        else unit.Withdraw(at.What.VersionId, db.Today, (OrgUnitFields)at.What.Fields);
    }

    /// <summary>A unit that was to be founded is not, as long as nothing is to stand in it.</summary>
    private async Task UnfoundAsync(OrgUnit unit, CancellationToken ct)
    {
        var (id, lines) = (unit.Id, db.Timeline);
        var isUsed = lines.Units.By(LineKeys.UnitParents)[id].Length > 0 || lines.Quotas.By(LineKeys.QuotaUnit)[id].Length > 0 || lines.Employments.By(LineKeys.PostUnits)[id].Length > 0
            || lines.Members.By(LineKeys.MemberCells)[id].Length > 0 || lines.Members.By(LineKeys.OfficeUnits)[id].Length > 0 || lines.Coverages.By(LineKeys.CoverageUnits)[id].Length > 0
            || lines.Successions.By(LineKeys.Predecessor)[id].Length > 0 || lines.Successions.By(LineKeys.Successor)[id].Length > 0
            || await db.Set<PositionPosts>().AnyAsync(p => p.UnitId == id, ct) || await db.Set<Grant>().AnyAsync(g => g.ScopeUnitId == id, ct) || (await db.Set<UnitFunctionVersion>().ToListAsync(ct)).Exists(f => f.LeadId == id || f.CoordinatorIds.Contains(id));
        RuleBrokenException.Unless(!isUsed, "Pending.UnitInUse", unit.Code);
        db.Remove(unit);
    }

    private async Task QuotaAsync(IEnumerable<ChangeRef> levels, CancellationToken ct)
    {
        foreach (var level in levels)
        {
            var quota = await db.LoadAsync<Quota>(level.OwnerId, ct);
            if (level.What.IsEnd) quota.WithdrawEnd(db.Today);
            else if (quota.Levels[0].Id == level.What.VersionId) db.Remove(quota);
            else quota.Withdraw(level.What.VersionId, db.Today);
        }
    }

    private async Task EmploymentAsync(Change change, CancellationToken ct)
    {
        var (employment, what) = (await db.LoadAsync<Employment>(change.Refs[0].OwnerId, ct), change.Refs[0].What);
        switch (change.OfPerson!.Kind)
        {
            case PersonEventKind.Left: employment.WithdrawEnd(db.Today); break;
            case PersonEventKind.SalarySet: employment.WithdrawSalary(what.VersionId, db.Today); break;
            case PersonEventKind.BesideEnded: employment.WithdrawBesideEnd(what.VersionId, db.Today); break;
            case PersonEventKind.Beside when employment.LineOf(what.VersionId).Versions[0].Id == what.VersionId: employment.WithdrawBeside(what.VersionId, db.Today); break;
            default: employment.Withdraw(what.VersionId, db.Today, (AssignmentFields)what.Fields); break;
        }
    }

    private async Task MemberAsync(Change change, CancellationToken ct)
    {
        var (member, what) = (await db.LoadAsync<PartyMember>(change.Refs[0].OwnerId, ct), change.Refs[0].What);
        Guid Office() => member.Offices.First(o => o.Versions.Any(v => v.Id == what.VersionId)).Id;
        switch (change.OfPerson!.Kind)
        {
            case PersonEventKind.PartyLeft: member.WithdrawEnd(db.Today); break;
            case PersonEventKind.OfficeGiven: member.WithdrawOffice(Office(), db.Today); break;
            case PersonEventKind.OfficeEnded: member.WithdrawOfficeEnd(Office(), db.Today); break;
            default: member.Withdraw(what.VersionId, db.Today, (MembershipFields)what.Fields); break;
        }
    }

    private async Task CoverageAsync(ChangeRef at, CancellationToken ct)
    {
        var line = await db.LoadAsync<CellCoverage>(at.OwnerId, ct);
        if (at.What.IsEnd) line.WithdrawEnd(db.Today);
        else if (line.IsOnly(at.What.VersionId)) db.Remove(line);
        else line.Withdraw(at.What.VersionId, db.Today);
    }

    private async Task FunctionAsync(ChangeRef at, CancellationToken ct)
    {
        var function = await db.LoadAsync<UnitFunction>(at.OwnerId, ct);
        if (at.What.IsEnd) function.WithdrawEnd(db.Today);
        else if (function.Versions[0].Id == at.What.VersionId) db.Remove(function);
        else function.Withdraw(at.What.VersionId, db.Today, (UnitFunctionFields)at.What.Fields);
    }

    private async Task PositionAsync(ChangeRef at, CancellationToken ct)
    {
        var posts = await db.LoadAsync<PositionPosts>(at.OwnerId, ct);
        if (posts.Levels[0].Id == at.What.VersionId) db.Remove(posts);
        else posts.Withdraw(at.What.VersionId, db.Today);
    }
}
