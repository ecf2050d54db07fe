using OrgManager.Common;

namespace OrgManager.Tests.Common;

/// <summary>One version as it came out, whatever its facts are.</summary>
internal sealed record Told(Guid Id, DateOnly From, DateOnly Until, object Facts, IReadOnlyList<Saying> Says, Guid? EndDecision);

[Flags]
internal enum Verbs { None = 0, Change = 1, Correct = 2, CorrectDay = 4, Withdraw = 8, End = 16, CorrectEnd = 32, WithdrawEnd = 64, All = 127 }

/// <summary>Anything with a dated history, its fields numbered and each with the values 0, 1 and 2, so that one test drives them all.</summary>
internal abstract class Subject
{
    public abstract int Fields { get; }
    public abstract IReadOnlyList<Told> Versions { get; }

    /// <summary>The fields whose changes have a verb of their own.</summary>
    public virtual int Changeable => (1 << Fields) - 1;
    public virtual bool OneFieldAtATime => false;
    public virtual Verbs Knows => Verbs.All;

    public abstract object Facts(int[] values);
    public abstract void Change(DateOnly from, int fields, int[] values, Guid? decision);
    public abstract void Correct(Guid version, int fields, int[] values, string reason);
    public virtual void CorrectDay(Guid version, DateOnly to, string reason) => throw new NotSupportedException();
    public abstract void Withdraw(Guid version, DateOnly today, int? fields);
    public abstract void End(DateOnly on, Guid? decision);
    public virtual void CorrectEnd(DateOnly? on, string reason) => throw new NotSupportedException();
    public virtual void WithdrawEnd(DateOnly today) => throw new NotSupportedException();

    protected static IReadOnlyList<Told> Tell<TFacts>(IEnumerable<DatedVersion<TFacts>> versions) where TFacts : class, IFacts<TFacts> =>
        [.. versions.Select(v => new Told(v.Id, v.ValidFrom, v.ValidUntil ?? DateOnly.MaxValue, v.Facts, v.Says, v.EndDecisionId))];
}
