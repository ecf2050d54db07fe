using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Party;

/// <summary>Sinh hoạt thường kỳ, chuyên đề, họp kiểm điểm, họp bất thường.</summary>
public enum MeetingKind { Monthly, Thematic, Review, Extraordinary }

/// <summary>Who came, out of those convened.</summary>
/// <param name="Convened">Members convened: those of the cell, less the exempt, the suspended and who is away for a time.</param>
public sealed record MeetingPresence(int Convened, int Official, int Probationary = 0)
{
    public int Present => Official + Probationary;

    /// <exception cref="RuleBrokenException">Meeting.NobodyConvened, Meeting.MoreThanConvened.</exception>
    internal void Demand()
    {
        RuleBrokenException.Unless(Convened is > 0 and <= CellMeeting.MostConvened, "Meeting.NobodyConvened", CellMeeting.MostConvened);
        RuleBrokenException.Unless(Official >= 0 && Probationary >= 0 && Present <= Convened, "Meeting.MoreThanConvened", Present, Convened);
    }
}

/// <summary>What the minutes of one meeting of a cell say.</summary>
/// <param name="CommitteeMet">Whether the cell's committee (chi ủy) met beforehand; null where the cell has none.</param>
/// <param name="Minutes">How long it took.</param>
public sealed record MeetingFacts(MeetingKind Kind, DateOnly On, MeetingPresence Presence, int? Minutes = null, bool Prepared = false, bool? CommitteeMet = null)
{
    /// <summary>Who took the chair.</summary>
    public Guid? ChairId { get; init; }

    /// <summary>"05-BB/CB".</summary>
    public string? MinutesNumber { get; init; }
    public string? Resolution { get; init; }
    public DateOnly? ResolutionOn { get; init; }

    /// <summary>Of a thematic meeting its theme, else what it was about.</summary>
    public string? Topic { get; init; }
    public string? Note { get; init; }
}

/// <summary>Một buổi sinh hoạt của chi bộ, as its minutes have it; what was said stays in the minutes.</summary>
public sealed class CellMeeting : Aggregate
{
    public const int NumberLength = 60, TopicLength = 300, NoteLength = 500, MostConvened = 999, MostMinutes = 1440;

    private readonly List<PartyFile> _files = [];

    private CellMeeting() { }

    public Guid CellId { get; private init; }
    public MeetingKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public int Convened { get; private set; }
    public int Official { get; private set; }
    public int Probationary { get; private set; }
    public int? Minutes { get; private set; }
    public bool Prepared { get; private set; }
    public bool? CommitteeMet { get; private set; }
    public Guid? ChairId { get; private set; }
    public string? MinutesNumber { get; private set; }
    public string? Resolution { get; private set; }
    public DateOnly? ResolutionOn { get; private set; }
    public string? Topic { get; private set; }
    public string? Note { get; private set; }
    public IReadOnlyList<PartyFile> Files => [.. _files.OrderBy(f => f.ChangeSetSeq).ThenBy(f => f.Name, StringComparer.Ordinal)];

    public MeetingFacts Facts => new(Kind, On, new(Convened, Official, Probationary), Minutes, Prepared, CommitteeMet)
    {
        ChairId = ChairId, MinutesNumber = MinutesNumber, Resolution = Resolution, ResolutionOn = ResolutionOn, Topic = Topic, Note = Note,
    };

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Meeting.Ahead: it has not taken place yet; Meeting.NobodyConvened, Meeting.MoreThanConvened, Meeting.DurationImplausible, Meeting.ResolutionBefore, Meeting.TextTooLong.</exception>
    public static CellMeeting Hold(Guid cellId, MeetingFacts facts, DateOnly today)
    {
        var meeting = new CellMeeting { CellId = cellId };
        meeting.Set(facts, today);
        return meeting;
    }

    /// <summary>It was entered wrongly.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Hold"/>.</exception>
    public void Correct(MeetingFacts facts, DateOnly today, string reason)
    {
        DemandReason(reason);
        var was = Facts;
        Set(facts, today);
        TouchIf(Facts != was);
    }

    /// <exception cref="RuleBrokenException">Attachment.Twice: this very file is there already.</exception>
    internal PartyFile Attach(ReceivedFile file)
    {
        RuleBrokenException.Unless(!_files.Exists(f => f.Sha256 == file.Sha256), "Attachment.Twice", file.Name);
        var attached = PartyFile.OfMeeting(Id, file);
        _files.Add(attached);
        Touch();
        return attached;
    }

    /// <summary>The file that is to be removed.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    internal PartyFile Detach(Guid fileId, string reason)
    {
        DemandReason(reason);
        var file = _files.Find(f => f.Id == fileId) ?? throw new NotFoundException(typeof(PartyFile), fileId);
        Touch();
        return file;
    }

    internal static void DemandReason(string reason) => RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");

    private void Set(MeetingFacts facts, DateOnly today)
    {
        RuleBrokenException.Unless(facts.On <= today, "Meeting.Ahead", facts.On);
        facts.Presence.Demand();
        RuleBrokenException.Unless(facts.Minutes is null or (> 0 and <= MostMinutes), "Meeting.DurationImplausible", facts.Minutes);
        RuleBrokenException.Unless(facts.ResolutionOn is not { } resolved || resolved >= facts.On, "Meeting.ResolutionBefore", facts.ResolutionOn);
        (Kind, On, Minutes, Prepared, CommitteeMet, ChairId, ResolutionOn) = (facts.Kind, facts.On, facts.Minutes, facts.Prepared, facts.CommitteeMet, facts.ChairId, facts.ResolutionOn);
        (Convened, Official, Probationary) = (facts.Presence.Convened, facts.Presence.Official, facts.Presence.Probationary);
        (MinutesNumber, Resolution) = (Text(facts.MinutesNumber, NumberLength), Text(facts.Resolution, NumberLength));
        (Topic, Note) = (Text(facts.Topic, TopicLength), Text(facts.Note, NoteLength));
    }

    private static string? Text(string? typed, int most)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = VietnameseText.Nfc(typed).Trim();
        RuleBrokenException.Unless(text.Length <= most, "Meeting.TextTooLong", most);
        return text;
    }
}
