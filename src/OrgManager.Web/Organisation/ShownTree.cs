using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>What of a branch the page shows: its open lines and its sums. The rest of the tree is let go once it is made.</summary>
public sealed class ShownTree
{
    /// <summary>How many lines are shown at first, and how many more each time they are asked for.</summary>
    public const int Most = 300;

    private readonly QuotaCategory? _only;
    private readonly Difference? _with;

    /// <param name="only">One category, or all together.</param>
    /// <param name="with">Only units with such a difference, and what they stand under.</param>
    /// <param name="most">How many lines at most.</param>
    public ShownTree(IStringLocalizer<Texts> t, UnitTree tree, Branch branch, QuotaCategory? only, Difference? with, TreeOpening opening, int most)
    {
        var rows = branch == Branch.Party ? tree.Party : tree.Government;
        var columns = new UnitHidable(rows, branch);
        (Branch, _only, _with) = (branch, only, branch == Branch.Party ? null : with);
        (Columns, ShowsPosts, ShowsMembers) = (columns.Of(t), columns.ShowsPosts, columns.ShowsMembers);
        (HidesPosts, HidesMembers, SeesAll, Changeable) = (rows.Any(row => row.Posts is null), rows.Any(row => row.Members is null), PostBalance.SeesAll(tree), tree.Changeable.Contains(branch));
        (Totals, Whole) = (tree.Totals, WholeOf(tree));
        Summary = branch == Branch.Party ? t.Cells(tree) : $"{t.Units(tree)} · {t["Units.PostsOf", Format.Number(tree.Totals.Allocated.Total), Format.Number(tree.Totals.Present.Total)]}";
        var lines = Open(rows, opening).ToList();
        Lines = [.. lines.Take(most).Select(line => Line(rows, line.At, line.Own, opening, (direct, below) => t["Units.OfWhich", Format.Number(direct), Format.Number(below)]))];
        Left = lines.Count - Lines.Count;
    }

    public Branch Branch { get; }
    public IReadOnlyList<UnitLine> Lines { get; }

    /// <summary>How many open lines are not shown.</summary>
    public int Left { get; }
    public IReadOnlyList<(string Name, string Text)> Columns { get; }
    public bool ShowsPosts { get; }
    public bool ShowsMembers { get; }
    public bool HidesPosts { get; }
    public bool HidesMembers { get; }

    /// <summary>Whether the lines add up to the whole, so that its sums may open them.</summary>
    public bool SeesAll { get; }
    public bool Changeable { get; }
    public UnitTreeTotals Totals { get; }
    public UnitFigures Whole { get; }
    public string Summary { get; }

    private UnitFigures WholeOf(UnitTree tree)
    {
        var (totals, balance) = (tree.Totals, PostBalance.OfAll(tree));
        return new(Sum(totals.Assigned), Sum(totals.Allocated), Sum(totals.Present), Sum(balance.Unused), Sum(balance.Over));
    }

    /// <summary>Where the lines stand among the rows; what was asked for by a difference is open, wherever it is.</summary>
    private IEnumerable<(int At, bool Own)> Open(IReadOnlyList<UnitTreeRow> rows, TreeOpening opening)
    {
        var (leading, hiddenBelow) = (Leading(rows), int.MaxValue);
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            if (row.Depth > hiddenBelow || !leading[at]) continue;
            var open = opening.IsOpen(row);
            hiddenBelow = row.HasChildren && !open ? row.Depth : int.MaxValue;
            yield return (at, false);
            if (row.OwnRow is not null && open && Differs(row)) yield return (at, true);
        }
    }

    private UnitLine Line(IReadOnlyList<UnitTreeRow> rows, int at, bool own, TreeOpening opening, Func<int, int, string> ofWhich)
    {
        var row = rows[at];
        var figures = row.Posts is null ? null : own ? UnitFigures.OfOwn(row.Posts, Sum) : UnitFigures.OfSubtree(rows, at, Sum, ofWhich);
        return new(row, own, opening.IsOpen(row), figures);
    }

    /// <summary>Whether a row differs, or stands above one that does.</summary>
    private bool[] Leading(IReadOnlyList<UnitTreeRow> rows)
    {
        var (leading, above) = (new bool[rows.Count], new Stack<int>());
        for (var at = 0; at < rows.Count; at++)
        {
            while (above.TryPeek(out var last) && rows[last].Depth >= rows[at].Depth) above.Pop();
            above.Push(at);
            if (Differs(rows[at])) foreach (var unit in above) leading[unit] = true;
        }
        return leading;
    }

    private bool Differs(UnitTreeRow row) => _with switch
    {
        null => true,
        Difference.NoHead => row.LacksHead,
        Difference.Over => row.Posts is { } posts && Sum(PostBalance.OfOwn(posts).Over) > 0,
        _ => row.Posts is { } posts && Sum(PostBalance.OfOwn(posts).Unused) > 0,
    };

    private int Sum(PostCounts counts) => _only is { } category ? counts[category] : counts.Total;
}
