using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OrgManager.Common;

namespace OrgManager.Data;

/// <summary>Puts the rows of one change set back as they were before it, from the images the trail keeps.</summary>
internal sealed class ChangeSetUndo(OrgDbContext db)
{
    private const int Told = 50;

    /// <param name="except">An aggregate of the set that stays as it is.</param>
    /// <exception cref="RuleBrokenException">Undo.LaterChanges: later changes touched the same, or stand on what the set made; the first of them are told.</exception>
    public async Task RunAsync(long seq, Guid except, CancellationToken ct)
    {
        var entries = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == seq && e.OwnerId != except).OrderByDescending(e => e.Number).ToListAsync(ct);
        await DemandLastAsync(seq, entries, ct);
        foreach (var owners in entries.GroupBy(e => e.OwnerType)) await LoadAsync(owners.Key, [.. owners.Select(e => e.OwnerId).Distinct()], ct);
        (db.ChangeTracker.CascadeDeleteTiming, db.ChangeTracker.DeleteOrphansTiming) = (CascadeTiming.OnSaveChanges, CascadeTiming.OnSaveChanges); // what points at something that goes is itself put right or goes, be it only after it
        var rows = db.ChangeTracker.Entries<Entity>().ToDictionary(e => e.Entity.Id);
        var made = entries.Where(e => e.Before is null).Select(e => e.EntityId).ToList();
        var gone = made.ToHashSet();
        foreach (var id in made) TakeAway(rows[id], rows, gone);
        foreach (var changed in entries.Where(e => e.Before is not null && e.After is not null)) Restore(rows[changed.EntityId], changed.Before!);
        foreach (var missed in entries.Where(e => e.After is null)) BringBack(missed);
    }

    private async Task DemandLastAsync(long seq, List<ChangeSetEntry> entries, CancellationToken ct)
    {
        var touching = await LaterChanges.OfAsync(db, seq, [.. entries.Select(e => e.OwnerId)], [.. entries.Where(e => e.Before is null).Select(e => e.EntityId)], ct);
        if (touching.Count == 0) return;
        var first = touching.Order().Take(Told).ToList();
        var verbs = await db.Set<ChangeSet>().AsNoTracking().Where(c => EF.Parameter(first).Contains(c.Seq)).OrderBy(c => c.Seq).Select(c => new { c.Seq, c.Verb }).ToListAsync(ct);
        throw new RuleBrokenException("Undo.LaterChanges", touching.Count, string.Join(", ", verbs.Select(v => $"{v.Seq} {v.Verb}")) + (touching.Count > Told ? ", …" : ""));
    }

    private async Task LoadAsync(string type, List<Guid> ids, CancellationToken ct)
    {
        var clr = TypeOf(type).ClrType;
        var load = typeof(ChangeSetUndo).GetMethod(nameof(LoadOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(clr);
        await (Task)load.Invoke(this, [ids, ct])!;
    }

    private async Task LoadOfAsync<T>(List<Guid> ids, CancellationToken ct) where T : Entity
    {
        foreach (var some in ids.Chunk(500).Select(chunk => chunk.ToList()))
            await db.Set<T>().Where(e => EF.Parameter(some).Contains(e.Id)).LoadAsync(ct);
    }

    /// <summary>Out of the list of an owner that stays, too, which is what the read model is made of; one that goes keeps its rows, by which the trail tells where it stood.</summary>
    private static void TakeAway(EntityEntry<Entity> row, Dictionary<Guid, EntityEntry<Entity>> rows, HashSet<Guid> gone)
    {
        foreach (var key in row.Metadata.GetForeignKeys())
            if (key.PrincipalToDependent is { IsCollection: true } list && rows.TryGetValue((Guid)row.Property(key.Properties[0].Name).CurrentValue!, out var owner) && !gone.Contains(owner.Entity.Id))
                list.GetCollectionAccessor()!.Remove(owner.Entity, row.Entity);
        row.State = EntityState.Deleted;
    }

    /// <summary>An aggregate counts on: who saw it in between is told that it changed.</summary>
    private static void Restore(EntityEntry row, string image)
    {
        foreach (var (property, value) in Values(row, image))
            if (property.Metadata.Name != nameof(Aggregate.Version)) property.CurrentValue = value;
            else property.CurrentValue = (int)property.CurrentValue! + 1;
    }

    private void BringBack(ChangeSetEntry gone)
    {
        var row = db.Entry(Activator.CreateInstance(TypeOf(gone.EntityType).ClrType, nonPublic: true)!);
        foreach (var (property, value) in Values(row, gone.Before!)) property.CurrentValue = value;
        row.State = EntityState.Added;
    }

    private static IEnumerable<(PropertyEntry Property, object? Value)> Values(EntityEntry row, string image)
    {
        using var document = JsonDocument.Parse(image);
        foreach (var told in document.RootElement.EnumerateObject())
            if (row.Metadata.FindProperty(told.Name) is { } known)
                yield return (row.Property(known.Name), told.Value.Deserialize(known.ClrType, TableExtensions.Json));
    }

    private Microsoft.EntityFrameworkCore.Metadata.IEntityType TypeOf(string name) => db.Model.GetEntityTypes().Single(t => t.ClrType.Name == name);
}
