using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>Posts of a position in a unit during one stretch of time, and the decision that set them.</summary>
public sealed class PositionLevel : DatedVersion<QuotaFacts>
{
    public const int Most = 10_000;

    internal PositionLevel() { }

    public Guid PositionPostsId { get; private init; }
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

    internal override (string Type, Guid Id) Owner => (nameof(PositionPosts), PositionPostsId);
    internal override DatedVersion<QuotaFacts> NewRow() => new PositionLevel { PositionPostsId = PositionPostsId };
}

/// <summary>Số người làm việc theo vị trí: how many posts of a position one unit has, as dated levels. Targets and quota do not read it.</summary>
public sealed class PositionPosts : Aggregate
{
    private readonly List<PositionLevel> _levels = [];

    private PositionPosts() { }

    public Guid PositionId { get; private init; }
    public Guid UnitId { get; private init; }
    public IReadOnlyList<PositionLevel> Levels => History.Versions;

    internal override Guid? TrailUnitId => UnitId;
    internal Dated<QuotaFacts> Told => Dated.Of(_levels);
    private History<PositionLevel, QuotaFacts> History => new(_levels);

    /// <exception cref="RuleBrokenException">Quota.PostsOutOfRange.</exception>
    public static PositionPosts Open(Guid positionId, Guid unitId, int posts, DateOnly from, Guid? decisionId = null)
    {
        var opened = new PositionPosts { PositionId = positionId, UnitId = unitId };
        opened.History.Begin(new PositionLevel(), from, new(posts), decisionId);
        return opened;
    }

    /// <summary>So many posts from this day on, until the next level.</summary>
    /// <param name="correcting">Why a level of that very day was wrong; null where none is to be corrected.</param>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void Set(DateOnly from, int posts, Guid? decisionId = null, string? correcting = null) => TouchIf(History.Change(from, new(1, new(posts)), decisionId, correcting));

    /// <inheritdoc cref="Quota.Keep"/>
    internal void Keep(DateOnly from, int posts, Guid? decisionId, string reason)
    {
        if (History.On(from) is not null)
        {
            Set(from, posts, decisionId, reason);
            return;
        }
        History.Fill(from, new(posts), decisionId);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CutOff"/>
    internal void CutOff(DateOnly on, Guid? decisionId)
    {
        History.CutOff(on, decisionId);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid levelId, DateOnly today)
    {
        History.Withdraw(levelId, today);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.NameDecision"/>
    public void NameDecision(Said what, Guid decisionId, string? reason = null) => TouchIf(History.NameDecision(what, decisionId, reason));
}
