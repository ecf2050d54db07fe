namespace OrgManager.Reviews.Papers;

/// <summary>What the files are called: plain letters, for every system.</summary>
internal static class PaperNames
{
    public static string File(PaperKind paper) => paper switch
    {
        PaperKind.SelfReview => "ban-kiem-diem",
        PaperKind.CellReview => "kiem-diem-tap-the",
        PaperKind.Minutes => "bien-ban-hop-chi-bo",
        PaperKind.Tally => "bien-ban-kiem-phieu",
        PaperKind.Proposed => "danh-sach-de-nghi",
        PaperKind.NotGraded => "danh-sach-chua-xep-loai",
        PaperKind.SecondBallot => "phieu-binh-chon",
        PaperKind.Decision => "quyet-dinh-cong-nhan",
        PaperKind.Notice => "thong-bao-ket-qua",
        _ => "bao-cao-tong-hop",
    };

    public static string Title(PaperKind paper) => paper switch
    {
        PaperKind.Minutes or PaperKind.Tally => "Kết quả bỏ phiếu đề nghị xếp loại đảng viên",
        PaperKind.Proposed => "Danh sách đề nghị xếp loại đảng viên",
        PaperKind.NotGraded => "Danh sách đảng viên chưa kiểm điểm, chưa xếp loại",
        PaperKind.SecondBallot => "Danh sách bình chọn đảng viên hoàn thành xuất sắc nhiệm vụ",
        PaperKind.Decision => "Danh sách kết quả xếp loại đảng viên",
        _ => "Tổng hợp kết quả xếp loại theo chi bộ",
    };
}
