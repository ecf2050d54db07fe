namespace OrgManager.Benchmarks;

/// <summary>Where data lies: a folder that is kept, or one that goes again.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool _isKept;

    public WorkFolder(string? keep)
    {
        _isKept = keep is not null;
        Path = keep is null ? Directory.CreateTempSubdirectory("orgmanager-").FullName : Directory.CreateDirectory(System.IO.Path.GetFullPath(keep)).FullName;
        if (!OperatingSystem.IsWindows()) // PostgreSQL runs as a user of its own, who must get there
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!_isKept) Directory.Delete(Path, recursive: true);
    }
}
