using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>Bản kiểm điểm cá nhân: what is known of the member, the parts of the version with lines to write on, and everybody who signs after the member (DOMAIN §3.12).</summary>
internal sealed class SelfReviewLayout(RuleSetFacts rules)
{
    private readonly SelfReviewSheet _form = SelfReviewSheet.Of(rules);

    public IEnumerable<DocumentBlock> Body() => [.. Known(), .. Criteria(), .. _form.Parts.SelectMany(Part), .. Points(), .. OwnGrade(), .. Others()];

    private static IEnumerable<DocumentBlock> Known() =>
    [
        Line("Họ và tên: {{member.name}}"), Line("Ngày sinh: {{member.birth}}"), Line("Chức vụ Đảng: {{member.partyPosts}}"), Line("Chức vụ chính quyền: {{member.statePosts}}"),
        Line("Chức vụ đoàn thể: {{member.unionPosts}}"), Line("Đơn vị công tác: {{member.unit}}"), Line("Chi bộ: {{cell}}"),
    ];

    /// <summary>Where the cell has said what it means by a criterion.</summary>
    private static IEnumerable<DocumentBlock> Criteria() => [.. When("criteria.any", Heading("Tiêu chí cụ thể của chi bộ")), .. When("criteria", Line("- {{text}}: {{meaning}}"))];

    private static IEnumerable<DocumentBlock> Part(SheetPart part) => part.Of switch
    {
        SheetReader.Leader => When("member.leader", Of(part)),
        SheetReader.NoPost => Unless("member.leader", Of(part)),
        _ => Of(part),
    };

    private static IEnumerable<DocumentBlock> Of(SheetPart part)
    {
        yield return Heading(part.Heading);
        if (part.Remedies)
        {
            foreach (var block in When("member.lastGrade", Line("Mức xếp loại năm {{lastYear}}: {{member.lastGrade}}."))) yield return block;
            foreach (var block in When("member.remedies", Line("Nội dung phải khắc phục từ kỳ trước: {{member.remedies}}"))) yield return block;
        }
        if (part.Lines > 0)
        {
            foreach (var block in When($"part.{part.Code}", new DocumentParagraph($"{{{{part.{part.Code}}}}}"))) yield return block;
            foreach (var block in Unless($"part.{part.Code}", new DocumentBlanks(part.Lines))) yield return block;
        }
        if (part.Rated) yield return Line($"Tự đánh giá về cấp độ thực hiện: {{{{level.{part.Code}}}}}");
    }

    /// <summary>Where the rules go by points: groups and criteria with the most they give.</summary>
    private IEnumerable<DocumentBlock> Points()
    {
        if (rules.Scale.Kind != "Points") yield break;
        yield return Heading("Bảng điểm tự đánh giá");
        yield return new DocumentTable(
            [new("TT", 6, DocumentAlign.Centre), new("Nhóm tiêu chí, tiêu chí", 45), new("Điểm tối đa", 12, DocumentAlign.Centre), new("Tự chấm", 12, DocumentAlign.Centre), new("Chi bộ chấm", 12, DocumentAlign.Centre)],
            [.. rules.Scale.Groups.Where(g => g.Subjects.Contains(ReviewSubject.Member)).SelectMany(Rows), new([null, "Cộng", Sum(), "{{score.sum}}", null], Bold: true)]);
    }

    private static IEnumerable<DocumentRow> Rows(CriteriaGroup group, int at) =>
        group.Criteria.Select((criterion, i) => new DocumentRow([$"{at + 1}.{i + 1}", criterion.Text, PaperWords.Points(criterion.Max), $"{{{{score.{group.ScoreCode(criterion)}}}}}", null]))
            .Prepend(new([at + 1, group.Name, group.Max, $"{{{{score.{group.Code}}}}}", null], Bold: group.Criteria.Count > 0));

    private int Sum() => rules.Scale.Groups.Where(g => g.Subjects.Contains(ReviewSubject.Member)).Sum(g => g.Max ?? 0);

    private static IEnumerable<DocumentBlock> OwnGrade() =>
    [
        Heading("VII. Tự nhận mức xếp loại chất lượng"),
        Line("1. Xếp loại cán bộ, công chức, viên chức:"), Line("{{boxes.staff}}"),
        Line("2. Xếp loại đảng viên:"), Line("{{boxes.own}}"),
        new DocumentSignatures([new("", null), new("Người tự kiểm điểm", "{{member.name}}", Hint: "Ký, ghi rõ họ tên")]),
    ];

    /// <summary>What is known stands there; what is not is written by hand.</summary>
    private static IEnumerable<DocumentBlock> Said(string name) => [.. When(name, new DocumentParagraph($"{{{{{name}}}}}")), .. Unless(name, new DocumentBlanks(3))];

    private static IEnumerable<DocumentBlock> Others() =>
    [
        Heading("ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG"),
        Heading("1. Nhận xét, đánh giá của người quản lý, sử dụng cán bộ, công chức, viên chức"), .. Said("member.comment"), Line("Mức xếp loại: {{boxes.work}}"),
        new DocumentSignatures([new("", null), new("Thủ trưởng cơ quan, đơn vị", Hint: "Ký, ghi rõ họ tên và đóng dấu")]),
        Heading("2. Nhận xét, đánh giá của chi ủy; chi bộ đề xuất xếp loại"), .. Said("member.cellComment"), Line("Mức xếp loại: {{boxes.proposed}}"),
        new DocumentSignatures([new("", null), new("", "{{secretary}}", "T/M Chi ủy (Chi bộ)", "Ký, ghi rõ họ tên")]),
        Heading("3. Đảng ủy, chi ủy cơ sở xếp loại"), Line("Mức xếp loại: {{boxes.decided}}"),
        new DocumentSignatures([new("", null), new("", Authority: "T/M Đảng ủy", Hint: "Ký, ghi rõ họ tên và đóng dấu")]),
    ];
}
