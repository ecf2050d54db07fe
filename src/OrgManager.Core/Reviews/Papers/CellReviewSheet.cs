namespace OrgManager.Reviews.Papers;

/// <summary>Báo cáo kiểm điểm tập thể of a cell in one version: what its form asks for, and its number.</summary>
internal sealed record CellReviewSheet(IReadOnlyList<FormPart> Parts, string? Code)
{
    private static readonly Dictionary<string, string> NoMeanings = [];

    public static CellReviewSheet Of(RuleSetFacts rules) => new(
        [.. SelfReviewForm.Of(rules, ReviewSubject.Cell, leads: false, NoMeanings).Parts.Where(p => p.Kind != FormPartKind.Grades)],
        rules.Forms.FirstOrDefault(f => $"{f.Subject}" == nameof(ReviewSubject.Cell))?.Code);
}
