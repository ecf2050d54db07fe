using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Decisions;

/// <summary>Reads membership and offices of one party member out of the timeline, each change with what set it.</summary>
internal sealed class MemberChanges(OrgTimeline timeline, MemberLine member)
{
    public IEnumerable<Change> All() => timeline.People.Find(member.PersonId) is null ? [] : [.. Memberships(), .. member.Offices.SelectMany(Given), .. Ends()];

    private IEnumerable<Change> Memberships() =>
        from span in member.History
        from saying in span.Says
        let kind = KindOf(span, (MembershipFields)saying.Fields)
        select Of(kind, span.Facts.CellId, span.From, saying.DecisionId, [Ref(span.VersionId, saying.Fields)],
            new(kind, Unit(span.Facts.CellId, span.From)) { Standing = span.Facts.Standing, Participation = span.Facts.Participation });

    private PersonEventKind KindOf(DatedSpan<MembershipFacts> span, MembershipFields fields) => fields switch
    {
        _ when span == member.History[0] => PersonEventKind.PartyJoined,
        _ when fields.HasFlag(MembershipFields.Cell) => PersonEventKind.CellChanged,
        _ when fields.HasFlag(MembershipFields.Standing) => PersonEventKind.MadeOfficial,
        _ => PersonEventKind.ParticipationSet,
    };

    private IEnumerable<Change> Given(OfficeLine office) =>
        from span in office.History
        from saying in span.Says
        select OfOffice(PersonEventKind.OfficeGiven, office, span, span.From, saying.DecisionId, Ref(span.VersionId, saying.Fields));

    /// <summary>Who leaves gives up every office with it: one change.</summary>
    private IEnumerable<Change> Ends()
    {
        var last = member.History[^1];
        var ended = member.Offices.Where(o => o.History[^1] is { IsOpen: false })
            .ToLookup(o => !last.IsOpen && o.History.Until == last.Until && o.History[^1].EndDecisionId == last.EndDecisionId, o => (Office: o, Span: o.History[^1]));
        foreach (var (office, span) in ended[false])
            yield return OfOffice(PersonEventKind.OfficeEnded, office, span, span.Until, span.EndDecisionId, Ref(span.VersionId, 0));
        if (last.IsOpen) yield break;
        yield return Of(PersonEventKind.PartyLeft, last.Facts.CellId, last.Until, last.EndDecisionId,
            [Ref(last.VersionId, 0), .. ended[true].Select(o => Ref(o.Span.VersionId, 0))], new(PersonEventKind.PartyLeft, Unit(last.Facts.CellId, last.From)));
    }

    private Change OfOffice(PersonEventKind kind, OfficeLine office, DatedSpan<OfficeFacts> span, DateOnly on, Guid? decisionId, ChangeRef change) =>
        Of(kind, office.UnitId, on, decisionId, [change], new(kind, Unit(office.UnitId, span.From)) { Office = span.Facts.Post });

    /// <summary>That somebody is a member, where and since when, is basic; offices and participation are of the record.</summary>
    private Change Of(PersonEventKind kind, Guid unitId, DateOnly on, Guid? decisionId, IReadOnlyList<ChangeRef> refs, PersonEvent told) =>
        new(on, decisionId, ChangeArea.Party, unitId,
            kind is PersonEventKind.ParticipationSet or PersonEventKind.OfficeGiven or PersonEventKind.OfficeEnded ? Permission.ViewPartyRecord : Permission.ViewPartyBasics,
            Permission.ChangePartyRecord, refs)
        {
            Person = timeline.People.Find(member.PersonId), OfPerson = told,
        };

    private ChangeRef Ref(Guid versionId, int fields) => new(ChangeOwner.Member, member.Id, new(versionId, fields));

    private UnitRef Unit(Guid id, DateOnly day) => UnitNames.Ref(timeline.Units.Find(id)!, day);
}
