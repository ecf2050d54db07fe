using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Reads an annex off the days of its columns and the lines of its plan.</summary>
internal sealed class PlanAnnexView(OrgDbContext db, QuotaPlan plan, EstablishmentBlock block)
{
    private static readonly QuotaCategory[] Officials = [QuotaCategory.CivilServant, QuotaCategory.SupportContract];
    private static readonly QuotaCategory[] Employees = [QuotaCategory.PublicEmployeeBudget, QuotaCategory.PublicEmployeeOwnRevenue, QuotaCategory.SupportContract];

    public PlanAnnex Annex()
    {
        var unit = db.Timeline.On(plan.From).Unit(plan.UnitId);
        var annex = new PlanAnnex
        {
            Above = unit?.Parent?.Name, Signs = unit?.Kind.HeadTitle ?? "Thủ trưởng đơn vị", Block = block, Unit = UnitNames.Ref(db.Timeline.Units.Find(plan.UnitId)!, plan.From), Year = plan.Year, Categories = block == EstablishmentBlock.Administration ? Officials : Employees, Rows = [],
        };
        var (assigned, present, planned) = (Groups(annex.AssignedOn), Groups(annex.PresentOn), Groups(annex.PlannedOn));
        var names = planned.Concat(assigned).Concat(present).DistinctBy(g => g.Key).OrderBy(g => !g.Key.IsOwn).ThenBy(g => g.Kind.Order).Select(g => g.Key).ToList();
        var rows = names.Select(key => new AnnexRow(key.Name, key.IsOwn ? null : planned.Where(g => g.Key == key).Sum(g => g.Units),
            Sum(assigned, key, u => u.Allocated), Sum(present, key, u => u.Present), Sum(planned, key, Planned)));
        return annex with { Rows = [.. rows, .. Unallocated(assigned, planned)] };
    }

    /// <summary>What receivers keep back, so that the sum is what is assigned and what is asked for.</summary>
    private IEnumerable<AnnexRow> Unallocated(List<Group> assigned, List<Group> planned)
    {
        var (kept, asked) = (PostCounts.None, PostCounts.None);
        foreach (var category in Enum.GetValues<QuotaCategory>())
        {
            kept = kept.Plus(category, All(assigned).Where(u => u.Receives(category)).Sum(u => Math.Max(0, u.Assigned!.Value[category] - u.AllocatesTo(category).Sum(b => b.Allocated[category]))));
            asked = asked.Plus(category, All(planned).Where(u => Line(u, QuotaKind.Assigned, category) is not null).Sum(u => Math.Max(0, Line(u, QuotaKind.Assigned, category)!.Value - u.AllocatesTo(category).Sum(b => Line(b, QuotaKind.Allocated, category) ?? 0))));
        }
        if (kept.Total + asked.Total > 0) yield return new("Chưa phân bổ", null, kept, PostCounts.None, asked);

        static IEnumerable<UnitOn> All(List<Group> groups) => groups.SelectMany(g => g.All);
    }

    /// <summary>The block's organisations of a day, each with what is its own below it, by kind.</summary>
    private List<Group> Groups(DateOnly day)
    {
        if (db.Timeline.On(day).Unit(plan.UnitId) is not { } root) return [];
        var services = block == EstablishmentBlock.ServiceUnits;
        var tops = services == root.Kind.ServiceUnit ? root.Children.Where(c => c.Kind.ServiceUnit == services) : services ? EstablishmentView.TopServices(root) : [];
        List<Group> groups = services == root.Kind.ServiceUnit ? [new((root.Kind.OwnRow ?? root.Name, true), root.Kind, 0, [root])] : [];
        groups.AddRange(tops.GroupBy(top => top.Kind.Code).Select(kind => new Group((kind.First().Kind.Name, false), kind.First().Kind, kind.Count(), [.. kind.SelectMany(EstablishmentView.SameBlock)])));
        return groups;
    }

    private static PostCounts Sum(List<Group> groups, (string, bool) key, Func<UnitOn, PostCounts> of) =>
        groups.Where(g => g.Key == key).SelectMany(g => g.All).Aggregate(PostCounts.None, (sum, unit) => sum + of(unit));

    private PostCounts Planned(UnitOn unit) => Enum.GetValues<QuotaCategory>().Aggregate(PostCounts.None, (sum, category) => sum.Plus(category, Line(unit, QuotaKind.Allocated, category) ?? 0));

    private int? Line(UnitOn unit, QuotaKind kind, QuotaCategory category) => plan.Lines.FirstOrDefault(l => (l.UnitId, l.Kind, l.Category) == (unit.Id, kind, category))?.Posts;

    private sealed record Group((string Name, bool IsOwn) Key, UnitKindFacts Kind, int Units, IReadOnlyList<UnitOn> All);
}
