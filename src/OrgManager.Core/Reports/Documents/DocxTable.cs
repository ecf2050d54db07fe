using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static OrgManager.Reports.Documents.DocxBlocks;

namespace OrgManager.Reports.Documents;

/// <summary>A ruled table over the whole width; its head, of one line or of groups over columns, is repeated on each page.</summary>
internal sealed class DocxTable(DocumentTable table, int width)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly List<int> _widths = [.. table.Columns.Select(c => width * c.Width / table.Columns.Sum(all => all.Width))];

    /// <summary>Small letters are for many columns, which leave little room beside them.</summary>
    private int Margin => table.Size < 11 ? 40 : 85;

    public Table Made()
    {
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = (short)Margin, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = (short)Margin, Type = TableWidthValues.Dxa })),
            new TableGrid(_widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        made.Append(Heads());
        made.Append(table.Rows.Select(Row));
        return made;
    }

    private IEnumerable<TableRow> Heads()
    {
        if (table.Groups.Count > 0) yield return Head(Over());
        yield return Head(table.Columns.Select((c, i) => Cell(GroupAt(i) is null && table.Groups.Count > 0 ? "" : c.Head, i, DocumentAlign.Centre, bold: true, merge: Through(i, MergedCellValues.Continue))));
        if (table.Numbered) yield return Head(table.Columns.Select((_, i) => Cell($"({i + 1})", i, DocumentAlign.Centre, bold: false)));
    }

    /// <summary>The upper line: groups, and the columns that stand under none.</summary>
    private IEnumerable<TableCell> Over()
    {
        for (var i = 0; i < table.Columns.Count;)
        {
            var group = GroupAt(i);
            yield return group is null
                ? Cell(table.Columns[i].Head, i, DocumentAlign.Centre, bold: true, merge: Through(i, MergedCellValues.Restart))
                : Cell(group.Head, i, DocumentAlign.Centre, bold: true, group.Columns);
            i += group?.Columns ?? 1;
        }
    }

    private DocumentGroup? GroupAt(int column) => table.Groups.FirstOrDefault(g => g.First <= column && column < g.First + g.Columns);

    private MergedCellValues? Through(int column, MergedCellValues part) => table.Groups.Count > 0 && GroupAt(column) is null ? part : null;

    private static TableRow Head(IEnumerable<TableCell> cells) => new([new TableRowProperties(new CantSplit(), new TableHeader()), .. cells]);

    private TableRow Row(DocumentRow row) => row.Whole
        ? new TableRow(new TableRowProperties(new CantSplit()), Cell(Shown(row.Cells[0]), 0, DocumentAlign.Left, row.Bold, _widths.Count, keep: true))
        : new TableRow([new TableRowProperties(new CantSplit()), .. row.Cells.Select((cell, i) => Cell(Shown(cell), i, table.Columns[i].Align, row.Bold))]);

    private TableCell Cell(string text, int column, DocumentAlign align, bool bold, int over = 1, bool keep = false, MergedCellValues? merge = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = _widths.Skip(column).Take(over).Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (over > 1) properties.Append(new GridSpan { Val = over });
        if (merge is { } part) properties.Append(new VerticalMerge { Val = part });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }, new Justification { Val = Justified(align) });
        if (keep) paragraph.PrependChild(new KeepNext());
        return new(properties, new Paragraph(paragraph, DocxBlocks.Run(text, Look(table.Size, bold))));
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        decimal number => number.ToString(Vietnamese),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
