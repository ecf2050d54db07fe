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

    /// <summary>Which account lent it, for the days that account is away (ủy quyền); null where an administrator gave it.</summary>
    public Guid? LentBy { get; private init; }

    internal override FieldClass FieldClass => FieldClass.Account;

    /// <param name="until">The first day it no longer holds; null until it is revoked.</param>
    /// <exception cref="RuleBrokenException">Grant.DaysOutOfOrder: it would end before it begins.</exception>
    public static Grant Give(Guid userId, Role role, Guid? scopeUnitId, DateOnly from, DateOnly? until = null, Guid? lentBy = null)
    {
        RuleBrokenException.Unless(until is null || from < until, "Grant.DaysOutOfOrder");
        return new() { UserId = userId, Role = role, ScopeUnitId = scopeUnitId, ValidFrom = from, ValidUntil = until ?? DateOnly.MaxValue, LentBy = lentBy };
    }

    /// <summary>Takes it back from this day on; one that has not begun by then never does.</summary>
    /// <exception cref="RuleBrokenException">Grant.Ended: it is over already.</exception>
    public void Revoke(DateOnly on)
    {
        RuleBrokenException.Unless(on < ValidUntil && ValidFrom < ValidUntil, "Grant.Ended", ValidUntil);
        ValidUntil = on < ValidFrom ? ValidFrom : on;
        Touch();
    }
}
