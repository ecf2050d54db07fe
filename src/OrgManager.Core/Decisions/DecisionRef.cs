namespace OrgManager.Decisions;

/// <summary>A decision as a page or report names it: number, day signed, and what it is about.</summary>
public sealed record DecisionRef(Guid Id, string Number, DateOnly SignedOn, string Issuer, string Subject);
