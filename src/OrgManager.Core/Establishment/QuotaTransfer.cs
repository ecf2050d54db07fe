using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>One level that a transfer changes, in posts.</summary>
public sealed record TransferSide(UnitRef Unit, QuotaKind Kind, int Before, int After)
{
    /// <summary>Levels known to begin later; the transfer leaves them as they are.</summary>
    public required IReadOnlyList<LaterLevel> Later { get; init; }
}

/// <summary>A level set already for a later day.</summary>
public sealed record LaterLevel(DateOnly On, int Posts);

/// <summary>Posts of one category that go from one unit to another: one change with two sides.</summary>
public sealed record QuotaTransfer(Guid FromUnitId, Guid ToUnitId, QuotaCategory Category, int Posts)
{
    /// <summary>The levels it makes of the day's: allocated of both units, and assigned of their receivers where these differ.</summary>
    /// <exception cref="RuleBrokenException">Quota.SameUnit, Quota.PostsOutOfRange, Quota.NotEnough; OrgUnit.NotThere: a unit is not there on the day.</exception>
    public IReadOnlyList<QuotaSetting> Settings(OrgSnapshot on)
    {
        RuleBrokenException.Unless(FromUnitId != ToUnitId, "Quota.SameUnit");
        RuleBrokenException.Unless(Posts is > 0 and <= QuotaLevel.Most, "Quota.PostsOutOfRange", Posts, QuotaLevel.Most);
        var (from, to) = (There(on, FromUnitId), There(on, ToUnitId));
        var (giver, taker) = (ReceiverOf(from), ReceiverOf(to));
        var settings = new List<QuotaSetting> { Moved(from, QuotaKind.Allocated, from.Allocated, -Posts), Moved(to, QuotaKind.Allocated, to.Allocated, Posts) };
        if (giver is null || taker is null || giver == taker) return settings;
        settings.Add(Moved(giver, QuotaKind.Assigned, giver.Assigned!.Value, -Posts));
        settings.Add(Moved(taker, QuotaKind.Assigned, taker.Assigned!.Value, Posts));
        return settings;
    }

    private QuotaSetting Moved(UnitOn unit, QuotaKind kind, PostCounts has, int by)
    {
        RuleBrokenException.Unless(has[Category] + by >= 0, "Quota.NotEnough", unit.Name, has[Category]);
        return new(unit.Id, kind, Category, has[Category] + by);
    }

    private UnitOn? ReceiverOf(UnitOn unit)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (at.Receives(Category)) return at;
        return null;
    }

    private static UnitOn There(OrgSnapshot on, Guid unitId) =>
        on.Unit(unitId) ?? throw new RuleBrokenException("OrgUnit.NotThere", on.Timeline.Units.Find(unitId)?.Code ?? "", on.Day);
}
