using OrgManager.Decisions;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>The definition of a target as it is typed; read back as facts once every day and figure can be read.</summary>
public sealed class TargetForm
{
    private readonly DateOnly _near;
    private readonly IReadOnlyDictionary<Guid, DecisionRef> _decisions;
    private readonly TargetFacts _was;
    private string _goal = "";
    private DateOnly? _due;
    private TargetMetric _metric;

    /// <param name="was">As it is kept.</param>
    /// <param name="facts">What is typed to begin with.</param>
    public TargetForm(TargetFacts was, TargetFacts facts, IReadOnlyDictionary<Guid, DecisionRef> decisions, DateOnly near)
    {
        (_was, _decisions, _near) = (was, decisions, near);
        (Code, ShortName, Name, Wording, WordingEn, Binding) = (facts.Code, facts.ShortName, facts.Name, facts.Wording, facts.WordingEn, facts.Binding);
        (LegalBasis, ScopeUnit, Direction, StartsOn, BaselineOn) = (Named(facts.LegalBasisId), facts.ScopeUnit ?? "", facts.Direction, facts.StartsOn, facts.BaselineOn);
        (_metric, Set, _goal, _due) = (facts.Metric, [.. facts.Set], facts.GoalPercent == 0 ? "" : DayFigure.Typed(facts.GoalPercent), facts.Due);
        (IsFixed, FixedBaseline, FixedSource) = (facts.FixedBaseline is not null, facts.FixedBaseline is { } given ? DayFigure.Typed(given) : "", facts.FixedBaselineSource ?? "");
        Milestones = [.. facts.Milestones.Select(m => Row(m.On, m.Percent))];
        Readings = [.. facts.Readings.Select(r => Row(r.On, r.Value))];
        Adjustments = [.. facts.Adjustments.Select(a => new AdjustmentLine(near) { Day = Format.Day(a.On), Figure = DayFigure.Typed(a.Amount), Note = a.Note, Decision = Named(a.DecisionId), MoveId = a.MoveId })];
    }

    public string Code { get; set; }
    public string ShortName { get; set; }
    public string Name { get; set; }
    public string Wording { get; set; }
    public string WordingEn { get; set; }
    public DecisionRef? LegalBasis { get; set; }
    public bool Binding { get; set; }

    /// <summary>Another metric counts another set, and only a share can be reached as one.</summary>
    public TargetMetric Metric
    {
        get => _metric;
        set
        {
            _metric = value;
            Set = value == _was.Metric ? [.. _was.Set] : [];
            if (value == TargetMetric.AutonomousShare) Direction = TargetDirection.ReachShare;
            else if (Direction == TargetDirection.ReachShare && value != TargetMetric.Manual) Direction = TargetDirection.Reduce;
        }
    }

    public List<string> Set { get; private set; }
    public string ScopeUnit { get; set; }
    public DateOnly? StartsOn { get; set; }
    public bool IsFixed { get; set; }
    public DateOnly? BaselineOn { get; set; }
    public string FixedBaseline { get; set; }
    public string FixedSource { get; set; }
    public TargetDirection Direction { get; set; }

    /// <summary>The milestone that is the goal goes with it.</summary>
    public string Goal
    {
        get => _goal;
        set
        {
            foreach (var last in Milestones.Where(m => Percent && m.On == _due && m.Value == DayFigure.Number(_goal))) last.Figure = value;
            _goal = value;
        }
    }

    /// <summary>The milestone on the due day goes with it.</summary>
    public DateOnly? Due
    {
        get => _due;
        set
        {
            if (value is { } due) foreach (var last in Milestones.Where(m => m.On == _due)) last.Day = Format.Day(due);
            _due = value;
        }
    }

    public List<DayFigure> Milestones { get; }
    public List<DayFigure> Readings { get; }
    public List<AdjustmentLine> Adjustments { get; }

    public bool Reduces => Direction == TargetDirection.Reduce;
    public bool Percent => Direction is TargetDirection.Reduce or TargetDirection.ReachShare;
    public DayFigure Row() => new(_near);
    public AdjustmentLine Adjustment() => new(_near);

    /// <summary>The decisions known or chosen by now.</summary>
    public IReadOnlyDictionary<Guid, DecisionRef> Decisions(IReadOnlyDictionary<Guid, DecisionRef> others) =>
        Adjustments.Select(a => a.Decision).Append(LegalBasis).OfType<DecisionRef>().Concat(others.Values).Concat(_decisions.Values).DistinctBy(d => d.Id).ToDictionary(d => d.Id);

    /// <summary>The first thing typed that is no day or no figure ("" where it is missing); null when all can be read.</summary>
    public string? Wrong =>
        StartsOn is null || _due is null ? "" : DayFigure.Number(_goal) is null ? _goal
        : Reduces && IsFixed && DayFigure.Number(FixedBaseline) is null ? FixedBaseline
        : Rows.FirstOrDefault(row => row is { IsEmpty: false, Wrong: not null })?.Wrong;

    /// <summary>The facts as typed; only once nothing is <see cref="Wrong"/>.</summary>
    public TargetFacts Read() => _was with
    {
        Code = Code.Trim(), ShortName = ShortName.Trim(), Name = Name.Trim(), Wording = Wording.Trim(), WordingEn = WordingEn.Trim(),
        LegalBasisId = LegalBasis?.Id, Binding = Binding, Metric = Metric, Set = [.. _was.Set.Where(Set.Contains), .. Set.Except(_was.Set)], ScopeUnit = ScopeUnit.Length == 0 ? null : ScopeUnit,
        StartsOn = StartsOn!.Value, Due = _due!.Value, Direction = Direction, GoalPercent = DayFigure.Number(_goal)!.Value,
        BaselineOn = CountedOn,
        FixedBaseline = Reduces && IsFixed ? DayFigure.Number(FixedBaseline) : null, FixedBaselineSource = Reduces && IsFixed ? FixedSource.Trim() : null,
        Milestones = [.. Milestones.Where(m => !m.IsEmpty).Select(m => new Milestone(m.On!.Value, m.Value!.Value))],
        Readings = [.. Readings.Where(r => !r.IsEmpty).Select(r => new ManualReading(r.On!.Value, r.Value!.Value))],
        Adjustments = Reduces ? [.. Adjustments.Where(a => !a.IsEmpty).Select(a => a.Read())] : [],
    };

    /// <summary>What stands behind a given baseline, or beside a share, stays as it was.</summary>
    private DateOnly? CountedOn => Reduces && !IsFixed ? BaselineOn : Reduces == (_was.Direction == TargetDirection.Reduce) && IsFixed == (_was.FixedBaseline is not null) ? _was.BaselineOn : null;

    private IEnumerable<DayFigure> Rows => Milestones.Concat(Metric == TargetMetric.Manual ? Readings : []).Concat(Reduces ? Adjustments : []);

    private DayFigure Row(DateOnly on, decimal value) => new(_near) { Day = Format.Day(on), Figure = DayFigure.Typed(value) };

    private DecisionRef? Named(Guid? id) => id is { } known ? _decisions.GetValueOrDefault(known) : null;
}
