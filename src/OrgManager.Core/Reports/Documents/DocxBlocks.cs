using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Common;

namespace OrgManager.Reports.Documents;

/// <summary>Paragraphs of the text, and what stands between them.</summary>
internal sealed class DocxBlocks(DocxLook look)
{
    public const int TextSize = 14;
    private const string Between = "120"; // 6 points

    /// <summary>The blocks one after the other; what stands before a signature stays with it.</summary>
    /// <param name="signed">A signature follows.</param>
    public IEnumerable<OpenXmlElement> All(IReadOnlyList<DocumentBlock> blocks, int width, bool signed) =>
        blocks.SelectMany((block, at) => Of(block, width, at + 1 < blocks.Count ? blocks[at + 1] is DocumentSignatures : signed));

    /// <summary>After a table comes a line, or what follows would be taken for part of it.</summary>
    private IEnumerable<OpenXmlElement> Of(DocumentBlock block, int width, bool keep) => block switch
    {
        DocumentParagraph text => [Text(text, keep)],
        DocumentTable table => [new DocxTable(table, width).Made(), Gap(6)],
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

    /// <summary>A text of several lines stands on several lines.</summary>
    public static Run Run(string text, RunProperties look)
    {
        var run = new Run(look);
        foreach (var (at, line) in VietnameseText.Printable(text).Split('\n').Index())
        {
            if (at > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>One line or more, without space around it.</summary>
    public static Paragraph Line(string text, RunProperties look, DocumentAlign align = DocumentAlign.Centre) =>
        new(new ParagraphProperties(new Justification { Val = Justified(align) }), Run(text, look));

    /// <summary>A rule of a part of the width, in the middle.</summary>
    public static Paragraph Rule(int width, int length)
    {
        var side = Math.Max(0, (width - length) / 2).ToString(CultureInfo.InvariantCulture);
        return new(new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            new SpacingBetweenLines { Before = "80", Line = "120", LineRule = LineSpacingRuleValues.Exact },
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

    internal static JustificationValues Justified(DocumentAlign align) => align switch
    {
        DocumentAlign.Justified => JustificationValues.Both,
        DocumentAlign.Left => JustificationValues.Left,
        DocumentAlign.Right => JustificationValues.Right,
        _ => JustificationValues.Center,
    };
}
