using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Posts on one day.</summary>
public sealed record QuotaFacts(int Posts) : IFacts<QuotaFacts>
{
    public static int AllFields => 1;

    public QuotaFacts Overlay(int fields, QuotaFacts values) => (fields & 1) != 0 ? values : this;
}

/// <summary>Posts during one stretch of time, and the decision that set them.</summary>
public sealed class QuotaLevel : DatedVersion<QuotaFacts>
{
    public const int Most = 1_000_000;

    internal QuotaLevel() { }

    public Guid QuotaId { get; private init; }
    public int Posts { get; private set; }

    public override QuotaFacts Facts
    {
        get => new(Posts);
        protected set
        {
            RuleBrokenException.Unless(value.Posts is >= 0 and <= Most, "Quota.PostsOutOfRange", value.Posts, Most);
            Posts = value.Posts;
        }
    }

    internal override (string Type, Guid Id) Owner => (nameof(Quota), QuotaId);
    internal override DatedVersion<QuotaFacts> NewRow() => new QuotaLevel { QuotaId = QuotaId };
}

/// <summary>Biên chế, số lượng người làm việc: the posts of one unit in one category, assigned from above or allocated by the receiver, as dated levels.</summary>
public sealed class Quota : Aggregate
{
    private readonly List<QuotaLevel> _levels = [];

    private Quota() { }

    public Guid UnitId { get; private init; }
    public QuotaCategory Category { get; private init; }
    public QuotaKind Kind { get; private init; }
    public IReadOnlyList<QuotaLevel> Levels => History.Versions;
    public DateOnly? EndsOn => History.EndsOn;

    internal override Guid? TrailUnitId => UnitId;
    private History<QuotaLevel, QuotaFacts> History => new(_levels);

    /// <exception cref="RuleBrokenException">Quota.PostsOutOfRange.</exception>
    public static Quota Open(Guid unitId, QuotaCategory category, QuotaKind kind, int posts, DateOnly from, Guid? decisionId = null)
    {
        var quota = new Quota { UnitId = unitId, Category = category, Kind = kind };
        quota.History.Begin(new QuotaLevel(), from, new(posts), decisionId);
        return quota;
    }

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static Quota Sketch(QuotaLine line)
    {
        var quota = new Quota { Id = line.Id, UnitId = line.UnitId, Category = line.Category, Kind = line.Kind };
        foreach (var span in line.History)
        {
            var level = new QuotaLevel { Id = span.VersionId };
            level.Restore(span);
            quota._levels.Add(level);
        }
        return quota;
    }

    /// <summary>Posts on the day, or null where none are kept.</summary>
    public int? On(DateOnly day) => History.On(day)?.Posts;

    /// <summary>So many posts from this day on, until the next level.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void Set(DateOnly from, int posts, Guid? decisionId = null, string? correcting = null) => TouchIf(History.Change(from, new(1, new(posts)), decisionId, correcting));

    /// <inheritdoc cref="History{TVersion,TFacts}.Correct"/>
    public void Correct(Guid levelId, int posts, string reason) => TouchIf(History.Correct(levelId, new(1, new(posts)), reason));

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectDay"/>
    public void CorrectDay(Guid levelId, DateOnly to, string reason)
    {
        History.CorrectDay(levelId, to, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid levelId, DateOnly today)
    {
        History.Withdraw(levelId, today);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.End"/>
    public void End(DateOnly on, Guid? decisionId = null)
    {
        History.End(on, decisionId);
        Touch();
    }

    /// <summary>So many posts from this day on, until the next level, whether a level is kept on that day or only before or after it.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    internal void Keep(DateOnly from, int posts, Guid? decisionId, string? correcting)
    {
        if (On(from) is not null)
        {
            Set(from, posts, decisionId, correcting);
            return;
        }
        History.Fill(from, new(posts), decisionId);
        Touch();
    }

    /// <summary>So many posts more, or fewer, than was known of the days after this one; never fewer than none.</summary>
    /// <returns>The days from which it cannot be as many fewer, and what was known of them.</returns>
    internal IReadOnlyList<(DateOnly From, int Posts)> Shift(DateOnly after, int posts, string reason)
    {
        var later = History.Versions.Where(level => level.ValidFrom > after).ToList();
        var known = later.ConvertAll(level => (level.ValidFrom, level.Posts));
        foreach (var level in later) TouchIf(History.Correct(level.Id, new(1, new(Math.Max(0, level.Posts + posts))), reason));
        return known.FindAll(level => level.Posts + posts < 0);
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CutOff"/>
    internal void CutOff(DateOnly on, Guid? decisionId)
    {
        History.CutOff(on, decisionId);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectEnd"/>
    public void CorrectEnd(DateOnly? on, string reason)
    {
        History.CorrectEnd(on, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.WithdrawEnd"/>
    public void WithdrawEnd(DateOnly today)
    {
        History.WithdrawEnd(today);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.NameDecision"/>
    public void NameDecision(Said what, Guid decisionId, string? reason = null) => TouchIf(History.NameDecision(what, decisionId, reason));
}
