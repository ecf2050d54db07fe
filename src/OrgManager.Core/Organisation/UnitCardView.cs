using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Party;

namespace OrgManager.Organisation;

/// <summary>One unit as one reader may see it.</summary>
internal sealed class UnitCardView
{
    private readonly OrgDbContext _db;
    private readonly UnitLine _unit;
    private readonly DateOnly _on, _day;
    private readonly OrgSnapshot _snapshot;

    /// <summary>A unit that is not there on the day is judged, and its place told, on the nearest day it was.</summary>
    public UnitCardView(OrgDbContext db, UnitLine unit, DateOnly on)
    {
        (_db, _unit, _on) = (db, unit, on);
        var (first, last) = (unit.History.From, unit.History.Until.AddDays(-1));
        _day = on < first ? first : on > last ? last : on;
        _snapshot = db.Timeline.On(_day);
        Events = [.. Seen().OrderByDescending(e => e.On).ThenBy(e => e.Area).ThenBy(e => e.Kind)];
        Kin = [.. db.Timeline.Successions.By(LineKeys.Successor)[unit.Id], .. db.Timeline.Successions.By(LineKeys.Predecessor)[unit.Id]];
    }

    private List<UnitEvent> Events { get; }
    private List<SuccessionLine> Kin { get; }

    public IEnumerable<Guid?> DecisionIds => Events.Select(e => e.DecisionId).Concat(Kin.Select(k => k.DecisionId)).Append(AllocatedBy);

    private IEnumerable<QuotaLine> Allocated => _db.Timeline.Quotas.By(LineKeys.QuotaUnit)[_unit.Id].Where(q => q.Kind == QuotaKind.Allocated);
    private Guid? AllocatedBy => Allocated.Select(q => q.History.SpanOn(_day)).Where(span => span?.DecisionFor(1) is not null).MaxBy(span => span!.From)?.DecisionFor(1);

    public UnitCard Card(Dictionary<Guid, DecisionRef> decisions)
    {
        var unit = _snapshot.Unit(_unit.Id)!;
        DecisionRef? Decision(Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;
        var seesPosts = unit.Branch == Branch.Government && Reaches(Permission.ViewQuota);
        PostCounts Sum(Func<UnitOn, PostCounts> of) => seesPosts ? OrganisationService.Sum(unit.WithDescendants(), of) : PostCounts.None;
        UnitKin[] KinOf(Func<SuccessionLine, Guid> self, Func<SuccessionLine, Guid> other) =>
            [.. from kin in Kin
                where self(kin) == _unit.Id
                let line = _db.Timeline.Units.Find(other(kin))
                where line is not null
                orderby kin.On, UnitNames.FactsNear(line, kin.On).Order, line.Code
                select new UnitKin(UnitNames.Ref(line, kin.On), kin.On, kin.Kind, Decision(kin.DecisionId)) { Posts = PostsOf(line, line.Id == kin.SuccessorId ? kin.On : kin.On.AddDays(-1)) }];
        return new()
        {
            Id = _unit.Id, Code = _unit.Code, Branch = _unit.Branch,
            StartsOn = _unit.History.From, EndsOn = _unit.History[^1].IsOpen ? null : _unit.History.Until,
            IsThere = _day == _on, Facts = unit.Facts, Kind = unit.Kind,
            Above = [.. Above(unit).Reverse().Select(Ref)], Children = [.. unit.Children.Select(Ref)],
            Head = unit.Branch == Branch.Government && unit.Head is { } head ? new(head.Person.Code, head.Person.FullName) : null,
            HeadAs = unit.Branch == Branch.Government ? unit.Head?.Kind ?? default : default,
            Deputies = seesPosts ? DeputyCaps.Of(unit, _day) : null,
            Findings = new([.. UnitPlacements.Findings([unit], _day)], seesPosts ? [.. MinimumSizes.Findings([unit], _day)] : [], []),
            Posts = seesPosts ? new(unit.Assigned, unit.Allocated, unit.Present, unit.AllocatedBelow(), unit.PresentBelow()) : null,
            Received = seesPosts && unit.WithDescendants().Any(u => u.Assigned is not null) ? Sum(u => u.Assigned ?? PostCounts.None) : null,
            AllocatedBy = seesPosts ? Decision(AllocatedBy) : null, Next = seesPosts ? [.. Next()] : [],
            Unused = Sum(u => u.Allocated.Left(u.Present)), Over = Sum(u => u.Allocated.Over(u.Present)),
            Members = unit.Branch == Branch.Party && _db.ScopeFor(Permission.ViewPartyBasics, _day).IncludesCells(unit)
                ? new(unit.OfficialBelow(), unit.ProbationaryBelow())
                : null,
            Served = [.. Served()],
            Predecessors = KinOf(k => k.SuccessorId, k => k.PredecessorId), Successors = KinOf(k => k.PredecessorId, k => k.SuccessorId),
            Events = [.. Events.Select(e => e with { Decision = Decision(e.DecisionId) })],
            MayChange = Reaches(Permission.ChangeUnits), MayCorrect = Reaches(Permission.CorrectHistory),
        };
    }

    private IEnumerable<NextLevel> Next() =>
        from quota in Allocated
        let now = quota.History.On(_day)?.Posts
        let next = quota.History.FirstOrDefault(level => level.From > _day && level.Facts.Posts != now)
        where next is not null
        orderby quota.Category
        select new NextLevel(quota.Category, next.From, next.Facts.Posts);

    private int? PostsOf(UnitLine kin, DateOnly on) =>
        kin.Branch == Branch.Government && _db.ScopeFor(Permission.ViewQuota, on).Includes(kin.Id) ? _db.Timeline.On(on).Unit(kin.Id)?.AllocatedBelow().Total : null;

    private IEnumerable<UnitEvent> Seen()
    {
        var events = new UnitEvents(_db.Timeline, _unit);
        IEnumerable<UnitEvent> seen = events.OfUnit();
        if (Reaches(Permission.ViewQuota)) seen = seen.Concat(events.OfQuota());
        if (_unit.Branch == Branch.Government && Reaches(Permission.ViewStaffWork)) seen = seen.Concat(events.OfPeople());
        return seen;
    }

    private bool Reaches(Permission permission) => _db.ScopeFor(permission, _day).Includes(_unit.Id);

    private IEnumerable<UnitRef> Served()
    {
        var others =
            from coverage in _db.Timeline.Coverages.By(LineKeys.CoverageUnits)[_unit.Id]
            let cell = coverage.History.On(_day)?.CellId
            where coverage.UnitId is not null && cell is not null && (coverage.UnitId == _unit.Id || cell == _unit.Id)
            select _snapshot.Unit(coverage.UnitId == _unit.Id ? cell.GetValueOrDefault() : coverage.UnitId.GetValueOrDefault());
        return OrgSnapshot.InOrder(others.OfType<UnitOn>()).Select(Ref);
    }

    private static IEnumerable<UnitOn> Above(UnitOn unit)
    {
        for (var above = unit.Parent; above is not null; above = above.Parent) yield return above;
    }

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
