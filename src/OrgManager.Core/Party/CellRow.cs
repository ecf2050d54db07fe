using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>One cell (chi bộ) on a day, within the reader's scope.</summary>
public sealed record CellRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required int Official { get; init; }
    public required int Probationary { get; init; }

    /// <summary>Miễn công tác, sinh hoạt đảng; counted among the members. Null where the reader may not see the party record.</summary>
    public required int? Exempt { get; init; }

    /// <summary>Null where the reader may not see the party record.</summary>
    public required string? Secretary { get; init; }

    /// <summary>Staff number of the secretary.</summary>
    public required string? SecretaryCode { get; init; }

    /// <summary>Number of committee members (chi ủy) including secretary and deputy; null where the reader may not see the party record.</summary>
    public required int? Committee { get; init; }

    /// <summary>Names of the government units this cell serves, and of the leaders it serves by name.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>How many leaders it serves whose names the reader may not see: they would tell whose cell this is, which is party record.</summary>
    public required int CoversUnnamed { get; init; }

    /// <summary>Those about offices only where the reader may see the party record.</summary>
    public required IReadOnlyList<CellFinding> Findings { get; init; }
    public int Members => Official + Probationary;

    /// <summary>The day of the last meeting until the day; null where there was none, or the reader may not see the party record.</summary>
    public DateOnly? LastMeeting { get; init; }

    /// <summary>The term that runs; null where none is entered, or the reader may not see the party record.</summary>
    public TermOn? Term { get; init; }

    /// <summary>The working regulations in force, likewise.</summary>
    public RegulationBrief? Regulation { get; init; }
}

/// <summary>
/// What asks for attention. Điều lệ Đảng: under 3 official members a cell cannot meet validly; with 9 or more it elects a committee (chi ủy); probation
/// lasts 12 months from the ceremony. The others follow from what a cell is for: to serve units and the members who work in them.
/// </summary>
public enum CellFinding { UnderThreeOfficial, NineWithoutCommittee, NoSecretary, CoversNobody, UnitWithoutCell, MemberElsewhere, MemberLeftWork, ProbationEnds, ProbationOverdue }

/// <summary>A finding and what it is about: a cell, a government unit with so many members, or a member.</summary>
public sealed record PartyFinding(CellFinding Kind, UnitRef? Cell)
{
    public UnitRef? Unit { get; init; }
    public PersonRef? Person { get; init; }

    /// <summary>The day the matter falls due, or since when it is so.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Members concerned; of findings about a cell, its official members.</summary>
    public int Count { get; init; }
}

/// <summary>Somebody holding an office in a cell or committee on a day, since when and by which decision.</summary>
public sealed record OfficeHolder(Guid PersonId, PersonRef Person, OfficeFacts Facts, DateOnly Since, DecisionRef? Decision);

/// <summary>A committee above cells with its officers in protocol order.</summary>
public sealed record CommitteeOfficers(UnitRef Unit, IReadOnlyList<OfficeHolder> Officers)
{
    /// <inheritdoc cref="CellRow.Term"/>
    public TermOn? Term { get; init; }

    /// <inheritdoc cref="CellRow.Regulation"/>
    public RegulationBrief? Regulation { get; init; }
}

public sealed record CellList(DateOnly On, IReadOnlyList<CellRow> Cells)
{
    /// <summary>Committees whose record the reader may see.</summary>
    public IReadOnlyList<CommitteeOfficers> Committees { get; init; } = [];

    /// <summary>Those of the cells in the list; about single members and offices only where the reader may see the party record.</summary>
    public IReadOnlyList<PartyFinding> Findings { get; init; } = [];

    /// <summary>Whether the reader may change the party record of some cell of the list.</summary>
    public bool MayChange { get; init; }
    public int Official => Cells.Sum(c => c.Official);
    public int Probationary => Cells.Sum(c => c.Probationary);
    public int Members => Official + Probationary;
}

/// <summary>What asks for attention among some cells, in numbers.</summary>
/// <param name="Cells">Those looked at, in protocol order.</param>
/// <param name="Counts">Findings of each kind that occurs.</param>
public sealed record PartyAttention(IReadOnlyList<UnitRef> Cells, IReadOnlyDictionary<CellFinding, int> Counts);
