using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>A file of a decision: what it is called, what it is, and the hash of its bytes, which seals them in the trail without their being in it.</summary>
public sealed class DecisionAttachment : Entity
{
    public const int NameLength = 200, HashLength = 64;

    /// <summary>20 MB, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private DecisionAttachment() { }

    public Guid DecisionId { get; private init; }
    public string Name { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public int Size { get; private init; }

    /// <summary>SHA-256 of the bytes in capital hexadecimals; the key of <see cref="AttachmentContent"/>.</summary>
    public string Sha256 { get; private init; } = "";

    internal override (string Type, Guid Id) Owner => (nameof(Decision), DecisionId);

    internal static DecisionAttachment Of(Guid decisionId, ReceivedFile file) =>
        new() { DecisionId = decisionId, Name = file.Name, Kind = file.Kind, Size = file.Bytes.Length, Sha256 = file.Sha256 };
}

/// <summary>
/// The bytes behind attachments, each once, loaded for a download and by <c>verify</c> only. They stand in the database: so several nodes share them, a
/// backup holds them, and they come and go with the row that names them.
/// </summary>
public sealed class AttachmentContent
{
    public required string Hash { get; init; }
    public byte[] Bytes { get; init; } = [];
}
