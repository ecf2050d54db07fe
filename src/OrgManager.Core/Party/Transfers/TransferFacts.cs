namespace OrgManager.Party;

/// <summary>Chuyển chính thức, chuyển tạm thời.</summary>
public enum TransferKind { Official, Temporary }

/// <summary>Soạn, đã cấp giấy, đã tiếp nhận giấy, đã vào chi bộ, trả lại, thu hồi. Overdue is no state: it follows from the days.</summary>
public enum TransferState { Draft, Issued, Received, Joined, Returned, Withdrawn }

/// <summary>Who is to go where. Each side is a cell of this organisation, or another party organisation by its name; one of them at least is a cell.</summary>
public sealed record TransferFacts(TransferKind Kind, Guid? FromCellId, string? FromOutside, Guid? ToCellId, string? ToOutside)
{
    /// <summary>Day of the decision to move or to retire, from which an official transfer has its time.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>Of a temporary stay: the first day it is over.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The stay is for studying, which may take longer.</summary>
    public bool Study { get; init; }

    /// <summary>The days of the record that comes along, of who officially comes from outside.</summary>
    public AdmissionFacts? Admission { get; init; }
    public string? Note { get; init; }
}

/// <summary>The letter and its days, as they are corrected together.</summary>
public sealed record TransferDays(string LetterNumber, DateOnly IssuedOn, DateOnly? ReceivedOn = null, DateOnly? JoinedOn = null);
