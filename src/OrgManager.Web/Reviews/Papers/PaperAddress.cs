using OrgManager.Reviews.Papers;

namespace OrgManager.Web.Reviews.Papers;

/// <summary>Where the papers of a year are fetched.</summary>
public static class PaperAddress
{
    private static readonly Dictionary<PaperKind, string> Names = new()
    {
        [PaperKind.SelfReview] = "self-review", [PaperKind.CellReview] = "cell-review", [PaperKind.Minutes] = "minutes", [PaperKind.Tally] = "tally", [PaperKind.Proposed] = "proposed", [PaperKind.NotGraded] = "not-graded",
        [PaperKind.SecondBallot] = "second-ballot", [PaperKind.Decision] = "decision", [PaperKind.Notice] = "notice", [PaperKind.Summary] = "summary",
    };

    public static PaperKind? Find(string name) => Names.Where(n => n.Value == name).Select(n => (PaperKind?)n.Key).FirstOrDefault();

    public static string OfCell(int year, string code, PaperKind paper, string format = "docx") => $"/reviews/{year}/papers/cell/{Uri.EscapeDataString(code)}/{Names[paper]}.{format}";

    public static string OfMember(int year, string code, PaperKind paper) => $"/reviews/{year}/papers/member/{Uri.EscapeDataString(code)}/{Names[paper]}.docx";

    public static string OfCommittee(int year, string code, PaperKind paper, string format = "docx") => $"/reviews/{year}/papers/committee/{Uri.EscapeDataString(code)}/{Names[paper]}.{format}";

    public static string Default(int year, string committee, PaperUse use) => $"/reviews/{year}/papers/layout/{Uri.EscapeDataString(committee)}/{Names[use.Paper]}-{(use.OfCommittee ? "committee" : "cell")}.docx";

    public static string Template(Guid id) => $"/reviews/papers/templates/{id}.docx";
}
