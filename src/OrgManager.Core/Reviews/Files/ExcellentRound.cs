using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Votes for one of those who may become excellent.</summary>
public sealed record ExcellentVote(Guid ReviewId, int Votes);

/// <summary>What is entered of the committee's own ballot.</summary>
public sealed record ExcellentBallot(DateOnly On, int Convened, int Issued, int Returned, int Invalid, IReadOnlyList<ExcellentVote> Votes);

/// <summary>Phiếu bình chọn hoàn thành xuất sắc: the committee's second round over all cells, among those whom their cells graded good or better. One paper names several, so votes are counted person by person.</summary>
public sealed class ExcellentRound : Aggregate
{
    private ExcellentRound() { }

    public Guid CycleId { get; private init; }
    public Guid CommitteeId { get; private init; }
    public DateOnly? On { get; private set; }
    public int Convened { get; private set; }
    public int Issued { get; private set; }
    public int Returned { get; private set; }
    public int Invalid { get; private set; }
    public IReadOnlyList<ExcellentVote> Votes { get; private set; } = [];

    internal override Guid? TrailUnitId => CommitteeId;
    internal override FieldClass FieldClass => FieldClass.Review;

    internal static ExcellentRound Begin(ReviewCycle cycle) => new() { CycleId = cycle.Id, CommitteeId = cycle.CommitteeId };

    /// <exception cref="RuleBrokenException">Ballot.DoesNotAddUp: more papers than people, or more votes for somebody than valid papers.</exception>
    internal void Record(ExcellentBallot ballot)
    {
        var holds = ballot is { Invalid: >= 0, Issued: >= 0 } && ballot.Issued <= ballot.Convened && ballot.Returned <= ballot.Issued && ballot.Invalid <= ballot.Returned
            && ballot.Votes.All(v => v.Votes >= 0 && v.Votes <= ballot.Returned - ballot.Invalid) && ballot.Votes.DistinctBy(v => v.ReviewId).Count() == ballot.Votes.Count;
        RuleBrokenException.Unless(holds, "Ballot.DoesNotAddUp");
        (On, Convened, Issued, Returned, Invalid, Votes) = (ballot.On, ballot.Convened, ballot.Issued, ballot.Returned, ballot.Invalid, [.. ballot.Votes.Where(v => v.Votes > 0)]);
        Touch();
    }
}
