namespace OrgManager.Common;

/// <summary>A business rule said no. <see cref="Code"/> is a resource key; the UI translates it.</summary>
public sealed class RuleBrokenException(string code, params object?[] args) : Exception(code)
{
    public string Code => Message;
    public IReadOnlyList<object?> Args => args;

    /// <summary>Which of several steps it said no to, counted from 1, and what that step was to do.</summary>
    public (int Number, string Op)? Step { get; private init; }

    internal RuleBrokenException At(int number, string op) => new(Code, [.. args]) { Step = (number, op) };

    public static void Unless(bool holds, string code, params object?[] args)
    {
        if (!holds) throw new RuleBrokenException(code, args);
    }
}

/// <summary>Somebody else changed it first. Carries what is true now, so the page can show it and try again.</summary>
public sealed class ConflictException(object current) : Exception("It was changed by someone else.")
{
    public object Current => current;

    /// <summary>Who changed it and when, where the trail tells.</summary>
    public (string Name, DateTime AtUtc)? By { get; init; }
}

/// <summary>Too many are writing at once. Nothing was changed; trying again is safe.</summary>
public sealed class BusyException(Exception cause) : Exception("The database is busy.", cause);

public sealed class NotFoundException(Type type, object key) : Exception($"{type.Name} {key} does not exist.");
