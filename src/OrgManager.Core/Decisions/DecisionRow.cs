namespace OrgManager.Decisions;

/// <summary>Which decisions a page of the register shows.</summary>
/// <param name="Text">Every word of it is somewhere in number, issuer or subject, with or without accents; decisions of which the reader is not told the subject are not found by words.</param>
public sealed record DecisionQuery(string? Text = null, DecisionKind? Kind = null, int? YearSigned = null, bool WithoutFile = false);

/// <summary>One line of the register.</summary>
public sealed record DecisionRow
{
    public required Guid Id { get; init; }
    public required DecisionKind Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly SignedOn { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required string Issuer { get; init; }

    /// <summary>Null where it speaks of party matters out of the reader's reach alone; then no files are told either.</summary>
    public required string? Subject { get; init; }
    public required int Files { get; init; }

    /// <summary>Changes that stand and name it, also those the reader may not see.</summary>
    public int Changes { get; init; }
}

/// <summary>One page of the register, the last signed first.</summary>
/// <param name="Years">In which years decisions were signed, the latest first.</param>
public sealed record DecisionList(IReadOnlyList<DecisionRow> Rows, int Total, IReadOnlyList<int> Years, bool MayEnter);
