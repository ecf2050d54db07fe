using System.Collections.Concurrent;

namespace OrgManager.Access;

/// <summary>Names without an account fail and lock as those with one do, so that no message tells which accounts there are.</summary>
public sealed class UnknownNames(TimeProvider time)
{
    private const int Most = 10_000; // then all are forgotten: memory is not a stranger's to fill
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset? LockedUntil)> _failed = new(StringComparer.Ordinal);

    internal SignInResult Fail(string name)
    {
        if (_failed.Count >= Most) _failed.Clear();
        var now = time.GetUtcNow();
        var (failures, until) = _failed.AddOrUpdate(Passwords.Normalized(name), _ => Next((0, null), now), (_, before) => Next(before, now));
        return until is { } locked
            ? new(SignInOutcome.Locked, null, 0, locked.UtcDateTime)
            : new(SignInOutcome.Wrong, null, Passwords.FailuresUntilLock - failures, null);
    }

    private static (int, DateTimeOffset?) Next((int Failures, DateTimeOffset? LockedUntil) before, DateTimeOffset now)
    {
        if (before.LockedUntil > now) return before;
        return before.Failures + 1 < Passwords.FailuresUntilLock ? (before.Failures + 1, null) : (0, now + Passwords.LockTime);
    }
}
