using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Reports.Templates;

namespace OrgManager.Tests.Reports.Templates;

/// <summary>Names in double braces, in a word processor's file.</summary>
public class DocxTemplateTests
{
    private static readonly TemplateValues Known = new TemplateValues().With("cell", "Chi bộ Thương mại").With("year", 2019).With("leader", true).With("text", "một\nhai")
        .With("members", [new TemplateValues().With("name", "An").With("grade", "HTTNV"), new TemplateValues().With("name", "Bình").With("grade", "")]).With("nobody", []).With("pairs", [new(), new()]);

    [Fact]
    public void A_name_is_found_however_the_word_processor_cut_it_and_keeps_the_look_of_its_first_piece()
    {
        var paragraph = new Paragraph(Run("Của {"), Run("{ce", bold: true), new ProofError { Type = ProofingErrorValues.SpellStart }, Run("ll}"), Run("} năm {{year}}.", italic: true));
        var filled = Paragraphs(DocxTemplate.Fill(File(paragraph), Known)).Single(p => p.InnerText.Length > 0);
        Assert.Equal("Của Chi bộ Thương mại năm 2019.", filled.InnerText);
        Assert.Equal("Của Chi bộ Thương mại", filled.Elements<Run>().First().InnerText);
        Assert.Equal(" năm 2019.", filled.Elements<Run>().Single(r => r.RunProperties?.Italic is not null).InnerText);
    }

    [Theory]
    [InlineData("{{CELL}}", "CHI BỘ THƯƠNG MẠI"), InlineData("{{ cell }}", "Chi bộ Thương mại"), InlineData("{{Cell}} {{cell}}", "Chi bộ Thương mại Chi bộ Thương mại"), InlineData("{{year}}{{year}}", "20192019")]
    public void Names_in_capitals_speak_in_capitals_and_blanks_within_the_braces_do_not_matter(string written, string said) => Assert.Equal(said, Text(written));

    [Fact]
    public void A_text_of_several_lines_stands_on_several_lines() =>
        Assert.Single(Paragraphs(DocxTemplate.Fill(File(Line("{{text}}")), Known)).First().Descendants<Break>());

    [Fact]
    public void Paragraphs_between_two_marks_are_written_for_each_of_a_list_or_where_something_holds()
    {
        Assert.Equal("- An: HTTNV|- Bình: ", Lines("{{#members}}", "- {{name}}: {{grade}}", "{{/members}}"));
        Assert.Equal("Lãnh đạo", Lines("{{#leader}}", "Lãnh đạo", "{{/leader}}", "{{^leader}}", "Không", "{{/leader}}"));
        Assert.Equal("Không ai", Lines("{{#nobody}}", "{{name}}", "{{/nobody}}", "{{^nobody}}", "Không ai", "{{/nobody}}"));
        Assert.Equal("An của Chi bộ Thương mại|HTTNV|Bình của Chi bộ Thương mại", Lines("{{#members}}", "{{name}} của {{cell}}", "{{#grade}}", "{{grade}}", "{{/grade}}", "{{/members}}"));
    }

