using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>How many rows and cells are taken out of one sheet.</summary>
internal sealed class RowLimit
{
    private int _cells;

    /// <exception cref="RuleBrokenException">Import.TooManyRows, Import.TooManyCells.</exception>
    public void Count(int rows, int newCells)
    {
        RuleBrokenException.Unless(rows <= SheetReader.MostRows, "Import.TooManyRows", SheetReader.MostRows);
        RuleBrokenException.Unless((_cells += newCells) <= SheetReader.MostCells, "Import.TooManyCells", SheetReader.MostCells);
    }
}
