using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Access;

public enum UserState { Active, Locked, Disabled, WithoutGrant }

/// <summary>Which accounts to list: by name or person as typed, by a role held now, by state.</summary>
public sealed record UserQuery(string? Search = null, Role? Role = null, UserState? State = null);

public enum GrantState { InForce, Ahead, Over }

/// <summary>A role over a unit (null: both trees, or a role that needs none) for a time.</summary>
/// <param name="ScopeEnded">The unit is there no more: the grant reaches its past and nothing of today.</param>
/// <param name="Until">The first day it no longer holds, or null.</param>
/// <param name="LentBy">Who lent it, by name, or by account where it is nobody's; null where an administrator gave it.</param>
public sealed record GrantRow(Seen Seen, Role Role, UnitRef? Scope, bool ScopeEnded, DateOnly From, DateOnly? Until, GrantState State, string? LentBy);

/// <summary>One account in the list.</summary>
public sealed record UserRow
{
    public required string Name { get; init; }
    public required PersonRef? Person { get; init; }
    public required UserState State { get; init; }

    /// <summary>Those in force and those ahead.</summary>
    public required IReadOnlyList<GrantRow> Grants { get; init; }
    public required DateTime? LastSignInUtc { get; init; }
}

public sealed record UserList(IReadOnlyList<UserRow> Rows, int Total);

public enum SignInTry { Succeeded, Failed, FailedAndLocked }

/// <summary>An attempt to sign in, as the trail tells it.</summary>
public sealed record SignInRow(DateTime AtUtc, SignInTry Outcome);

/// <summary>One account with all there is to know about it.</summary>
public sealed record UserCard
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required PersonRef? Person { get; init; }
    public required UserState State { get; init; }
    public required DateTime? LockedUntilUtc { get; init; }

    /// <summary>The reader's own: rights and password are not changed here.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<GrantRow> Grants { get; init; }
    public required IReadOnlyList<SignInRow> SignIns { get; init; }
    public required DateTime? PasswordSetUtc { get; init; }

    /// <summary>An administrator set the password, and its owner has not changed it since.</summary>
    public required bool PasswordSetByOther { get; init; }
}
