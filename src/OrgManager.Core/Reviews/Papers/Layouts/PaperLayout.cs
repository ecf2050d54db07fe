using OrgManager.Reports.Documents;

namespace OrgManager.Reviews.Papers.Layouts;

/// <summary>The papers as the house lays them out: documents whose texts are names in double braces. What is printed without a template of the committee's own is this, filled; and it is what one begins a template from.</summary>
internal sealed class PaperLayout(RuleSetFacts rules, PartyGuidance guidance)
{
    public byte[] File(PaperKind kind, bool ofCommittee) => DocxFile.Write(Document(kind, ofCommittee));

    public OfficialDocument Document(PaperKind kind, bool ofCommittee) => kind switch
    {
        PaperKind.SelfReview => OfCell("Bản kiểm điểm cá nhân", "Năm {{year}}", [.. new SelfReviewLayout(rules).Body()]) with { Number = null, Form = "{{form}}" },
        PaperKind.CellReview => OfCell("Báo cáo", "kiểm điểm tập thể chi bộ năm\u00A0{{year}}", [.. new CellReviewLayout(rules).Body()]) with { Form = new CellReviewLayout(rules).Form, Signature = CellSecretary, Recipients = ["Đảng ủy (báo cáo)", "Lưu Chi bộ"] },
        PaperKind.Minutes => OfCell("Biên bản", "họp chi bộ kiểm điểm, đánh giá, xếp loại chất lượng năm\u00A0{{year}}", [.. new MeetingLayout(rules).Minutes()]) with { Recipients = ["Đảng ủy (báo cáo)", "Lưu Chi bộ"] },
        PaperKind.Tally => OfCell("Biên bản", "kiểm phiếu đề nghị xếp loại chất lượng đảng viên năm\u00A0{{year}}", [.. new MeetingLayout(rules).Tally()]) with { Number = null },
        PaperKind.Proposed => ofCommittee
            ? OfCommittee("Danh sách", "đề nghị xếp loại chất lượng đảng viên năm\u00A0{{year}}", [.. new ListLayout(rules).ProposedByCell()]) with { Landscape = true, Number = null, Signature = Secretary }
            : OfCell("Danh sách", "đề nghị xếp loại chất lượng đảng viên năm\u00A0{{year}}", [.. new ListLayout(rules).Proposed()]) with { Landscape = true, Number = null, Signature = CellSecretary },
        PaperKind.NotGraded => ofCommittee
            ? OfCommittee("Danh sách", "đảng viên chưa kiểm điểm, chưa xếp loại chất lượng năm\u00A0{{year}}", [.. ListLayout.NotGraded(ofCommittee: true)]) with { Number = null, Signature = Secretary }
            : OfCell("Danh sách", "đảng viên chưa kiểm điểm, chưa xếp loại chất lượng năm\u00A0{{year}}", [.. ListLayout.NotGraded(ofCommittee: false)]) with { Number = null, Signature = CellSecretary },
        PaperKind.SecondBallot => OfCommittee("Phiếu bình chọn", "đảng viên {{grade1.lower}} năm\u00A0{{year}}", [.. ListLayout.SecondBallot()]) with { Number = null },
        PaperKind.Decision => new DecisionLayout(rules).Of(OfCommittee("Quyết định", "công nhận kết quả đánh giá, xếp loại chất lượng đảng viên, chi bộ năm\u00A0{{year}}", [])) with { Signature = Secretary },
        PaperKind.Notice => OfCell("Thông báo", "kết quả đánh giá, xếp loại chất lượng đảng viên năm\u00A0{{year}}", [.. Notice()]) with { Signature = CellSecretary, Recipients = ["Đồng chí {{member.name}}", "Lưu Chi bộ"] },
        _ => OfCommittee("Báo cáo", "tổng hợp kết quả đánh giá, xếp loại chất lượng chi bộ, đảng viên năm\u00A0{{year}}", [.. new SummaryLayout(rules).Body()]) with
        {
            Signature = Secretary, Recipients = ["Cấp ủy cấp trên (báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"],
        },
    };

