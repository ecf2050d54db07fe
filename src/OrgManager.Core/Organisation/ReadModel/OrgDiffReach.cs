namespace OrgManager.Organisation;

/// <summary>Where one and the same day can be other in one organisation than in another: so little is looked at of a restructuring that is tried out.</summary>
internal sealed class OrgDiffReach
{
    private readonly List<Guid> _units;

    private OrgDiffReach(OrgTimeline before, OrgTimeline after, DateOnly day)
    {
        var people = before.Employments.Until(after.Employments);
        var units = Either(before.Units, after.Units, unit => unit.Id)
            .Concat(Either(before.Quotas, after.Quotas, quota => quota.UnitId))
            .Concat(people.SelectMany(change => new[] { change.Before, change.After }).Select(line => line?.Primary.History.On(day)?.UnitId).OfType<Guid>());
        _units = [.. units.Distinct().OrderBy(id => after.Units.PlaceOf(id))];
    }

    /// <summary>Null where anything may be other, for the days are.</summary>
    public static OrgDiffReach? Between(OrgSnapshot before, OrgSnapshot after) => before.Day == after.Day ? new(before.Timeline, after.Timeline, after.Day) : null;

    public IEnumerable<UnitOn> Units(OrgSnapshot day) => _units.Select(day.Unit).OfType<UnitOn>();

    private static IEnumerable<Guid> Either<TLine>(LineSet<TLine> before, LineSet<TLine> after, Func<TLine, Guid> of) where TLine : class, ILine =>
        before.Until(after).SelectMany(change => new[] { change.Before, change.After }).OfType<TLine>().Select(of);
}
