using System.Globalization;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Danh sách đóng đảng phí of a cell and month, to be signed by each; in Vietnamese.</summary>
internal sealed class FeePaper(FeeList list)
{
    private const string Blank = "………………";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public OfficialDocument Document() => new()
    {
        Layout = DocumentLayout.Party, Guidance = PartyGuidances.On(list.Month), Superior = list.Above?.Name, Issuer = list.Cell.Name, Number = null, Place = Blank, Kind = "Danh sách đóng đảng phí",
        Subject = string.Create(CultureInfo.InvariantCulture, $"tháng {list.Month.Month:00} năm {list.Month.Year}"),
        Body =
        [
            new DocumentTable(
                [new("TT", 6, DocumentAlign.Centre), new("Họ và tên", 30), new("Diện đóng", 24), new("Số tiền (đồng)", 18, DocumentAlign.Right), new("Ký nộp", 14), new("Ghi chú", 18)],
                [.. list.Rows.Select(Row), new([null, "Cộng", null, Money(list.Total), null, null], Bold: true)]),
            new DocumentParagraph($"Trích nộp lên cấp trên {list.Rule.PassUpPercent.ToString("0.##", Vietnamese)} %: {Money(list.PassedUp)} đồng; để lại chi bộ: {Money(list.Total - list.PassedUp)} đồng."),
            new DocumentParagraph($"Căn cứ tính: {list.Rule.Name}.", Italic: true),
        ],
        Signature = new("Bí thư", Authority: "T/M Chi bộ"), Recipients = [list.Above is { } above ? above.Name.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal) : "Cấp ủy cấp trên", "Lưu Chi bộ"],
    };

    private static DocumentRow Row(FeeRow row, int at) => new([at + 1, row.Person.FullName, KindOf(row.Due), row.Due.Amount is { } amount ? Money(amount) : "………", null, Note(row)]);

    private static string? Note(FeeRow row) => row.Due.Relief switch
    {
        FeeRelief.PartyAge => "Miễn: đủ tuổi đảng",
        FeeRelief.PoorHousehold => "Miễn: hộ nghèo",
        FeeRelief.SeriousIllness => "Miễn: bệnh nặng",
        FeeRelief.Hardship => "Miễn: hoàn cảnh khó khăn",
        _ when row.Due.Basis == FeeBasis.ByHand => "Mức ấn định",
        _ => row.Away ? "Sinh hoạt tạm thời nơi khác" : row.Standing == Standing.Probationary ? "Dự bị" : null,
    };

    private static string KindOf(FeeDue due) => due.Kind switch
    {
        FeeKind.Insured => "Hưởng lương, có BHXH",
        FeeKind.Pensioner => "Hưu trí",
        FeeKind.Student => "Học sinh, sinh viên",
        _ => "Khác",
    };

    private static string Money(long amount) => amount.ToString("#,##0", Vietnamese);
}
