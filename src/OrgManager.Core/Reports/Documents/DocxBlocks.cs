using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Documents;

/// <summary>Paragraphs and tables of the text.</summary>
internal sealed class DocxBlocks(DocxLook look)
{
    public const int TextSize = 14, TableSize = 12;
    private const string Between = "120"; // 6 points

    /// <summary>The blocks one after the other; what stands before a signature stays with it.</summary>
    /// <param name="signed">A signature follows.</param>
    public IEnumerable<OpenXmlElement> All(IReadOnlyList<DocumentBlock> blocks, int width, bool signed) =>
        blocks.SelectMany((block, at) => Of(block, width, at + 1 < blocks.Count ? blocks[at + 1] is DocumentSignatures : signed));

    /// <summary>After a table comes a line, or what follows would be taken for part of it.</summary>
    private IEnumerable<OpenXmlElement> Of(DocumentBlock block, int width, bool keep) => block switch
    {
        DocumentParagraph text => [Text(text, keep)],
        DocumentTable table => [Table(table, width), Gap(6)],
        DocumentBlanks blanks => Enumerable.Range(0, blanks.Lines).Select(_ => Dotted(width)),
        DocumentSignatures signed => [DocxHead.Signatures(signed.Columns, width), Gap(6)],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>Size in points.</summary>
    public static RunProperties Look(int size, bool bold = false, bool italic = false, bool underlined = false)
    {
        var half = (size * 2).ToString(CultureInfo.InvariantCulture);
        var look = new RunProperties();
        if (bold) look.Append(new Bold());
        if (italic) look.Append(new Italic());
        look.Append(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        if (underlined) look.Append(new Underline { Val = UnderlineValues.Single });
        return look;
    }

    public static Run Run(string text, RunProperties look) => new(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>One line or more, without space around it.</summary>
    public static Paragraph Line(string text, RunProperties look, DocumentAlign align = DocumentAlign.Centre) =>
        new(new ParagraphProperties(new Justification { Val = Justified(align) }), Run(text, look));

    /// <summary>A rule of a part of the width, in the middle.</summary>
    public static Paragraph Rule(int width, int length)
    {
        var side = Math.Max(0, (width - length) / 2).ToString(CultureInfo.InvariantCulture);
        return new(new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            new SpacingBetweenLines { Before = "40", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = side, Right = side }));
    }

    /// <summary>An empty line of so many points.</summary>
    public static Paragraph Gap(int points) => new(new ParagraphProperties(
        new SpacingBetweenLines { Line = (points * 20).ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Exact }));

    /// <summary>What must stand after a table takes no room.</summary>
    public static ParagraphProperties Tight() => new(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact });

    /// <summary>Dots as far as the margin.</summary>
    private Paragraph Dotted(int width) => new(
        new ParagraphProperties(
            new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = width }),
            new SpacingBetweenLines { After = Between, Line = look.Line, LineRule = look.LineRule }),
        new Run(Look(TextSize), new TabChar()));

    private Paragraph Text(DocumentParagraph text, bool keep)
    {
        var properties = new ParagraphProperties();
        if (text.Bold || keep) properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { After = Between, Line = look.Line, LineRule = look.LineRule });
        if (text.Align is DocumentAlign.Justified) properties.Append(new Indentation { FirstLine = look.Indent });
        properties.Append(new Justification { Val = Justified(text.Align) });
        var paragraph = new Paragraph(properties);
        if (text.Lead is { } lead) paragraph.Append(Run($"{lead} ", Look(TextSize, bold: true)));
        paragraph.Append(Run(text.Text, Look(TextSize, text.Bold, text.Italic)));
        return paragraph;
    }

    private static Table Table(DocumentTable table, int width)
    {
        var sum = table.Columns.Sum(c => c.Width);
        var widths = table.Columns.Select(c => width * c.Width / sum).ToList();
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        made.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((c, i) => Cell(c.Head, widths[i], DocumentAlign.Centre, bold: true))]));
        made.Append(table.Rows.Select(row => Row(table, row, widths)));
        return made;
    }

    private static TableRow Row(DocumentTable table, DocumentRow row, List<int> widths) => row.Whole
        ? new TableRow(new TableRowProperties(new CantSplit()), Cell(Shown(row.Cells[0]), widths.Sum(), DocumentAlign.Left, row.Bold, widths.Count, keep: true))
        : new TableRow([new TableRowProperties(new CantSplit()), .. row.Cells.Select((cell, i) => Cell(Shown(cell), widths[i], table.Columns[i].Align, row.Bold))]);

    private static TableCell Cell(string text, int width, DocumentAlign align, bool bold, int over = 1, bool keep = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (over > 1) properties.Append(new GridSpan { Val = over });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }, new Justification { Val = Justified(align) });
        if (keep) paragraph.PrependChild(new KeepNext());
        return new(properties, new Paragraph(paragraph, Run(text, Look(TableSize, bold))));
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        decimal number => number.ToString(Vietnamese),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static JustificationValues Justified(DocumentAlign align) => align switch
    {
        DocumentAlign.Justified => JustificationValues.Both,
        DocumentAlign.Left => JustificationValues.Left,
        DocumentAlign.Right => JustificationValues.Right,
        _ => JustificationValues.Center,
    };
}
