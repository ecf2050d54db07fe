using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What the fee of one member is reckoned from, as far as it does not follow from the salary known.</summary>
/// <param name="Base">Income the fee is a share of, in đồng; null: from the salary steps.</param>
/// <param name="Allowance">Hệ số phụ cấp counted for insurance, beside the coefficient of the salary.</param>
/// <param name="Amount">A monthly amount set by hand, in đồng, as where the fee is lowered; null: by the rule.</param>
public sealed record FeeFacts(FeeKind Kind, long? Base = null, decimal? Allowance = null, FeeExemption Exemption = FeeExemption.None, long? Amount = null);

/// <summary>Diện đóng đảng phí of one member from a month on, until the next one entered.</summary>
public sealed class FeeStanding : Aggregate
{
    private const long Most = 1_000_000_000;

    private FeeStanding() { }

    public Guid PersonId { get; private init; }

    /// <summary>The cell it was entered for.</summary>
    public Guid CellId { get; private init; }

    /// <summary>The first day of its first month.</summary>
    public DateOnly FromMonth { get; private init; }
    public FeeKind Kind { get; private set; }
    public long? Base { get; private set; }
    public decimal? Allowance { get; private set; }
    public FeeExemption Exemption { get; private set; }
    public long? Amount { get; private set; }

    public FeeFacts Facts => new(Kind, Base, Allowance, Exemption, Amount);

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Party;

    /// <exception cref="RuleBrokenException">Fee.Figures: a sum or an allowance that cannot be.</exception>
    public static FeeStanding Enter(Guid personId, Guid cellId, DateOnly month, FeeFacts facts)
    {
        var standing = new FeeStanding { PersonId = personId, CellId = cellId, FromMonth = FeeRules.First(month) };
        standing.Set(facts);
        return standing;
    }

    /// <inheritdoc cref="Enter" path="/exception"/>
    public void Revise(FeeFacts facts)
    {
        var was = Facts;
        Set(facts);
        TouchIf(Facts != was);
    }

    private void Set(FeeFacts facts)
    {
        RuleBrokenException.Unless(facts is { Base: null or (> 0 and < Most), Amount: null or (>= 0 and < Most), Allowance: null or (>= 0 and < 100) }
            && (facts.Allowance ?? 0) == Math.Round(facts.Allowance ?? 0, 2), "Fee.Figures");
        (Kind, Base, Allowance, Exemption, Amount) = (facts.Kind, facts.Base, facts.Allowance, facts.Exemption, facts.Amount);
    }
}
