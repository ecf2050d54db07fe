using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Targets;

/// <summary>A target as its editor sees it.</summary>
/// <param name="NeedsReason">It has begun, so reports have told its figures: it is revised with a reason.</param>
/// <param name="Decisions">What its facts name by id.</param>
public sealed record TargetDefinition(Seen Seen, TargetFacts Facts, bool IsActive, bool NeedsReason, IReadOnlyDictionary<Guid, DecisionRef> Decisions);

/// <summary>A target that is no longer followed.</summary>
public sealed record RetiredTarget(string Code, string Name, string ShortName);

/// <summary>One day judged by the definition as it is (null for a new target) and as it would be.</summary>
public sealed record TargetPreview(TargetProgress? Before, TargetProgress After);
