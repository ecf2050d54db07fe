using OrgManager.Common;

namespace OrgManager.Restructuring;

/// <summary>Phương án sắp xếp: a restructuring from its first draft until it is carried out. What it did is in its change set, each part for who may read it.</summary>
public sealed class Scenario : Aggregate
{
    public const int NameLength = 200, MostSteps = 200;

    private Scenario() { }

    public string Name { get; private set; } = "";
    public DateOnly EffectiveOn { get; private set; }
    public ScenarioState State { get; private set; }
    public ScenarioDecisions Decisions { get; private set; } = new();
    public IReadOnlyList<ScenarioStep> Steps { get; private set; } = [];

    /// <summary>Steps that were taken out when it was brought up to date, until somebody has looked after them.</summary>
    public IReadOnlyList<SetAsideStep> SetAside { get; private set; } = [];

    /// <summary>The account that drafted it, and its name at that time; none where a file was applied by the machine's owner.</summary>
    public Guid? AuthorId { get; private init; }
    public string Author { get; private init; } = "";

    /// <summary>The people who may see it while it is a draft.</summary>
    public IReadOnlyList<Guid> ReaderIds { get; private set; } = [];

    /// <summary>What it was tried out on when it was submitted, or last approved; none for a draft.</summary>
    public ScenarioBasis? Basis { get; private set; }

    /// <summary>The change set that holds everything it did.</summary>
    public long? AppliedIn { get; private set; }

    /// <summary>Only its author and its readers know of it.</summary>
    internal bool IsPrivate => IsPrivateIn(State, Basis is not null);

    /// <summary>What was withdrawn after having been submitted stays known to those before whom it came.</summary>
    internal static bool IsPrivateIn(ScenarioState state, bool wasSubmitted) => state == ScenarioState.Draft || (state == ScenarioState.Withdrawn && !wasSubmitted);

    internal ScenarioFile File => new() { Name = Name, EffectiveOn = EffectiveOn, Decisions = Decisions, Steps = Steps };

    /// <summary>A draft.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NameMissing, Scenario.TooManySteps.</exception>
    internal static Scenario Draft(ScenarioFile file, Guid? authorId, string author) => new()
    {
        Name = Named(file.Name), EffectiveOn = file.EffectiveOn, Decisions = file.Decisions, Steps = Counted(file.Steps), AuthorId = authorId, Author = author,
    };

    /// <summary>One that is carried out as it comes, without having been a draft here.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NameMissing.</exception>
    internal static Scenario Applied(ScenarioFile file, long changeSet) => new()
    {
        Name = Named(file.Name), EffectiveOn = file.EffectiveOn, Decisions = file.Decisions, Steps = file.Steps, State = ScenarioState.Applied, AppliedIn = changeSet,
    };

    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.NameMissing.</exception>
    internal void Change(string name, DateOnly effectiveOn, ScenarioDecisions decisions)
    {
        DemandDraft();
        (Name, EffectiveOn, Decisions) = (Named(name), effectiveOn, decisions);
        Touch();
    }

    /// <param name="at">Its number; at the end if null.</param>
    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.StepMissing, Scenario.TooManySteps.</exception>
    internal void Add(ScenarioStep step, int? at = null)
    {
        RuleBrokenException.Unless(at is null || (at >= 1 && at <= Steps.Count + 1), "Scenario.StepMissing", at);
        SetSteps([.. Steps.Take((at ?? Steps.Count + 1) - 1), step, .. Steps.Skip((at ?? Steps.Count + 1) - 1)]);
    }

    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.StepMissing.</exception>
    internal void Replace(int number, ScenarioStep step)
    {
        DemandStep(number);
        SetSteps([.. Steps.Take(number - 1), step, .. Steps.Skip(number)]);
    }

    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.StepMissing.</exception>
    internal void Remove(int number)
    {
        DemandStep(number);
        SetSteps([.. Steps.Take(number - 1), .. Steps.Skip(number)]);
    }

    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.StepMissing.</exception>
    internal void Move(int number, int to)
    {
        DemandStep(number);
        DemandStep(to);
        var (step, others) = (Steps[number - 1], Steps.Where((_, i) => i != number - 1).ToList());
        SetSteps([.. others.Take(to - 1), step, .. others.Skip(to - 1)]);
    }

    /// <summary>All steps anew, as a board leaves them that changes several at once.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.TooManySteps.</exception>
    internal void Rewrite(IReadOnlyList<ScenarioStep> steps) => SetSteps(steps);

