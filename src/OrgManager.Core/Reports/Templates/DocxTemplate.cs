using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Templates;

/// <summary>A word processor's file with names in double braces, filled with what they stand for: <c>{{member.name}}</c>, rows from <c>{{#members}}</c> to <c>{{/members}}</c>.</summary>
public static class DocxTemplate
{
    /// <summary>One file; a paper for each of the values, each on pages of its own, numbered from 1.</summary>
    public static byte[] Fill(byte[] template, params IReadOnlyList<TemplateValues> papers) => Fill(template, papers, new TemplateProblems());

    internal static byte[] Fill(byte[] template, IReadOnlyList<TemplateValues> papers, TemplateProblems problems)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var (main, filling) = (file.MainDocumentPart!, new TemplateFilling(problems));
            var body = main.Document!.Body!;
            var section = body.Elements<SectionProperties>().LastOrDefault();
            var model = body.ChildElements.Where(e => e != section).Select(e => e.CloneNode(deep: true)).ToList();
            section?.Remove();
            body.RemoveAllChildren();
            foreach (var paper in papers)
            {
                if (body.HasChildren) body.Append(EndOfPaper(section));
                body.Append(Paper(model, paper, filling, isFirst: !body.HasChildren));
            }
            if (section is not null) body.Append(papers.Count > 1 ? FromPageOne(section) : section);
            foreach (var part in main.HeaderParts.Select(p => (OpenXmlPartRootElement?)p.Header).Concat(main.FooterParts.Select(p => p.Footer)).OfType<OpenXmlPartRootElement>())
                filling.Fill(part, new(papers.Count > 0 ? papers[0] : new()));
        }
        return stream.ToArray();
    }

    private static List<OpenXmlElement> Paper(List<OpenXmlElement> model, TemplateValues values, TemplateFilling filling, bool isFirst)
    {
        var paper = new Body(model.Select(e => isFirst ? e.CloneNode(deep: true) : TemplateCopies.Of(e)));
        filling.Fill(paper, new(values));
        var filled = paper.ChildElements.ToList();
        foreach (var element in filled) element.Remove();
        return filled;
    }

    /// <summary>What ends a paper where another follows: its section, as the file's own says it.</summary>
    private static Paragraph EndOfPaper(SectionProperties? section)
    {
        var properties = section is null ? new SectionProperties() : FromPageOne(section);
        return new(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, properties));
    }

    private static SectionProperties FromPageOne(SectionProperties section)
    {
        var copy = (SectionProperties)section.CloneNode(deep: true);
        copy.RemoveAllChildren<PageNumberType>();
        var after = copy.ChildElements.LastOrDefault(e => e is HeaderReference or FooterReference or SectionType or PageSize or PageMargin or PaperSource or PageBorders or LineNumberType);
        if (after is null) copy.PrependChild(new PageNumberType { Start = 1 });
        else copy.InsertAfter(new PageNumberType { Start = 1 }, after);
        return copy;
    }
}
