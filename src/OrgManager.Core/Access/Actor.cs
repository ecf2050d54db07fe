namespace OrgManager.Access;

/// <summary>A role over a scope unit (null: both trees) for a time.</summary>
/// <param name="IsLent">By who holds it, to a deputy.</param>
public sealed record ActorGrant(Role Role, Guid? ScopeUnitId, DateOnly From, DateOnly Until, bool IsLent = false)
{
    public bool IsActive(DateOnly today) => From <= today && today < Until;
}

/// <summary>Who is asking, as whom, and with which grants.</summary>
public sealed record Actor(Guid? UserId, string Name, Guid? PersonId, IReadOnlyList<ActorGrant> Grants)
{
    public static readonly Actor Nobody = new(null, "nobody", null, []);

    /// <summary>For migrate, seed, maintenance and the command line of the machine's owner.</summary>
    public static readonly Actor System = new(null, "system", null, []) { IsSystem = true };

    public bool IsSystem { get; private init; }
    public IReadOnlyList<Role> Roles => [.. Grants.Select(g => g.Role).Distinct()];

    /// <summary>Whether any grant gives this permission over more than the actor's own person; for menus, never a guard.</summary>
    public bool May(Permission permission) => IsSystem || Grants.Any(g => RoleGrants.Of(g.Role, permission) is not (Reach.None or Reach.OwnPerson));

    /// <summary>Whether the permission reaches the person the account is linked to: that goes with the link, no grant is needed (DESIGN §7).</summary>
    public bool MayOnOwn(Permission permission) => PersonId is not null && RoleGrants.Of(Role.Self, permission) == Reach.OwnPerson;
}

public sealed class AccessDeniedException(Permission permission) : Exception($"Missing permission {permission}.")
{
    public Permission Permission => permission;
}

public interface ICurrentActor
{
    ValueTask<Actor> GetAsync(CancellationToken ct = default);
}
