using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>The entry of a decision as it was seen.</summary>
public sealed record DecisionDetails(Seen Seen, DecisionFacts Facts)
{
    internal static DecisionDetails Of(Decision d) => Of(d, told: true);

    internal static DecisionDetails Of(Decision d, bool told) => new(new(d.Id, d.Version), new(d.Kind, d.Number, d.Issuer, d.SignedOn, d.EffectiveOn, told ? d.Subject : ""));
}

/// <summary>A decision with its files and what it changed, as far as the reader may see it.</summary>
public sealed record DecisionCard
{
    public required DecisionDetails Details { get; init; }
    public required IReadOnlyList<DecisionFile> Files { get; init; }

    /// <summary>It speaks of party matters out of the reader's reach alone: subject and files are not told.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>By unit and by person: units in the order of their codes, then people by name.</summary>
    public required IReadOnlyList<ChangeGroup> Changes { get; init; }

    /// <summary>How many changes it made that the reader may not see.</summary>
    public required int OutOfReach { get; init; }

    /// <summary>What it was named for once and is no more: called off since, or by another decision.</summary>
    public required IReadOnlyList<UndoneChange> Undone { get; init; }

    /// <summary>What else rests on it, as far as the reader may see it.</summary>
    public required IReadOnlyList<DecisionBasis> BasisOf { get; init; }

    /// <summary>What was known when this was read; handed back when a decision is exchanged.</summary>
    public required long Seq { get; init; }
    public required bool MayAttach { get; init; }
    public required bool MayCorrect { get; init; }
}

/// <param name="AddedAt">By the clock of the organisation.</param>
public sealed record DecisionFile(Guid Id, string Name, FileKind Kind, int Size, string Sha256, DateTime AddedAt, string AddedBy);

/// <param name="EnteredAt">When it was entered with this decision, by the clock of the organisation.</param>
public sealed record UndoneChange(UnitRef? Unit, PersonRef? Person, DateTime EnteredAt, string EnteredBy);

/// <summary>Something that names the decision without being a change: a plan of quota it locked, or so many positions of the catalogue it approved.</summary>
/// <param name="Plan">The plan, of this unit and year; null for positions.</param>
public sealed record DecisionBasis(Guid? Plan, UnitRef? Unit, int? Year, int Positions);
