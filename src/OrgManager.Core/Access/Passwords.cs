using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>What a password must be, and how accounts keep it: only as Identity's salted hash.</summary>
internal static class Passwords
{
    public const int ShortestLength = 14, LongestLength = 1000, FailuresUntilLock = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>How slow a guess is. Only the tests' own processes set the switch; a program that is started has the full count.</summary>
    private static readonly int Rounds = AppContext.GetData("OrgManager.PasswordRounds") is string set ? int.Parse(set, CultureInfo.InvariantCulture) : 210_000;
    private static readonly PasswordHasher<OrgUser> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly OrgUser Stranger = new() { PasswordHash = Hasher.HashPassword(new(), Guid.NewGuid().ToString()) };

    /// <summary>TCVN 14423:2026, levels 1 and 2 without a second factor: at least 14 characters of 4 kinds.</summary>
    /// <exception cref="RuleBrokenException">Account.PasswordWeak.</exception>
    public static void DemandStrong(string password) => RuleBrokenException.Unless(
        password.Length is >= ShortestLength and <= LongestLength && password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit)
            && password.Any(c => !char.IsLetterOrDigit(c)),
        "Account.PasswordWeak", ShortestLength);

    /// <summary>Takes as long for an account that does not exist.</summary>
    public static bool Matches(OrgUser? user, string password) =>
        Hasher.VerifyHashedPassword(user ?? Stranger, (user ?? Stranger).PasswordHash!, password) != PasswordVerificationResult.Failed && user is not null;

    /// <summary>Sets the password and ends every other session of the account.</summary>
    public static void Set(OrgUser user, string password)
    {
        DemandStrong(password);
        user.PasswordHash = Hasher.HashPassword(user, password);
        EndSessions(user);
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
    }

    /// <summary>Cookies carry the stamp, so none of those given out before is taken any more.</summary>
    public static void EndSessions(OrgUser user) => (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    public static Task<OrgUser?> FindAsync(OrgDbContext db, string name, CancellationToken ct)
    {
        var normalized = Normalized(name);
        return db.Set<OrgUser>().SingleOrDefaultAsync(u => u.NormalizedUserName == normalized, ct);
    }

    public static string Normalized(string name) => name.Trim().Normalize().ToUpperInvariant();
}
