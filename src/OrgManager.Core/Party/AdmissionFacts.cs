using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Thời gian không sinh hoạt đảng between leaving the party and coming back, as the papers have it; it does not count for party age.</summary>
/// <param name="Until">The day of coming back: the first that counts again.</param>
public sealed record TimeOut(PartialDay From, PartialDay Until);

/// <summary>The days of an admission. Party age counts from <paramref name="AdmittedOn"/> (the decision), probation from <paramref name="CeremonyOn"/> (12 months).</summary>
/// <param name="OfficialOn">Ngày chính thức, null while probationary.</param>
public sealed record AdmissionFacts(DateOnly AdmittedOn, DateOnly CeremonyOn, DateOnly? OfficialOn)
{
    public const int MostTimesOut = 10;

    /// <summary>What alone the paper gives of each day; null where it gives the day, and else the day is the first it may be.</summary>
    public DayPart? AdmittedAs { get; init; }

    /// <inheritdoc cref="AdmittedAs"/>
    public DayPart? CeremonyAs { get; init; }

    /// <inheritdoc cref="AdmittedAs"/>
    public DayPart? OfficialAs { get; init; }

    /// <summary>Before the membership here, the earliest first.</summary>
    public IReadOnlyList<TimeOut> TimesOut { get; init; } = [];

    public PartialDay Admitted => new(AdmittedOn, AdmittedAs);
    public PartialDay Ceremony => new(CeremonyOn, CeremonyAs);
    public PartialDay? Official => OfficialOn is { } official ? new(official, OfficialAs) : null;

    /// <summary>The day from which the member may be recognised as official.</summary>
    public DateOnly ProbationEnds => CeremonyOn.AddMonths(CellRules.Of(CellMatter.ProbationMonths, CeremonyOn).Value);

    public static AdmissionFacts Of(PartialDay admitted, PartialDay ceremony, PartialDay? official) =>
        new(admitted.First, ceremony.First, official?.First) { AdmittedAs = admitted.Only, CeremonyAs = ceremony.Only, OfficialAs = official?.Only };

    /// <summary>Whether the days can follow each other as they should, whatever days they are.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.DaysOutOfOrder; PartyMember.CeremonyDayMissing: probation counts from a day; PartyMember.TimeOutOutOfOrder: times out lie after the admission, one after the other.</exception>
    internal void DemandOrder()
    {
        RuleBrokenException.Unless(AdmittedOn <= Ceremony.Last && CeremonyOn < (Official?.Last ?? Effective.Open), "PartyMember.DaysOutOfOrder");
        RuleBrokenException.Unless(OfficialOn is not null || CeremonyAs is null, "PartyMember.CeremonyDayMissing");
        var before = AdmittedOn;
        RuleBrokenException.Unless(TimesOut.Count <= MostTimesOut, "PartyMember.TimeOutOutOfOrder");
        foreach (var (from, until) in TimesOut)
        {
            RuleBrokenException.Unless(before <= from.Last && from.First < until.Last, "PartyMember.TimeOutOutOfOrder");
            before = until.First;
        }
    }
}
