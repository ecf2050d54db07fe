using System.IO.Compression;
using System.Text;
using OrgManager.Import;

namespace OrgManager.Tests.Import;

/// <summary>Files made to cost more than a list may.</summary>
public class SheetBoundsTests
{
    private const string Row = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Họ và tên</t></is></c></row>";

    [Fact]
    public void Elements_within_elements_a_hundred_thousand_deep_are_read_past()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Equal(["Họ và tên"], Read($"{Row}<row r=\"2\">{deep}<c><f>{deep}</f></c></row>").Rows.Single().Cells);
        Assert.Equal(["Họ và tên"], Read(Row, shared: $"<si>{deep}</si>", styles: deep, book: deep).Rows.Single().Cells);
    }

    [Fact]
    public void What_is_more_than_forty_megabytes_unpacked_is_refused_wherever_it_stands()
    {
        var much = string.Concat(Enumerable.Repeat("<c/>", 11_000_000));

        Refusal.Is("Import.TooMuchPacked", () => Read($"<row>{much}</row>"));
        Refusal.Is("Import.TooMuchPacked", () => Read(Row, shared: $"<si>{much}</si>"));
        Refusal.Is("Import.TooMuchPacked", () => Read(Row, styles: much));
    }

    [Fact]
    public void A_row_has_no_more_columns_than_a_list_may_though_all_its_cells_say_they_are_the_first()
    {
        Assert.Equal(SheetReader.MostColumns, Read($"<row>{string.Concat(Enumerable.Repeat("<c r=\"A1\"><v>1</v></c>", 1000))}</row>").Rows.Single().Cells.Count);
        Assert.Equal(SheetReader.MostColumns, SheetReader.OfPasted(string.Concat(Enumerable.Repeat("1;", 1000))).Rows.Single().Cells.Count);
    }

    [Fact]
    public void Rows_in_which_nothing_stands_are_not_counted_and_cells_are()
    {
        Assert.Single(Read(Row + string.Concat(Enumerable.Repeat("<row><c s=\"0\"/></row>", 30_000))).Rows);
        Refusal.Is("Import.TooManyCells", () => Read(string.Concat(Enumerable.Range(1, 15_000).Select(i => $"<row><c r=\"GP{i}\"><v>1</v></c></row>"))));
    }

    [Fact]
    public void A_long_text_is_cut_before_anything_is_made_of_it()
    {
        var text = new string('a', 32_000);

        Assert.Equal(SheetReader.MostText, Read($"<row><c t=\"s\"><v>0</v></c></row>", shared: $"<si><t>{text}</t></si>").Rows.Single()[0].Length);
        Assert.Equal(SheetReader.MostText, Read($"<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>").Rows.Single()[0].Length);
        Assert.Equal([SheetReader.MostText, 1], SheetReader.OfPasted($"{text};x").Rows.Single().Cells.Select(c => c.Length));
        Assert.Equal(SheetReader.MostText, SheetReader.OfPasted($"\"{text}\";x").Rows.Single()[0].Length);
    }

    [Fact]
    public void A_shared_text_in_an_old_font_is_read_as_its_font_shows_it_in_every_cell()
    {
        const string Styles = "<fonts><font/><font><name val=\".VnTime\"/></font></fonts><cellStyleXfs><xf fontId=\"0\"/></cellStyleXfs><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>";
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\" s=\"1\"><v>0</v></c><c t=\"s\"><v>1</v></c>", 3));

        var sheet = Read($"<row>{cells}</row>", "<si><t>B¶o Th¾ng</t></si><si><r><t>B¶o </t></r><r><t>Th¾ng</t></r><rPh><t>x</t></rPh></si>", Styles);

        Assert.Equal(string.Join('|', Enumerable.Repeat("Bảo Thắng|B¶o Th¾ng", 3)), string.Join('|', sheet.Rows.Single().Cells));
        Assert.Equal((LegacyEncoding.Tcvn3, new("B¶o Th¾ng", "Bảo Thắng")), (sheet.Legacy, sheet.Samples!.Single()));
    }

    [Fact]
    public void Signs_that_no_text_has_are_left_out_and_never_stop_a_list() =>
        Assert.Equal(["An", "Bình", "C"], SheetReader.Read("a.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("A\u0002n;B\uFFFEình;C")).Append<byte>(0x00).Append<byte>(0xD8).ToArray()).Rows.Single().Cells.Select(c => c.TrimEnd('\uFFFD')));

    [Fact]
    public void A_field_between_quotation_marks_keeps_its_delimiters_and_two_marks_are_one() =>
        Assert.Equal(["a;b", "c\"d", "", "e"], SheetReader.OfPasted("\"a;b\";\"c\"\"d\";;e;;\r\n\r\n;;\r\n").Rows.Single().Cells);

    [Theory]
    [InlineData("<row><c><v>1</v></row>"), InlineData("<row r=\"&x;\"/>"), InlineData("\u0001")]
    public void What_is_damaged_is_refused(string rows) => Refusal.Is("Import.Unreadable", () => Read(rows));

    private static ReadSheet Read(string rows, string? shared = null, string? styles = null, string book = "") => SheetReader.Read("a.xlsx", Packed(
        ("_rels/.rels", Links(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns:r=\"r\">{book}<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Links([("worksheet", "worksheets/sheet1.xml"), .. shared is null ? [] : new[] { ("sharedStrings", "/xl/shared.xml") }, .. styles is null ? [] : new[] { ("styles", "styles.xml") }])),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ("xl/shared.xml", $"<sst>{shared}</sst>"),
        ("xl/styles.xml", $"<styleSheet>{styles}</styleSheet>")));

    private static string Links(params (string Kind, string Target)[] links) =>
        $"<Relationships>{string.Concat(links.Select(l => $"<Relationship Id=\"{l.Kind}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{l.Kind}\" Target=\"{l.Target}\"/>"))}</Relationships>";

    private static byte[] Packed(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }
}
