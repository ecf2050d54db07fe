using OrgManager.Party;

namespace OrgManager.Data.Seeding.Province;

internal sealed record CellStep(DateOnly From, PlannedCell Cell, PlannedDecision Decision);

/// <param name="Until">Null where it ends with the membership, or not at all.</param>
internal sealed record PlannedOffice(PlannedUnit Unit, OfficeFacts Facts, DateOnly From, DateOnly? Until, PlannedDecision Decision);

/// <summary>Somebody's party file, from the first cell here to the last.</summary>
internal sealed class PlannedMember(PlannedPerson person, AdmissionFacts admission, DateOnly from)
{
    public PlannedPerson Person => person;

    /// <summary>The official day as it will come, or none within the plan.</summary>
    public AdmissionFacts Admission => admission;
    public DateOnly From => from;
    public DateOnly Until => Person.Until;
    public List<CellStep> Cells { get; } = [];
    public DateOnly? ExemptFrom { get; set; }
    public PlannedDecision? ExemptBy { get; set; }
    public PlannedDecision? OfficialBy { get; set; }
    public PlannedDecision? LeavesBy { get; set; }
    public List<PlannedOffice> Offices { get; } = [];

    public bool IsOfficial(DateOnly day) => Admission.OfficialOn <= day;

    public PlannedCell? CellOn(DateOnly day)
    {
        if (day >= Until) return null;
        for (var i = Cells.Count - 1; i >= 0; i--)
            if (Cells[i].From <= day) return Cells[i].Cell;
        return null;
    }
}
