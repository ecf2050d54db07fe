using System.Text.Json;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Jobs;

public enum JobState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>How a job ended.</summary>
/// <param name="Result">What it made, in the words of its kind.</param>
/// <param name="Problem">Of a failure: a key of the texts, filled in with <paramref name="Args"/>.</param>
public sealed record JobOutcome(JobState State, string? Result = null, string? Problem = null, IReadOnlyList<string>? Args = null)
{
    public static JobOutcome Failed(string problem, params IReadOnlyList<string> args) => new(JobState.Failed, Problem: problem, Args: args);
}

/// <summary>Long work that goes on without the page it was asked for from; it is its owner's, and so is its outcome.</summary>
public sealed class Job : Aggregate
{
    public const int KindLength = 40, NodeLength = 100, ResultLength = 500;

    private Job() { }

    /// <summary>The account that asked for it, as which it runs.</summary>
    public Guid UserId { get; private init; }
    public string Kind { get; private init; } = "";
    public string? Input { get; private init; }
    public JobState State { get; private set; }

    /// <summary>The machine that runs it.</summary>
    public string? Node { get; private set; }
    public DateTime AskedUtc { get; private init; }
    public DateTime? BegunUtc { get; private set; }
    public DateTime? EndedUtc { get; private set; }
    public bool CancelAsked { get; private set; }
    public string? Result { get; private set; }
    public string? Problem { get; private set; }
    public string? ProblemArgs { get; private set; }

    /// <summary>Its owner has seen how it ended.</summary>
    public bool Dismissed { get; private set; }

    public bool IsOver => State is not (JobState.Waiting or JobState.Running);

    internal IReadOnlyList<string> Args => ProblemArgs is null ? [] : JsonSerializer.Deserialize<string[]>(ProblemArgs, TableExtensions.Json)!;

    internal override FieldClass FieldClass => FieldClass.Account;

    /// <param name="input">What the kind needs to know, in its own words.</param>
    public static Job Ask(Guid userId, string kind, string? input, DateTime atUtc) => new() { UserId = userId, Kind = kind, Input = input, AskedUtc = Whole(atUtc) };

    /// <returns>False where somebody else was quicker; then nothing changes.</returns>
    public bool TryBegin(string node, DateTime atUtc)
    {
        if (State != JobState.Waiting) return false;
        (State, Node, BegunUtc) = (JobState.Running, node[..Math.Min(node.Length, NodeLength)], Whole(atUtc));
        Touch();
        return true;
    }

    /// <summary>One that waits ends at once; one that runs is told, and ends when it can.</summary>
    /// <exception cref="RuleBrokenException">Job.Over: it has ended already.</exception>
    public void Cancel(DateTime atUtc)
    {
        RuleBrokenException.Unless(!IsOver, "Job.Over");
        CancelAsked = true;
        if (State == JobState.Waiting) End(new(JobState.Cancelled), atUtc);
        else Touch();
    }

    /// <summary>Keeps how it ended; the first end counts.</summary>
    public void End(JobOutcome outcome, DateTime atUtc)
    {
        if (IsOver) return;
        (State, EndedUtc, Problem) = (outcome.State, Whole(atUtc), outcome.Problem);
        Result = outcome.Result?[..Math.Min(outcome.Result.Length, ResultLength)];
        ProblemArgs = outcome.Args is { Count: > 0 } args ? JsonSerializer.Serialize(args, TableExtensions.Json) : null;
        Touch();
    }

    /// <exception cref="RuleBrokenException">Job.NotOver: it has not ended yet.</exception>
    public void Dismiss()
    {
        RuleBrokenException.Unless(IsOver, "Job.NotOver");
        if (Dismissed) return;
        Dismissed = true;
        Touch();
    }

    /// <summary>To the microsecond, which is all PostgreSQL keeps: what the trail told must be what stands in the table.</summary>
    private static DateTime Whole(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
}
