using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Reads the table of one root off the snapshot of a day.</summary>
internal sealed class EstablishmentView
{
    private readonly OrgDbContext _db;
    private readonly OrgSnapshot _snapshot;
    private readonly Scope _scope;
    private readonly UnitOn _root;
    private readonly List<QuotaLine> _quotas;

    public EstablishmentView(OrgDbContext db, OrgSnapshot snapshot, Scope scope, UnitOn root)
    {
        (_db, _snapshot, _scope, _root) = (db, snapshot, scope, root);
        var below = root.WithDescendants().Select(u => u.Id).ToHashSet();
        _quotas = [.. db.Timeline.Quotas.Where(q => below.Contains(q.UnitId))];
    }

    public IEnumerable<Guid?> DecisionIds => [LatestDecision(QuotaKind.Assigned), LatestDecision(QuotaKind.Allocated)];

    public EstablishmentTable Table(Dictionary<Guid, DecisionRef> decisions)
    {
        var parts = Parts().Where(part => part.Rows.Count > 0).ToList();
        return new()
        {
            On = _snapshot.Day, Root = Ref(_root), Above = [.. Above().Reverse().Select(Ref)],
            Parts = parts, Total = parts.Aggregate(EstablishmentFigures.None, (sum, part) => sum + part.Sum),
            Receivers = [.. _root.WithDescendants().Where(u => u.Assigned is not null).Select(Receiver)],
            AssignedBy = Decision(QuotaKind.Assigned), AllocatedBy = Decision(QuotaKind.Allocated),
            MayChange = _db.ScopeFor(Permission.ChangeQuota, _snapshot.Day).Includes(_root.Id),
        };

        DecisionRef? Decision(QuotaKind kind) => LatestDecision(kind) is { } id ? decisions.GetValueOrDefault(id) : null;
    }

    internal static QuotaReceiver Receiver(UnitOn unit) => new(Ref(unit), unit.Assigned!.Value, [.. Enum.GetValues<QuotaCategory>().Where(unit.Receives)]);

    private IEnumerable<EstablishmentPart> Parts()
    {
        var (own, administration, services) = (OwnRow(), new List<EstablishmentRow>(), new List<EstablishmentRow>());
        (_root.Kind.ServiceUnit ? services : administration).Add(own);
        foreach (var child in _root.Children.Where(c => !c.Kind.ServiceUnit)) (_root.Kind.ServiceUnit ? services : administration).Add(Row(child));
        foreach (var service in TopServices(_root)) services.Add(Row(service));
        yield return Part(EstablishmentBlock.Administration, administration);
        yield return Part(EstablishmentBlock.ServiceUnits, services);
    }

    private static EstablishmentPart Part(EstablishmentBlock block, List<EstablishmentRow> rows)
    {
        var shown = rows.Where(row => !row.IsOwn || row.Figures.Allocated.Total + row.Figures.Present.Total > 0 || !row.HasUnits).ToList();
        return new(block, rows.Aggregate(EstablishmentFigures.None, (sum, row) => sum + row.Figures), shown);
    }

    private EstablishmentRow OwnRow() => new(Ref(_root), _root.Kind.OwnRow, _root.Kind.OwnRowEn, IsOwn: true, _root.Children.Count > 0, Figures([_root]));

    private static EstablishmentRow Row(UnitOn unit)
    {
        var figures = Figures(SameBlock(unit));
        return new(Ref(unit), null, null, IsOwn: false, unit.Children.Count > 0, figures) { LeavesOut = figures.Present != unit.PresentBelow() };
    }

    /// <summary>The unit with everything below it, service units and what is theirs left out unless it is one itself.</summary>
    internal static IEnumerable<UnitOn> SameBlock(UnitOn unit) =>
        unit.Children.Where(child => !child.Kind.ServiceUnit).SelectMany(SameBlock).Prepend(unit);

    /// <summary>The service units below, also those that stand under another unit.</summary>
    internal static IEnumerable<UnitOn> TopServices(UnitOn unit) =>
        unit.Children.SelectMany(child => child.Kind.ServiceUnit ? TopServices(child).Prepend(child) : TopServices(child));

    private static EstablishmentFigures Figures(IEnumerable<UnitOn> units) => units.Aggregate(EstablishmentFigures.None, (sum, unit) => sum + Own(unit));

    private static EstablishmentFigures Own(UnitOn unit)
    {
        var (assigned, given) = (PostCounts.None, PostCounts.None);
        foreach (var category in Enum.GetValues<QuotaCategory>().Where(unit.Receives))
        {
            assigned = assigned.Plus(category, unit.Assigned!.Value[category]);
            given = given.Plus(category, unit.AllocatesTo(category).Sum(u => u.Allocated[category]));
        }
        return new(unit.Assigned, unit.Allocated, unit.Present, unit.Allocated.Left(unit.Present), unit.Allocated.Over(unit.Present), assigned.Left(given), assigned.Over(given));
    }

    private Guid? LatestDecision(QuotaKind kind) => _quotas.Where(q => q.Kind == kind)
        .Select(q => q.History.SpanOn(_snapshot.Day)).Where(span => span?.DecisionFor(1) is not null)
        .MaxBy(span => span!.From)?.DecisionFor(1);

    private IEnumerable<UnitOn> Above()
    {
        for (var above = _root.Parent; above is not null && _scope.Includes(above.Id); above = above.Parent) yield return above;
    }

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
