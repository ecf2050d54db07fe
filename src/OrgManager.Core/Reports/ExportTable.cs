namespace OrgManager.Reports;

/// <summary>A list as it leaves the house: what it is, of which day, its columns and its rows in the order shown.</summary>
/// <param name="About">Lines above the table: the day, the filters, who exported it and when.</param>
/// <param name="Rows">Cells are text, whole or decimal numbers, days, moments as the clocks of the organisation show them, or null.</param>
public sealed record ExportTable(string Title, IReadOnlyList<string> About, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
