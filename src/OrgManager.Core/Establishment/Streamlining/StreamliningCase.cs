using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>Dự kiến, đã phê duyệt, đã thực hiện, đã hủy.</summary>
public enum StreamliningState { Planned, Approved, Executed, Withdrawn }

/// <summary>What is planned for somebody who is to be streamlined.</summary>
/// <param name="Regulation">Code of the decree, as <see cref="StreamliningRules"/> knows it.</param>
/// <param name="LeavesOn">The first day no longer in post.</param>
/// <param name="ReturnsPost">Whether the post is cut with it: allocated of the unit, and assigned of its receiver.</param>
public sealed record StreamliningFacts(string Regulation, string Reason, string Policy, DateOnly LeavesOn, bool ReturnsPost = true, string? Note = null);

/// <summary>Hồ sơ tinh giản biên chế of one person, from the plan to the day it is carried out.</summary>
public sealed class StreamliningCase : Aggregate
{
    public const int CodeLength = 20, NoteLength = 500;

    private StreamliningCase() { }

    public Guid PersonId { get; private init; }

    /// <summary>Where the person worked when it was planned.</summary>
    public Guid UnitId { get; private init; }
    public string Regulation { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string Policy { get; private set; } = "";
    public DateOnly LeavesOn { get; private set; }
    public bool ReturnsPost { get; private set; }
    public string? Note { get; private set; }
    public StreamliningState State { get; private set; }
    public Guid? ApprovedById { get; private set; }
    public Guid? ExecutedById { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    public StreamliningFacts Facts => new(Regulation, Reason, Policy, LeavesOn, ReturnsPost, Note);
    public bool IsOpen => State is StreamliningState.Planned or StreamliningState.Approved;

    internal override Guid? TrailUnitId => UnitId;
    internal override FieldClass FieldClass => FieldClass.Personal;

    /// <exception cref="RuleBrokenException">Streamlining.RegulationUnknown: the decree is unknown or does not hold on the day; Streamlining.ReasonUnknown, Streamlining.PolicyUnknown: it does not know them; Streamlining.NoteTooLong.</exception>
    public static StreamliningCase Plan(Guid personId, Guid unitId, StreamliningFacts facts)
    {
        var planned = new StreamliningCase { PersonId = personId, UnitId = unitId };
        planned.Set(facts);
        return planned;
    }

    /// <summary>Planned otherwise, while it is not approved.</summary>
    /// <exception cref="RuleBrokenException">Streamlining.NotPlanned and those of <see cref="Plan"/>.</exception>
    public void Revise(StreamliningFacts facts)
    {
        Demand(State == StreamliningState.Planned, "Streamlining.NotPlanned");
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    /// <summary>Phê duyệt, by whoever decides above.</summary>
    /// <exception cref="RuleBrokenException">Streamlining.NotPlanned.</exception>
    public void Approve(Guid? decisionId)
    {
        Demand(State == StreamliningState.Planned, "Streamlining.NotPlanned");
        (State, ApprovedById) = (StreamliningState.Approved, decisionId);
        Touch();
    }

    /// <summary>Carried out by the decision on the person; ending the employment and returning the post is done beside it.</summary>
    /// <exception cref="RuleBrokenException">Streamlining.NotApproved.</exception>
    public void Execute(Guid? decisionId)
    {
        Demand(State == StreamliningState.Approved, "Streamlining.NotApproved");
        (State, ExecutedById) = (StreamliningState.Executed, decisionId);
        Touch();
    }

    /// <summary>Not carried out after all: approved as before, to be carried out another time or called off.</summary>
    /// <exception cref="RuleBrokenException">Streamlining.NotExecuted.</exception>
    public void Revoke()
    {
        Demand(State == StreamliningState.Executed, "Streamlining.NotExecuted");
        (State, ExecutedById) = (StreamliningState.Approved, null);
        Touch();
    }

    /// <summary>Not pursued any more.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; Streamlining.Closed: carried out, or called off already.</exception>
    public void Withdraw(string reason)
    {
        Demand(IsOpen, "Streamlining.Closed");
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        (State, WithdrawnBecause) = (StreamliningState.Withdrawn, Checked(reason));
        Touch();
    }

    private void Set(StreamliningFacts facts)
    {
        var regulation = StreamliningRules.Regulation(facts.Regulation);
        RuleBrokenException.Unless(regulation?.HoldsOn(facts.LeavesOn) == true, "Streamlining.RegulationUnknown", facts.Regulation, facts.LeavesOn);
        RuleBrokenException.Unless(regulation!.Reasons.Contains(facts.Reason), "Streamlining.ReasonUnknown", regulation.Name);
        RuleBrokenException.Unless(regulation.Policies.Contains(facts.Policy), "Streamlining.PolicyUnknown", regulation.Name);
        (Regulation, Reason, Policy, LeavesOn, ReturnsPost) = (facts.Regulation, facts.Reason, facts.Policy, facts.LeavesOn, facts.ReturnsPost);
        Note = string.IsNullOrWhiteSpace(facts.Note) ? null : Checked(facts.Note);
    }

    private static string Checked(string note)
    {
        var text = VietnameseText.Nfc(note).Trim();
        RuleBrokenException.Unless(text.Length <= NoteLength, "Streamlining.NoteTooLong", NoteLength);
        return text;
    }

    private static void Demand(bool holds, string code) => RuleBrokenException.Unless(holds, code);
}