    private static DocumentSignature Secretary => new("Bí thư", "{{secretary}}", "T/M Đảng ủy");

    private static DocumentSignature CellSecretary => new("Bí thư", "{{secretary}}", "T/M Chi bộ");

    private OfficialDocument OfCell(string kind, string subject, IReadOnlyList<DocumentBlock> body) => Of(kind, subject, body) with { Superior = "{{committee}}", Issuer = "{{cell}}" };

    private OfficialDocument OfCommittee(string kind, string subject, IReadOnlyList<DocumentBlock> body) => Of(kind, subject, body);

    private OfficialDocument Of(string kind, string subject, IReadOnlyList<DocumentBlock> body) => new()
    {
        Layout = DocumentLayout.Party, Guidance = guidance, Superior = "{{superior}}", Issuer = "{{board}}", Number = "{{number}}", Place = "{{place}}", Dated = "{{date}}",
        Kind = kind, Subject = subject, Body = body,
    };

    private static IEnumerable<DocumentBlock> Notice() =>
    [
        new DocumentParagraph("Kính gửi: Đồng chí {{member.name}}", Align: DocumentAlign.Centre),
        new DocumentParagraph("Căn cứ {{rules}}; căn cứ kết quả kiểm điểm, đánh giá, xếp loại chất lượng đảng viên năm {{year}}, {{cell}} thông báo kết quả đối với đồng chí như sau:"),
        new DocumentParagraph("1. Họ và tên: {{member.name}}; ngày sinh: {{member.birth}}; chức vụ: {{member.posts}}; đơn vị công tác: {{member.unit}}."),
        .. Blocks.When("member.gradeName",
            new DocumentParagraph("{{member.gradeName}}.", Lead: "2. Mức xếp loại chất lượng năm {{year}}:")),
        .. Blocks.Unless("member.gradeName",
            new DocumentParagraph("chưa có mức xếp loại{{member.whyNot}}.", Lead: "2. Mức xếp loại chất lượng năm {{year}}:")),
        .. Blocks.When("member.votes", new DocumentParagraph("3. Số phiếu của chi bộ cho mức đề nghị: {{member.votes}}/{{member.convened}} đảng viên chính thức được triệu tập.")),
        new DocumentParagraph("Nếu có ý kiến đề nghị xem xét lại, đồng chí gửi bằng văn bản đến chi bộ và {{board}} để được xem xét, giải quyết theo quy định."),
    ];
}

/// <summary>Pieces that the layouts share.</summary>
internal static class Blocks
{
    public static DocumentParagraph Heading(string text) => new(text, Bold: true, Align: DocumentAlign.Left);

    public static DocumentParagraph Line(string text) => new(text, Align: DocumentAlign.Left);

    /// <summary>Written only where there is something of that name, or once for each of a list.</summary>
    public static IEnumerable<DocumentBlock> When(string name, params IEnumerable<DocumentBlock> inner) => [Line($"{{{{#{name}}}}}"), .. inner, Line($"{{{{/{name}}}}}")];

    /// <summary>Written where there is nothing.</summary>
    public static IEnumerable<DocumentBlock> Unless(string name, params IEnumerable<DocumentBlock> inner) => [Line($"{{{{^{name}}}}}"), .. inner, Line($"{{{{/{name}}}}}")];

    /// <summary>A table with a row for each item of a list; cells are written as names in double braces.</summary>
    public static DocumentTable List(string list, IReadOnlyList<DocumentColumn> columns, params IReadOnlyList<string> cells) => new(columns, [Row(list, cells)]);

    public static DocumentRow Row(string list, IReadOnlyList<string> cells) =>
        new([.. cells.Select((cell, at) => (object)$"{(at == 0 ? $"{{{{#{list}}}}}" : "")}{cell}{(at == cells.Count - 1 ? $"{{{{/{list}}}}}" : "")}")]);

    /// <summary>A row that is a mark alone: what lies between two of them is repeated.</summary>
    public static DocumentRow Mark(string mark) => new([mark], Whole: true);
}
