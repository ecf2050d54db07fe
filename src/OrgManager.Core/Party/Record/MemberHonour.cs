using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Khen thưởng, or a Huy hiệu Đảng that was given.</summary>
/// <param name="On">Day of the decision; of a badge the day on which it was given.</param>
/// <param name="Name">"Giấy khen của Đảng ủy Sở"; of a badge empty.</param>
/// <param name="BadgeYears">Of a badge, how many years it is for; null for any other reward.</param>
public sealed record HonourFacts(PartialDay On, string Name, int? BadgeYears = null, string? Number = null, string? Issuer = null, string? Note = null);

/// <summary>One reward in the record of a member, whichever organisation gave it.</summary>
public sealed class MemberHonour : Aggregate
{
    private MemberHonour() { }

    public Guid PersonId { get; private init; }

    /// <summary>The cell it was entered for.</summary>
    public Guid CellId { get; private init; }
    public DateOnly On { get; private set; }

    /// <inheritdoc cref="AdmissionFacts.AdmittedAs"/>
    public DayPart? OnAs { get; private set; }
    public string Name { get; private set; } = "";
    public int? BadgeYears { get; private set; }
    public string? Number { get; private set; }
    public string? Issuer { get; private set; }
    public string? Note { get; private set; }
    public HonourFacts Facts => new(new(On, OnAs), Name, BadgeYears, Number, Issuer, Note);

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Honour.NameMissing; Honour.BadgeUnknown: there is no badge of so many years; Record.TextTooLong.</exception>
    public static MemberHonour Enter(Guid personId, Guid cellId, HonourFacts facts)
    {
        var honour = new MemberHonour { PersonId = personId, CellId = cellId };
        honour.Set(facts);
        return honour;
    }

    /// <summary>It was entered wrongly.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Enter"/>.</exception>
    public void Correct(HonourFacts facts, string reason)
    {
        CellMeeting.DemandReason(reason);
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    private void Set(HonourFacts facts)
    {
        RuleBrokenException.Unless(facts.BadgeYears is not { } years || CellRules.BadgeYears.Contains(years), "Honour.BadgeUnknown", facts.BadgeYears);
        (On, OnAs, BadgeYears) = (facts.On.First, facts.On.Only, facts.BadgeYears);
        Name = BadgeYears is null ? RecordText.Of(facts.Name) ?? throw new RuleBrokenException("Honour.NameMissing") : "";
        (Number, Issuer, Note) = (RecordText.Of(facts.Number), RecordText.Of(facts.Issuer), RecordText.Of(facts.Note));
    }
}
