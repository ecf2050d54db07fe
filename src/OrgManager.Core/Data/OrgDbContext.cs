using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>The model, the same for every database. The two subclasses only say how that database is locked for a change.</summary>
public abstract class OrgDbContext(DbContextOptions options) : IdentityUserContext<OrgUser, Guid>(options)
{
    /// <summary>Who this unit of work acts for; set by <see cref="Database"/>.</summary>
    public Actor Actor { get; internal set; } = Actor.Nobody;

    /// <summary>The job this unit of work is part of; set by <see cref="Database"/>.</summary>
    internal Guid? JobId { get; set; }

    /// <summary>Today in the organisation's time zone; set by <see cref="Database"/>.</summary>
    internal DateOnly Today { get; set; }

    /// <summary>The whole organisation as committed when this unit of work began; set by <see cref="Database"/>.</summary>
    internal OrgTimeline Timeline { get; set; } = OrgTimeline.Empty;

    /// <summary>Set once the audit trail knows what is about to be saved; without it no entity is saved.</summary>
    internal bool Audited { get; set; }

    internal virtual Task<IDbContextTransaction> BeginWriteAsync(CancellationToken ct) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

    /// <summary>For several reads that must agree with each other.</summary>
    internal virtual Task<IDbContextTransaction> BeginReadAsync(CancellationToken ct) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<T> LoadAsync<T>(Guid id, CancellationToken ct) where T : Aggregate =>
        await Set<T>().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException(typeof(T), id);

    /// <summary>Loads an aggregate to change it as the user saw it; if it is no longer so, <paramref name="show"/> says what it is now.</summary>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    public Task<T> LoadAsync<T>(Seen seen, Func<T, object> show, CancellationToken ct) where T : Aggregate => LoadAsync(seen, _ => { }, show, ct);

    /// <summary>The same, where only the loaded aggregate tells whether it is in reach: <paramref name="demand"/> comes before anything is shown.</summary>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    public async Task<T> LoadAsync<T>(Seen seen, Action<T> demand, Func<T, object> show, CancellationToken ct) where T : Aggregate
    {
        var found = await LoadAsync<T>(seen.Id, ct);
        demand(found);
        if (found.Version == seen.Version) return found;
        var by = await Set<ChangeSet>().AsNoTracking().Where(c => c.Seq == found.ChangeSetSeq).Select(c => new { c.UserName, c.AtUtc }).SingleOrDefaultAsync(ct);
        throw new ConflictException(show(found)) { By = by is null ? null : (by.UserName, by.AtUtc) };
    }

    /// <summary>The units this actor may reach with a permission on a day.</summary>
    public Scope ScopeFor(Permission permission, DateOnly on) => AccessRules.ScopeFor(Actor, permission, Timeline.On(on), Today);

    /// <summary>The same for a list, which may be empty: on the day none of the units in reach may exist.</summary>
    /// <exception cref="AccessDeniedException">No grant of the actor gives the permission.</exception>
    public Scope DemandScope(Permission permission, DateOnly on)
    {
        var scope = ScopeFor(permission, on);
        return scope.IsNothing && !AccessRules.IsGiven(Actor, permission, Today) ? throw new AccessDeniedException(permission) : scope;
    }

    /// <summary>The units whose lists may leave the house; nobody takes out a list of which only the own row is seen.</summary>
    /// <exception cref="AccessDeniedException">No grant gives both.</exception>
    public Scope DemandExport(Permission list, DateOnly on) =>
        AccessRules.IsGranted(Actor, list, Today) ? DemandScope(Permission.Export, on) : throw new AccessDeniedException(list);

    /// <exception cref="AccessDeniedException">The unit is out of reach, on that day or today. Null is the place above all units.</exception>
    public void Demand(Permission permission, Guid? unitId, DateOnly on) => AccessRules.Demand(this, permission, unitId, on);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnaudited();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnaudited();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void RefuseUnaudited()
    {
        if (!Audited && ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged))
            throw new InvalidOperationException("Entities are saved through Database.ChangeAsync and nowhere else.");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in EntityTypes()) builder.Entity(type);
        foreach (var type in EntityTypes())
        {
            builder.Entity(type).Property(nameof(Entity.Id)).ValueGeneratedNever();
            if (!type.IsAssignableTo(typeof(Effective))) continue;
            builder.Entity(type).Property<DateOnly>(nameof(Effective.Until)).HasColumnName(nameof(Effective.ValidUntil));
            builder.Entity(type).HasIndex(nameof(Effective.Until), nameof(Effective.ValidFrom));
            if (type.GetProperty("Says") is null) continue;
            builder.Entity(type).Ignore("Facts").Ignore("Sets");
            builder.Entity(type).Property<IReadOnlyList<Saying>>("Says").AsJson();
        }
        builder.ApplyConfigurationsFromAssembly(typeof(OrgDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private static IEnumerable<Type> EntityTypes() =>
        typeof(OrgDbContext).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Entity)) && !t.IsAbstract);

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
}

/// <summary>Its transactions begin IMMEDIATE: the first thing they take is the file's only write lock.</summary>
public sealed class SqliteOrgDbContext(DbContextOptions<SqliteOrgDbContext> options) : OrgDbContext(options)
{
    /// <summary>The provider begins this level deferred, so that reading takes no write lock; without a shared cache what is read is one committed snapshot all the same.</summary>
    internal override Task<IDbContextTransaction> BeginReadAsync(CancellationToken ct) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, ct);
}

public sealed class PostgresOrgDbContext(DbContextOptions<PostgresOrgDbContext> options) : OrgDbContext(options)
{
    private const string TakeLock = "SET LOCAL lock_timeout = '5s'; SELECT pg_advisory_xact_lock(5080)";

    /// <summary>Read committed on purpose: what is read after the lock is granted includes what was committed while waiting for it.</summary>
    internal override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken ct)
    {
        var transaction = await base.BeginWriteAsync(ct);
        await Database.ExecuteSqlRawAsync(TakeLock, ct);
        return transaction;
    }
}
