using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>What a cell writes down of its meeting and of its ballot.</summary>
internal sealed class MeetingLayout(RuleSetFacts rules)
{
    private const string Convened = "Tổng số đảng viên của chi bộ: {{memberCount}}, trong đó chính thức {{official}}, dự bị {{probationary}}. Đảng viên chính thức được triệu tập: {{convened}}";

    public IEnumerable<DocumentBlock> Minutes() =>
    [
        Heading("I- THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        new DocumentParagraph("1. Thời gian: {{meetingTime}}, {{meetingDay}}. Địa điểm: {{meetingPlace}}."),
        new DocumentParagraph($"2. Thành phần: {Convened}; có mặt: {{{{present}}}}; vắng mặt: {{{{absent}}}}."),
        new DocumentParagraph("3. Chủ trì: đồng chí {{chair}}."), new DocumentParagraph("4. Thư ký: đồng chí {{clerk}}."),
        Heading("II- NỘI DUNG"),
        new DocumentParagraph("1. Kiểm điểm tập thể và cá nhân; ý kiến thảo luận, góp ý:"), new DocumentBlanks(4),
        new DocumentParagraph("2. Kết quả bỏ phiếu kín đề nghị xếp loại chất lượng đảng viên (theo Biên bản kiểm phiếu):"),
        Votes(withProposed: true),
        new DocumentParagraph("3. Đảng viên chưa xếp loại:"),
        .. When("notGraded", Line("- Đồng chí {{name}}: {{reason}}.")), .. Unless("notGraded", Line("Không có.")),
        new DocumentParagraph("4. Chi bộ tự xếp loại: {{cell.proposedName}}."),
        Heading("III- KẾT LUẬN"),
        new DocumentParagraph("Chi bộ thống nhất đề nghị {{board}} xem xét, quyết định xếp loại chất lượng đảng viên năm {{year}} như sau:"),
        .. rules.Grades.Select((grade, i) => Line($"- {grade.Name}: {{{{count{i + 1}}}}} đảng viên.")),
        new DocumentParagraph("Cuộc họp kết thúc hồi {{meetingEnd}} cùng ngày; biên bản đã được đọc cho chi bộ nghe và nhất trí thông qua."),
        new DocumentSignatures([new("Thư ký", Hint: "Ký, ghi rõ họ tên"), new("Chủ trì", "{{chair}}", Hint: "Ký, ghi rõ họ tên")]),
    ];

    public IEnumerable<DocumentBlock> Tally() =>
    [
        new DocumentParagraph("Hôm nay, {{meetingDay}}, {{cell}} tiến hành bỏ phiếu kín đề nghị xếp loại chất lượng đảng viên năm {{year}}."),
        new DocumentParagraph("1. Tổ kiểm phiếu gồm các đồng chí:"), new DocumentParagraph("- {{clerk}}, tổ trưởng;"), new DocumentParagraph("- {{clerk}}, thành viên."),
        new DocumentParagraph($"2. {Convened}."),
        new DocumentParagraph("3. Số phiếu phát ra: {{issued}}; thu về: {{returned}}; không hợp lệ: {{invalid}}."),
        new DocumentParagraph("4. Kết quả (tỷ lệ phần trăm tính trên số đảng viên chính thức được triệu tập):"),
        Votes(withProposed: false), .. ListLayout.Legend(rules),
        new DocumentParagraph("Biên bản này được lập thành 02 bản và được thông qua trước chi bộ."),
        new DocumentSignatures([new("Thành viên", Hint: "Ký, ghi rõ họ tên"), new("Tổ trưởng tổ kiểm phiếu", Hint: "Ký, ghi rõ họ tên"), new("Bí thư", "{{secretary}}", "T/M Chi bộ")]),
    ];

    private DocumentTable Votes(bool withProposed) => List("members",
        [
            new("TT", 6, DocumentAlign.Centre), new("Họ và tên", 24),
            .. rules.Grades.Select(grade => new DocumentColumn(grade.Code, 13, DocumentAlign.Centre)),
            withProposed ? new("Đề nghị", 14, DocumentAlign.Centre) : new("Không hợp lệ", 9, DocumentAlign.Centre),
        ],
        [
            "{{n}}", "{{name}}", .. rules.Grades.Select((_, i) => withProposed ? $"{{{{votes{i + 1}}}}}" : $"{{{{result{i + 1}}}}}"),
            withProposed ? "{{proposed}}{{note}}" : "{{invalid}}",
        ]);
}
