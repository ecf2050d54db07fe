using System.Text;
using OrgManager.Common;
using OrgManager.Import;
using OrgManager.Reports;

namespace OrgManager.Tests.Import;

/// <summary>Files as they come: titles above, merged headers, days in every way, old fonts.</summary>
public class SheetReaderTests
{
    [Fact]
    public void The_header_is_found_below_titles_and_its_columns_by_their_names()
    {
        var sheet = Csv("SỞ CÔNG THƯƠNG;;;\nDANH SÁCH CÁN BỘ;;;\n;;;\nSTT;Họ và tên;Ngày, tháng, năm sinh;Ghi chú\n1;Lê Văn A;1/2/1980;x\n");

        Assert.Equal(4, sheet.HeaderRow);
        Assert.Equal([null, ImportField.Name, ImportField.Born, null], sheet.Columns.Select(c => c.Field));
        Assert.Equal(("B", "Lê Văn A"), (sheet.Columns[1].Letter, sheet.Columns[1].Example));
        Assert.Equal(5, Assert.Single(sheet.Rows).Number);
    }

    [Fact]
    public void A_second_row_of_headers_says_more_than_the_first()
    {
        var sheet = Csv("Họ và tên;Ngày sinh;;Lương;\n;Nam;Nữ;Mã ngạch;Hệ số\nLê Văn A;01/02/1980;;01.003;3,00\n");

        Assert.Equal([ImportField.Name, ImportField.Male, ImportField.Female, ImportField.Rank, ImportField.Coefficient], sheet.Columns.Select(c => c.Field));
        Assert.Equal("Ngày sinh / Nam", sheet.Columns[1].Header);
        Assert.Single(sheet.Rows);
    }

    [Fact]
    public void Headers_over_three_rows_of_merged_cells_are_read_together_and_the_row_of_numbers_below_is_none()
    {
        var sheet = Csv("STT;Họ và tên;Ngày sinh;;Chức vụ;Lương;;\n;;Nam;Nữ;;Ngạch;Hiện hưởng;\n;;;;;;Bậc;Hệ số\n1;2;3;4;5;6;7;8\n1;Lê Văn A;01/02/1980;;Chuyên viên;01.003;1;2,34\n");

        Assert.Equal([null, ImportField.Name, ImportField.Male, ImportField.Female, ImportField.Post, ImportField.Rank, ImportField.Step, ImportField.Coefficient], sheet.Columns.Select(c => c.Field));
        Assert.Equal((3, "Lương / Ngạch", "Hiện hưởng / Bậc"), (sheet.HeaderRow, sheet.Columns[5].Header, sheet.Columns[6].Header));
    }

    [Fact]
    public void Rows_of_people_are_never_taken_for_headers()
    {
        var sheet = Csv("Họ và tên;Giới tính;Chức vụ\nLê Văn A;Nam;Chuyên viên\nLê Thị B;Nữ;Đơn vị\n");

        Assert.Equal((1, 2), (sheet.HeaderRow, sheet.Rows.Count()));
    }

    [Fact]
    public void Where_the_headers_were_sought_wrongly_their_row_is_chosen()
    {
        var sheet = Csv("Đơn vị;Chức vụ;Họ tên\nx;y;z\nNgười;Sinh ngày;\nLê Văn A;1/2/1980;\n");
        Assert.Equal(1, sheet.HeaderRow);

        var chosen = SheetColumns.Of(sheet.Sheet, 3);

        Assert.Equal((3, "Người", "Lê Văn A"), (chosen.HeaderRow, chosen.Columns[0].Header, chosen.Columns[0].Example));
        Assert.Equal([null, ImportField.Born], chosen.Columns.Select(c => c.Field));
        Assert.Equal(1, SheetColumns.Of(sheet.Sheet, 0).HeaderRow);
    }

    [Fact]
    public void A_column_is_taken_for_what_somebody_says_it_is()
    {
        var sheet = Csv("Ma;Cán bộ;Sinh\n1;Lê Văn A;1980\n");
        Assert.True(sheet.KnowsNothing);
        Assert.Equal("Import.ColumnUnknown", Assert.Throws<RuleBrokenException>(() => sheet.With(new Dictionary<ImportField, string?> { [ImportField.Name] = "Tên" })).Code);

        var mapped = sheet.With(new Dictionary<ImportField, string?> { [ImportField.Name] = "can bo", [ImportField.Born] = "C", [ImportField.Unit] = null });
        Assert.Equal([null, ImportField.Name, ImportField.Born], mapped.Columns.Select(c => c.Field));
    }

    [Fact]
    public void Days_of_a_workbook_are_read_as_the_sheet_shows_them()
    {
        var sheet = SheetReader.Read("a.xlsx", Lists.Workbook(["Họ và tên", "Ngày sinh", "Bậc"], [["Lê Văn A", new DateOnly(1980, 10, 21), 29515]]));

        Assert.Equal(["Lê Văn A", "21/10/1980", "29515"], sheet.Rows[^1].Cells);
    }

