using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>The two ways to the data: read without tracking, or change under the write lock. Nothing else saves.</summary>
public sealed class Database(
    IDbContextFactory<OrgDbContext> factory, ActingAs acting, AuditTrail audit, TimelineStore timelines, OrgClock clock)
{
    /// <summary>The newest timeline this process has seen, perhaps not the newest there is.</summary>
    internal OrgTimeline NewestKnown => timelines.NewestKnown;

    public async Task<T> ReadAsync<T>(Func<OrgDbContext, Task<T>> read, CancellationToken ct = default)
    {
        await using var db = await OpenAsync(ct);
        return await read(db);
    }

    /// <summary>Where nothing is asked of the organisation, the timeline is not waited for: what is looked at before anybody has signed in.</summary>
    internal async Task<T> ReadBareAsync<T>(Func<OrgDbContext, Task<T>> read, CancellationToken ct = default)
    {
        await using var db = await OpenBareAsync(ct);
        return await read(db);
    }

    /// <summary>For reads that outlive one expression. Open, use, dispose: never keep one in a field.</summary>
    public async Task<OrgDbContext> OpenAsync(CancellationToken ct = default)
    {
        var db = await CreateAsync(ct);
        try
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            db.Timeline = await timelines.CurrentAsync(db, ct);
            db.Actor = LentRights.Of(db);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Without the timeline, which damaged rows would not let be built, and which takes its time.</summary>
    internal async Task<OrgDbContext> OpenBareAsync(CancellationToken ct)
    {
        var db = await CreateAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>All or nothing, one at a time: what <paramref name="work"/> reads stays true until it is committed.</summary>
    /// <exception cref="BusyException">Another writer held the lock for 5 seconds; nothing was changed.</exception>
    /// <exception cref="RuleBrokenException">An invariant of the whole organisation would break, or (Database.Refused) a key or a length of the tables; nothing was changed.</exception>
    public async Task ChangeAsync(ChangeInfo info, Func<OrgDbContext, Task> work, CancellationToken ct = default)
    {
        await using var db = await CreateAsync(ct);
        try
        {
            await using var transaction = await db.BeginWriteAsync(ct);
            var before = db.Timeline = await timelines.CurrentAsync(db, ct);
            db.Actor = LentRights.Of(db);
            await work(db);
            db.ChangeTracker.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = false; // what follows looks many times, and changes nothing but stamps before the save

            var versions = await db.Set<Versions>().SingleAsync(ct);
            if (await audit.RecordAsync(db, info, versions, ct) is not { } set) return;

            var touched = TouchedOwners.Of(db);
            var after = before.With(touched, set.Seq);
            Invariants.Demand(after, touched);

            if (BulkInsert.Suits(db, set)) await new BulkInsert(db).RunAsync(set, ct);
            else if (BulkInsert.SuitsTrail(set)) await new BulkInsert(db).RunTrailAsync(set, ct);
            else db.Add(set);
            db.Attach(versions);
            versions.Data = set.Seq;
            if (set.Entries.Exists(TouchesAccess)) versions.Access++;
            db.Audited = true;
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
            await transaction.CommitAsync(ct);
            timelines.Publish(after);
        }
        catch (Exception e) when (IsBusy(e))
        {
            throw new BusyException(e);
        }
        catch (DbUpdateException e)
        {
            throw new RuleBrokenException("Database.Refused", (e.InnerException ?? e).Message);
        }
    }

    private async Task<OrgDbContext> CreateAsync(CancellationToken ct)
    {
        var actor = await acting.GetAsync(ct);
        var db = await factory.CreateDbContextAsync(ct);
        (db.Actor, db.Today, db.JobId) = (actor, clock.Today, acting.JobId);
        return db;
    }

    /// <summary>Accounts and grants, and the names by which the people behind accounts are called.</summary>
    private static bool TouchesAccess(ChangeSetEntry entry) =>
        entry.OwnerType is nameof(OrgUser) or nameof(Grant) || entry is { OwnerType: nameof(Staff.Person), Before: not null };

    private static bool IsBusy(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => true, // SQLITE_BUSY, SQLITE_LOCKED
        PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
        } => true,
        { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };
}
