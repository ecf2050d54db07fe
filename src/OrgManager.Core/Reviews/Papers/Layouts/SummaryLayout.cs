using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>Báo cáo tổng hợp kết quả: the figures of the committee's year, by cell and grade, beside earlier years.</summary>
internal sealed class SummaryLayout(RuleSetFacts rules)
{
    public IEnumerable<DocumentBlock> Body() =>
    [
        new DocumentParagraph("(Số liệu {{state}})", Italic: true, Align: DocumentAlign.Centre),
        new DocumentParagraph("Thực hiện {{rules}}, {{board}} báo cáo kết quả đánh giá, xếp loại chất lượng chi bộ, đảng viên năm {{year}} như sau:"),
        Heading("I- ĐẢNG VIÊN"),
        new DocumentParagraph("Tổng số đảng viên thuộc diện kiểm điểm: {{memberCount}}; đã xếp loại: {{gradedCount}}; chưa xếp loại: {{notGradedCount}}; chờ quyết định: {{waiting}}."),
        .. rules.Grades.Select((grade, i) => Line($"- {grade.Name}: {{{{count{i + 1}}}}} đảng viên, đạt {{{{share{i + 1}}}}} %.")),
        .. When("most", new DocumentParagraph("Số đảng viên xếp loại {{grade1.lower}} là {{count1}}, giới hạn {{most}} ({{capPercent}} % của {{capBase}} đảng viên xếp loại {{capOf}}).")),
        ByCell(), .. ListLayout.Legend(rules),
        Heading("II- CHI BỘ"),
        .. rules.Grades.Select((grade, i) => Line($"- {grade.Name}: {{{{cells{i + 1}}}}} chi bộ.")),
        List("cells", [new("TT", 6, DocumentAlign.Centre), new("Chi bộ", 42), new("Biên bản", 22, DocumentAlign.Centre), new("Mức xếp loại", 30)], "{{n}}", "{{name}}", "{{minutes}}", "{{gradeName}}"),
        Heading("III- ĐẢNG VIÊN CHƯA XẾP LOẠI"),
        .. When("reasons", Line("- {{reason}}: {{count}} đảng viên.")), .. Unless("reasons", Line("Không có.")),
        Heading("IV- SO SÁNH VỚI CÁC NĂM TRƯỚC"),
        List("years",
            [new("Năm", 10, DocumentAlign.Centre), .. rules.Grades.Select(g => new DocumentColumn(g.Code, 14, DocumentAlign.Centre)), new("Chưa xếp loại", 14, DocumentAlign.Centre), new("Số liệu", 14, DocumentAlign.Centre)],
            ["{{year}}", .. rules.Grades.Select((_, i) => $"{{{{count{i + 1}}}}}"), "{{notGradedCount}}", "{{state}}"]),
        new DocumentParagraph("Trên đây là kết quả đánh giá, xếp loại chất lượng chi bộ, đảng viên năm {{year}} của {{committee}}."),
    ];

    private DocumentTable ByCell() => new(
        [new("TT", 6, DocumentAlign.Centre), new("Chi bộ", 25), new("Đảng viên", 9, DocumentAlign.Centre), .. rules.Grades.Select(g => new DocumentColumn(g.Code, 13, DocumentAlign.Centre)), new("Chưa xếp loại", 9, DocumentAlign.Centre)],
        [
            Row("cells", ["{{n}}", "{{name}}", "{{memberCount}}", .. rules.Grades.Select((_, i) => $"{{{{count{i + 1}}}}}"), "{{notGradedCount}}"]),
            new([null, "Cộng", "{{memberCount}}", .. rules.Grades.Select((_, i) => (object)$"{{{{count{i + 1}}}}}"), "{{notGradedCount}}"], Bold: true),
        ]);
}
