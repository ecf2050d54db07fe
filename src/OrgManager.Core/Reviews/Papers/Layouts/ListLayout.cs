using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>The lists that go from the cells to the committee, and what the committee chooses from.</summary>
internal sealed class ListLayout(RuleSetFacts rules)
{
    private static readonly DocumentColumn Number = new("TT", 6, DocumentAlign.Centre), Name = new("Họ và tên", 20), Born = new("Ngày sinh", 15, DocumentAlign.Centre), Posts = new("Chức vụ", 22);

    private static readonly DocumentColumn[] ProposedColumns =
        [new("TT", 4, DocumentAlign.Centre), new("Họ và tên", 20), new("Ngày sinh", 10, DocumentAlign.Centre), new("Chức vụ", 26), new("Xếp loại năm trước", 10, DocumentAlign.Centre), new("Số phiếu", 7, DocumentAlign.Centre), new("Đề nghị", 10, DocumentAlign.Centre), new("Ghi chú", 16)];

    private static readonly string[] ProposedCells = ["{{n}}", "{{name}}", "{{birth}}", "{{posts}}", "{{lastGrade}}", "{{votes}}", "{{proposed}}", "{{note}}"];

    public IEnumerable<DocumentBlock> Proposed() => [List("members", ProposedColumns, ProposedCells), .. Sums(), .. Legend(rules)];

    /// <summary>A cell after the other, each under its name.</summary>
    public IEnumerable<DocumentBlock> ProposedByCell() =>
        [new DocumentTable(ProposedColumns, [Mark("{{#cells}}"), Group(), Row("members", ProposedCells), Mark("{{/cells}}")]), .. Sums(), .. Legend(rules)];

    public static IEnumerable<DocumentBlock> NotGraded(bool ofCommittee) =>
    [
        List("notGraded",
            ofCommittee ? [Number, Name, Born, new("Chức vụ", 17), new("Chi bộ", 19), new("Lý do", 23)] : [Number, Name, Born, Posts, new("Lý do", 30)],
            ofCommittee ? ["{{n}}", "{{name}}", "{{birth}}", "{{posts}}", "{{cellName}}", "{{reason}}"] : ["{{n}}", "{{name}}", "{{birth}}", "{{posts}}", "{{reason}}"]),
        .. Unless("notGraded", new DocumentParagraph("Không có đảng viên chưa kiểm điểm, chưa xếp loại.")),
        .. When("notGraded.any", new DocumentParagraph("Danh sách gồm {{notGradedCount}} đảng viên.")),
    ];

    public static IEnumerable<DocumentBlock> SecondBallot() =>
    [
        .. When("most", new DocumentParagraph("Số đảng viên được xếp loại {{grade1.lower}} không quá {{most}} đồng chí. Đánh dấu x vào một trong hai cột đối với từng đồng chí.")),
        .. Unless("most", new DocumentParagraph("Đánh dấu x vào một trong hai cột đối với từng đồng chí.")),
        List("candidates", [Number, Name, new("Chức vụ", 24), new("Chi bộ", 24), new("Đồng ý", 9, DocumentAlign.Centre), new("Không đồng ý", 10, DocumentAlign.Centre)],
            "{{n}}", "{{name}}", "{{posts}}", "{{cellName}}", "☐", "☐"),
        .. Unless("candidates", new DocumentParagraph("Chưa có đảng viên được đề nghị.")),
    ];

    /// <summary>What the codes of the grades stand for, below a table.</summary>
    public static IEnumerable<DocumentBlock> Legend(RuleSetFacts rules) =>
        [new DocumentParagraph(string.Join("; ", rules.Grades.Select(g => $"{g.Code}: {g.Name}")) + ".", Italic: true, Align: DocumentAlign.Left)];

    private static DocumentRow Group() => new(["{{name}}"], Bold: true, Whole: true);

    private IEnumerable<DocumentBlock> Sums() =>
        [new DocumentParagraph($"Tổng số {{{{memberCount}}}} đảng viên, trong đó đề nghị: {string.Join("; ", rules.Grades.Select((grade, i) => $"{grade.Name}: {{{{count{i + 1}}}}}"))}; chưa xếp loại: {{{{notGradedCount}}}}.")];
}
