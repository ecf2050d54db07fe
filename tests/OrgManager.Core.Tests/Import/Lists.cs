using OrgManager.Import;
using OrgManager.Reports;

namespace OrgManager.Tests.Import;

/// <summary>Lists of staff as files.</summary>
internal static class Lists
{
    public static readonly string[] Header = ["Số hiệu cán bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", "Nhóm chỉ tiêu", "Ngạch", "Bậc", "Hệ số"];

    public static SheetColumns Of(params string[][] rows) => Of(Header, rows);

    public static SheetColumns Of(string[] header, string[][] rows) => SheetColumns.Of(SheetReader.Read("danh-sach.xlsx", Workbook(header, rows)));

    public static byte[] Workbook(string[] header, object?[][] rows) => XlsxFile.Write(new ExportTable("Danh sách", [], header, rows));

    /// <summary>A row of which only these columns say something.</summary>
    public static string[] Row(string code, string name = "", string born = "", string sex = "", string unit = "", string post = "", string category = "", string rank = "", string step = "", string coefficient = "") =>
        [code, name, born, sex, unit, post, category, rank, step, coefficient];

    public static string[] Newcomer(string code = "MOI1", string name = "Trần Văn Mới", string born = "01/02/1990", string unit = "VP") =>
        Row(code, name, born, "Nam", unit, "Chuyên viên", "Công chức", "01.003", "1", "2,34");
}
