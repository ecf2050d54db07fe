using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>One line of the annex: organisations of one kind together, or the root's own people.</summary>
/// <param name="Units">How many organisations; null for what is none.</param>
public sealed record AnnexRow(string Name, int? Units, PostCounts Assigned, PostCounts Present, PostCounts Planned);

/// <summary>
/// Phụ lục kế hoạch biên chế năm (Decree 62/2020): IA for the administrative organisations, IB for the public service units. Each column is of a day of its own, which it names:
/// assigned in the year before, present on 31 March of it, planned from 1 January.
/// </summary>
public sealed record PlanAnnex
{
    public required EstablishmentBlock Block { get; init; }
    public required UnitRef Unit { get; init; }

    /// <summary>The organisation it stands under, to which its plan goes; null at the top.</summary>
    public required string? Above { get; init; }

    /// <summary>The post of whoever leads the unit and signs.</summary>
    public required string Signs { get; init; }

    /// <summary>The year that is planned.</summary>
    public required int Year { get; init; }
    public required IReadOnlyList<QuotaCategory> Categories { get; init; }
    public required IReadOnlyList<AnnexRow> Rows { get; init; }

    public string Number => Block == EstablishmentBlock.Administration ? "IA" : "IB";
    public DateOnly AssignedOn => new(Year - 1, 1, 1);
    public DateOnly PresentOn => new(Year - 1, 3, 31);
    public DateOnly PlannedOn => new(Year, 1, 1);

    public AnnexRow Total => Rows.Aggregate(new AnnexRow("", 0, default, default, default), (sum, row) =>
        new("", sum.Units + (row.Units ?? 0), sum.Assigned + row.Assigned, sum.Present + row.Present, sum.Planned + row.Planned));

    /// <summary>Of the annex's own categories.</summary>
    public int Sum(PostCounts counts) => Categories.Sum(category => counts[category]);
}
