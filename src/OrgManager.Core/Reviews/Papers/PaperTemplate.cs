using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Reviews.Papers;

/// <summary>Which paper of which rule set a template is for.</summary>
/// <param name="OfCommittee">For the paper about all cells, where there is one of a single cell, too.</param>
public sealed record PaperUse(PaperKind Paper, bool OfCommittee, string RuleSetCode);

/// <summary>A committee's own layout of a paper, under one version of the rules. Each file handed in is a version; at most one is in use, and without one the house's layout is printed.</summary>
public sealed class PaperTemplate : Aggregate
{
    private PaperTemplate() { }

    public Guid CommitteeId { get; private init; }
    public PaperKind Paper { get; private init; }
    public bool OfCommittee { get; private init; }
    public string RuleSetCode { get; private init; } = "";

    /// <summary>Counted from 1 for each use.</summary>
    public int Number { get; private init; }
    public string Name { get; private init; } = "";
    public int Size { get; private init; }

    /// <summary>SHA-256 of the bytes in capital hexadecimals; the key of <see cref="PaperTemplateContent"/>.</summary>
    public string Sha256 { get; private init; } = "";
    public bool InUse { get; private set; }
    public PaperUse Use => new(Paper, OfCommittee, RuleSetCode);

    internal override Guid? TrailUnitId => CommitteeId;
    internal override FieldClass FieldClass => FieldClass.Review;

    internal static PaperTemplate Of(Guid committeeId, PaperUse use, int number, ReceivedFile file) => new()
    {
        CommitteeId = committeeId, Paper = use.Paper, OfCommittee = use.OfCommittee, RuleSetCode = use.RuleSetCode, Number = number,
        Name = file.Name, Size = file.Bytes.Length, Sha256 = file.Sha256, InUse = true,
    };

    /// <summary>Prints from now on, or no more.</summary>
    internal void Take(bool inUse)
    {
        if (InUse == inUse) return;
        InUse = inUse;
        Touch();
    }
}

/// <summary>The bytes behind templates, each once; read for a print, a download and by <c>verify</c>.</summary>
public sealed class PaperTemplateContent
{
    public required string Hash { get; init; }
    public byte[] Bytes { get; init; } = [];
}
