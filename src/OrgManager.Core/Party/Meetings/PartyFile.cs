using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Party;

/// <summary>A file of a cell's minutes or of a party unit's working regulations; its bytes stand with those of decisions, each once.</summary>
public sealed class PartyFile : Entity
{
    private PartyFile() { }

    public Guid? MeetingId { get; private init; }
    public Guid? RegulationId { get; private init; }
    public string Name { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public int Size { get; private init; }

    /// <inheritdoc cref="DecisionAttachment.Sha256"/>
    public string Sha256 { get; private init; } = "";

    internal override (string Type, Guid Id) Owner => MeetingId is { } meeting ? (nameof(CellMeeting), meeting) : (nameof(WorkingRegulation), RegulationId.GetValueOrDefault());
    internal override FieldClass FieldClass => FieldClass.Party;

    internal static PartyFile OfMeeting(Guid meetingId, ReceivedFile file) =>
        new() { MeetingId = meetingId, Name = file.Name, Kind = file.Kind, Size = file.Bytes.Length, Sha256 = file.Sha256 };

    internal static PartyFile OfRegulation(Guid regulationId, ReceivedFile file) =>
        new() { RegulationId = regulationId, Name = file.Name, Kind = file.Kind, Size = file.Bytes.Length, Sha256 = file.Sha256 };
}
