namespace OrgManager.Data.Maintenance;

/// <summary>What stands where the data should be.</summary>
public enum DatabaseState
{
    /// <summary>No file, or a PostgreSQL database without tables.</summary>
    Absent,

    /// <summary>Ours, and of this program's model.</summary>
    Current,

    /// <summary>Ours, of an older model: to be migrated.</summary>
    Older,

    /// <summary>Ours, written by a newer program.</summary>
    Newer,

    /// <summary>A database, but of something else.</summary>
    Foreign,
}

/// <summary>Something outside the rules stops a command: one sentence for the person at the keyboard, no stack trace.</summary>
public sealed class MaintenanceException(string sentence, Exception? cause = null) : Exception(sentence, cause);
