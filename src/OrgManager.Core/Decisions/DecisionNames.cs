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
}

internal sealed class DecisionMaps : Profile
{
    public DecisionMaps() => CreateProjection<Decision, DecisionRef>();
}
