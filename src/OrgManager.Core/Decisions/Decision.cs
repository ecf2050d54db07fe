using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>Kinds of document as offices use them.</summary>
public enum DecisionKind { Decision, Resolution, Notice, Scheme, Minutes, Contract, Letter }

/// <summary>What a decision says of itself. Number and symbol together, as printed: "3215/QĐ-UBND".</summary>
/// <param name="Secrecy">The mark it bears, as whoever enters it says; anything but ordinary is refused, so none is kept.</param>
public sealed record DecisionFacts(
    DecisionKind Kind, string Number, string Issuer, DateOnly SignedOn, DateOnly EffectiveOn, string Subject, SecrecyMark Secrecy = SecrecyMark.Ordinary);

/// <summary>Văn bản: the document behind a change.</summary>
public sealed class Decision : Aggregate
{
    public const int NumberLength = 60, IssuerLength = 200, SubjectLength = 1000;

    private readonly List<DecisionAttachment> _attachments = [];

    private Decision() { }

    public DecisionKind Kind { get; private set; }
    public string Number { get; private set; } = "";
    public string Issuer { get; private set; } = "";
    public DateOnly SignedOn { get; private set; }
    public DateOnly EffectiveOn { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>Number, issuer and subject as typed without accents.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Its files in the order they were attached, those of one act by name.</summary>
    public IReadOnlyList<DecisionAttachment> Attachments => [.. _attachments.OrderBy(a => a.ChangeSetSeq).ThenBy(a => a.Name, StringComparer.Ordinal)];

    /// <exception cref="RuleBrokenException">Decision.StateSecret, Decision.NumberMissing, Decision.IssuerMissing, Decision.SubjectMissing.</exception>
    public static Decision Register(DecisionFacts facts)
    {
        var decision = new Decision();
        decision.Set(facts);
        return decision;
    }

    /// <summary>The entry in the register was wrong.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Register"/>.</exception>
    public void Correct(DecisionFacts facts, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        Set(facts);
        Touch();
    }

    /// <exception cref="RuleBrokenException">Attachment.Twice: this very file is attached already.</exception>
    internal DecisionAttachment Attach(ReceivedFile file)
    {
        RuleBrokenException.Unless(!_attachments.Exists(a => a.Sha256 == file.Sha256), "Attachment.Twice", file.Name);
        var attachment = DecisionAttachment.Of(Id, file);
        _attachments.Add(attachment);
        Touch();
        return attachment;
    }

    /// <summary>The file was attached wrongly.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    internal void Detach(Guid attachmentId, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        if (_attachments.RemoveAll(a => a.Id == attachmentId) == 0) throw new NotFoundException(typeof(DecisionAttachment), attachmentId);
        Touch();
    }

    private void Set(DecisionFacts facts)
    {
        Decisions.Secrecy.Refuse(facts.Secrecy);
        (Kind, SignedOn, EffectiveOn) = (facts.Kind, facts.SignedOn, facts.EffectiveOn);
        (Number, Issuer, Subject) = (VietnameseText.Nfc(facts.Number), VietnameseText.Nfc(facts.Issuer), VietnameseText.Nfc(facts.Subject));
        RuleBrokenException.Unless(Number.Length is > 0 and <= NumberLength, "Decision.NumberMissing", NumberLength);
        RuleBrokenException.Unless(Issuer.Length is > 0 and <= IssuerLength, "Decision.IssuerMissing", IssuerLength);
        RuleBrokenException.Unless(Subject.Length is > 0 and <= SubjectLength, "Decision.SubjectMissing", SubjectLength);
        SearchKey = VietnameseText.SearchKey($"{Number} {Issuer} {Subject}");
    }
}
