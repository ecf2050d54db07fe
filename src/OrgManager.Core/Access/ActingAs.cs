namespace OrgManager.Access;

/// <summary>Who the work of this scope is done as: whoever asks; in a job its owner, with the rights the account has at each step.</summary>
public sealed class ActingAs(ICurrentActor asking, ActorDirectory directory)
{
    private Guid? _owner;

    /// <summary>The job the work belongs to.</summary>
    internal Guid? JobId { get; private set; }

    internal void OwnerOf(Guid jobId, Guid userId) => (JobId, _owner) = (jobId, userId);

    public async ValueTask<Actor> GetAsync(CancellationToken ct = default) => _owner is { } owner ? await directory.NowAsync(owner, ct) : await asking.GetAsync(ct);
}
