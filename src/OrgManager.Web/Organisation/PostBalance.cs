using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>What units leave unused or take beyond, unit by unit: one unit's vacancy must not hide another's excess.</summary>
public sealed record PostBalance(PostCounts Unused, PostCounts Over)
{
    public static PostBalance OfOwn(UnitPosts posts) => new(posts.OwnAllocated.Left(posts.OwnPresent), posts.OwnAllocated.Over(posts.OwnPresent));

    /// <summary>Of a unit and everything below it, which follows it in the list.</summary>
    public static PostBalance OfSubtree(IReadOnlyList<UnitTreeRow> rows, int index) =>
        Sum(rows.Skip(index + 1).TakeWhile(row => row.Depth > rows[index].Depth).Prepend(rows[index]));

    /// <summary>Of the whole organisation; from its sums where the reader may not see every unit.</summary>
    public static PostBalance OfAll(UnitTree tree) =>
        SeesAll(tree)
            ? Sum(tree.Government)
            : new(tree.Totals.Allocated.Left(tree.Totals.Present), tree.Totals.Allocated.Over(tree.Totals.Present));

    /// <summary>Of the units the reader sees the posts of.</summary>
    public static PostBalance OfSeen(UnitTree tree) => Sum(tree.Government);

    /// <summary>Whether the lines the reader may see add up to the whole: only then may a total of the whole open them.</summary>
    public static bool SeesAll(UnitTree tree) => tree.Government.Count > 0 && tree.Government.All(row => row.Posts is not null);

    private static PostBalance Sum(IEnumerable<UnitTreeRow> rows) =>
        rows.Where(row => row.Posts is not null).Select(row => OfOwn(row.Posts!))
            .Aggregate(new PostBalance(default, default), (sum, own) => new(sum.Unused + own.Unused, sum.Over + own.Over));
}
