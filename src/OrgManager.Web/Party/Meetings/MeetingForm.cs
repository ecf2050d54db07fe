using OrgManager.Party;

namespace OrgManager.Web.Party.Meetings;

/// <summary>A meeting while it is typed.</summary>
public sealed class MeetingForm
{
    public MeetingKind Kind { get; set; }
    public DateOnly? On { get; set; }
    public int? Convened { get; set; }
    public int? Official { get; set; }
    public int? Probationary { get; set; }
    public int? Minutes { get; set; }
    public bool Prepared { get; set; }
    public bool CommitteeMet { get; set; }
    public bool HasCommittee { get; set; }
    public Guid? ChairId { get; set; }
    public string MinutesNumber { get; set; } = "";
    public string Resolution { get; set; } = "";
    public DateOnly? ResolutionOn { get; set; }
    public string Topic { get; set; } = "";
    public string Note { get; set; } = "";

    public static MeetingForm Of(MeetingFacts facts, bool hasCommittee) => new()
    {
        Kind = facts.Kind, On = facts.On, Convened = facts.Presence.Convened, Official = facts.Presence.Official, Probationary = facts.Presence.Probationary, Minutes = facts.Minutes,
        Prepared = facts.Prepared, CommitteeMet = facts.CommitteeMet == true, HasCommittee = hasCommittee, ChairId = facts.ChairId,
        MinutesNumber = facts.MinutesNumber ?? "", Resolution = facts.Resolution ?? "", ResolutionOn = facts.ResolutionOn, Topic = facts.Topic ?? "", Note = facts.Note ?? "",
    };

    /// <summary>As it would be entered; null while its day or who came is missing.</summary>
    public MeetingFacts? Read => On is { } on && Convened is { } convened && Official is { } official
        ? new(Kind, on, new(convened, official, Probationary ?? 0), Minutes, Prepared, HasCommittee ? CommitteeMet : null)
        {
            ChairId = ChairId, MinutesNumber = Text(MinutesNumber), Resolution = Text(Resolution), ResolutionOn = Text(Resolution) is null ? null : ResolutionOn, Topic = Text(Topic), Note = Text(Note),
        }
        : null;

    private static string? Text(string typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
