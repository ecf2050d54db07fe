using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Biên bản sinh hoạt chi bộ in the party's layout: what is known is filled in, what was said is left to be written.</summary>
internal sealed class MeetingMinutes(OrgSnapshot on, CellMeeting meeting)
{
    private const string Blank = "……………";
    private readonly UnitOn? _cell = on.Unit(meeting.CellId);

    /// <summary>Staff numbers of all who are named.</summary>
    public IEnumerable<string> Told => Members.Select(m => m.Person.Code);

    private List<MemberOn> Members => [.. (_cell?.Members ?? []).OrderBy(Rank).ThenBy(m => m.Person.SortKey, StringComparer.Ordinal)];

    public OfficialDocument Document() => new()
    {
        Layout = DocumentLayout.Party, Guidance = PartyGuidances.On(meeting.On), Superior = _cell?.Parent?.Name, Issuer = _cell?.Name ?? Blank,
        Number = meeting.MinutesNumber ?? $"{Blank}-BB/CB", Place = Blank, Date = meeting.On, Kind = "Biên bản", Subject = Subject,
        Body = [.. Body()], Recipients = ["Các đảng viên trong chi bộ", "Lưu Chi bộ"],
        Appendices = [new(null, "Danh sách đảng viên", $"Kèm theo Biên bản số {meeting.MinutesNumber ?? Blank} {DocxHead.Day(meeting.On)}", [Attendance()])],
    };

    private string Subject => meeting.Kind switch
    {
        MeetingKind.Thematic => $"sinh hoạt chuyên đề{(meeting.Topic is { } topic ? $": {topic}" : "")}",
        MeetingKind.Review => "họp kiểm điểm, đánh giá, xếp loại chất lượng",
        MeetingKind.Extraordinary => "họp chi bộ bất thường",
        _ => $"sinh hoạt chi bộ thường kỳ tháng {meeting.On.Month}/{meeting.On.Year}",
    };

    private MemberOn? Chair => Members.Find(m => m.Person.Id == meeting.ChairId);

    private IEnumerable<DocumentBlock> Body()
    {
        yield return Head("I-", "THỜI GIAN, ĐỊA ĐIỂM");
        yield return new DocumentParagraph($"Vào {Blank}, {DocxHead.Day(meeting.On)}, tại {Blank}{(meeting.Minutes is { } minutes ? $"; thời gian họp {minutes} phút" : "")}.");
        yield return Head("II-", "THÀNH PHẦN");
        yield return new DocumentParagraph($"Đảng viên được triệu tập: {meeting.Convened} đồng chí; có mặt: {meeting.Official + meeting.Probationary} đồng chí ({meeting.Official} chính thức, {meeting.Probationary} dự bị); vắng: {meeting.Convened - meeting.Official - meeting.Probationary} đồng chí (có lý do: {Blank}; không có lý do: {Blank}).");
        yield return new DocumentParagraph($"Chủ trì: đồng chí {Chair?.Person.FullName ?? Blank}{(Chair is { } chair && PostOf(chair) is { Length: > 0 } post ? $", {post}" : "")}.");
        yield return new DocumentParagraph($"Thư ký: đồng chí {Blank}.");
        yield return Head("III-", "NỘI DUNG");
        if (meeting.Topic is { } topic) yield return new DocumentParagraph(topic.TrimEnd('.') + ".");
        foreach (var part in new[] { "1. Chủ trì thông báo tình hình, nội dung sinh hoạt:", "2. Ý kiến thảo luận:", "3. Kết luận của chủ trì:" })
        {
            yield return new DocumentParagraph(part);
            yield return new DocumentBlanks(3);
        }
        yield return Head("IV-", "NGHỊ QUYẾT");
        yield return new DocumentParagraph(meeting.Resolution is { } number
            ? $"Chi bộ biểu quyết thông qua Nghị quyết số {number}{(meeting.ResolutionOn is { } day ? $" {DocxHead.Day(day)}" : "")}: {Blank}/{meeting.Official} đảng viên chính thức có mặt tán thành."
            : $"Chi bộ biểu quyết: {Blank}/{meeting.Official} đảng viên chính thức có mặt tán thành.");
        yield return new DocumentParagraph($"Buổi sinh hoạt kết thúc vào {Blank} cùng ngày. Biên bản đã được đọc lại và thông qua.");
        yield return new DocumentSignatures([new("Thư ký", Hint: "Ký, ghi rõ họ tên"), new("Chủ trì", Chair?.Person.FullName, Hint: "Ký, ghi rõ họ tên")]);
    }

    private DocumentTable Attendance() => new(
        [new("TT", 6, DocumentAlign.Centre), new("Họ và tên", 34), new("Chức vụ đảng", 24), new("Đảng viên", 18), new("Ký tên", 18)],
        [.. Members.Select((m, at) => new DocumentRow([at + 1, m.Person.FullName, PostOf(m), StandingOf(m), null]))]);

    private static DocumentParagraph Head(string number, string text) => new(text, Lead: number, Bold: true, Align: DocumentAlign.Left);

    private static string StandingOf(MemberOn m) => m.Facts.Participation switch
    {
        Participation.Exempt => "Miễn sinh hoạt",
        Participation.Suspended => "Đình chỉ sinh hoạt",
        _ => m.Facts.Standing == Standing.Official ? "Chính thức" : "Dự bị",
    };

    private string PostOf(MemberOn m) => m.Offices.Where(o => o.UnitId == meeting.CellId).Select(o => o.Facts.Post).Order().Select(post => post switch
    {
        PartyPost.Secretary => "Bí thư chi bộ",
        PartyPost.DeputySecretary => "Phó Bí thư chi bộ",
        _ => "Chi ủy viên",
    }).FirstOrDefault() ?? "";

    private int Rank(MemberOn m) => m.Offices.Where(o => o.UnitId == meeting.CellId).Select(o => (int)o.Facts.Post).DefaultIfEmpty(int.MaxValue).Min();
}
