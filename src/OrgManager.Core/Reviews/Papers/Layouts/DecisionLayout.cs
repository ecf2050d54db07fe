using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>Quyết định công nhận kết quả, with its lists.</summary>
internal sealed class DecisionLayout(RuleSetFacts rules)
{
    private const string Attached = "Kèm theo Quyết định số {{number}} {{date}}";

    public OfficialDocument Of(OfficialDocument head) => head with
    {
        Body = [.. Text()],
        Recipients = ["Cấp ủy cấp trên (báo cáo)", "Như Điều 3", "Lưu Văn phòng Đảng ủy"],
        Appendices =
        [
            new("I", "Danh sách xếp loại chất lượng đảng viên năm\u00A0{{year}}", Attached, [Members(), .. ListLayout.Legend(rules)]),
            new("II", "Danh sách xếp loại chất lượng chi bộ năm\u00A0{{year}}", Attached, [Cells()]),
            new("III", "Danh sách đảng viên chưa xếp loại năm\u00A0{{year}}", Attached, [.. ListLayout.NotGraded(ofCommittee: true)]),
        ],
    };

    private IEnumerable<DocumentBlock> Text() =>
    [
        new DocumentParagraph("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", Italic: true), new DocumentParagraph("Căn cứ {{rules}};", Italic: true),
        new DocumentParagraph("Xét kết quả kiểm điểm, đánh giá, xếp loại và đề nghị của các chi bộ trực thuộc,", Italic: true),
        new DocumentParagraph("{{BOARD}} QUYẾT ĐỊNH:", Bold: true, Align: DocumentAlign.Centre),
        new DocumentParagraph("Công nhận kết quả đánh giá, xếp loại chất lượng năm {{year}} đối với {{gradedCount}} đảng viên và {{cellsGraded}} chi bộ trực thuộc {{committee}}, cụ thể:", Lead: "Điều 1."),
        new DocumentParagraph($"1. Đảng viên: {string.Join("; ", rules.Grades.Select((grade, i) => $"{grade.Name}: {{{{count{i + 1}}}}}"))} (Phụ lục I)."),
        new DocumentParagraph($"2. Chi bộ: {string.Join("; ", rules.Grades.Select((grade, i) => $"{grade.Name}: {{{{cells{i + 1}}}}}"))} (Phụ lục II)."),
        new DocumentParagraph("Chưa xếp loại đối với {{notGradedCount}} đảng viên (Phụ lục III).", Lead: "Điều 2."),
        .. When("waiting.any", new DocumentParagraph("Mức xếp loại của {{waiting}} đảng viên được bổ sung sau khi có quyết định của cấp có thẩm quyền.")),
        new DocumentParagraph("Văn phòng Đảng ủy, các chi bộ trực thuộc và các đảng viên có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.", Lead: "Điều 3."),
    ];

    private static DocumentTable Members() => new(
        [new("TT", 6, DocumentAlign.Centre), new("Họ và tên", 22), new("Ngày sinh", 15, DocumentAlign.Centre), new("Chức vụ", 26), new("Mức xếp loại", 14, DocumentAlign.Centre), new("Ghi chú", 17)],
        [Mark("{{#cells}}"), new(["{{name}}"], Bold: true, Whole: true), Row("members", ["{{n}}", "{{name}}", "{{birth}}", "{{posts}}", "{{grade}}", "{{note}}"]), Mark("{{/cells}}")]);

    private static DocumentTable Cells() => List("cells",
        [new("TT", 6, DocumentAlign.Centre), new("Chi bộ", 44), new("Số đảng viên", 12, DocumentAlign.Centre), new("Mức xếp loại", 38)],
        "{{n}}", "{{name}}", "{{memberCount}}", "{{gradeName}}");
}
