using OrgManager.Establishment;

namespace OrgManager.Organisation;

public sealed record UnitBeforeAfter(Guid Id, string Code, string Before, string After);

public sealed record PostsBeforeAfter(Guid Id, string Code, PostCounts Before, PostCounts After);

/// <summary>Somebody in post on one of the two days, or in another unit on each; codes of units, null where not in post.</summary>
public sealed record PersonMoved(Guid PersonId, string Code, string FullName, string? From, string? To);

/// <summary>What is other on one day than on another: units, posts, people, members.</summary>
public sealed class OrgDiff
{
    private OrgDiff() { }

    public IReadOnlyList<UnitOn> Created { get; private init; } = [];
    public IReadOnlyList<UnitOn> Ended { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> Renamed { get; private init; } = [];

    /// <summary>Codes of the parents before and after; empty for the top.</summary>
    public IReadOnlyList<UnitBeforeAfter> Moved { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> KindChanged { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> AutonomyChanged { get; private init; } = [];

    /// <summary>Successions dated after the first day and not after the second.</summary>
    public IReadOnlyList<SuccessionLine> Successions { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Assigned { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Allocated { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Present { get; private init; } = [];
    public IReadOnlyList<PersonMoved> People { get; private init; } = [];

    /// <summary>The same for party members and their cells.</summary>
    public IReadOnlyList<PersonMoved> Members { get; private init; } = [];

    public bool IsEmpty => Created.Count + Ended.Count + Renamed.Count + Moved.Count + KindChanged.Count + AutonomyChanged.Count
        + Assigned.Count + Allocated.Count + Present.Count + People.Count + Members.Count == 0;

    public static OrgDiff Between(OrgSnapshot before, OrgSnapshot after)
    {
        var both = before.Units.Where(u => after.Unit(u.Id) is not null).Select(u => (Before: u, After: after.Unit(u.Id)!)).ToList();
        return new()
        {
            Created = [.. OrgSnapshot.InOrder(after.Units.Where(u => before.Unit(u.Id) is null)).OrderBy(u => u.Branch)],
            Ended = [.. OrgSnapshot.InOrder(before.Units.Where(u => after.Unit(u.Id) is null)).OrderBy(u => u.Branch)],
            Renamed = Changed(u => u.Name),
            Moved = Changed(u => u.Parent?.Code ?? ""),
            KindChanged = Changed(u => u.Facts.Kind),
            AutonomyChanged = Changed(u => $"{u.Facts.Autonomy}"),
            Successions = [.. after.Timeline.Successions.Where(s => before.Day < s.On && s.On <= after.Day)],
            Assigned = Posts(u => u.Assigned ?? PostCounts.None),
            Allocated = Posts(u => u.Allocated),
            Present = Posts(u => u.Present),
            People = Moves(before.Posts.ToDictionary(p => p.Person, p => p.Unit?.Code), after.Posts.ToDictionary(p => p.Person, p => p.Unit?.Code)),
            Members = Moves(
                before.Members.ToDictionary(m => m.Person, m => before.Unit(m.Facts.CellId)?.Code),
                after.Members.ToDictionary(m => m.Person, m => after.Unit(m.Facts.CellId)?.Code)),
        };

        UnitBeforeAfter[] Changed(Func<UnitOn, string> of) =>
            [.. both.Where(u => of(u.Before) != of(u.After)).Select(u => new UnitBeforeAfter(u.After.Id, u.After.Code, of(u.Before), of(u.After)))];

        PostsBeforeAfter[] Posts(Func<UnitOn, PostCounts> of) =>
        [
            .. before.Units.Concat(after.Units).DistinctBy(u => u.Id)
                .Select(u => new PostsBeforeAfter(u.Id, u.Code, Of(before.Unit(u.Id), of), Of(after.Unit(u.Id), of)))
                .Where(u => u.Before != u.After),
        ];
    }

    private static PostCounts Of(UnitOn? unit, Func<UnitOn, PostCounts> of) => unit is null ? PostCounts.None : of(unit);

    private static PersonMoved[] Moves(Dictionary<PersonLine, string?> before, Dictionary<PersonLine, string?> after) =>
    [
        .. before.Keys.Concat(after.Keys).DistinctBy(p => p.Id)
            .Select(p => new PersonMoved(p.Id, p.Code, p.FullName, before.GetValueOrDefault(p), after.GetValueOrDefault(p)))
            .Where(m => m.From != m.To),
    ];
}