    /// <summary>A step set aside has been looked after.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NotDraft, Scenario.StepMissing.</exception>
    internal void Drop(int index)
    {
        DemandDraft();
        RuleBrokenException.Unless(index >= 0 && index < SetAside.Count, "Scenario.StepMissing", index + 1);
        SetAside = [.. SetAside.Where((_, i) => i != index)];
        Touch();
    }

    /// <exception cref="RuleBrokenException">Scenario.Over.</exception>
    internal void SetReaders(IEnumerable<Guid> people)
    {
        DemandOpen();
        var readers = people.Distinct().Order().ToList();
        TouchIf(!readers.SequenceEqual(ReaderIds));
        ReaderIds = readers;
    }

    /// <summary>Trình.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NotDraft; Scenario.Empty: it does nothing; Scenario.AsideLeft: steps set aside wait to be looked after.</exception>
    internal void Submit(ScenarioBasis basis)
    {
        DemandDraft();
        RuleBrokenException.Unless(Steps.Count > 0, "Scenario.Empty");
        RuleBrokenException.Unless(SetAside.Count == 0, "Scenario.AsideLeft", SetAside.Count);
        To(ScenarioState.Submitted, basis);
    }

    /// <summary>Trả lại: a draft again, for its author and readers alone.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NotSubmitted; History.ReasonMissing.</exception>
    internal void Return(string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        RuleBrokenException.Unless(State is ScenarioState.Submitted or ScenarioState.Approved, "Scenario.NotSubmitted");
        To(ScenarioState.Draft, null);
    }

    /// <summary>Duyệt.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NotSubmitted.</exception>
    internal void Approve(ScenarioBasis basis)
    {
        DemandSubmitted();
        To(ScenarioState.Approved, basis);
    }

    /// <summary>Rút: nothing will come of it.</summary>
    /// <exception cref="RuleBrokenException">Scenario.Over: it has been applied, undone or withdrawn.</exception>
    internal void Withdraw()
    {
        DemandOpen();
        To(ScenarioState.Withdrawn, Basis);
    }

    /// <summary>Brought up to date: a draft of what can still be done.</summary>
    /// <exception cref="RuleBrokenException">Scenario.Over.</exception>
    internal void Rebase(IReadOnlyList<ScenarioStep> kept, IReadOnlyList<SetAsideStep> aside)
    {
        DemandOpen();
        (Steps, SetAside) = (kept, [.. SetAside, .. aside]);
        To(ScenarioState.Draft, null);
    }

    /// <exception cref="RuleBrokenException">Scenario.NotApproved.</exception>
    internal void Apply(long changeSet)
    {
        RuleBrokenException.Unless(State == ScenarioState.Approved, "Scenario.NotApproved", Name);
        AppliedIn = changeSet;
        To(ScenarioState.Applied, Basis);
    }

    /// <exception cref="RuleBrokenException">Scenario.UndoneAlready, Scenario.NotApplied.</exception>
    internal void Undo()
    {
        RuleBrokenException.Unless(State != ScenarioState.Undone, "Scenario.UndoneAlready", Name);
        RuleBrokenException.Unless(State == ScenarioState.Applied, "Scenario.NotApplied", Name);
        To(ScenarioState.Undone, Basis);
    }

    private void To(ScenarioState state, ScenarioBasis? basis)
    {
        (State, Basis) = (state, basis);
        Touch();
    }

    private void SetSteps(IReadOnlyList<ScenarioStep> steps)
    {
        DemandDraft();
        Steps = Counted(steps);
        Touch();
    }

    private void DemandStep(int number) => RuleBrokenException.Unless(number >= 1 && number <= Steps.Count, "Scenario.StepMissing", number);

    private void DemandOpen() => RuleBrokenException.Unless(State is ScenarioState.Draft or ScenarioState.Submitted or ScenarioState.Approved, "Scenario.Over", Name);

    internal void DemandDraft() => RuleBrokenException.Unless(State == ScenarioState.Draft, "Scenario.NotDraft", Name);

    internal void DemandSubmitted() => RuleBrokenException.Unless(State == ScenarioState.Submitted, "Scenario.NotSubmitted");

    private static string Named(string name)
    {
        var trimmed = VietnameseText.Nfc(name).Trim();
        RuleBrokenException.Unless(trimmed.Length is > 0 and <= NameLength, "Scenario.NameMissing", NameLength);
        return trimmed;
    }

    private static IReadOnlyList<ScenarioStep> Counted(IReadOnlyList<ScenarioStep> steps)
    {
        RuleBrokenException.Unless(steps.Count <= MostSteps, "Scenario.TooManySteps", MostSteps);
        return steps;
    }
}
