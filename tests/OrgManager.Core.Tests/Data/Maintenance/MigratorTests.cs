using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Data.Maintenance;

namespace OrgManager.Tests.Data.Maintenance;

public class MigratorTests
{
    private readonly List<string> _said = [];

    [Fact]
    public async Task What_is_not_there_is_absent_and_becomes_current()
    {
        await using var org = TestOrg.On(TestDatabase.Absent());
        Assert.Equal(DatabaseState.Absent, await LookAsync(org));
        Assert.Empty(Directory.GetFiles(org.Storage.Directory));

        await MigrateAsync(org);

        Assert.Equal(DatabaseState.Current, await LookAsync(org));
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_database_without_tables_is_as_good_as_absent()
    {
        await using var org = TestOrg.On(await RawSql.BareAsync());
        if (org.Storage.File is { } file) await File.WriteAllBytesAsync(file, []);
        Assert.Equal(DatabaseState.Absent, await LookAsync(org));

        await MigrateAsync(org);
        Assert.Equal(DatabaseState.Current, await LookAsync(org));
    }

    [Fact]
    public async Task A_current_database_is_left_alone()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        await MigrateAsync(org);

        Assert.Empty(_said);
        Assert.False(Directory.Exists(Path.Combine(org.Storage.Directory, "backups")));
        await org.AssertSoundAsync();
    }

    [Fact]
    public async Task An_older_database_is_backed_up_and_then_migrated()
    {
        await using var org = TestOrg.On(await RawSql.BareAsync());
        await org.Storage.ExecuteAsync(RawSql.EmptyHistory);
        Assert.Equal(DatabaseState.Older, await LookAsync(org));

        await MigrateAsync(org);

        Assert.Equal(DatabaseState.Current, await LookAsync(org));
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(org.Storage.Directory, "backups")));
        Assert.Contains(backup, Assert.Single(_said), StringComparison.Ordinal);
        Assert.True(new FileInfo(backup).Length > 0);
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_block_the_next()
    {
        await using var org = TestOrg.On(await RawSql.BareAsync());
        await org.Storage.ExecuteAsync(RawSql.EmptyHistory);
        await org.Storage.ExecuteAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await org.Storage.ExecuteAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00')""");

        await MigrateAsync(org);

        Assert.Equal(DatabaseState.Current, await LookAsync(org));
        await org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_untouched()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        await org.Storage.ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0')""");
        await AssertRefusedAsync(org, DatabaseState.Newer, "newer version of OrgManager");
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_left_untouched()
    {
        await using var org = TestOrg.On(await RawSql.BareAsync());
        await org.Storage.ExecuteAsync("CREATE TABLE invoices (id INTEGER)");
        await AssertRefusedAsync(org, DatabaseState.Foreign, "not a database of OrgManager");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_untouched()
    {
        var directory = Directory.CreateTempSubdirectory("org_").FullName;
        var file = Path.Combine(directory, "orgmanager.db");
        var bytes = Enumerable.Range(0, 9_000).Select(i => (byte)(i * 7)).ToArray();
        await File.WriteAllBytesAsync(file, bytes);

        await using var org = await TestOrg.StartAsync();
        var migrator = At(org, new(StorageProvider.Sqlite, $"Data Source={file}", directory));
        var refusal = await Assert.ThrowsAsync<MaintenanceException>(() => migrator.MigrateAsync(_said.Add));

        Assert.Contains("cannot be read as a database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(directory));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_one_sentence()
    {
        await using var org = await TestOrg.StartAsync();
        var migrator = At(org, new(StorageProvider.Postgres, "Host=127.0.0.1;Port=1;Username=nobody;Database=none", org.Storage.Directory));

        var refusal = await Assert.ThrowsAsync<MaintenanceException>(() => migrator.LookAsync());
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private async Task AssertRefusedAsync(TestOrg org, DatabaseState state, string sentence)
    {
        if (org.Storage.File is not null) await org.Storage.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var before = await BytesAsync(org.Storage);
        Assert.Equal(state, await LookAsync(org));

        var refusal = await Assert.ThrowsAsync<MaintenanceException>(() => MigrateAsync(org));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await BytesAsync(org.Storage));
        Assert.Equal(state, await LookAsync(org));
        Assert.False(Directory.Exists(Path.Combine(org.Storage.Directory, "backups")));
    }

    private static async Task<byte[]> BytesAsync(Storage storage) => storage.File is { } file ? await File.ReadAllBytesAsync(file) : [];

    private static Migrator At(TestOrg org, Storage storage) =>
        new(org.Get<IDbContextFactory<OrgDbContext>>(), storage, new Backups(storage, org.Time));

    private static Task<DatabaseState> LookAsync(TestOrg org) => org.Get<Migrator>().LookAsync();

    private Task MigrateAsync(TestOrg org) => org.Get<Migrator>().MigrateAsync(_said.Add);
}
