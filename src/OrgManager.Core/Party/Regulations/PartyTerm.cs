using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Nhiệm kỳ of a cell or committee: called "2020–2025", begun by the congress of a day.</summary>
/// <param name="EndsOn">When the next congress is due, where it was set otherwise than the rule says.</param>
public sealed record TermFacts(string Name, DateOnly HeldOn, DateOnly? EndsOn = null);

/// <summary>One term of a party unit. When it ends is told by the rule in force on the day of its congress, or by the day that was set.</summary>
public sealed class PartyTerm : Aggregate
{
    public const int NameLength = 60;

    private PartyTerm() { }

    public Guid UnitId { get; private init; }
    public string Name { get; private set; } = "";
    public DateOnly HeldOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public TermFacts Facts => new(Name, HeldOn, EndsOn);

    internal override Guid? TrailUnitId => UnitId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Term.NameMissing, Term.DaysOutOfOrder.</exception>
    public static PartyTerm Begin(Guid unitId, TermFacts facts)
    {
        var term = new PartyTerm { UnitId = unitId };
        term.Set(facts);
        return term;
    }

    /// <summary>It was entered wrongly, or another end was set.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Begin"/>.</exception>
    public void Correct(TermFacts facts, string reason)
    {
        CellMeeting.DemandReason(reason);
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    private void Set(TermFacts facts)
    {
        (Name, HeldOn, EndsOn) = (VietnameseText.Nfc(facts.Name).Trim(), facts.HeldOn, facts.EndsOn);
        RuleBrokenException.Unless(Name.Length is > 0 and <= NameLength, "Term.NameMissing", NameLength);
        RuleBrokenException.Unless(HeldOn < (EndsOn ?? DateOnly.MaxValue), "Term.DaysOutOfOrder");
    }
}
