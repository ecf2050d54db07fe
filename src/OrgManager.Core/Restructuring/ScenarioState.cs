namespace OrgManager.Restructuring;

/// <summary>Dự thảo; đã trình; đã duyệt; đã áp dụng; đã hoàn tác; đã rút.</summary>
public enum ScenarioState { Draft, Submitted, Approved, Applied, Undone, Withdrawn }

/// <summary>What a submitted scenario was tried out on.</summary>
/// <param name="Seq">The last change set it knew.</param>
/// <param name="Outcome">Digest of everything it would change, as it would become.</param>
/// <param name="Touched">The numbers of what it would change, packed.</param>
public sealed record ScenarioBasis(long Seq, string Outcome, string Touched)
{
    internal static ScenarioBasis Of(long seq, string outcome, IReadOnlyCollection<Guid> touched) =>
        new(seq, outcome, Convert.ToBase64String([.. touched.Order().SelectMany(id => id.ToByteArray())]));

    internal HashSet<Guid> TouchedIds() => [.. Convert.FromBase64String(Touched).Chunk(16).Select(bytes => new Guid(bytes))];
}

/// <summary>A step that could no longer be done when the scenario was brought up to date.</summary>
/// <param name="Number">Where it stood.</param>
/// <param name="Code">Why: a key of the texts, filled in with <paramref name="Args"/>.</param>
public sealed record SetAsideStep(int Number, ScenarioStep Step, string Code, IReadOnlyList<string> Args);
