using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>A small organisation made by hand, and a target to judge it by.</summary>
internal sealed class TargetCase
{
    public static readonly DateOnly Founding = new(2015, 1, 1), Start = new(2020, 1, 1), Due = new(2020, 12, 31);

    private readonly Dictionary<string, OrgUnit> _units = [];
    private readonly List<Aggregate> _others = [];

    public TargetFacts Target { get; set; } = new()
    {
        Code = "T", Name = "T", ShortName = "T", Wording = "T", WordingEn = "T", Binding = true, Metric = TargetMetric.AssignedQuota,
        Set = [nameof(QuotaCategory.CivilServant)], StartsOn = Start, BaselineOn = Start, Direction = TargetDirection.Reduce, GoalPercent = 25, Due = Due,
    };

    public TargetProgress On(DateOnly day) => new TargetCalculator(Timeline(), Target).On(day);

    public TargetDetails Road(DateOnly on) => new TargetRoad(Timeline(), Target, on).Told([]);

    public IReadOnlyList<TargetEvidence> Evidence(DateOnly after, DateOnly until) =>
        [.. new TargetEvidenceFinder(Timeline(), Target).Between(after, until).Select(m => m.Evidence)];

    public TargetCase Unit(string code, string? parent = null, DateOnly? from = null, string kind = "Division", int? autonomy = null)
    {
        _units[code] = OrgUnit.Found(code, Branch.Government, new(code, kind, parent is null ? null : _units[parent].Id, Autonomy: autonomy), from ?? Founding);
        return this;
    }

    public TargetCase Change(string unit, DateOnly from, OrgUnitEdit edit)
    {
        _units[unit].Change(from, edit);
        return this;
    }

    public TargetCase End(string unit, DateOnly on)
    {
        _units[unit].End(on);
        return this;
    }

    /// <summary>The unit becomes the others on the day; edges only, it has to be ended and they founded besides.</summary>
    public TargetCase Became(string unit, DateOnly on, params string[] successors)
    {
        _others.AddRange(successors.Select(s => Succession.Record(_units[unit].Id, _units[s].Id, on, SuccessionKind.Merge, null)));
        return this;
    }

    /// <summary>Levels from the founding day on, then from the days named.</summary>
    public TargetCase Assigned(string unit, int posts, params (DateOnly From, int Posts)[] levels) =>
        Posts(unit, QuotaKind.Assigned, posts, levels);

    public TargetCase Posts(string unit, QuotaKind kind, int posts, params (DateOnly From, int Posts)[] levels)
    {
        var quota = Quota.Open(_units[unit].Id, QuotaCategory.CivilServant, kind, posts, _units[unit].StartsOn);
        foreach (var (from, next) in levels) quota.Set(from, next);
        _others.Add(quota);
        return this;
    }

    public TargetCase Add(params Aggregate[] others)
    {
        _others.AddRange(others);
        return this;
    }

    public Guid Id(string unit) => _units[unit].Id;

    public OrgTimeline Timeline()
    {
        var lines = new OrgLines();
        foreach (var aggregate in _units.Values.Concat(_others)) lines.Add(aggregate);
        return OrgTimeline.Empty.With(lines, 1);
    }
}
