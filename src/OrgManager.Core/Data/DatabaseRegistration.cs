using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>The two databases the same model runs on.</summary>
public enum StorageProvider { Sqlite, Postgres }

/// <summary>Where the data is: which database, how to reach it, and the directory beside it for keys and the read log.</summary>
public sealed record Storage(StorageProvider Provider, string Connection, string Directory)
{
    /// <summary>Makes the directory if need be, for the program's own user only: it holds party data and password hashes.</summary>
    public DirectoryInfo EnsureDirectory() => EnsureDirectory(Directory);

    public static DirectoryInfo EnsureDirectory(string path) => OperatingSystem.IsWindows()
        ? System.IO.Directory.CreateDirectory(path)
        : System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File => Provider == StorageProvider.Sqlite ? new SqliteConnectionStringBuilder(Connection).DataSource : null;
}

public static class DatabaseRegistration
{
    /// <param name="province">By whose class some rules about units go.</param>
    public static IServiceCollection AddOrgDatabase(this IServiceCollection services, Storage storage, ProvinceClass province = ProvinceClass.II)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(storage).AddSingleton<AuditTrail>().AddSingleton(_ => new TimelineStore(province)).AddSingleton<ProtectionKeys>();
        return storage.Provider == StorageProvider.Sqlite
            ? services.AddOrgDatabase<SqliteOrgDbContext>(o => OnSqlite(o, storage.Connection))
            : services.AddOrgDatabase<PostgresOrgDbContext>(o => OnPostgres(o, storage.Connection));
    }

    internal static void OnSqlite(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(WithPatience(connection), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new SqliteSetup());

    internal static void OnPostgres(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    private static IServiceCollection AddOrgDatabase<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> use)
        where T : OrgDbContext
    {
        services.AddDbContextFactory<T>(use);
        services.AddSingleton<IDbContextFactory<OrgDbContext>, Upcast<T>>();
        services.AddScoped<Database>();
        return services;
    }

    /// <summary>How long a writer waits for the one before, in seconds; the same as on PostgreSQL.</summary>
    private static string WithPatience(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 5 }.ToString();

    private sealed class Upcast<T>(IDbContextFactory<T> factory) : IDbContextFactory<OrgDbContext> where T : OrgDbContext
    {
        public OrgDbContext CreateDbContext() => factory.CreateDbContext();
    }
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteOrgDbContext>
{
    public SqliteOrgDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteOrgDbContext>();
        DatabaseRegistration.OnSqlite(options, "Data Source=design.db");
        return new(options.Options);
    }
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresOrgDbContext>
{
    public PostgresOrgDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresOrgDbContext>();
        DatabaseRegistration.OnPostgres(options, "Host=design");
        return new(options.Options);
    }
}
