namespace OrgManager.Web.Common.Change;

/// <summary>One field that two people changed at once: what is saved now, and what was typed here.</summary>
/// <param name="Typed">Null where nothing was typed here: the other value is told only.</param>
public sealed record ConflictRow(string Field, string Saved, string? Typed)
{
    /// <summary>Called with true where the saved value is to stay; null where there is nothing to choose.</summary>
    public Action<bool>? OnKeepSaved { get; init; }
    public bool KeepsSaved { get; init; }
}
