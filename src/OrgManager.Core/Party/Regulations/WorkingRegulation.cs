using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Party;

/// <summary>What a party unit's working regulations are and for how long.</summary>
/// <param name="Name">"Quy chế làm việc của Chi bộ Văn phòng, nhiệm kỳ 2020–2022".</param>
/// <param name="Until">The first day it holds no more; null until another takes its place.</param>
public sealed record RegulationFacts(string Number, DateOnly IssuedOn, string Name, DateOnly From, DateOnly? Until = null, string? Note = null);

/// <summary>Quy chế làm việc of a cell or committee: which document, and from when until when it holds.</summary>
public sealed class WorkingRegulation : Aggregate
{
    public const int NumberLength = 60, NameLength = 300, NoteLength = 500;

    private readonly List<PartyFile> _files = [];

    private WorkingRegulation() { }

    public Guid UnitId { get; private init; }
    public string Number { get; private set; } = "";
    public DateOnly IssuedOn { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }
    public string? Note { get; private set; }
    public IReadOnlyList<PartyFile> Files => [.. _files.OrderBy(f => f.ChangeSetSeq).ThenBy(f => f.Name, StringComparer.Ordinal)];
    public RegulationFacts Facts => new(Number, IssuedOn, Name, From, Until, Note);

    internal override Guid? TrailUnitId => UnitId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Regulation.NumberMissing, Regulation.NameMissing, Regulation.DaysOutOfOrder, Regulation.NoteTooLong.</exception>
    public static WorkingRegulation Issue(Guid unitId, RegulationFacts facts)
    {
        var regulation = new WorkingRegulation { UnitId = unitId };
        regulation.Set(facts);
        return regulation;
    }

    /// <summary>It was entered wrongly, or its end became known.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Issue"/>.</exception>
    public void Correct(RegulationFacts facts, string reason)
    {
        CellMeeting.DemandReason(reason);
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    public bool HoldsOn(DateOnly day) => From <= day && !(Until <= day);

    /// <inheritdoc cref="CellMeeting.Attach"/>
    internal PartyFile Attach(ReceivedFile file)
    {
        RuleBrokenException.Unless(!_files.Exists(f => f.Sha256 == file.Sha256), "Attachment.Twice", file.Name);
        var attached = PartyFile.OfRegulation(Id, file);
        _files.Add(attached);
        Touch();
        return attached;
    }

    /// <inheritdoc cref="CellMeeting.Detach"/>
    internal PartyFile Detach(Guid fileId, string reason)
    {
        CellMeeting.DemandReason(reason);
        var file = _files.Find(f => f.Id == fileId) ?? throw new NotFoundException(typeof(PartyFile), fileId);
        Touch();
        return file;
    }

    private void Set(RegulationFacts facts)
    {
        (Number, Name, IssuedOn, From, Until) = (VietnameseText.Nfc(facts.Number).Trim(), VietnameseText.Nfc(facts.Name).Trim(), facts.IssuedOn, facts.From, facts.Until);
        Note = string.IsNullOrWhiteSpace(facts.Note) ? null : VietnameseText.Nfc(facts.Note).Trim();
        RuleBrokenException.Unless(Number.Length is > 0 and <= NumberLength, "Regulation.NumberMissing", NumberLength);
        RuleBrokenException.Unless(Name.Length is > 0 and <= NameLength, "Regulation.NameMissing", NameLength);
        RuleBrokenException.Unless(IssuedOn <= From && From < (Until ?? DateOnly.MaxValue), "Regulation.DaysOutOfOrder");
        RuleBrokenException.Unless(Note is null || Note.Length <= NoteLength, "Regulation.NoteTooLong", NoteLength);
    }
}
