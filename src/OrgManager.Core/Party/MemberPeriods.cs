using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Reads the stretches of a member's files out of the timeline, each with the decision behind it.</summary>
internal sealed class MemberPeriods
{
    private readonly OrgTimeline _timeline;
    private readonly List<(MemberPeriod Period, Guid? DecisionId)> _all;

    public MemberPeriods(OrgTimeline timeline, IReadOnlyList<MemberLine> files)
    {
        _timeline = timeline;
        _all = [.. files.SelectMany(f => OfMembership(f).Concat(f.Offices.SelectMany(OfOffice)))];
    }

    public IEnumerable<Guid?> DecisionIds => _all.Select(p => p.DecisionId);

    /// <summary>The newest first; of one day the membership before the offices.</summary>
    public IEnumerable<MemberPeriod> Told(Dictionary<Guid, DecisionRef> decisions) =>
        from told in _all
        let period = told.DecisionId is { } id ? told.Period with { Decision = decisions.GetValueOrDefault(id) } : told.Period
        orderby period.From descending, period.Kind, period.Office?.Post
        select period;

    /// <summary>Times of exemption and suspension, the newest first; moves between cells part none.</summary>
    public static IReadOnlyList<ParticipationPeriod> Apart(IReadOnlyList<MemberLine> files)
    {
        var all = new List<ParticipationPeriod>();
        foreach (var span in files.SelectMany(f => f.History).Where(s => s.Facts.Participation != Participation.Active))
        {
            if (all.Count > 0 && all[^1] is { } last && last.Until == span.From && last.Participation == span.Facts.Participation) all[^1] = last with { Until = End(span) };
            else all.Add(new(span.Facts.Participation, span.From, End(span)));
        }
        all.Reverse();
        return all;
    }

    private IEnumerable<(MemberPeriod, Guid?)> OfMembership(MemberLine file)
    {
        foreach (var span in file.History)
            yield return (new(MemberPeriodKind.Membership, span.From, End(span), Unit(span.Facts.CellId, span.From), null)
            {
                VersionId = span.VersionId, Membership = span.Facts, Sets = (MembershipFields)span.Sets, IsFirst = span == file.History[0],
            }, span.DecisionFor(span.Sets));
        if (file.History[^1] is { IsOpen: false } last)
            yield return (new(MemberPeriodKind.Left, last.Until, null, Unit(last.Facts.CellId, last.From), null) { VersionId = last.VersionId, EndReason = file.EndReason }, last.EndDecisionId);
    }

    private IEnumerable<(MemberPeriod, Guid?)> OfOffice(OfficeLine office)
    {
        var inCell = _timeline.Units.Find(office.UnitId) is { } unit && _timeline.Kind(UnitNames.FactsNear(unit, office.History.From).Kind).Cell;
        foreach (var span in office.History)
            yield return (new(MemberPeriodKind.Office, span.From, End(span), Unit(office.UnitId, span.From), null)
            {
                VersionId = span.VersionId, OfficeId = office.Id, Office = span.Facts, InCell = inCell, IsFirst = span == office.History[0],
            }, span.DecisionFor(span.Sets));
        if (office.History[^1] is { IsOpen: false } last)
            yield return (new(MemberPeriodKind.OfficeEnded, last.Until, null, Unit(office.UnitId, last.From), null)
            {
                VersionId = last.VersionId, OfficeId = office.Id, Office = last.Facts, InCell = inCell,
            }, last.EndDecisionId);
    }

    private UnitRef Unit(Guid id, DateOnly on) => UnitNames.Ref(_timeline.Units.Find(id)!, on);

    private static DateOnly? End<TFacts>(DatedSpan<TFacts> span) where TFacts : class, IFacts<TFacts> => span.IsOpen ? null : span.Until;
}
