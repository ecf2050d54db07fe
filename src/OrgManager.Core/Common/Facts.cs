namespace OrgManager.Common;

/// <summary>What is true of something on one day: an immutable record whose fields can be named one by one, as bits.</summary>
public interface IFacts<TSelf> where TSelf : class, IFacts<TSelf>
{
    /// <summary>Every field at once.</summary>
    static abstract int AllFields { get; }

    /// <summary>The same, but with the named fields taken from <paramref name="values"/>.</summary>
    TSelf Overlay(int fields, TSelf values);
}

/// <summary>The fields a change names, and what it sets them to. Fields that are not named keep what they have.</summary>
public readonly record struct FactsEdit<TFacts>(int Fields, TFacts Values) where TFacts : class, IFacts<TFacts>;

/// <summary>Which fields one change set on the first day of a version, and by which decision (null: not yet known).</summary>
public sealed record Saying(int Fields, Guid? DecisionId)
{
    internal IEnumerable<Saying> Named(int fields, Guid decisionId)
    {
        if ((Fields & ~fields) is var rest and not 0) yield return this with { Fields = rest };
        if ((Fields & fields) is var named and not 0) yield return new(named, decisionId);
    }
}

/// <summary>One change where it stands in a history: the version, and the fields it set on its first day; no field at all means the end.</summary>
public readonly record struct Said(Guid VersionId, int Fields)
{
    public bool IsEnd => Fields == 0;

    public static Said End(Guid lastVersionId) => new(lastVersionId, 0);
}
