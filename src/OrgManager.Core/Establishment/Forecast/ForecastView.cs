using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Adds up the sweep under one root: at each day a unit counts where it stands on that day.</summary>
internal sealed class ForecastView(OrgDbContext db, UnitOn root, DateOnly on)
{
    private readonly DateOnly[] _days = Forecast.DaysFrom(on);

    /// <param name="planned">The levels as they would be by plans that are not decided; null where there are none.</param>
    public Forecast Told(Scope scope, OrgTimeline? planned)
    {
        var (sweep, rows) = (new ForecastSweep(db.Timeline, _days), new Dictionary<Guid, ForecastPoint[]>());
        var plans = planned is null ? null : ForecastSweep.OfLevels(planned, _days);
        ForecastPoint? At(Guid unit, int day) => plans is null ? sweep.At(unit, day) : (sweep.At(unit, day) ?? ForecastPoint.Of(_days[day])) with { Planned = plans.At(unit, day)?.Allocated ?? default(PostCounts) };
        foreach (var unit in sweep.Units.Union(plans?.Units ?? []))
            for (var day = 0; day < _days.Length; day++)
            {
                if (RowOf(unit, _days[day]) is not { } row || At(unit, day) is not { } point) continue;
                var points = rows.TryGetValue(row, out var known) ? known : rows[row] = [.. _days.Select(ForecastPoint.Of)];
                points[day] = points[day].Plus(point);
            }
        return new()
        {
            On = on, Root = new(root.Id, root.Code, root.Name), Above = [.. Above(scope).Reverse()],
            Points = [.. _days.Select((day, at) => rows.Values.Aggregate(ForecastPoint.Of(day), (sum, points) => sum.Plus(points[at])))],
            Rows = [.. InOrder(rows.Where(row => row.Value.Any(point => point.Allocated.Total + point.Present.Total + (point.Planned?.Total ?? 0) > 0)).Select(row => row.Key)).Select(id => Row(id, rows[id]))],
            Targets = [], Scenarios = [], Plans = [],
        };
    }

    /// <summary>The line a unit counts in on a day: the root itself, or what stands right below it; null where it stands elsewhere. One that is gone counts where it stood last.</summary>
    private Guid? RowOf(Guid unitId, DateOnly day)
    {
        var below = unitId;
        for (Guid? at = unitId; at is { } id; at = ParentOf(id, day))
        {
            if (id == root.Id) return below;
            below = id;
        }
        return null;
    }

    /// <summary>Whether what happens in a unit on a day counts under the root: as it stands at the end of that quarter.</summary>
    public bool Counts(Guid unitId, DateOnly day) => Array.Find(_days, end => end >= day) is var end && end != default && RowOf(unitId, end) is not null;

    private Guid? ParentOf(Guid id, DateOnly day) => db.Timeline.Units.Find(id) is { } line ? UnitNames.FactsNear(line, day).ParentId : null;

    private ForecastRow Row(Guid id, IReadOnlyList<ForecastPoint> points)
    {
        var line = db.Timeline.Units.Find(id)!;
        var isOwn = id == root.Id;
        var hasUnits = isOwn ? root.Children.Count > 0 : db.Timeline.Units.By(LineKeys.UnitParents)[id].Length > 0;
        return new(UnitNames.Ref(line, on), isOwn ? root.Kind.OwnRow : null, isOwn ? root.Kind.OwnRowEn : null, isOwn, hasUnits, points);
    }

    /// <summary>The root's own posts, what stands below it today in protocol order, then what comes later.</summary>
    private IEnumerable<Guid> InOrder(IEnumerable<Guid> rows)
    {
        var today = root.Children.Select((child, at) => (child.Id, At: at)).ToDictionary(child => child.Id, child => child.At);
        return rows.OrderBy(id => id == root.Id ? -1 : today.GetValueOrDefault(id, int.MaxValue))
            .ThenBy(id => db.Timeline.Units.Find(id)!.History.From).ThenBy(id => db.Timeline.Units.Find(id)!.Code, StringComparer.Ordinal);
    }

    private IEnumerable<UnitRef> Above(Scope scope)
    {
        for (var above = root.Parent; above is not null && scope.Includes(above.Id); above = above.Parent) yield return new(above.Id, above.Code, above.Name);
    }
}
