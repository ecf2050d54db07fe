using OrgManager.Data.Maintenance;
using OrgManager.Decisions;

namespace OrgManager.Tests.Data.Maintenance;

public class BackupTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1);
    private TestOrg _org = null!;
    private string _file = "";

    private Backups Backups => _org.Get<Backups>();

    public async Task InitializeAsync()
    {
        _org = await SmallOrg.StartWithKindsAsync();
        await _org.FoundAsync("KH", Jan);
        _file = Path.Combine(_org.Storage.Directory, "elsewhere", "backup");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_was_backed_up_comes_back_whole()
    {
        var decision = await _org.Get<DecisionFiles>().EnterAsync(new(DecisionKind.Decision, "1/QĐ-SCT", "Sở", Jan, Jan, "Thành lập"), [TestFiles.Pdf()]);
        await Backups.BackupAsync(_file);
        await _org.Get<DecisionFiles>().WithdrawAsync((await _org.Get<DecisionRegister>().CardAsync(decision)).Files.Single().Id, "Nhầm tệp");
        await _org.FoundAsync("TC", Jan);
        await _org.Get<Migrator>().DemandOursAsync(_file);

        await Backups.RestoreAsync(_file);

        await using var restored = _org.Beside();
        Assert.Equal(["KH"], (await restored.SnapshotAsync(Jan)).Units.Select(u => u.Code));
        Assert.Equal(DatabaseState.Current, await restored.Get<Migrator>().LookAsync());
        var file = (await restored.Get<DecisionRegister>().CardAsync(decision)).Files.Single();
        Assert.Equal(TestFiles.PdfBytes(1), (await restored.Get<DecisionFiles>().DownloadAsync(file.Id)).Bytes);
        await restored.AssertSoundAsync();
        await restored.FoundAsync("MOI", Jan);
        await restored.AssertSoundAsync();
    }

    [Fact]
    public async Task A_process_that_knew_more_than_the_backup_forgets_it()
    {
        await Backups.BackupAsync(_file);
        await _org.FoundAsync("TC", Jan);

        await Backups.RestoreAsync(_file);

        Assert.Equal(["KH"], (await _org.SnapshotAsync(Jan)).Units.Select(u => u.Code));
    }

    [Fact]
    public async Task The_database_before_a_restore_is_kept_beside_it()
    {
        await Backups.BackupAsync(_file);
        await _org.FoundAsync("TC", Jan);

        await Backups.RestoreAsync(_file);

        var kept = Assert.Single(Directory.GetFiles(_org.Storage.Directory, "*before-restore-*"));
        await Backups.RestoreAsync(Moved(kept));
        await using var restored = _org.Beside();
        Assert.Equal(["KH", "TC"], (await restored.SnapshotAsync(Jan)).Units.Select(u => u.Code).Order());
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_whole()
    {
        await using var beside = _org.Beside();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await beside.FoundAsync($"N{i}", Jan);
        });
        await Backups.BackupAsync(_file);
        await writing;

        await Backups.RestoreAsync(_file);

        await using var restored = _org.Beside();
        await restored.AssertSoundAsync();
        Assert.NotNull((await restored.SnapshotAsync(Jan)).Unit("KH"));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await File.WriteAllTextAsync(_file, "mine");

        await AssertRefusedAsync("exists already", () => Backups.BackupAsync(_file));
        Assert.Equal("mine", await File.ReadAllTextAsync(_file));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_says_so() =>
        await AssertRefusedAsync(TestDatabase.IsPostgres ? "pg_dump" : "cannot be written", () => Backups.BackupAsync(_org.Storage.Directory));

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_data_stay()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await AssertRefusedAsync("does not exist", () => Backups.RestoreAsync(_file));
        await File.WriteAllTextAsync(_file, new string('x', 5_000));

        await AssertRefusedAsync(TestDatabase.IsPostgres ? "pg_restore" : "cannot be read", () => _org.Get<Migrator>().DemandOursAsync(_file));
        if (TestDatabase.IsPostgres) await AssertRefusedAsync("pg_restore", () => Backups.RestoreAsync(_file));

        await using var fresh = _org.Beside();
        Assert.NotNull((await fresh.SnapshotAsync(Jan)).Unit("KH"));
        await fresh.AssertSoundAsync();
    }

    [Theory]
    [InlineData("""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0')""", "newer version of OrgManager")]
    [InlineData("""DROP TABLE "__EFMigrationsHistory" """, "not a database of OrgManager")]
    public async Task A_backup_of_something_else_or_newer_is_refused_before_anything_is_touched(string change, string sentence)
    {
        await _org.Storage.ExecuteAsync(change);
        await Backups.BackupAsync(_file);

        await AssertRefusedAsync(sentence, () => _org.Get<Migrator>().DemandOursAsync(_file));
    }

    private static async Task AssertRefusedAsync(string part, Func<Task> act)
    {
        var sentence = (await Assert.ThrowsAsync<MaintenanceException>(act)).Message;
        Assert.Contains(part, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    /// <summary>Restoring keeps what was there under the second's name, which is taken in a test where the clock stands still.</summary>
    private static string Moved(string file)
    {
        File.Move(file, file + ".moved");
        return file + ".moved";
    }
}
