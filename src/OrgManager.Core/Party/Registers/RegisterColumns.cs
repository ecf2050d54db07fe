using System.Globalization;
using OrgManager.Common;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>The 14 columns of Mẫu 7-HSĐV, in Vietnamese as the form is; what the system does not hold stays empty, to be filled in by hand. The wording of the heads is not confirmed.</summary>
public static class RegisterColumns
{
    public static readonly IReadOnlyList<string> Heads =
    [
        "TT", "Họ và tên", "Số lý lịch, số thẻ đảng viên", "Ngày sinh: nam", "Ngày sinh: nữ", "Dân tộc, tôn giáo", "Quê quán, nơi ở hiện nay", "Nghề nghiệp, chức vụ, đơn vị công tác",
        "Trình độ: GDPT, chuyên môn, LLCT", "Ngày vào Đảng", "Ngày chính thức", "Ngày vào chi bộ, từ đâu đến", "Ngày rời chi bộ, đi đâu, lý do", "Ghi chú",
    ];

    /// <summary>How wide they are among each other.</summary>
    internal static readonly IReadOnlyList<int> Widths = [6, 13, 9, 9, 9, 8, 9, 16, 10, 9, 9, 12, 12, 11];

    public static IReadOnlyList<object?> Of(RegisterRow row, int number) =>
    [
        number, row.Person.FullName, null, row.Sex == Sex.Male ? row.Born : null, row.Sex == Sex.Female ? row.Born : null, null, null, row.Work is { } work ? $"{work.Post}, {work.Unit.Name}" : null,
        null, Written(row.Admission.Admitted), Written(row.Admission.Official), Joined($"{Day(row.InCellSince)}", row.CameFrom?.Name), row.LeftOn is { } left ? Joined(Day(left), row.WentTo?.Name ?? Why(row.Why)) : null, Remark(row),
    ];

    private static string? Remark(RegisterRow row)
    {
        var parts = row.Offices.Select(o => Post(o.Facts.Post, o.InCell)).Append(row.Facts.Participation switch
        {
            Participation.Exempt => "Miễn sinh hoạt",
            Participation.Suspended => "Đình chỉ sinh hoạt",
            _ => null,
        }).Append(row.Facts.Standing == Standing.Probationary ? "Dự bị" : null)
            .Append(row.Badge is { } years ? $"Huy hiệu {years} năm tuổi đảng" : null)
            .Concat(row.Admission.TimesOut.Select(t => $"Không sinh hoạt đảng {t.From}–{t.Until}"))
            .Concat(row.Disciplines.Select(d => $"{Discipline(d.Kind)} ({d.Number}, {d.DecidedOn})")).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static string Post(PartyPost post, bool inCell) => (post, inCell) switch
    {
        (PartyPost.Secretary, true) => "Bí thư chi bộ",
        (PartyPost.DeputySecretary, true) => "Phó bí thư chi bộ",
        (PartyPost.CommitteeMember, true) => "Chi ủy viên",
        (PartyPost.Secretary, _) => "Bí thư Đảng ủy",
        (PartyPost.DeputySecretary, _) => "Phó bí thư Đảng ủy",
        (PartyPost.StandingMember, _) => "Ủy viên Ban thường vụ",
        (PartyPost.CommitteeMember, _) => "Đảng ủy viên",
        (PartyPost.InspectionHead, _) => "Chủ nhiệm Ủy ban kiểm tra",
        _ => "Ủy viên Ủy ban kiểm tra",
    };

    /// <summary>A day as a day; what a paper gives less of as it has it.</summary>
    private static object? Written(PartialDay? day) => day is not { } known ? null : known.IsDay ? known.First : known.ToString();

    private static string Discipline(DisciplineKind kind) => kind switch
    {
        DisciplineKind.Reprimand => "Khiển trách",
        DisciplineKind.Warning => "Cảnh cáo",
        DisciplineKind.Dismissal => "Cách chức",
        _ => "Khai trừ",
    };

    private static string? Why(MembershipEnd? why) => why switch
    {
        MembershipEnd.TransferOut => "chuyển sinh hoạt đi nơi khác",
        MembershipEnd.Died => "từ trần",
        MembershipEnd.Removed => "xóa tên",
        MembershipEnd.Expelled => "khai trừ",
        MembershipEnd.Resigned => "xin ra khỏi Đảng",
        _ => null,
    };

    private static string Joined(string day, string? where) => where is null ? day : $"{day}, {where}";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
