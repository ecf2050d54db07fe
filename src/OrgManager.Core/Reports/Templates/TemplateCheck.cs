using DocumentFormat.OpenXml.Packaging;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>Whether a file will do as a template: it is filled with everything there is to say and with nothing, and whatever was not understood is told by name.</summary>
internal static class TemplateCheck
{
    /// <param name="sample">Every name a paper may say, lists with two items: what is in a list by mistake is seen to be there twice.</param>
    /// <param name="common">What may be said above and below every page, where one file holds several papers.</param>
    /// <exception cref="RuleBrokenException">those of <see cref="TemplateParts.Demand"/>; Template.TooIntricate; Template.Unknown, Template.Lists, Template.Unclosed, Template.Misplaced, Template.Broken: with the names; Template.InHeader.</exception>
    public static void Demand(byte[] file, TemplateValues sample, TemplateValues common)
    {
        TemplateParts.Demand(file);
        var problems = new TemplateProblems();
        try
        {
            DocxTemplate.Fill(file, [sample], problems);
            DocxTemplate.Fill(file, [sample.Emptied()], problems);
        }
        catch (Exception e) when (e is not RuleBrokenException)
        {
            throw new RuleBrokenException("Template.Unreadable");
        }
        Refuse(problems.Broken, "Template.Broken");
        Refuse(problems.Misplaced, "Template.Misplaced");
        Refuse(problems.Unclosed, "Template.Unclosed");
        Refuse(problems.Lists, "Template.Lists");
        Refuse(problems.Unknown, "Template.Unknown");
        Refuse(InHeaders(file, common), "Template.InHeader");
    }

    private static List<string> InHeaders(byte[] file, TemplateValues common)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        var main = document.MainDocumentPart!;
        var texts = main.HeaderParts.Select(p => p.Header?.InnerText).Concat(main.FooterParts.Select(p => p.Footer?.InnerText)).OfType<string>();
        return [.. texts.SelectMany(TemplateTag.In).Where(tag => tag.Kind != TagKind.Name || common.Find(tag.Name) is not string).Select(tag => tag.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static void Refuse(List<string> names, string code) => RuleBrokenException.Unless(names.Count == 0, code, string.Join(", ", names));
}
