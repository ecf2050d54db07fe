namespace OrgManager.Common;

/// <summary>Something that holds from one day until the day before another. An open end means "until further notice".</summary>
public abstract class Effective : Entity
{
    /// <summary>Stored for an open end, so "in force on a day" is two comparisons, both served by one index.</summary>
    internal static readonly DateOnly Open = DateOnly.MaxValue;

    public DateOnly ValidFrom { get; protected set; }
    public DateOnly? ValidUntil => Until == Open ? null : Until;

    internal DateOnly Until { get; private set; } = Open;

    public bool Covers(DateOnly day) => ValidFrom <= day && day < Until;

    internal void EndOn(DateOnly day) => Until = day;
}

public static class EffectiveQueries
{
    /// <summary>The rows in force on a day; the same rule as <see cref="Effective.Covers"/>, for the database.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> rows, DateOnly day) where T : Effective =>
        rows.Where(r => r.ValidFrom <= day && day < r.Until);
}
