namespace OrgManager.Import;

/// <summary>One row of a sheet as text; days and numbers are written as the parsers of the columns read them.</summary>
/// <param name="Number">As Excel counts, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    internal bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>What a file holds, before anybody says what its columns mean.</summary>
/// <param name="Legacy">It was written with an old font; the texts are read as these samples show.</param>
public sealed record ReadSheet(string Name, IReadOnlyList<SheetRow> Rows, LegacyEncoding? Legacy = null, IReadOnlyList<LegacySample>? Samples = null);
