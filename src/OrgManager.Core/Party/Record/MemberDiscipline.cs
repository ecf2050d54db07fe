using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Khiển trách, cảnh cáo, cách chức, khai trừ.</summary>
public enum DisciplineKind { Reprimand, Warning, Dismissal, Expulsion }

/// <summary>One decision of discipline, as its paper has it.</summary>
/// <param name="Because">What for, in the words of the decision.</param>
/// <param name="EndsOn">The first day it counts no more, where the competent organisation said otherwise than the rule.</param>
public sealed record DisciplineFacts(DisciplineKind Kind, PartialDay DecidedOn, string Number, string Because, string? Issuer = null, DateOnly? EndsOn = null)
{
    /// <summary>The first day it counts no more: as was said, else by the rule in force on the day of the decision, as well known as that day; null where it has no end.</summary>
    public PartialDay? Until => EndsOn is { } said ? said : DisciplineRules.Of(Kind, DecidedOn.First).Months is { } months ? DecidedOn.AddMonths(months) : null;

    /// <summary>Whether it counts on a day; where papers leave it open, as long as it may.</summary>
    public bool CountsOn(DateOnly day) => DecidedOn.First <= day && !(Until?.Last <= day);
}

/// <summary>Kỷ luật đảng of a member. It is of a field class of its own: who may see the record may not for that see this.</summary>
public sealed class MemberDiscipline : Aggregate
{
    private MemberDiscipline() { }

    public Guid PersonId { get; private init; }

    /// <summary>The cell it was entered for.</summary>
    public Guid CellId { get; private init; }
    public DisciplineKind Kind { get; private set; }
    public DateOnly DecidedOn { get; private set; }

    /// <inheritdoc cref="AdmissionFacts.AdmittedAs"/>
    public DayPart? DecidedAs { get; private set; }
    public string Number { get; private set; } = "";
    public string Because { get; private set; } = "";
    public string? Issuer { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public DisciplineFacts Facts => new(Kind, new(DecidedOn, DecidedAs), Number, Because, Issuer, EndsOn);

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Discipline;

    /// <exception cref="RuleBrokenException">Discipline.NumberMissing, Discipline.BecauseMissing, Discipline.DaysOutOfOrder, Record.TextTooLong.</exception>
    public static MemberDiscipline Enter(Guid personId, Guid cellId, DisciplineFacts facts)
    {
        var discipline = new MemberDiscipline { PersonId = personId, CellId = cellId };
        discipline.Set(facts);
        return discipline;
    }

    /// <summary>It was entered wrongly, or another end was set.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Enter"/>.</exception>
    public void Correct(DisciplineFacts facts, string reason)
    {
        CellMeeting.DemandReason(reason);
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    private void Set(DisciplineFacts facts)
    {
        (Kind, DecidedOn, DecidedAs, EndsOn) = (facts.Kind, facts.DecidedOn.First, facts.DecidedOn.Only, facts.EndsOn);
        Number = RecordText.Of(facts.Number) ?? throw new RuleBrokenException("Discipline.NumberMissing");
        Because = RecordText.Of(facts.Because) ?? throw new RuleBrokenException("Discipline.BecauseMissing");
        Issuer = RecordText.Of(facts.Issuer);
        RuleBrokenException.Unless(DecidedOn < (EndsOn ?? DateOnly.MaxValue), "Discipline.DaysOutOfOrder");
    }
}
