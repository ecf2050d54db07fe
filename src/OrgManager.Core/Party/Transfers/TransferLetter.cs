using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>The text of the letter: out of the organisation the committee introduces, between its cells the cell does, by a note.</summary>
internal sealed class TransferLetter(OrgTimeline timeline, MemberTransfer transfer)
{
    private const string Blank = "………………";
    private readonly DateOnly _on = transfer.IssuedOn!.Value;
    private readonly PersonLine _person = timeline.People.Find(transfer.PersonId)!;

    private bool IsInside => transfer.ToCellId is not null;

    public OfficialDocument Document() => new()
    {
        Layout = DocumentLayout.Party, Guidance = PartyGuidances.On(_on), Superior = IsInside ? Committee : null, Issuer = IsInside ? From : Head(Committee), Number = transfer.LetterNumber!, Place = Blank, Date = _on,
        Kind = IsInside ? "Phiếu chuyển sinh hoạt đảng" : "Giấy giới thiệu sinh hoạt đảng", Subject = transfer.Kind == TransferKind.Temporary ? "(tạm thời)" : "(chính thức)",
        Body = [.. Text()], Signature = IsInside ? new("Bí thư", Authority: "T/M Chi bộ") : new("Bí thư", Authority: "T/M Đảng ủy"),
        Recipients = [IsInside ? To : "Cấp ủy nơi chuyển đến", "Đảng viên", IsInside ? "Lưu Chi bộ" : "Lưu Văn phòng"],
        Appendices = [new(null, "Xác nhận của nơi tiếp nhận", $"Kèm theo {(IsInside ? "Phiếu" : "Giấy giới thiệu")} số {transfer.LetterNumber}, {DocxHead.Day(_on)}", [.. Answer()], IsPart: true)],
    };

    private IEnumerable<DocumentBlock> Text()
    {
        yield return new DocumentParagraph($"Kính gửi: {To}", Bold: true, Align: DocumentAlign.Centre);
        yield return new DocumentParagraph($"{(IsInside ? From : Head(Committee))} giới thiệu đồng chí:");
        foreach (var (what, value) in Record()) yield return new DocumentParagraph($"{what}: {value}.", Align: DocumentAlign.Left);
        yield return new DocumentParagraph(transfer.Kind == TransferKind.Temporary
            ? $"Được chuyển sinh hoạt đảng tạm thời từ {From} đến {To}, kể từ ngày tiếp nhận đến hết ngày {Day(transfer.StaysUntil!.Value.AddDays(-1))}{(transfer.Study ? ", để học tập" : "")}. Trong thời gian đó đồng chí vẫn là đảng viên chính thức của danh sách {From}."
            : $"Được chuyển sinh hoạt đảng chính thức từ {From} đến {To}.");
        yield return new DocumentParagraph("Đã đóng đảng phí đến hết tháng … năm ….");
        if (transfer.Note is { } note) yield return new DocumentParagraph(note);
        var rule = TransferRules.On(_on);
        yield return new DocumentParagraph($"Đề nghị {To} tiếp nhận và tạo điều kiện để đồng chí tham gia sinh hoạt. Trong vòng {rule.PresentDays} ngày kể từ ngày ký, đảng viên phải xuất trình giấy này với tổ chức đảng nơi chuyển đến.");
    }

    private IEnumerable<(string, string)> Record()
    {
        var (days, post) = (timeline.FilesOf(_person.Id).LastOrDefault(f => f.History.From <= _on)?.Admission, timeline.On(_on).Post(_person.Id));
        yield return ("Họ và tên", $"{_person.FullName}        {(_person.Sex == Sex.Female ? "Nữ" : "Nam")}        Sinh ngày: {Day(_person.Born)}");
        if (days is not null)
        {
            yield return ("Ngày vào Đảng", $"{days.Admitted}        Ngày chính thức: {(days.Official is { } official ? official.ToString() : "chưa, là đảng viên dự bị")}");
            yield return ("Số thẻ đảng viên", $"{Blank}        Số lý lịch đảng viên: {Blank}");
        }
        if (post is { Unit: { } unit }) yield return ("Chức vụ, nơi công tác", $"{PostTitles.Of(post.Facts, unit.Kind)}, {unit.Name}");
        if (transfer.MovedOn is { } moved) yield return ("Ngày quyết định điều động, nghỉ hưu", Day(moved));
    }

    /// <summary>Torn off, filled in and sent back.</summary>
    private IEnumerable<DocumentBlock> Answer()
    {
        yield return new DocumentParagraph($"{To} xác nhận đã tiếp nhận đồng chí {_person.FullName} về sinh hoạt đảng {(transfer.Kind == TransferKind.Temporary ? "tạm thời" : "chính thức")} từ ngày {(transfer.JoinedOn is { } joined ? Day(joined) : Blank)}.");
        yield return new DocumentParagraph($"Giấy đến ngày {(transfer.ReceivedOn is { } received ? Day(received) : Blank)}. Trả lại vì lý do (nếu có): {Blank}");
        yield return new DocumentParagraph($"{Blank}, ngày … tháng … năm …", Italic: true, Align: DocumentAlign.Right);
        yield return new DocumentSignatures([new("Nơi giới thiệu", Hint: "Ký, ghi rõ họ tên"), new("Nơi tiếp nhận", Hint: "Ký, ghi rõ họ tên")]);
    }

    private string From => Cell(transfer.FromCellId!.Value);
    private string To => transfer.ToCellId is { } id ? Cell(id) : transfer.ToOutside!;
    private string Committee => timeline.On(_on).Unit(transfer.FromCellId!.Value) is { } cell ? Top(cell).Name : From;

    private static UnitOn Top(UnitOn unit) => unit.Parent is { } above ? Top(above) : unit;

    private static string Head(string committee) => committee.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal);

    private string Cell(Guid id) => UnitNames.On(timeline.Units.Find(id)!, _on);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
