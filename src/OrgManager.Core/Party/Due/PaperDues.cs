using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Terms that end, and working regulations that end or are missing.</summary>
internal sealed class PaperDues : IPartyDueSource
{
    public async Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct)
    {
        var units = reading.Committees.Concat(reading.Cells).ToList();
        var papers = await PartyPapersOn.ReadAsync(reading.Db, [.. units.Select(u => u.Id)], reading.Day, ct);
        return [.. units.SelectMany(unit => Term(reading, unit, papers).Concat(Regulation(reading, unit, papers)))];
    }

    /// <summary>Its congress may be held some months later than the term ends; overdue only after that.</summary>
    private static IEnumerable<PartyDue> Term(PartyDueReading reading, UnitOn unit, PartyPapersOn papers)
    {
        if (papers.Term(unit) is not { } term || term.EndsOn >= reading.Until) yield break;
        var (over, last) = (term.EndsOn <= reading.Day, term.EndsOn.AddMonths(CellRules.Of(CellMatter.CongressShiftMonths, term.EndsOn).Value));
        yield return new(over ? PartyDueKind.TermOver : PartyDueKind.TermEnds, !over ? PartyDueUrgency.Ahead : last <= reading.Day ? PartyDueUrgency.Overdue : PartyDueUrgency.Now, term.EndsOn, PartyDueReading.Ref(unit))
        {
            Of = term.HeldOn, Rule = RuleSource.Of(term.Rule), Asked = term.Rule.Value,
        };
    }

    private static IEnumerable<PartyDue> Regulation(PartyDueReading reading, UnitOn unit, PartyPapersOn papers)
    {
        var rule = CellRules.Find(unit.Kind.Cell ? CellMatter.CellRegulation : CellMatter.CommitteeRegulation, reading.Day);
        if (papers.Regulation(unit.Id) is { } holds)
        {
            if (holds.Until is { } until && until < reading.Until && !papers.HasRegulationOn(unit.Id, until))
                yield return new(PartyDueKind.RegulationEnds, PartyDueUrgency.Ahead, until, PartyDueReading.Ref(unit)) { Rule = rule is null ? null : RuleSource.Of(rule) };
        }
        else if (rule is not null) yield return new(PartyDueKind.RegulationMissing, PartyDueUrgency.Now, null, PartyDueReading.Ref(unit)) { Rule = RuleSource.Of(rule), Of = papers.LastRegulationUntil(unit.Id) };
    }
}
