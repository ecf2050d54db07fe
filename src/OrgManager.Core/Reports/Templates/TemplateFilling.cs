using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>Writes values into the elements of a document. A section stands in paragraphs of its own around what it repeats, or in rows of its own, or within one row from its first cell to its last.</summary>
internal sealed class TemplateFilling(TemplateProblems problems)
{
    private const int MostElements = 3_000_000, MostWithin = 20, MostTags = 1000, MostUnclosed = 20;

    private int _written, _within;

    /// <summary>Fills everything below an element.</summary>
    /// <param name="row">The section that the row being filled stands for: its marks are taken away.</param>
    /// <exception cref="RuleBrokenException">Template.TooIntricate: more is written than a paper holds, sections stand too deep in sections, or a paragraph has too many names.</exception>
    public void Fill(OpenXmlElement parent, TemplateScope scope, string? row = null)
    {
        for (var at = parent.FirstChild; at is not null;)
        {
            var next = at.NextSibling();
            if (Opened(at) is { } whole && !whole.Name.Equals(row, StringComparison.OrdinalIgnoreCase)) next = Section(at, whole, scope, parent);
            else if (at is TableRow && AcrossRow(at) is { } within && within.Name != row) Repeat(at, [at], within, scope, parent, within.Name);
            else if (at is Paragraph paragraph) Line(paragraph, scope, row);
            else if (at.HasChildren) Fill(at, scope, at is TableRow or TableCell ? row : null);
            at = next;
        }
        if (parent is TableCell cell && cell.LastChild is not Paragraph) cell.Append(new Paragraph());
    }

    /// <summary>From the mark that begins it to the one that ends it among its siblings.</summary>
    /// <returns>What follows.</returns>
    private OpenXmlElement? Section(OpenXmlElement begin, TemplateTag opened, TemplateScope scope, OpenXmlElement parent)
    {
        var (inner, depth, end) = (new List<OpenXmlElement>(), 1, problems.Unclosed.Count < MostUnclosed ? begin.NextSibling() : null); // each is sought to the end
        for (; end is not null; end = end.NextSibling())
        {
            if (Mark(end) is { Kind: not TagKind.Name } mark && mark.Name.Equals(opened.Name, StringComparison.OrdinalIgnoreCase)) depth += mark.Kind == TagKind.End ? -1 : 1;
            if (depth == 0) break;
            inner.Add(end);
        }
        if (end is null)
        {
            TemplateProblems.Tell(problems.Unclosed, opened.Name);
            var unclosed = begin.NextSibling();
            begin.Remove();
            return unclosed;
        }
        var next = end.NextSibling();
        Repeat(begin, inner, opened, scope, parent, null);
        begin.Remove();
        end.Remove();
        return next;
    }

    private void Repeat(OpenXmlElement before, List<OpenXmlElement> inner, TemplateTag section, TemplateScope scope, OpenXmlElement parent, string? row)
    {
        var again = section.Kind == TagKind.Begin && scope.IsWithin(section.Name); // each item once more for each item
        var scopes = again ? [] : scope.Of(section);
        if (again) TemplateProblems.Tell(problems.Misplaced, section.Name);
        if (scopes is null) TemplateProblems.Tell(problems.Unknown, section.Name);
        RuleBrokenException.Unless(++_within <= MostWithin, "Template.TooIntricate");
        var size = inner.Sum(element => 1 + element.Descendants().Count());
        foreach (var one in scopes ?? [scope])
        {
            RuleBrokenException.Unless((_written += size) <= MostElements, "Template.TooIntricate");
            var copy = parent.CloneNode(deep: false);
            copy.Append(inner.Select(element => TemplateCopies.Of(element)));
            Fill(copy, one, row);
            foreach (var filled in copy.ChildElements.ToList())
            {
                filled.Remove();
                parent.InsertBefore(filled, before);
            }
        }
        foreach (var element in inner) element.Remove();
        _within--;
    }

    private void Line(Paragraph paragraph, TemplateScope scope, string? row)
    {
        foreach (var boxed in paragraph.Descendants<Paragraph>().Where(within => within.Ancestors<Paragraph>().First() == paragraph).ToList()) Line(boxed, scope, null);
        var text = new TemplateText(paragraph);
        var whole = text.Whole;
        if (TemplateTag.Broken(whole) is { } broken) TemplateProblems.Tell(problems.Broken, broken);
        var tags = TemplateTag.In(whole);
        RuleBrokenException.Unless(tags.Count <= MostTags, "Template.TooIntricate");
        var said = tags.Select(tag => (Tag: tag, Text: Said(tag, scope, row))).ToList();
        for (var i = said.Count - 1; i >= 0; i--) text.Replace(said[i].Tag, said[i].Text);
        if (said.Count > 0) text.BreakLines();
    }

    private string Said(TemplateTag tag, TemplateScope scope, string? row)
    {
        if (tag.Kind != TagKind.Name)
        {
            if (!tag.Name.Equals(row, StringComparison.OrdinalIgnoreCase)) TemplateProblems.Tell(tag.Kind == TagKind.End ? problems.Unclosed : problems.Misplaced, tag.Name);
            return "";
        }
        if (scope.Find(tag.Name) is string said) return tag.Written(said);
        TemplateProblems.Tell(scope.Find(tag.Name) is null ? problems.Unknown : problems.Lists, tag.Name);
        return $"{{{{{tag.Name}}}}}";
    }

    private static TemplateTag? Opened(OpenXmlElement element) => Mark(element) is { Begins: true } tag ? tag : null;

    /// <summary>The tag of a paragraph or row that consists of nothing else.</summary>
    private static TemplateTag? Mark(OpenXmlElement element) => element is Paragraph or TableRow ? TemplateTag.Alone(Spoken(element)) : null;

    /// <summary>The section of a row that begins with its mark and ends with it.</summary>
    private static TemplateTag? AcrossRow(OpenXmlElement row)
    {
        var text = Spoken(row).Trim();
        return TemplateTag.In(text) is [{ Begins: true, At: 0 } first, .., { Kind: TagKind.End } last] && last.At + last.Length == text.Length
            && first.Name.Equals(last.Name, StringComparison.OrdinalIgnoreCase) ? first : null;
    }

    private static string Spoken(OpenXmlElement element) => string.Concat(element.Descendants<Text>().Select(text => text.Text));
}
