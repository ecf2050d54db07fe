using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>The aggregates a unit of work changed, whole, as lines.</summary>
internal static class TouchedOwners
{
    public static OrgLines Of(OrgDbContext db)
    {
        var aggregates = db.ChangeTracker.Entries<Aggregate>().ToDictionary(e => e.Entity.Id, e => e.Entity);
        var lines = new OrgLines();
        foreach (var owner in AuditTrail.Changed(db).Select(e => e.Entity).OfType<Entity>().Select(e => e.Owner).Distinct())
        {
            if (!aggregates.TryGetValue(owner.Id, out var aggregate))
                throw new InvalidOperationException($"{owner.Type} {owner.Id} was changed without being loaded whole.");
            if (db.Entry(aggregate).State == EntityState.Deleted) lines.Gone.Add(aggregate.Id);
            else lines.Add(aggregate);
        }
        return lines;
    }
}
