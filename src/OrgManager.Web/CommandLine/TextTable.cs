namespace OrgManager.Web.CommandLine;

/// <summary>Columns lined up in spaces: the first to the left, figures to the right.</summary>
internal sealed class TextTable(params IReadOnlyList<string> head)
{
    private readonly List<IReadOnlyList<string>> _rows = [head];

    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, head.Count).Select(column => _rows.Max(row => row[column].Length)).ToList();
        foreach (var row in _rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
    }
}
