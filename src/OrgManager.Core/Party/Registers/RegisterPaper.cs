using System.Globalization;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Sổ danh sách đảng viên as a paper: a cover, and the table of each cell across.</summary>
internal sealed class RegisterPaper(Register register)
{
    private const string Blank = "………………";

    public OfficialDocument Document() => new()
    {
        Layout = DocumentLayout.Party, Guidance = PartyGuidances.On(register.On), Superior = register.IsCell ? register.Above?.Name : null, Issuer = register.IsCell ? register.Unit.Name : register.Unit.Name.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal),
        Number = null, Place = Blank, Kind = "Sổ danh sách đảng viên", Subject = "(Mẫu 7-HSĐV)",
        Body =
        [
            new DocumentParagraph($"Danh sách đảng viên của {register.Unit.Name} đến {DocxHead.Day(register.On)}: {register.Members} đảng viên{(register.IsCell ? "" : $", {register.Cells.Count} chi bộ")}. Đảng viên rời chi bộ trong năm {register.On.Year.ToString(CultureInfo.InvariantCulture)} được ghi ở cột 13."),
            new DocumentParagraph("Cột chưa có dữ liệu để trống, ghi bổ sung từ hồ sơ đảng viên; đối chiếu ba tháng một lần."),
        ],
        Signature = register.IsCell ? new("Bí thư", Authority: "T/M Chi bộ") : new("Bí thư", Authority: "T/M Đảng ủy"), Recipients = [register.IsCell ? "Lưu Chi bộ" : "Lưu Văn phòng"],
        Appendices = [.. register.Cells.Select(Table)],
    };

    private static DocumentAppendix Table(RegisterCell cell) => new(null, $"Danh sách đảng viên {cell.Cell.Name}", null,
    [
        new DocumentTable([.. RegisterColumns.Heads.Select((head, at) => new DocumentColumn(head, RegisterColumns.Widths[at], at == 0 ? DocumentAlign.Centre : DocumentAlign.Left))],
            [new([.. Enumerable.Range(1, RegisterColumns.Heads.Count).Select(n => (object?)n)]), .. cell.Rows.Select((row, at) => new DocumentRow(RegisterColumns.Of(row, at + 1)))]),
    ], Landscape: true, IsPart: true);
}
