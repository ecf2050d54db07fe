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

    /// <summary>Number of committee members (chi ủy) including secretary and deputy; null where the reader may not see the party record.</summary>
    public required int? Committee { get; init; }

    /// <summary>Names of the government units and people this cell serves.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Those about offices only where the reader may see the party record.</summary>
    public required IReadOnlyList<CellFinding> Findings { get; init; }
    public int Members => Official + Probationary;
}

/// <summary>Điều lệ Đảng: under 3 official members a cell cannot meet validly; with 9 or more it elects a committee (chi ủy).</summary>
public enum CellFinding { UnderThreeOfficial, NineWithoutCommittee, NoSecretary, CoversNobody }

public sealed record CellList(DateOnly On, IReadOnlyList<CellRow> Cells)
{
    public int Official => Cells.Sum(c => c.Official);
    public int Probationary => Cells.Sum(c => c.Probationary);
    public int Members => Official + Probationary;
}
