namespace OrgManager.Reviews;

/// <summary>
/// A self-review while it is being typed: one of each account for each review, its writer's alone. Saved every moment, so it is no part of the file and of no change set until it is handed in;
/// it is written beside <see cref="Data.Database.ChangeAsync"/>, as one statement that looks at the number it replaces.
/// </summary>
public sealed class ReviewDraft
{
    public Guid ReviewId { get; init; }
    public Guid UserId { get; init; }
    public required SelfReview Said { get; init; }

    /// <summary>Counts the times it was saved, so that a second device is told instead of overwriting.</summary>
    public int Version { get; init; }
    public DateTime SavedAtUtc { get; init; }
}
