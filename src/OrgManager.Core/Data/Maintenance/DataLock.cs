namespace OrgManager.Data.Maintenance;

/// <summary>
/// The exclusive lock for serve, migrate and restore: a file beside a SQLite database, a lock of the server on PostgreSQL. The system takes it back when the process dies.
/// </summary>
public sealed class DataLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Storage _storage;
    private IDisposable? _held;

    private DataLock(Storage storage, IDisposable held) => (_storage, _held) = (storage, held);

    /// <summary>Waits until the lock is free, and says so if it is not. On PostgreSQL a node waits as long as another prepares the database: it goes on by itself.</summary>
    /// <exception cref="MaintenanceException">Another process still holds the file after <paramref name="patience"/>, or the server does not answer.</exception>
    public static async Task<DataLock> TakeAsync(Storage storage, TimeSpan patience, Action<string> say, CancellationToken ct = default)
    {
        storage.EnsureDirectory();
        return new(storage, storage.Provider == StorageProvider.Postgres ? await ServerLock.TakeAsync(storage, say, ct) : await TakeFileAsync(storage, patience, say, ct));
    }

    /// <summary>The database is prepared. On PostgreSQL the next node may come; a SQLite file is served by one process alone.</summary>
    public void Share()
    {
        if (_storage.Provider == StorageProvider.Postgres) Dispose();
    }

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }

    private static async Task<FileStream> TakeFileAsync(Storage storage, TimeSpan patience, Action<string> say, CancellationToken ct)
    {
        var path = Path.Combine(storage.Directory, "orgmanager.lock");
        var told = false;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(path))
            {
                if (waited >= patience) throw new MaintenanceException($"Another OrgManager process is using {storage.Directory}; stop it first.", e);
            }
            if (!told) say($"Waiting for another OrgManager process to release {storage.Directory} …");
            told = true;
            using var timer = new PeriodicTimer(Pause);
            await timer.WaitForNextTickAsync(ct);
        }
    }
}
