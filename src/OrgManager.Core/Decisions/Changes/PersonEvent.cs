using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Decisions;

public enum PersonEventKind
{
    Recruited, Moved, PostSet, CategorySet, Beside, BesideEnded, Left, SalarySet,
    PartyJoined, CellChanged, MadeOfficial, ParticipationSet, PartyLeft, OfficeGiven, OfficeEnded,
}

/// <summary>One thing that happened to a person, in post or in the party.</summary>
/// <param name="Unit">Where: the unit of the post, the cell, or the party unit of the office.</param>
public sealed record PersonEvent(PersonEventKind Kind, UnitRef Unit)
{
    /// <summary>What the post is called; empty where it is none.</summary>
    public string Post { get; init; } = "";
    public string PostEn { get; init; } = "";
    public AssignmentKind Line { get; init; }
    public QuotaCategory Category { get; init; }
    public SalaryFacts? Salary { get; init; }
    public Standing Standing { get; init; }
    public Participation Participation { get; init; }
    public PartyPost Office { get; init; }
}
