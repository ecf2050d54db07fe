using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Reads a plan beside the levels of the day before its year.</summary>
internal sealed class PlanView(OrgDbContext db, QuotaPlan plan)
{
    private readonly OrgSnapshot _before = db.Timeline.On(plan.From.AddDays(-1)), _from = db.Timeline.On(plan.From), _today = db.Timeline.On(db.Today);

    /// <summary>What a plan starts from: the levels known for the last day before its year, of every unit that will be there.</summary>
    public static IReadOnlyList<PlanLine> Current(OrgDbContext db, Guid unitId, DateOnly day)
    {
        var before = db.Timeline.On(day.AddDays(-1));
        return [.. from unit in db.Timeline.On(day).Subtree(unitId)
                   from kind in Enum.GetValues<QuotaKind>()
                   from category in Enum.GetValues<QuotaCategory>()
                   let posts = Level(before, unit.Id, kind, category)
                   where kind == QuotaKind.Assigned ? posts is not null : posts > 0 || unit.Present[category] > 0
                   select new PlanLine(unit.Id, kind, category, posts ?? 0, null)];
    }

    public PlanDetails Details(IReadOnlyList<QuotaPlan> ofYear, Dictionary<Guid, DecisionRef> decisions)
    {
        var order = _from.Subtree(plan.UnitId).Select((unit, at) => (unit.Id, at)).ToDictionary(u => u.Id, u => u.at);
        return new()
        {
            Seen = new(plan.Id, plan.Version), Year = plan.Year, Unit = Ref(plan.UnitId), State = plan.State, Steps = plan.Steps, Decision = plan.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null,
            Lines = [.. plan.Lines.OrderBy(l => order.GetValueOrDefault(l.UnitId, int.MaxValue)).ThenBy(l => l.Kind).ThenBy(l => l.Category).Select(Line)],
            Ceilings = PlanCeilings.Of(db, plan, ofYear), Units = [.. _from.Subtree(plan.UnitId).Select(u => new UnitRef(u.Id, u.Code, u.Name))], PresentOn = db.Today,
            MayRevise = plan.IsOpen && AccessRules.Reaches(db, Permission.ChangeQuota, plan.UnitId, plan.From),
            MayUnlock = plan.State == QuotaPlanState.Locked && AccessRules.Reaches(db, Permission.LockQuotaPlans, plan.UnitId, plan.From),
            MayLock = plan.State == QuotaPlanState.Submitted && AccessRules.Reaches(db, Permission.LockQuotaPlans, plan.UnitId, plan.From),
        };
    }

    public PlanRow Row(Dictionary<Guid, DecisionRef> decisions) => new(plan.Id, plan.Year, Ref(plan.UnitId), plan.State, plan.Steps[^1],
        [.. plan.Lines.GroupBy(l => (l.Kind, l.Category)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Category)
            .Select(g => new PlanSum(g.Key.Kind, g.Key.Category, g.Sum(l => Level(_before, l.UnitId, l.Kind, l.Category) ?? 0), g.Sum(l => l.Posts)))],
        plan.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null);

    /// <summary>The lines that are others than what is there now, and say no reason.</summary>
    public IEnumerable<PlanLine> WithoutReason => plan.Lines.Where(l => l.Reason is null && l.Posts != (Level(_before, l.UnitId, l.Kind, l.Category) ?? 0));

    public static int? Level(OrgSnapshot on, Guid unitId, QuotaKind kind, QuotaCategory category) =>
        on.Timeline.Quotas.By(LineKeys.QuotaUnit)[unitId].FirstOrDefault(q => (q.Kind, q.Category) == (kind, category))?.History.On(on.Day)?.Posts;

    public UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, plan.From);

    private PlanLineDetails Line(PlanLine line)
    {
        var unit = _from.Unit(line.UnitId);
        var own = line.Kind == QuotaKind.Allocated && unit?.Children.Count > 0 ? unit.Kind : null;
        var present = _today.Unit(line.UnitId) is not { } now ? 0 : line.Kind == QuotaKind.Allocated ? now.Present[line.Category] : now.AllocatesTo(line.Category).Sum(u => u.Present[line.Category]);
        return new(Ref(line.UnitId), own?.OwnRow, own?.OwnRowEn, line.Kind, line.Category, Level(_before, line.UnitId, line.Kind, line.Category), present, line.Posts, line.Reason);
    }
}
