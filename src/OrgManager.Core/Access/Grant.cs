using OrgManager.Common;

namespace OrgManager.Access;

/// <summary>One account's role over one part of the organisation for a time. Revoking ends it; the row stays.</summary>
public sealed class Grant : Aggregate
{
    private Grant() { }

    public Guid UserId { get; private init; }
    public Role Role { get; private init; }

    /// <summary>This unit and everything below it; null for both trees, or where the role needs none.</summary>
    public Guid? ScopeUnitId { get; private init; }
    public DateOnly ValidFrom { get; private init; }
    public DateOnly ValidUntil { get; private set; } = DateOnly.MaxValue;

    internal override FieldClass FieldClass => FieldClass.Account;

    public static Grant Give(Guid userId, Role role, Guid? scopeUnitId, DateOnly from) =>
        new() { UserId = userId, Role = role, ScopeUnitId = scopeUnitId, ValidFrom = from };

    /// <exception cref="RuleBrokenException">Grant.Ended: it is over already.</exception>
    public void Revoke(DateOnly on)
    {
        RuleBrokenException.Unless(on < ValidUntil, "Grant.Ended", ValidUntil);
        ValidUntil = on;
        Touch();
    }
}
