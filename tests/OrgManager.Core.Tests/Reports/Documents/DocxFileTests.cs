using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Reports.Documents;

namespace OrgManager.Tests.Reports.Documents;

/// <summary>Official documents as a word processor gets them. ORGMANAGER_DOCUMENTS names a folder to keep them in, to be looked at.</summary>
public class DocxFileTests
{
    private static readonly DocumentTable Table = new(
        [new("TT", 1, DocumentAlign.Centre), new("Đơn vị", 5), new("Biên chế", 2, DocumentAlign.Right), new("Từ ngày", 2, DocumentAlign.Centre)],
        [new(["I. KHỐI CHÍNH QUYỀN"], Bold: true, Whole: true), new([1, "Văn phòng", 6, new DateOnly(2026, 7, 1)]), new([null, "Cộng", 6, null], Bold: true)]);

    private static readonly OfficialDocument Decision = new()
    {
        Layout = DocumentLayout.State, Superior = "Ủy ban nhân dân tỉnh Mẫu", Issuer = "Sở Công Thương", Number = "    /QĐ-SCT", Place = "Mẫu",
        Kind = "Quyết định", Subject = "Về việc sắp xếp các phòng chuyên môn thuộc Sở Công Thương",
        Body =
        [
            new DocumentParagraph("GIÁM ĐỐC SỞ CÔNG THƯƠNG", Bold: true, Align: DocumentAlign.Centre),
            new DocumentParagraph("Căn cứ Nghị định số 45/2025/NĐ-CP ngày 28 tháng 02 năm 2025 của Chính phủ;", Italic: true),
            new DocumentParagraph("QUYẾT ĐỊNH:", Bold: true, Align: DocumentAlign.Centre),
            new DocumentParagraph("Hợp nhất Phòng Quản lý công nghiệp và Phòng Thương mại thành Phòng Công nghiệp và Thương mại kể từ ngày 01 tháng 7 năm 2026.", Lead: "Điều 1."),
            Table,
        ],
        Signature = new("Giám đốc", "Trịnh Hữu Thuyên"), Recipients = ["Như Điều 3", "Sở Nội vụ", "Lưu: VT, TCCB"],
        Appendices = [new("I", "Danh sách đơn vị", "Kèm theo Quyết định số     /QĐ-SCT ngày … tháng … năm …", [Table]), new("II", "Danh sách nhân sự", null, [Table], Landscape: true)],
    };

    public static TheoryData<DocumentLayout, bool> Kinds => new() { { DocumentLayout.State, true }, { DocumentLayout.State, false }, { DocumentLayout.Party, true }, { DocumentLayout.Party, false } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_document_is_sound(DocumentLayout layout, bool whole)
    {
        var document = Of(layout);
        if (!whole) document = document with { Superior = null, Signature = null, Recipients = [], Appendices = [] };
        var written = DocxFile.Write(document);
        if (Environment.GetEnvironmentVariable("ORGMANAGER_DOCUMENTS") is { } folder) File.WriteAllBytes(Path.Combine(folder, $"{layout}-{whole}.docx"), written);
        using var file = Open(written);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void A_document_of_an_authority_has_the_head_of_Decree_30()
    {
        var lines = Lines(Decision with { Date = new(2026, 2, 5) });
        Assert.Equal(["ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ CÔNG THƯƠNG", "Số:     /QĐ-SCT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 05 tháng 02 năm 2026", "QUYẾT ĐỊNH"], lines.Take(7));
        Assert.Equal(["Nơi nhận:", "- Như Điều 3;", "- Sở Nội vụ;", "- Lưu: VT, TCCB.", "GIÁM ĐỐC", "Trịnh Hữu Thuyên"], lines.SkipWhile(l => l != "Nơi nhận:").Take(6));
        Assert.Contains("PHỤ LỤC II", lines);
    }

    [Fact]
    public void A_document_of_the_party_has_the_partys_head()
    {
        var lines = Lines(Of(DocumentLayout.Party));
        Assert.Equal(["ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY SỞ CÔNG THƯƠNG", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 08-QĐ/ĐU", "Mẫu, ngày … tháng … năm …", "QUYẾT ĐỊNH"], lines.Take(7));
        Assert.Contains("-----", lines);
        Assert.Contains("T/M ĐẢNG ỦY", lines);
    }

    [Theory]
    [InlineData(2026, 2, 5, "ngày 05 tháng 02 năm 2026"), InlineData(2026, 11, 30, "ngày 30 tháng 11 năm 2026"), InlineData(2026, 7, 1, "ngày 01 tháng 7 năm 2026")]
    public void Small_days_and_the_first_two_months_have_a_nought_before_them(int year, int month, int day, string written) => Assert.Equal(written, DocxHead.Day(new(year, month, day)));

    private static OfficialDocument Of(DocumentLayout layout) => layout == DocumentLayout.State ? Decision : Decision with
    {
        Layout = layout, Superior = "Đảng bộ tỉnh Mẫu", Issuer = "Đảng ủy Sở Công Thương", Number = "08-QĐ/ĐU", Signature = new("Bí thư", "Trịnh Hữu Thuyên", "T/M Đảng ủy"), Recipients = ["Đảng ủy Ủy ban nhân dân tỉnh", "Các chi bộ", "Lưu Văn phòng"],
    };

    private static List<string> Lines(OfficialDocument document)
    {
        using var file = Open(DocxFile.Write(document));
        return [.. file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).Where(text => text.Length > 0)];
    }

    private static WordprocessingDocument Open(byte[] written) => WordprocessingDocument.Open(new MemoryStream(written), isEditable: false);
}
