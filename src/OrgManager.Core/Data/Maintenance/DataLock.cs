namespace OrgManager.Data.Maintenance;

/// <summary>The exclusive lock beside a SQLite database for serve, migrate and restore. The system takes it back when the process dies.</summary>
public sealed class DataLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream? _file;

    private DataLock(FileStream? file) => _file = file;

    /// <summary>Waits until the lock is free. PostgreSQL locks by itself while it migrates, so nothing is taken there.</summary>
    /// <exception cref="MaintenanceException">Another process still holds it after <paramref name="patience"/>.</exception>
    public static async Task<DataLock> TakeAsync(Storage storage, TimeSpan patience, Action<string> say, CancellationToken ct = default)
    {
        if (storage.Provider != StorageProvider.Sqlite) return new(null);
        storage.EnsureDirectory();
        var path = Path.Combine(storage.Directory, "orgmanager.lock");
        var told = false;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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

    public void Dispose() => _file?.Dispose();
}
