using OrgManager.Data;
using OrgManager.Data.Maintenance;

namespace OrgManager.Tests.Data.Maintenance;

public sealed class DataLockTests : IDisposable
{
    private readonly Storage _storage;

    public DataLockTests()
    {
        var directory = Directory.CreateTempSubdirectory("org_").FullName;
        _storage = new(StorageProvider.Sqlite, $"Data Source={Path.Combine(directory, "orgmanager.db")}", directory);
    }

    public void Dispose() => Directory.Delete(_storage.Directory, recursive: true);

    [Fact]
    public async Task Only_one_process_holds_the_lock_and_the_other_is_told_whose_it_is()
    {
        using var held = await TakeAsync(_storage, TimeSpan.Zero);

        var refusal = await Assert.ThrowsAsync<MaintenanceException>(() => TakeAsync(_storage, TimeSpan.Zero));
        Assert.Contains(_storage.Directory, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_given_back_can_be_taken_again()
    {
        (await TakeAsync(_storage, TimeSpan.Zero)).Dispose();
        (await TakeAsync(_storage, TimeSpan.Zero)).Dispose();
    }

    [Fact]
    public async Task Who_waits_says_so_once_and_goes_on_as_soon_as_it_is_free()
    {
        var (said, held) = (new List<string>(), await TakeAsync(_storage, TimeSpan.Zero));

        using var next = await DataLock.TakeAsync(_storage, TimeSpan.FromMinutes(1), sentence =>
        {
            said.Add(sentence);
            held.Dispose();
        });

        Assert.Contains(_storage.Directory, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_can_be_called_off()
    {
        using var held = await TakeAsync(_storage, TimeSpan.Zero);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DataLock.TakeAsync(_storage, TimeSpan.FromMinutes(1), _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public async Task The_lock_makes_the_directory_if_it_is_not_there()
    {
        var deeper = _storage with { Directory = Path.Combine(_storage.Directory, "new", "data") };
        using var held = await TakeAsync(deeper, TimeSpan.Zero);
        Assert.True(Directory.Exists(deeper.Directory));
    }

    private static Task<DataLock> TakeAsync(Storage storage, TimeSpan patience) => DataLock.TakeAsync(storage, patience, _ => { });
}
