using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>Kinds of document as offices use them.</summary>
public enum DecisionKind { Decision, Resolution, Notice, Scheme, Minutes, Contract, Letter }

/// <summary>What a decision says of itself. Number and symbol together, as printed: "3215/QĐ-UBND".</summary>
public sealed record DecisionFacts(DecisionKind Kind, string Number, string Issuer, DateOnly SignedOn, DateOnly EffectiveOn, string Subject);

/// <summary>Văn bản: the document behind a change.</summary>
public sealed class Decision : Aggregate
{
    public const int NumberLength = 60, IssuerLength = 200, SubjectLength = 1000;

    private Decision() { }

    public DecisionKind Kind { get; private set; }
    public string Number { get; private set; } = "";
    public string Issuer { get; private set; } = "";
    public DateOnly SignedOn { get; private set; }
    public DateOnly EffectiveOn { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>Number, issuer and subject as typed without accents.</summary>
    public string SearchKey { get; private set; } = "";

    /// <exception cref="RuleBrokenException">Decision.NumberMissing, Decision.IssuerMissing, Decision.SubjectMissing.</exception>
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

    private void Set(DecisionFacts facts)
    {
        (Kind, SignedOn, EffectiveOn) = (facts.Kind, facts.SignedOn, facts.EffectiveOn);
        (Number, Issuer, Subject) = (VietnameseText.Nfc(facts.Number), VietnameseText.Nfc(facts.Issuer), VietnameseText.Nfc(facts.Subject));
        RuleBrokenException.Unless(Number.Length is > 0 and <= NumberLength, "Decision.NumberMissing", NumberLength);
        RuleBrokenException.Unless(Issuer.Length is > 0 and <= IssuerLength, "Decision.IssuerMissing", IssuerLength);
        RuleBrokenException.Unless(Subject.Length is > 0 and <= SubjectLength, "Decision.SubjectMissing", SubjectLength);
        SearchKey = VietnameseText.SearchKey($"{Number} {Issuer} {Subject}");
    }
}
