using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>Dự thảo, đã trình, trả lại, đã chốt.</summary>
public enum QuotaPlanState { Draft, Submitted, Returned, Locked }

/// <summary>So many posts for a unit in a category from 1 January of the plan's year, and why they are others than before.</summary>
public sealed record PlanLine(Guid UnitId, QuotaKind Kind, QuotaCategory Category, int Posts, string? Reason)
{
    public const int ReasonLength = 300;
}

/// <summary>How far a plan has come, by whom and when.</summary>
public sealed record PlanStep(QuotaPlanState State, DateOnly On, string By, string? Remark = null);

/// <summary>Kế hoạch biên chế năm of a unit and everything below it: drafted, submitted, perhaps returned, and locked by a decision, which makes levels of it.</summary>
public sealed class QuotaPlan : Aggregate
{
    public const int RemarkLength = 500;

    private QuotaPlan() { }

    public Guid UnitId { get; private init; }
    public int Year { get; private init; }
    public QuotaPlanState State { get; private set; }
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    /// <summary>The decision by which it was locked.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>The day its levels begin.</summary>
    public DateOnly From => new(Year, 1, 1);
    public bool IsOpen => State is QuotaPlanState.Draft or QuotaPlanState.Returned;

    internal override Guid? TrailUnitId => UnitId;

    internal static QuotaPlan Draft(Guid unitId, int year, IReadOnlyList<PlanLine> lines, PlanStep step) =>
        new() { UnitId = unitId, Year = year, Lines = lines, Steps = [step] };

    /// <summary>These are its lines from now on.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotOpen; Quota.PostsOutOfRange; QuotaPlan.LineTwice.</exception>
    internal void Revise(IReadOnlyList<PlanLine> lines)
    {
        RuleBrokenException.Unless(IsOpen, "QuotaPlan.NotOpen");
        foreach (var line in lines) RuleBrokenException.Unless(line.Posts is >= 0 and <= QuotaLevel.Most, "Quota.PostsOutOfRange", line.Posts, QuotaLevel.Most);
        RuleBrokenException.Unless(lines.DistinctBy(l => (l.UnitId, l.Kind, l.Category)).Count() == lines.Count, "QuotaPlan.LineTwice");
        var told = lines.Select(l => l with { Reason = Told(l.Reason) }).ToList();
        TouchIf(!told.SequenceEqual(Lines));
        Lines = told;
    }

    /// <exception cref="RuleBrokenException">QuotaPlan.NotOpen; QuotaPlan.Empty.</exception>
    internal void Submit(DateOnly on, string by)
    {
        RuleBrokenException.Unless(IsOpen, "QuotaPlan.NotOpen");
        RuleBrokenException.Unless(Lines.Count > 0, "QuotaPlan.Empty");
        Go(new(QuotaPlanState.Submitted, on, by));
    }

    /// <exception cref="RuleBrokenException">QuotaPlan.NotSubmitted; QuotaPlan.RemarkMissing.</exception>
    internal void Return(string remark, DateOnly on, string by)
    {
        RuleBrokenException.Unless(State == QuotaPlanState.Submitted, "QuotaPlan.NotSubmitted");
        RuleBrokenException.Unless(remark.Trim().Length is > 0 and <= RemarkLength, "QuotaPlan.RemarkMissing", RemarkLength);
        Go(new(QuotaPlanState.Returned, on, by, VietnameseText.Nfc(remark.Trim())));
    }

    /// <exception cref="RuleBrokenException">QuotaPlan.NotSubmitted.</exception>
    internal void Lock(Guid decisionId, DateOnly on, string by)
    {
        RuleBrokenException.Unless(State == QuotaPlanState.Submitted, "QuotaPlan.NotSubmitted");
        DecisionId = decisionId;
        Go(new(QuotaPlanState.Locked, on, by));
    }

    /// <summary>Mở lại: it was locked wrongly, and is to be put right like one that was returned.</summary>
    /// <exception cref="RuleBrokenException">QuotaPlan.NotLocked; QuotaPlan.RemarkMissing.</exception>
    internal void Unlock(string remark, DateOnly on, string by)
    {
        RuleBrokenException.Unless(State == QuotaPlanState.Locked, "QuotaPlan.NotLocked");
        RuleBrokenException.Unless(remark.Trim().Length is > 0 and <= RemarkLength, "QuotaPlan.RemarkMissing", RemarkLength);
        DecisionId = null;
        Go(new(QuotaPlanState.Returned, on, by, VietnameseText.Nfc(remark.Trim())));
    }

    private void Go(PlanStep step)
    {
        (State, Steps) = (step.State, [.. Steps, step]);
        Touch();
    }

    private static string? Told(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : VietnameseText.Nfc(reason.Trim()) is var told && told.Length > PlanLine.ReasonLength ? told[..PlanLine.ReasonLength] : told;
}
