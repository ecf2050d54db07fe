using OrgManager.Common;

namespace OrgManager.Reviews;

public enum RemedyState { Open, Done, NotDone }

/// <summary>Who wrote something down, and when.</summary>
public sealed record Signature(string By, DateTime AtUtc);

/// <summary>Biện pháp khắc phục of one shortcoming, followed through the year until somebody says what came of it.</summary>
/// <param name="Number">Its place in the file; it never changes.</param>
public sealed record Remedy(int Number, string Shortcoming, string Action, string Owner, DateOnly? DueOn)
{
    public const int NoteLength = 1000;

    public RemedyState State { get; init; }
    public string? Note { get; init; }
    public Signature? SettledBy { get; init; }

    internal bool IsOf(Shortcoming said) => Shortcoming == said.Text && Action == said.Remedy;

    /// <exception cref="RuleBrokenException">Remedy.NoteMissing: what is not done is explained; Remedy.NoteTooLong.</exception>
    internal Remedy Settled(RemedyState state, string? note, Signature by)
    {
        var told = string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Nfc(note.Trim());
        RuleBrokenException.Unless(told is not null || state != RemedyState.NotDone, "Remedy.NoteMissing");
        RuleBrokenException.Unless((told?.Length ?? 0) <= NoteLength, "Remedy.NoteTooLong", NoteLength);
        return this with { State = state, Note = told, SettledBy = state == RemedyState.Open ? null : by };
    }
}
