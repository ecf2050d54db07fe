using OrgManager.Common;

namespace OrgManager.Organisation;

public sealed record OrgUnitStretch(Guid Id, DateOnly From, DateOnly? Until, OrgUnitFacts Facts, OrgUnitFields Sets, IReadOnlyList<Saying> Says);

/// <summary>A unit with its whole history, as a page shows it.</summary>
public sealed record OrgUnitDetails(Seen Seen, string Code, Branch Branch, IReadOnlyList<OrgUnitStretch> History)
{
    public OrgUnitFacts? On(DateOnly day) =>
        History.SingleOrDefault(s => s.From <= day && (s.Until is null || day < s.Until))?.Facts;

    internal static OrgUnitDetails Of(OrgUnit unit) => new(new(unit.Id, unit.Version), unit.Code, unit.Branch,
        [.. unit.Versions.Select(v => new OrgUnitStretch(v.Id, v.ValidFrom, v.ValidUntil, v.Facts, (OrgUnitFields)v.Sets, v.Says))]);
}
