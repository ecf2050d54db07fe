using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Chuyển sinh hoạt đảng of one member: the side that sends drafts and issues, the side that takes receives and lets join, or returns. Moving the membership is done beside it.</summary>
public sealed class MemberTransfer : Aggregate
{
    public const int PlaceLength = 200, LetterLength = 50, NoteLength = 500, NameLength = 256;

    private MemberTransfer() { }

    public Guid PersonId { get; private init; }
    public TransferKind Kind { get; private set; }
    public Guid? FromCellId { get; private set; }
    public string? FromOutside { get; private set; }
    public Guid? ToCellId { get; private set; }
    public string? ToOutside { get; private set; }
    public DateOnly? MovedOn { get; private set; }
    public DateOnly? StaysUntil { get; private set; }
    public bool Study { get; private set; }
    public DateOnly? AdmittedOn { get; private set; }
    public DateOnly? CeremonyOn { get; private set; }
    public DateOnly? OfficialOn { get; private set; }

    /// <inheritdoc cref="AdmissionFacts.AdmittedAs"/>
    public DayPart? AdmittedAs { get; private set; }
    public DayPart? CeremonyAs { get; private set; }
    public DayPart? OfficialAs { get; private set; }

    /// <summary>Null where there were none.</summary>
    public IReadOnlyList<TimeOut>? TimesOut { get; private set; }
    public string? Note { get; private set; }
    public TransferState State { get; private set; }
    public string? LetterNumber { get; private set; }
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Who confirmed for the sending side, and for the side that takes; names as they were.</summary>
    public string? IssuedBy { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public string? ReceivedBy { get; private set; }
    public DateOnly? JoinedOn { get; private set; }
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>Why it was returned or withdrawn.</summary>
    public string? ClosedBecause { get; private set; }

    public TransferFacts Facts => new(Kind, FromCellId, FromOutside, ToCellId, ToOutside)
    {
        MovedOn = MovedOn, Until = StaysUntil, Study = Study, Note = Note,
        Admission = AdmittedOn is { } admitted && CeremonyOn is { } ceremony
            ? new(admitted, ceremony, OfficialOn) { AdmittedAs = AdmittedAs, CeremonyAs = CeremonyAs, OfficialAs = OfficialAs, TimesOut = TimesOut ?? [] } : null,
    };

    public bool IsOpen => State is TransferState.Draft or TransferState.Issued or TransferState.Received;

    /// <summary>The cell whose reach sending needs: for what comes from outside, the one it comes to enters the letter.</summary>
    internal Guid SendingCellId => (FromCellId ?? ToCellId)!.Value;

    /// <summary>The cell whose reach taking needs: for what goes outside, the one it left enters the answer.</summary>
    internal Guid TakingCellId => (ToCellId ?? FromCellId)!.Value;

    internal override Guid? TrailUnitId => SendingCellId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Transfer.SidesMissing, Transfer.NoCell, Transfer.SameCell, Transfer.UntilMissing, Transfer.AdmissionMissing, PartyMember.DaysOutOfOrder, Transfer.TextTooLong.</exception>
    public static MemberTransfer Draft(Guid personId, TransferFacts facts)
    {
        var transfer = new MemberTransfer { PersonId = personId };
        transfer.Set(facts);
        return transfer;
    }

    /// <summary>Written otherwise, while no letter is issued.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotDraft and those of <see cref="Draft"/>.</exception>
    public void Revise(TransferFacts facts)
    {
        Demand(State == TransferState.Draft, "Transfer.NotDraft");
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    /// <summary>Cấp giấy giới thiệu: the sending side confirms.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotDraft; Transfer.LetterMissing: no number; Transfer.StayLength: a temporary stay shorter or longer than the rule of the day lets it be.</exception>
    public void Issue(string letterNumber, DateOnly on, string by)
    {
        Demand(State == TransferState.Draft, "Transfer.NotDraft");
        DemandStayLength(on);
        (State, LetterNumber, IssuedOn, IssuedBy) = (TransferState.Issued, Letter(letterNumber), on, by);
        Touch();
    }

    /// <summary>Tiếp nhận giấy: the letter has been presented to the side that takes.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotIssued, Transfer.DaysOutOfOrder.</exception>
    public void Receive(DateOnly on, string by)
    {
        Demand(State == TransferState.Issued, "Transfer.NotIssued");
        Demand(IssuedOn <= on, "Transfer.DaysOutOfOrder");
        (State, ReceivedOn, ReceivedBy) = (TransferState.Received, on, by);
        Touch();
    }

    /// <summary>The side that takes confirms: in the cell from this day on. A letter that nobody noted as received is received by it.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotIssued, Transfer.DaysOutOfOrder; Transfer.StayOver: the temporary stay would be over before it begins.</exception>
    public void Join(DateOnly on, string by)
    {
        Demand(State is TransferState.Issued or TransferState.Received, "Transfer.NotIssued");
        Demand((ReceivedOn ?? IssuedOn) <= on, "Transfer.DaysOutOfOrder");
        Demand(StaysUntil is not { } until || on < until, "Transfer.StayOver");
        (State, JoinedOn, ReceivedOn, ReceivedBy) = (TransferState.Joined, on, ReceivedOn ?? on, ReceivedBy ?? by);
        Touch();
    }

    /// <summary>Trả lại giấy: the side that takes sends it back; the member stays where he or she is.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotIssued, Transfer.DaysOutOfOrder, History.ReasonMissing.</exception>
    public void Return(DateOnly on, string reason)
    {
        Demand(State is TransferState.Issued or TransferState.Received, "Transfer.NotIssued");
        Demand((ReceivedOn ?? IssuedOn) <= on, "Transfer.DaysOutOfOrder");
        (State, ReturnedOn, ClosedBecause) = (TransferState.Returned, on, Reason(reason));
        Touch();
    }

    /// <summary>Hủy bản soạn, thu hồi giấy: the sending side does not pursue it, while nobody has received it.</summary>
    /// <exception cref="RuleBrokenException">Transfer.Closed, History.ReasonMissing.</exception>
    public void Withdraw(string reason)
    {
        Demand(State is TransferState.Draft or TransferState.Issued, "Transfer.Closed");
        (State, ClosedBecause) = (TransferState.Withdrawn, Reason(reason));
        Touch();
    }

    /// <summary>The temporary stay is over on another day than was meant: earlier, or what was entered was wrong.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NoStay: there is none; Transfer.DaysOutOfOrder.</exception>
    public void EndStay(DateOnly on)
    {
        Demand(Kind == TransferKind.Temporary && State == TransferState.Joined, "Transfer.NoStay");
        Demand(JoinedOn < on, "Transfer.DaysOutOfOrder");
        (var was, StaysUntil) = (StaysUntil, on);
        TouchIf(was != on);
    }

    /// <summary>Number or days of the letter were entered wrongly; only those that are known may be put right.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Transfer.NotIssued, Transfer.DaysOutOfOrder, Transfer.LetterMissing.</exception>
    public void Correct(TransferDays days, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        Demand(IssuedOn is not null && days.ReceivedOn is null == ReceivedOn is null && days.JoinedOn is null == JoinedOn is null, "Transfer.NotIssued");
        Demand(days.IssuedOn <= (days.ReceivedOn ?? Effective.Open) && (days.ReceivedOn ?? days.IssuedOn) <= (days.JoinedOn ?? ReturnedOn ?? Effective.Open), "Transfer.DaysOutOfOrder");
        Demand(StaysUntil is not { } until || (days.JoinedOn ?? days.IssuedOn) < until, "Transfer.StayOver");
        (LetterNumber, IssuedOn, ReceivedOn, JoinedOn) = (Letter(days.LetterNumber), days.IssuedOn, days.ReceivedOn, days.JoinedOn);
        Touch();
    }

    private void Set(TransferFacts facts)
    {
        var (from, to) = (Place(facts.FromOutside), Place(facts.ToOutside));
        Demand((facts.FromCellId is null) != (from is null) && (facts.ToCellId is null) != (to is null), "Transfer.SidesMissing");
        Demand(facts.FromCellId is not null || facts.ToCellId is not null, "Transfer.NoCell");
        Demand(facts.FromCellId != facts.ToCellId, "Transfer.SameCell");
        Demand(facts.Kind == TransferKind.Official || facts.Until is not null, "Transfer.UntilMissing");
        var record = facts.FromCellId is null && facts.Kind == TransferKind.Official ? facts.Admission ?? throw new RuleBrokenException("Transfer.AdmissionMissing") : null;
        record?.DemandOrder();
        (Kind, FromCellId, FromOutside, ToCellId, ToOutside) = (facts.Kind, facts.FromCellId, from, facts.ToCellId, to);
        (MovedOn, StaysUntil, Study) = (facts.MovedOn, Kind == TransferKind.Temporary ? facts.Until : null, Kind == TransferKind.Temporary && facts.Study);
        (AdmittedOn, CeremonyOn, OfficialOn) = (record?.AdmittedOn, record?.CeremonyOn, record?.OfficialOn);
        (AdmittedAs, CeremonyAs, OfficialAs) = (record?.AdmittedAs, record?.CeremonyAs, record?.OfficialOn is null ? null : record.OfficialAs);
        TimesOut = record is { TimesOut.Count: > 0 } ? record.TimesOut : null;
        Note = Text(facts.Note, NoteLength);
    }

    private void DemandStayLength(DateOnly from)
    {
        if (StaysUntil is not { } until) return;
        var (least, most) = TransferRules.On(from).Months(Study);
        RuleBrokenException.Unless(from.AddMonths(least) <= until && until <= from.AddMonths(most), "Transfer.StayLength", least, most);
    }

    private static string? Place(string? name) => Text(name, PlaceLength);

    private static string Letter(string number) => Text(number, LetterLength) ?? throw new RuleBrokenException("Transfer.LetterMissing");

    private static string Reason(string reason) => Text(reason, NoteLength) ?? throw new RuleBrokenException("History.ReasonMissing");

    private static string? Text(string? typed, int most)
    {
        var text = VietnameseText.Nfc(typed ?? "").Trim();
        RuleBrokenException.Unless(text.Length <= most, "Transfer.TextTooLong", most);
        return text.Length == 0 ? null : text;
    }

    private static void Demand(bool holds, string code) => RuleBrokenException.Unless(holds, code);
}