    [Fact]
    public void A_row_from_mark_to_mark_is_written_for_each_and_rows_between_rows_that_are_marks_too()
    {
        var table = Table(["Tên", "Mức"], ["{{#members}}{{name}}", "{{grade}}{{/members}}"], ["{{#members}}"], ["Đồng chí", "{{name}}"], ["{{/members}}"], ["{{#nobody}}", "x{{/nobody}}"]);
        var filled = Open(DocxTemplate.Fill(File(table), Known));
        Assert.Equal(["Tên|Mức", "An|HTTNV", "Bình|", "Đồng chí|An", "Đồng chí|Bình"],
            filled.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))));
    }

    [Fact]
    public void Papers_of_several_stand_in_one_file_each_on_pages_of_its_own()
    {
        var file = Open(DocxTemplate.Fill(File(Line("{{cell}}")), Known, new TemplateValues().With("cell", "Chi bộ Văn phòng")));
        Assert.Equal(["Chi bộ Thương mại", "Chi bộ Văn phòng"], file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0));
        Assert.Equal(2, file.MainDocumentPart.Document.Body.Descendants<SectionProperties>().Count());
        Assert.All(file.MainDocumentPart.Document.Body.Descendants<PageNumberType>(), n => Assert.Equal(1, n.Start!.Value));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData("Template.Unknown", "{{nam}} và {{cell}}"), InlineData("Template.Unknown", "{{#gì}}", "x", "{{/gì}}"), InlineData("Template.Unknown", "{{^members}}", "{{gì}}", "{{/members}}"), InlineData("Template.Broken", "Năm {{year}"), InlineData("Template.Broken", "year}}")]
    [InlineData("Template.Unclosed", "{{#members}}", "{{name}}"), InlineData("Template.Unclosed", "{{/members}}"), InlineData("Template.Misplaced", "Các đồng chí {{#members}}{{name}} {{/members}}"), InlineData("Template.Lists", "{{members}}")]
    public void What_is_wrong_is_told_by_name_when_it_is_handed_in(string code, params string[] lines) =>
        Refusal.Is(code, () => TemplateCheck.Demand(File([.. lines.Select(Line)]), Known, Known));

    [Fact]
    public void A_list_within_itself_would_be_written_over_and_over_and_is_refused()
    {
        string[] twice = ["{{#members}}", "{{#members}}", "{{name}}", "{{/members}}", "{{/members}}"];
        Refusal.Is("Template.Misplaced", () => TemplateCheck.Demand(File([.. twice.Select(Line)]), Known, Known));
        Refusal.Is("Template.Misplaced", () => TemplateCheck.Demand(File(Table(["{{#members}}"], ["{{#members}}{{name}}", "{{/members}}"], ["{{/members}}"])), Known, Known));
        Assert.Equal("", Lines(twice));
        Assert.Equal("An|An|Bình|Bình", Lines("{{#members}}", "{{#pairs}}", "{{name}}", "{{/pairs}}", "{{/members}}"));
    }

    [Fact]
    public void A_template_that_costs_more_than_a_paper_is_refused()
    {
        OpenXmlElement deep = new SdtBlock(new SdtContentBlock(Line("x")));
        for (var i = 0; i < 60; i++) deep = new SdtBlock(new SdtContentBlock(deep));
        Refusal.Is("Template.TooIntricate", () => TemplateCheck.Demand(File(deep), Known, Known));
        Refusal.Is("Template.TooIntricate", () => TemplateCheck.Demand(File(Line(string.Concat(Enumerable.Repeat("{{year}}", 1001)))), Known, Known));
        Refusal.Is("Template.TooIntricate", () => TemplateCheck.Demand(File([.. Enumerable.Repeat("{{#leader}}", 30).Concat(Enumerable.Repeat("{{/leader}}", 30)).Select(Line)]), Known, Known));
        Refusal.Is("Template.TooLarge", () => TemplateCheck.Demand(File(Line(new string('x', 6 * 1024 * 1024))), Known, Known));
    }

    [Fact]
    public void Sections_that_are_never_ended_are_not_sought_to_the_end_each() =>
        Refusal.Is("Template.Unclosed", () => TemplateCheck.Demand(File([.. Enumerable.Range(0, 20_000).Select(i => Line($"{{{{#a{i}}}}}"))]), Known, Known));

    [Theory]
    [InlineData(null, "PAGE"), InlineData(null, " NUMPAGES \\* MERGEFORMAT "), InlineData(null, "DATE \\@ \"dd/MM/yyyy\""), InlineData(null, "= 1 + 2"), InlineData(null, "")]
    [InlineData("INCLUDEPICTURE \"http://example.org/a.png\"", " INCLU", "DEPICTURE", " \"http://example.org/a.png\""), InlineData("DDEAUTO excel x", "DDEAUTO excel x"), InlineData("includetext x", "includetext x"), InlineData("\"x\"", " \"x\"")]
    public void Fields_count_pages_and_tell_days_and_fetch_nothing(string? refused, params string[] pieces)
    {
        var field = new Paragraph([Sign(FieldCharValues.Begin), .. pieces.Select(piece => new Run(new FieldCode(piece) { Space = SpaceProcessingModeValues.Preserve })), Sign(FieldCharValues.Separate), Run("1"), Sign(FieldCharValues.End)]);
        foreach (var written in new[] { field, new Paragraph(new SimpleField(Run("1")) { Instruction = string.Concat(pieces) }) })
            if (refused is null) TemplateCheck.Demand(File(written), Known, Known);
            else Assert.Equal(("Template.Field", refused), (Assert.Throws<OrgManager.Common.RuleBrokenException>(() => TemplateCheck.Demand(File(written), Known, Known)) is var told ? told.Code : "", told.Args[0]));

        static Run Sign(FieldCharValues sign) => new(new FieldChar { FieldCharType = sign });
    }

    [Fact]
    public void A_field_within_the_code_of_another_is_looked_at_too()
    {
        static Run Sign(FieldCharValues sign) => new(new FieldChar { FieldCharType = sign });
        var nested = new Paragraph(Sign(FieldCharValues.Begin), new Run(new FieldCode("IF 1 = ")), Sign(FieldCharValues.Begin), new Run(new FieldCode("INCLUDETEXT x")), Sign(FieldCharValues.End), Sign(FieldCharValues.End));
        Refusal.Is("Template.Field", () => TemplateCheck.Demand(File(nested), Known, Known));
    }

    [Fact]
    public void Nothing_is_embedded_that_is_a_file_or_a_program_of_its_own()
    {
        Refusal.Is("Template.Embedded", () => TemplateCheck.Demand(With(main => main.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.Html)), Known, Known));
        Refusal.Is("Template.Embedded", () => TemplateCheck.Demand(With(main => main.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")), Known, Known));
        Refusal.Is("Template.Embedded", () => TemplateCheck.Demand(With(main => main.AddEmbeddedObjectPart("application/vnd.openxmlformats-officedocument.oleObject")), Known, Known));
        Refusal.Is("Template.Embedded", () => TemplateCheck.Demand(With(main => main.AddNewPart<EmbeddedControlPersistencePart>("application/vnd.ms-office.activeX+xml", "rId9")), Known, Known));
        Refusal.Is("Template.Embedded", () => TemplateCheck.Demand(With(main => main.AddNewPart<DocumentSettingsPart>().Settings = new(new MailMerge())), Known, Known));
    }

    [Fact]
    public void Every_unknown_name_is_told_at_once()
    {
        var refused = Assert.Throws<OrgManager.Common.RuleBrokenException>(() => TemplateCheck.Demand(File(Line("{{nam}}, {{thang}}"), Table(["{{nam}}", "{{ngay}}"])), Known, Known));
        Assert.Equal("nam, thang, ngay", Assert.Single(refused.Args));
    }

    [Fact]
    public void What_is_no_document_or_fetches_something_from_elsewhere_is_refused()
    {
        Refusal.Is("Template.Unreadable", () => TemplateCheck.Demand([1, 2, 3], Known, Known));
        using var stream = new MemoryStream();
        stream.Write(File(Line("{{cell}}")));
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
            file.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example.org/a.png"));
        Refusal.Is("Template.Outside", () => TemplateCheck.Demand(stream.ToArray(), Known, Known));
    }

    private static string Text(string written) => Paragraphs(DocxTemplate.Fill(File(Line(written)), Known)).First().InnerText;

    private static string Lines(params string[] lines) => string.Join('|', Paragraphs(DocxTemplate.Fill(File([.. lines.Select(Line)]), Known)).Select(p => p.InnerText));

    private static List<Paragraph> Paragraphs(byte[] file) => [.. Open(file).MainDocumentPart!.Document!.Body!.Elements<Paragraph>()];

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static Run Run(string text, bool bold = false, bool italic = false)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold || italic) run.RunProperties = bold ? new(new Bold()) : new(new Italic());
        return run;
    }

    private static Paragraph Line(string text) => new(Run(text));

    private static Table Table(params string[][] rows) => new(
        [new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }), new TableGrid(new GridColumn(), new GridColumn()),
        .. rows.Select(row => new TableRow(row.Select(cell => new TableCell(Line(cell)))))]);

    private static byte[] With(Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(File(Line("{{cell}}")));
        using (var file = WordprocessingDocument.Open(stream, isEditable: true)) change(file.MainDocumentPart!);
        return stream.ToArray();
    }

    private static byte[] File(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            file.AddMainDocumentPart().Document = new(new Body([.. body, new SectionProperties(new PageSize { Width = 11906, Height = 16838 })]));
        return stream.ToArray();
    }
}
