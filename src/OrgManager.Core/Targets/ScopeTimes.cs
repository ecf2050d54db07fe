using OrgManager.Organisation;

namespace OrgManager.Targets;

/// <summary>When each unit stands in the scope of a target, read off the histories without looking at single days.</summary>
internal sealed class ScopeTimes
{
    private readonly OrgTimeline _timeline;
    private readonly UnitLine? _scope;
    private readonly bool _isWhole;
    private readonly Dictionary<Guid, List<(DateOnly From, DateOnly Until)>> _known = [];

    public ScopeTimes(OrgTimeline timeline, string? scopeUnit) =>
        (_timeline, _isWhole, _scope) = (timeline, scopeUnit is null, scopeUnit is null ? null : timeline.UnitByCode(scopeUnit));

    public IReadOnlyList<(DateOnly From, DateOnly Until)> Of(Guid unitId) => _known.TryGetValue(unitId, out var known) ? known : _known[unitId] = [.. Find(unitId)];

    public bool Covers(Guid unitId, DateOnly day)
    {
        foreach (var (from, until) in Of(unitId))
            if (from <= day && day < until) return true;
        return false;
    }

    public IEnumerable<Guid> UnitsOn(DateOnly day) => _timeline.Units.Where(unit => Covers(unit.Id, day)).Select(unit => unit.Id);

    private IEnumerable<(DateOnly, DateOnly)> Find(Guid unitId)
    {
        if (_timeline.Units.Find(unitId) is not { } unit) return [];
        if (_isWhole || unit == _scope) return [(unit.History.From, unit.History.Until)];
        return from span in unit.History
               where span.Facts.ParentId is not null
               from above in Of(span.Facts.ParentId!.Value)
               let both = (From: above.From > span.From ? above.From : span.From, Until: above.Until < span.Until ? above.Until : span.Until)
               where both.From < both.Until
               select both;
    }
}
