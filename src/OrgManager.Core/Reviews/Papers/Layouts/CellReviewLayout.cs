using OrgManager.Reports.Documents;
using static OrgManager.Reviews.Papers.Layouts.Blocks;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>Báo cáo kiểm điểm tập thể: the parts of the version with what the cell has written, or its criteria and lines to write on.</summary>
internal sealed class CellReviewLayout(RuleSetFacts rules)
{
    private readonly CellReviewSheet _form = CellReviewSheet.Of(rules);

    public string? Form => _form.Code is { } code ? $"Mẫu {code}" : null;

    public IEnumerable<DocumentBlock> Body() =>
    [
        new DocumentParagraph("Thực hiện {{rules}}, {{cell}} kiểm điểm việc lãnh đạo, thực hiện nhiệm vụ năm {{year}} như sau:"),
        .. _form.Parts.SelectMany(Part),
        Heading($"{_form.Parts.Count + 1}. Tự nhận mức xếp loại chất lượng"), Line("{{boxes.cell}}"),
    ];

    private static IEnumerable<DocumentBlock> Part(FormPart part, int at) =>
    [
        Heading($"{at + 1}. {part.Heading}"),
        .. When($"part.{part.Code}", new DocumentParagraph($"{{{{part.{part.Code}}}}}")),
        .. Unless($"part.{part.Code}", [.. part.Criteria.Where(c => c.Code != part.Code).Select(c => Line($"- {c.Text}")), new DocumentBlanks(4)]),
    ];
}
