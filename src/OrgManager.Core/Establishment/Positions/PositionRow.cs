using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>As many people as posts, fewer, or more; or no number of posts is set at all.</summary>
public enum PositionState { Filled, Unfilled, Over, Unset }

/// <summary>Which posts: of a unit and all below it, of a group, of a state; what is null is not asked for.</summary>
public sealed record PositionQuery(DateOnly On, string? Unit = null, PositionGroup? Group = null, PositionState? State = null);

/// <summary>One position in one unit on a day.</summary>
/// <param name="Holders">Who fills it; null where the staff of the unit is out of reach, then only their number is told.</param>
/// <param name="Since">Since when there are so many posts; null where none are kept.</param>
/// <param name="MayChange">The reader may set the posts.</param>
public sealed record PositionRow(UnitRef Unit, JobPositionLine Position, int Posts, int Present, IReadOnlyList<PersonRef>? Holders, DateOnly? Since, DecisionRef? Decision, bool MayChange)
{
    public int Unfilled => Math.Max(0, Posts - Present);
    public int Over => Since is null ? 0 : Math.Max(0, Present - Posts);
    public PositionState State => Since is null ? PositionState.Unset : Unfilled > 0 ? PositionState.Unfilled : Over > 0 ? PositionState.Over : PositionState.Filled;
}

/// <summary>An entry of the catalogue.</summary>
/// <param name="Decision">The decision that approved it.</param>
public sealed record JobPositionLine(Seen Seen, JobPositionFacts Facts, DecisionRef? Decision);

/// <summary>What posts are called that stand under no position, and how many people fill them in the units asked for.</summary>
public sealed record UnplacedPost(string Title, int Present);

/// <summary>Posts and people of the rows asked for, on whatever page they stand.</summary>
public sealed record PositionSums(int Rows, int Posts, int Present, int Unfilled, int Over)
{
    internal static PositionSums Of(IReadOnlyCollection<PositionRow> rows) => new(rows.Count, rows.Sum(r => r.Posts), rows.Sum(r => r.Present), rows.Sum(r => r.Unfilled), rows.Sum(r => r.Over));
}

/// <summary>Posts by position, as a day has them.</summary>
/// <param name="Rows">One page of them, by unit in protocol order, then by group and code.</param>
/// <param name="States">How many rows there are of each state, whatever state is asked for.</param>
/// <param name="Catalogue">The positions of the day, by group and code.</param>
/// <param name="Units">In reach, in protocol order, to choose from.</param>
/// <param name="MayEnter">The reader may keep the catalogue.</param>
/// <param name="MaySet">The reader may set posts somewhere.</param>
public sealed record PositionTable(
    IReadOnlyList<PositionRow> Rows, PositionSums Sums, IReadOnlyDictionary<PositionState, int> States, IReadOnlyList<JobPositionLine> Catalogue, IReadOnlyList<UnitRef> Units, IReadOnlyList<UnplacedPost> Unplaced, bool MayEnter, bool MaySet);
