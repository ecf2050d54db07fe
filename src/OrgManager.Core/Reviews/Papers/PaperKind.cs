namespace OrgManager.Reviews.Papers;

/// <summary>The papers of a year's reviews, in the order they are needed.</summary>
public enum PaperKind
{
    /// <summary>Bản kiểm điểm cá nhân, filled in as far as it is known.</summary>
    SelfReview,

    /// <summary>Báo cáo kiểm điểm tập thể of a cell (Mẫu 01), filled in as far as it is known.</summary>
    CellReview,

    /// <summary>Biên bản họp chi bộ kiểm điểm, đánh giá, xếp loại.</summary>
    Minutes,

    /// <summary>Biên bản kiểm phiếu.</summary>
    Tally,

    /// <summary>Danh sách đề nghị xếp loại.</summary>
    Proposed,

    /// <summary>Danh sách chưa kiểm điểm, không xếp loại.</summary>
    NotGraded,

    /// <summary>Phiếu bình chọn đảng viên hoàn thành xuất sắc nhiệm vụ.</summary>
    SecondBallot,

    /// <summary>Quyết định công nhận kết quả xếp loại.</summary>
    Decision,

    /// <summary>Thông báo kết quả cho đảng viên.</summary>
    Notice,

    /// <summary>Báo cáo tổng hợp kết quả.</summary>
    Summary,
}

public static class PaperKinds
{
    /// <summary>A page for each member, which the member may have of their own.</summary>
    public static bool IsOfMember(this PaperKind kind) => kind is PaperKind.SelfReview or PaperKind.Notice;

    /// <summary>Made by a cell.</summary>
    public static bool IsOfCell(this PaperKind kind) => kind is PaperKind.SelfReview or PaperKind.CellReview or PaperKind.Minutes or PaperKind.Tally or PaperKind.Proposed or PaperKind.NotGraded or PaperKind.Notice;

    /// <summary>Made by the committee for all its cells.</summary>
    public static bool IsOfCommittee(this PaperKind kind) => kind is PaperKind.Proposed or PaperKind.NotGraded or PaperKind.SecondBallot or PaperKind.Decision or PaperKind.Summary;

    /// <summary>It has a list that also leaves as a workbook.</summary>
    public static bool HasList(this PaperKind kind) => kind is not (PaperKind.SelfReview or PaperKind.CellReview or PaperKind.Notice);
}
