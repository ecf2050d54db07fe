using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>Whose history a change stands in.</summary>
public enum ChangeOwner { Unit, Quota, Employment, Member, Coverage, Function, Position }

/// <summary>One change of the organisation, as a decision can be named for it.</summary>
public sealed record ChangeRef(ChangeOwner Owner, Guid OwnerId, Said What);

internal static class ChangeRefs
{
    /// <exception cref="ConflictException">Somebody changed what one of them stands in since they were listed; carries the number of the last change.</exception>
    public static async Task DemandUntouchedAsync(this OrgDbContext db, IReadOnlyList<ChangeRef> chosen, long seen, CancellationToken ct)
    {
        var owners = chosen.Select(c => c.OwnerId).Distinct().ToList();
        if (await db.Set<ChangeSetEntry>().AnyAsync(e => e.ChangeSetSeq > seen && EF.Parameter(owners).Contains(e.OwnerId), ct)) throw new ConflictException(db.Timeline.Seq);
    }
}
