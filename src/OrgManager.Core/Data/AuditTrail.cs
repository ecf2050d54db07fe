using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Data;

/// <summary>Writes each change set beside the change itself.</summary>
public sealed class AuditTrail(TimeProvider time)
{
    /// <summary>Tells what the context is about to save. Runs under the write lock, so numbers have no gaps and the chain no forks.</summary>
    /// <returns>The change set, or null when there is nothing to write down.</returns>
    internal async Task<ChangeSet?> RecordAsync(OrgDbContext db, ChangeInfo info, Versions versions, CancellationToken ct)
    {
        var changed = Changed(db);
        if (changed.Count == 0 && !info.Always) return null;

        var last = await db.Set<ChangeSet>().AsNoTracking().Where(c => c.Seq == versions.Data).Select(c => c.Hash).SingleOrDefaultAsync(ct);
        var seq = versions.Data + 1;
        foreach (var row in changed.Select(e => e.Entity).OfType<Entity>()) row.ChangeSetSeq = seq;
        var owners = db.ChangeTracker.Entries<Aggregate>().ToDictionary(e => e.Entity.Id, e => e.Entity);

        var set = new ChangeSet
        {
            Seq = seq, AtUtc = Now(),
            UserId = info.User?.Id ?? db.Actor.UserId, UserName = info.User?.Name ?? db.Actor.Name,
            Verb = info.Verb, Reason = info.Reason, DecisionId = info.DecisionId, JobId = db.JobId,
            PreviousHash = last ?? "",
            Entries = [.. changed.Select((e, number) => ToEntry(e, seq, number, owners))],
        };
        set.Seal();
        return set;
    }

    internal static List<EntityEntry> Changed(OrgDbContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => e.Entity is Entity or OrgUser && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    /// <summary>A row as the trail keeps it: every column but its stamp; of accounts only what is no secret, and a digest of what is.</summary>
    internal static string Image(EntityEntry e, Func<PropertyEntry, object?> value)
    {
        var account = e.Entity as OrgUser;
        var image = e.Properties.Where(p => p.Metadata.Name != nameof(Entity.ChangeSetSeq) && (account is null || OrgUser.Told.Contains(p.Metadata.Name)))
            .ToDictionary(p => p.Metadata.Name, value);
        if (account is not null) image["Credentials"] = OrgUser.Digest(value(e.Property(nameof(OrgUser.PasswordHash))), value(e.Property(nameof(OrgUser.SecurityStamp))));
        return JsonSerializer.Serialize(image, TableExtensions.Json);
    }

    private static ChangeSetEntry ToEntry(EntityEntry e, long seq, int number, Dictionary<Guid, Aggregate> owners)
    {
        var row = e.Entity as Entity;
        var (ownerType, ownerId) = row?.Owner ?? (nameof(OrgUser), ((OrgUser)e.Entity).Id);
        var unitId = row?.TrailUnitId ?? (owners.TryGetValue(ownerId, out var owner) ? owner.TrailUnitId : null);
        return new ChangeSetEntry
        {
            ChangeSetSeq = seq, Number = number,
            OwnerType = ownerType, OwnerId = ownerId,
            EntityType = e.Metadata.ClrType.Name, EntityId = row?.Id ?? ownerId,
            UnitId = unitId,
            FieldClass = row?.FieldClass ?? FieldClass.Account,
            Before = e.State == EntityState.Added ? null : Image(e, p => p.OriginalValue),
            After = e.State == EntityState.Deleted ? null : Image(e, p => p.CurrentValue),
        }.Sealed();
    }

    /// <summary>To the microsecond, which is all PostgreSQL keeps: the hash must survive the round trip.</summary>
    private DateTime Now()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
