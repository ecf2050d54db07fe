using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>One level that a transfer changes, in posts.</summary>
public sealed record TransferSide(UnitRef Unit, QuotaKind Kind, int Before, int After)
{
    /// <summary>Levels known to begin later; the transfer leaves them as they are.</summary>
    public required IReadOnlyList<LaterLevel> Later { get; init; }

    internal static TransferSide Of(OrgSnapshot on, QuotaSetting setting)
    {
        var unit = on.Unit(setting.UnitId)!;
        return new(new(unit.Id, unit.Code, unit.Name), setting.Kind, setting.Kind == QuotaKind.Allocated ? unit.Allocated[setting.Category] : unit.Assigned!.Value[setting.Category], setting.Posts)
        {
            Later = [.. on.Timeline.Quotas.By(LineKeys.QuotaUnit)[unit.Id].Where(q => (q.Kind, q.Category) == (setting.Kind, setting.Category))
                .SelectMany(q => q.History).Where(level => level.From > on.Day).Select(level => new LaterLevel(level.From, level.Facts.Posts))],
        };
    }
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
        var (from, to) = (PostShift.There(on, FromUnitId), PostShift.There(on, ToUnitId));
        var (giver, taker) = (PostShift.ReceiverFor(from, Category), PostShift.ReceiverFor(to, Category));
        List<QuotaSetting> settings = [PostShift.Allocated(from, Category, -Posts), PostShift.Allocated(to, Category, Posts)];
        if (giver is null || taker is null || giver == taker) return settings;
        return [.. settings, PostShift.Assigned(giver, Category, -Posts), PostShift.Assigned(taker, Category, Posts)];
    }
}
