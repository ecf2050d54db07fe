using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>What pages name decisions by; decisions are public inside the house.</summary>
public sealed class DecisionNames(IConfigurationProvider maps)
{
    internal Task<Dictionary<Guid, DecisionRef>> OfAsync(OrgDbContext db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return db.Set<Decision>().Where(d => EF.Parameter(wanted).Contains(d.Id)).ProjectTo<DecisionRef>(maps).ToDictionaryAsync(d => d.Id, ct);
    }

    /// <summary>The same for somebody's own record: being one of many named in a party decision does not tell what it says of the others.</summary>
    internal async Task<Dictionary<Guid, DecisionRef>> OfOwnAsync(OrgDbContext db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var (known, sight) = (await OfAsync(db, ids, ct), new DecisionSight(db));
        return known.ToDictionary(d => d.Key, d => sight.Closes(d.Key) ? d.Value with { Subject = "" } : d.Value);
    }
}

internal sealed class DecisionMaps : Profile
{
    public DecisionMaps() => CreateProjection<Decision, DecisionRef>();
}
