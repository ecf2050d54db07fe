using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>Whether a file will do as a template: it is filled with everything there is to say and with nothing, and whatever was not understood is told by name.</summary>
internal static class TemplateCheck
{
    /// <summary>Unpacked, in bytes; a file that grows beyond it is no letter paper.</summary>
    private const long MostUnpacked = 60 * 1024 * 1024;

    /// <param name="sample">Every name a paper may say, lists with one item.</param>
    /// <param name="common">What may be said above and below every page, where one file holds several papers.</param>
    /// <exception cref="RuleBrokenException">Template.TooLarge, Template.Unreadable, Template.Outside; Template.Unknown, Template.Lists, Template.Unclosed, Template.Misplaced, Template.Broken: with the names; Template.InHeader.</exception>
    public static void Demand(byte[] file, TemplateValues sample, TemplateValues common)
    {
        DemandSound(file);
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

    /// <summary>Small enough unpacked, a document, and nothing in it is fetched from elsewhere when it is opened.</summary>
    private static void DemandSound(byte[] file)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(file, writable: false)))
                RuleBrokenException.Unless(zip.Entries.Sum(e => e.Length) <= MostUnpacked, "Template.TooLarge", MostUnpacked / 1024 / 1024);
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            RuleBrokenException.Unless(document.MainDocumentPart?.Document?.Body is not null, "Template.Unreadable");
            RuleBrokenException.Unless(!document.GetAllParts().Any(part => part.ExternalRelationships.Any()), "Template.Outside");
        }
        catch (Exception e) when (e is not RuleBrokenException)
        {
            throw new RuleBrokenException("Template.Unreadable");
        }
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
