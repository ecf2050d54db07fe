using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>A file of a party unit's paper, as it is told.</summary>
public sealed record PartyFileRow(Guid Id, string Name, FileKind Kind, int Size)
{
    internal static PartyFileRow Of(PartyFile f) => new(f.Id, f.Name, f.Kind, f.Size);
}

/// <summary>One meeting of a cell, with how good it was.</summary>
public sealed record MeetingRow(Seen Seen, MeetingFacts Facts, PersonRef? Chair, MeetingQuality Quality, IReadOnlyList<PartyFileRow> Files);

/// <summary>The meetings of a cell until a day, the newest first.</summary>
/// <param name="More">Older ones that are not among them.</param>
public sealed record CellMeetings(UnitRef Cell, IReadOnlyList<MeetingRow> Rows, int More, bool MayChange);

/// <summary>Who may take the chair of a meeting.</summary>
public sealed record MeetingChair(Guid PersonId, PersonRef Person);

/// <summary>What a meeting to be entered most likely was: everybody who was to come came, the rest as last time.</summary>
/// <param name="HasCommittee">Whether the cell has a committee, which meets beforehand.</param>
public sealed record MeetingSuggestion(UnitRef Cell, MeetingFacts Facts, bool HasCommittee, int Official, int Probationary, int Exempt, int Suspended, IReadOnlyList<MeetingChair> Chairs);
