using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Reads what happened to a cell's members, offices and coverage out of the timeline; its own changes are those of any unit.</summary>
internal sealed class CellEvents(OrgTimeline timeline, UnitLine cell)
{
    private const int Place = (int)MembershipFields.Cell, Standing = (int)MembershipFields.Standing;

    private sealed record Move(DateOnly On, UnitEventKind Kind, PersonLine Person, Guid? DecisionId, Guid? Other = null, MembershipEnd? Leaving = null);

    /// <summary>Who came, became official and went, those of one day, way and decision together.</summary>
    public IEnumerable<UnitEvent> OfMembers() => timeline.Members.By(LineKeys.MemberCells)[cell.Id].SelectMany(Moves)
        .GroupBy(m => (m.On, m.Kind, m.DecisionId, m.Other, m.Leaving))
        .Select(g => new UnitEvent(g.Key.On, g.Key.Kind)
        {
            DecisionId = g.Key.DecisionId, Leaving = g.Key.Leaving,
            After = g.Key.Other is { } id && timeline.Units.Find(id) is { } other ? new(UnitNames.On(other, g.Key.On)) : null,
            People = [.. g.Select(m => m.Person).OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => new PersonRef(p.Code, p.FullName))],
        });

    public IEnumerable<UnitEvent> OfOffices() =>
        from turn in timeline.Members.By(LineKeys.OfficeUnits)[cell.Id].SelectMany(Offices)
        group turn.Held by (turn.On, turn.Kind, turn.DecisionId) into together
        select new UnitEvent(together.Key.On, together.Key.Kind)
        {
            DecisionId = together.Key.DecisionId, Offices = [.. together.OrderBy(held => held.Facts.Post)],
        };

    public IEnumerable<UnitEvent> OfCoverage() =>
        from turn in timeline.Coverages.By(LineKeys.CoverageUnits)[cell.Id].SelectMany(Coverage)
        group turn.Served by (turn.On, turn.Kind, turn.DecisionId) into together
        select new UnitEvent(together.Key.On, together.Key.Kind) { DecisionId = together.Key.DecisionId, Served = [.. together] };

    private IEnumerable<Move> Moves(MemberLine member)
    {
        if (timeline.People.Find(member.PersonId) is not { } person) yield break;
        DatedSpan<MembershipFacts>? before = null;
        foreach (var span in member.History)
        {
            var (was, comes) = (before?.Facts.CellId == cell.Id, span.Facts.CellId == cell.Id);
            if (comes && !was) yield return new(span.From, before is null ? UnitEventKind.MemberJoined : UnitEventKind.MemberMovedIn, person, span.DecisionFor(Place), before?.Facts.CellId);
            if (was && !comes) yield return new(span.From, UnitEventKind.MemberMovedOut, person, span.DecisionFor(Place), span.Facts.CellId);
            if (comes && before is not null && before.Facts.Standing != span.Facts.Standing) yield return new(span.From, UnitEventKind.MemberOfficial, person, span.DecisionFor(Standing));
            before = span;
        }
        if (before is { IsOpen: false } && before.Facts.CellId == cell.Id) yield return new(before.Until, UnitEventKind.MemberLeft, person, before.EndDecisionId, Leaving: member.EndReason);
    }

    private IEnumerable<(DateOnly On, UnitEventKind Kind, Guid? DecisionId, OfficeHeld Held)> Offices(MemberLine member)
    {
        if (timeline.People.Find(member.PersonId) is not { } person) yield break;
        foreach (var office in member.Offices.Where(o => o.UnitId == cell.Id))
        {
            var (first, last) = (office.History[0], office.History[^1]);
            yield return (first.From, UnitEventKind.OfficeGiven, first.DecisionFor((int)OfficeFields.Post), new(new(person.Code, person.FullName), first.Facts));
            if (!last.IsOpen) yield return (last.Until, UnitEventKind.OfficeEnded, last.EndDecisionId, new(new(person.Code, person.FullName), last.Facts));
        }
    }

    private IEnumerable<(DateOnly On, UnitEventKind Kind, Guid? DecisionId, string Served)> Coverage(CoverageLine coverage)
    {
        DatedSpan<CoverageFacts>? before = null;
        foreach (var span in coverage.History)
        {
            var (was, comes) = (before?.Facts.CellId == cell.Id, span.Facts.CellId == cell.Id);
            if (comes && !was) yield return (span.From, UnitEventKind.CoverageBegun, span.DecisionFor(1), NameOf(coverage, span.From));
            if (was && !comes) yield return (span.From, UnitEventKind.CoverageEnded, span.DecisionFor(1), NameOf(coverage, span.From.AddDays(-1)));
            before = span;
        }
        if (before is { IsOpen: false } && before.Facts.CellId == cell.Id) yield return (before.Until, UnitEventKind.CoverageEnded, before.EndDecisionId, NameOf(coverage, before.Until.AddDays(-1)));
    }

    private string NameOf(CoverageLine coverage, DateOnly on) =>
        coverage.UnitId is { } unitId && timeline.Units.Find(unitId) is { } unit ? UnitNames.On(unit, on)
        : coverage.PersonId is { } personId && timeline.People.Find(personId) is { } person ? person.FullName
        : "";
}
