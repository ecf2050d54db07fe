using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>The five figures of a line. <see cref="Assigned"/> is null where nothing is assigned from above, neither to the unit nor below it.</summary>
/// <param name="OfWhich">What of it is assigned to the unit itself, in words, where units below are assigned some too.</param>
public sealed record UnitFigures(int? Assigned, int Allocated, int Present, int Unused, int Over, string? OfWhich = null)
{
    public bool IsNothing => this is { Assigned: null or 0, Allocated: 0, Present: 0 };

    /// <summary>Of a unit with everything below it, which follows it in the list.</summary>
    public static UnitFigures OfSubtree(IReadOnlyList<UnitTreeRow> rows, int index, Func<PostCounts, int> sum, Func<int, int, string> ofWhich)
    {
        var (posts, balance) = (rows[index].Posts!, PostBalance.OfSubtree(rows, index));
        var below = rows.Skip(index + 1).TakeWhile(row => row.Depth > rows[index].Depth).Select(row => row.Posts?.Assigned).OfType<PostCounts>().ToList();
        var (direct, further) = (posts.Assigned is { } own ? sum(own) : 0, below.Sum(sum));
        return new(
            posts.Assigned is null && below.Count == 0 ? null : direct + further,
            sum(posts.Allocated), sum(posts.Present), sum(balance.Unused), sum(balance.Over),
            posts.Assigned is null || further == 0 ? null : ofWhich(direct, further));
    }

    public static UnitFigures OfOwn(UnitPosts posts, Func<PostCounts, int> sum)
    {
        var balance = PostBalance.OfOwn(posts);
        return new(null, sum(posts.OwnAllocated), sum(posts.OwnPresent), sum(balance.Unused), sum(balance.Over));
    }
}
