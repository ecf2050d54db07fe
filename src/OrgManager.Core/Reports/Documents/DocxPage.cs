using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Documents;

/// <summary>Paper, margins, page numbers and the font. Lengths are twentieths of a point, as the format counts them.</summary>
internal sealed class DocxPage(string headerId, DocxLook look)
{
    public const string Font = "Times New Roman";
    private const int HeaderFromEdge = 567;

    /// <summary>Numbers stand in the middle of the upper margin, and not on the first page.</summary>
    public SectionProperties Section(bool landscape, bool first)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = headerId },
            new PageSize { Width = (uint)(landscape ? DocxLook.Long : DocxLook.Short), Height = (uint)(landscape ? DocxLook.Short : DocxLook.Long), Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin { Top = DocxLook.Top, Bottom = DocxLook.Bottom, Left = DocxLook.Left, Right = (uint)look.Right, Header = HeaderFromEdge, Footer = HeaderFromEdge, Gutter = 0 });
        if (first) section.Append(new TitlePage());
        return section;
    }

    public static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new Run(DocxBlocks.Look(13), new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(DocxBlocks.Look(13), new FieldCode(" PAGE ")),
        new Run(DocxBlocks.Look(13), new FieldChar { FieldCharType = FieldCharValues.End })));

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font }, new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
}
