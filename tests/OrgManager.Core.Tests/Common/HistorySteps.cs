using CsCheck;
using OrgManager.Common;

namespace OrgManager.Tests.Common;

/// <summary>One random verb. Pick chooses among the versions there are.</summary>
internal sealed record Step(Verbs Verb, int Day, int Fields, int Value, int Pick, bool Reasoned, bool Whole)
{
    public Guid Decision { get; } = Guid.NewGuid();
}

/// <summary>Random verbs, told to the real history and to the plain one.</summary>
internal static class HistorySteps
{
    public const int Days = 12, Today = 3;

    private static readonly Verbs[] Often =
        [Verbs.Change, Verbs.Change, Verbs.Change, Verbs.Change, Verbs.Correct, Verbs.CorrectDay, Verbs.CorrectDay, Verbs.Withdraw, Verbs.Withdraw, Verbs.End, Verbs.CorrectEnd, Verbs.WithdrawEnd];

    public static readonly Gen<Step> Any =
        from verb in Gen.Int[0, Often.Length - 1]
        from day in Gen.Int[-1, Days]
        from fields in Gen.Int[1, 63]
        from value in Gen.Int[0, 2]
        from pick in Gen.Int[0, 100]
        from reasoned in Gen.Int[0, 9]
        from whole in Gen.Bool
        select new Step(Often[verb], day, fields, value, pick, reasoned > 0, whole);

    public static DateOnly Date(int day) => Places.Start.AddDays(day);

    /// <summary>The step as this subject can be told it; null if it cannot.</summary>
    public static Step? For(Subject subject, Step step)
    {
        var fields = step.Fields & subject.Changeable;
        if (subject.OneFieldAtATime) fields &= -fields;
        return fields == 0 || !subject.Knows.HasFlag(step.Verb) ? null : step with { Fields = fields, Whole = step.Whole || subject.Fields == 1 };
    }

    public static string? TellPlain(PlainHistory plain, Step step, int fields)
    {
        var picked = plain.Turns[step.Pick % plain.Turns.Count];
        return step.Verb switch
        {
            Verbs.Change => plain.Change(step.Day, step.Fields, Values(step, fields), step.Decision),
            Verbs.Correct => plain.Correct(picked, step.Fields, Values(step, fields), Reason(step)),
            Verbs.CorrectDay => plain.CorrectDay(picked, step.Day, Reason(step)),
            Verbs.Withdraw => plain.Withdraw(picked, Today, step.Whole ? null : step.Fields),
            Verbs.End => plain.EndOn(step.Day, step.Decision),
            Verbs.CorrectEnd => plain.CorrectEnd(step.Whole ? step.Day : null, Reason(step)),
            _ => plain.WithdrawEnd(Today),
        };
    }

    /// <exception cref="RuleBrokenException">The verb is refused.</exception>
    public static void TellReal(Subject subject, Step step)
    {
        var picked = subject.Versions[step.Pick % subject.Versions.Count].Id;
        switch (step.Verb)
        {
            case Verbs.Change: subject.Change(Date(step.Day), step.Fields, Values(step, subject.Fields), step.Decision); break;
            case Verbs.Correct: subject.Correct(picked, step.Fields, Values(step, subject.Fields), Reason(step)); break;
            case Verbs.CorrectDay: subject.CorrectDay(picked, Date(step.Day), Reason(step)); break;
            case Verbs.Withdraw: subject.Withdraw(picked, Date(Today), step.Whole ? null : step.Fields); break;
            case Verbs.End: subject.End(Date(step.Day), step.Decision); break;
            case Verbs.CorrectEnd: subject.CorrectEnd(step.Whole ? Date(step.Day) : null, Reason(step)); break;
            default: subject.WithdrawEnd(Date(Today)); break;
        }
    }

    /// <summary>Every day of the window, every version, every decision.</summary>
    public static void AssertSame(PlainHistory plain, Subject real)
    {
        var versions = real.Versions;
        for (var day = -2; day <= Days + 1; day++)
        {
            var told = versions.Where(v => v.From <= Date(day) && Date(day) < v.Until).Select(v => v.Facts).ToList();
            Assert.Equal(plain.On(day) is { } values ? [real.Facts(values)] : [], told);
        }
        Assert.Equal(plain.Turns.Select(Date), versions.Select(v => v.From));
        Assert.Equal(versions.Skip(1).Select(v => v.From).Append(plain.End is { } end ? Date(end) : DateOnly.MaxValue), versions.Select(v => v.Until));
        Assert.Equal([.. versions.SkipLast(1).Select(_ => (Guid?)null), plain.EndDecision], versions.Select(v => v.EndDecision));
        foreach (var version in versions) AssertSays(plain, version, real.Fields);
    }

    private static void AssertSays(PlainHistory plain, Told version, int fields)
    {
        var day = version.From.DayNumber - Places.Start.DayNumber;
        Assert.Equal(plain.SetOn(day), version.Says.Sum(s => s.Fields));
        for (var f = 0; f < fields; f++)
            if ((plain.SetOn(day) & (1 << f)) != 0) Assert.Equal(plain.DecisionOf(f, day), version.Says.Single(s => (s.Fields & (1 << f)) != 0).DecisionId);
    }

    private static int[] Values(Step step, int fields) => [.. Enumerable.Range(0, fields).Select(f => (step.Value + f) % 3)];

    private static string Reason(Step step) => step.Reasoned ? "Nhập sai" : "";
}
