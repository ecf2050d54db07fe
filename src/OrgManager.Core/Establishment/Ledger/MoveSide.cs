using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>One level that a recorded move took posts from or gave them to.</summary>
/// <param name="Posts">More (+) or fewer (−).</param>
/// <param name="Other">The unit on the other side; null where the posts left the house or came into it.</param>
internal sealed record MoveSide(Guid UnitId, QuotaKind Kind, QuotaCategory Category, int Posts, Guid? Other)
{
    public bool IsOf(QuotaLine line) => (line.UnitId, line.Kind, line.Category) == (UnitId, Kind, Category);

    /// <summary>The allocated levels of its units, and the assigned ones of whoever receives for them, where these are not one and the same.</summary>
    public static IEnumerable<MoveSide> Of(QuotaMove move, OrgTimeline timeline)
    {
        var (giver, taker) = (Receiver(move.FromUnitId), Receiver(move.ToUnitId));
        var assigned = move.Kind != QuotaMoveKind.Transfer || (giver is not null && taker is not null && giver != taker);
        foreach (var (unit, receiver, posts, other) in new[] { (move.FromUnitId, giver, -move.Posts, move.ToUnitId), (move.ToUnitId, taker, move.Posts, move.FromUnitId) })
        {
            if (unit is { } its) yield return new(its, QuotaKind.Allocated, move.Category, posts, other);
            if (assigned && receiver is { } above) yield return new(above, QuotaKind.Assigned, move.Category, posts, other);
        }

        Guid? Receiver(Guid? unit) => unit is { } id ? ReceiverOf(timeline, id, move.Category, move.On) : null;
    }

    /// <summary>Who receives posts for a unit on a day, or did on the day before.</summary>
    public static Guid? ReceiverOf(OrgTimeline timeline, Guid unitId, QuotaCategory category, DateOnly day)
    {
        for (var at = timeline.On(day).Unit(unitId) ?? timeline.On(day.AddDays(-1)).Unit(unitId); at is not null; at = at.Parent)
            if (at.Receives(category)) return at.Id;
        return null;
    }
}
