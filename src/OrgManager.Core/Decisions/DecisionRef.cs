namespace OrgManager.Decisions;

/// <summary>A decision as a page or report names it: number, day signed, and what it is about.</summary>
/// <param name="Subject">Empty where the decision is about party matters that are not told to the reader.</param>
public sealed record DecisionRef(Guid Id, string Number, DateOnly SignedOn, string Issuer, string Subject);
