using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Cells and committees that are smaller or larger than what they are allows, or are led by nobody.</summary>
internal sealed class CellDues : IPartyDueSource
{
    private const string Grassroots = "GrassrootsCommittee";

    public Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PartyDue>>([.. Of(reading)]);

    private static IEnumerable<PartyDue> Of(PartyDueReading reading)
    {
        var (findings, thirty) = (new PartyFindings(reading.Snapshot, reading.Record), CellRules.Of(CellMatter.MembersForGrassroots, reading.Day));
        foreach (var cell in reading.Cells)
        {
            foreach (var found in findings.OfCell(cell))
                if (Kind(found.Kind) is { } kind)
                {
                    var rule = CellRules.Of(kind == PartyDueKind.UnderThreeOfficial ? CellMatter.FewestOfficial : CellMatter.OfficialForCommittee, reading.Day);
                    yield return Now(kind, cell, cell.Official, rule);
                }
            if (IsGrassroots(cell) && cell.Official + cell.Probationary >= thirty.Value) yield return Now(PartyDueKind.ThirtyInCell, cell, cell.Official + cell.Probationary, thirty);
        }
        foreach (var committee in reading.Committees.Where(c => c.OfficialBelow() + c.ProbationaryBelow() is var members && members > 0 && members < thirty.Value))
            yield return Now(PartyDueKind.CommitteeUnderThirty, committee, committee.OfficialBelow() + committee.ProbationaryBelow(), thirty);
    }

    /// <summary>Chi bộ cơ sở: a cell under no grassroots committee. Of those below one no number is too many.</summary>
    private static bool IsGrassroots(UnitOn cell) => cell.Parent?.Kind.Code != Grassroots;

    private static PartyDueKind? Kind(CellFinding finding) => finding switch
    {
        CellFinding.UnderThreeOfficial => PartyDueKind.UnderThreeOfficial,
        CellFinding.NineWithoutCommittee => PartyDueKind.NineWithoutCommittee,
        CellFinding.NoSecretary => PartyDueKind.NoSecretary,
        _ => null,
    };

    private static PartyDue Now(PartyDueKind kind, UnitOn unit, int members, CellRule rule) =>
        new(kind, PartyDueUrgency.Now, null, PartyDueReading.Ref(unit)) { Number = members, Asked = kind == PartyDueKind.NoSecretary ? null : rule.Value, Rule = RuleSource.Of(rule) };
}
