using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>One thing that may be done with a full file: at which steps, where it leads, by whom, and who is told.</summary>
public sealed record MoveRule
{
    public required ReviewAct Act { get; init; }
    public required IReadOnlyList<ReviewStep> From { get; init; }

    /// <summary>Null: the file stays where it is.</summary>
    public ReviewStep? To { get; init; }

    /// <summary>What must be in reach, and of what.</summary>
    public required Permission May { get; init; }
    public required ReviewRelation By { get; init; }
    public IReadOnlyList<ReviewRelation> Tells { get; init; } = [];

    /// <summary>Nothing is done without saying why.</summary>
    public bool Reason { get; init; }

    /// <summary>Only with the file of who is left without a grade: there is none to decide on.</summary>
    public bool Ungraded { get; init; }

    /// <summary>Also after the year was closed.</summary>
    public bool WhenClosed { get; init; }
}

/// <summary>Kỳ họp hợp lệ: so many of the official members convened must be present.</summary>
public sealed record QuorumRule(int Of, int In, bool Confirmed)
{
    public bool IsMet(int present, int convened) => present * In >= convened * Of;
}

/// <summary>The steps of a full file (DESIGN §6), as data beside this class.</summary>
public static class ReviewSteps
{
    private static readonly StepFile Data = RuleFiles.Read<StepFile>("review-steps.json");

    public static IReadOnlyList<MoveRule> Rules => Data.Rules;
    public static QuorumRule Quorum => Data.Quorum;

    /// <summary>A member's file begins with the comment of the unit's head, any other with the subject's own words.</summary>
    public static ReviewStep FirstOf(ReviewSubject subject) => subject is ReviewSubject.Member or ReviewSubject.Staff ? ReviewStep.UnitComment : ReviewStep.SelfReview;

    internal static IEnumerable<MoveRule> Of(ReviewAct act, ReviewStep step) => Rules.Where(r => r.Act == act && r.From.Contains(step));

    /// <summary>What is left to do when the subject's own words are asked for.</summary>
    internal static bool AsksForSelfReview(ReviewStep? step) => step is { } at && Of(ReviewAct.Submit, at).Any();

    /// <exception cref="RuleBrokenException">ReviewFile.NotNow: nothing of the kind is done at this step.</exception>
    internal static void Demand(ReviewAct act, ReviewStep step) => RuleBrokenException.Unless(Of(act, step).Any(), "ReviewFile.NotNow", step);

    internal sealed record StepFile(QuorumRule Quorum, MoveRule[] Rules, string? Source = null, string? Note = null);
}