    [Theory]
    [InlineData("21/10/1980", "1980-10-21", true), InlineData("1.2.1980", "1980-02-01", true), InlineData("1980-10-21", "1980-10-21", true), InlineData("29515", "1980-10-21", true)]
    [InlineData("10/1980", "1980-10-01", false), InlineData("1980", "1980-01-01", false)]
    public void Days_are_read_as_they_are_written_the_day_first(string text, string day, bool whole) =>
        Assert.Equal((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), whole), (WrittenValues.DayOf(text)!.Value.Day, WrittenValues.DayOf(text)!.Value.KnowsDay));

    [Theory]
    [InlineData("10/21/1980"), InlineData("31/02/1980"), InlineData("1/2/80"), InlineData("hôm qua"), InlineData("")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.Null(WrittenValues.DayOf(text));

    [Theory]
    [InlineData("B¶o Th¾ng", LegacyEncoding.Tcvn3, "Bảo Thắng"), InlineData("M\u00ADêng Kh\u00AD¬ng", LegacyEncoding.Tcvn3, "Mường Khương")]
    [InlineData("Xin chaøo caùc baïn", LegacyEncoding.Vni, "Xin chào các bạn"), InlineData("Nguyeãn Thò Höôøng", LegacyEncoding.Vni, "Nguyễn Thị Hường")]
    public void Old_fonts_are_read_as_what_they_show(string text, LegacyEncoding from, string shown) => Assert.Equal(shown, LegacyText.Convert(text, from));

    [Fact]
    public void A_file_in_an_old_font_is_known_by_its_letters_and_shown_before_and_after()
    {
        var sheet = SheetReader.Read("cu.csv", Encoding.Latin1.GetBytes("Hä vµ tªn;Ngµy sinh;§¬n vÞ\nNguyÔn V¨n ¸i;1/2/1980;V¨n phßng\nTrÇn B¶o Th¾ng;3/4/1981;V¨n phßng\n"));

        Assert.Equal((LegacyEncoding.Tcvn3, "Họ và tên"), (sheet.Legacy, sheet.Rows[0][0]));
        Assert.Contains(new("TrÇn B¶o Th¾ng", "Trần Bảo Thắng"), sheet.Samples!);
        Assert.Equal(3, SheetColumns.Of(sheet).Columns.Count(c => c.Field is not null));
        Assert.Null(SheetReader.Read("moi.csv", Encoding.UTF8.GetBytes("Họ và tên;Ngày sinh\nĐỗ Văn Ái;1/2/1980")).Legacy);
    }

    [Fact]
    public void Of_a_workbook_the_sheet_with_the_list_is_read_not_the_cover()
    {
        var file = XlsxFile.Write([("Bìa", new("Báo cáo", [], ["Kính gửi: UBND tỉnh"], [])), ("DS", new("Danh sách", [], ["Họ và tên", "Ngày sinh"], [["Lê Văn A", "1980"]]))]);

        Assert.Equal(["Lê Văn A", "1980"], SheetReader.Read("a.xlsx", file).Rows[^1].Cells);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_what_to_do()
    {
        Refusal.Is("Import.OldWorkbook", () => SheetReader.Read("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]));
        Refusal.Is("Import.Unreadable", () => SheetReader.Read("a.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
        Refusal.Is("Import.Empty", () => SheetReader.Read("a.csv", []));
    }

    [Theory]
    [InlineData(';'), InlineData('\t'), InlineData(',')]
    public void Commas_of_a_title_or_of_texts_do_not_part_columns_that_something_else_parts(char delimiter)
    {
        var (name, place) = ($"Lê Văn {delimiter} A", "Số 1, phố Tô Hiệu, Sơn La");
        var text = string.Join('\n', "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG; KÈM THEO", "Mã|Họ và tên|Nơi ở", $"CB001|\"{name}\"|\"{place}\"", $"CB002|Trần Thị B|{(delimiter == ',' ? "Mường La" : place)}", "CB003|Lò Văn C|Thuận Châu")
            .Replace('|', delimiter);
        var rows = SheetReader.Read("danh-sach.csv", Encoding.UTF8.GetBytes(text)).Rows;

        Assert.Equal(["CB001", name.Replace(" \t ", " ", StringComparison.Ordinal), place], rows[2].Cells); // white space is one blank
        Assert.All(rows.Skip(1), row => Assert.Equal(3, row.Cells.Count));
    }

    private static SheetColumns Csv(string text) => SheetColumns.Of(SheetReader.Read("danh-sach.csv", Encoding.UTF8.GetBytes(text)));
}
