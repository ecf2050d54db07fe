using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>One branch as a table that opens and closes; sums stand on the parents.</summary>
public sealed partial class UnitTreeTable
{
    private readonly HashSet<string> _closed = [];

    [Parameter, EditorRequired] public required UnitTree Tree { get; set; }
    [Parameter, EditorRequired] public Branch Branch { get; set; }

    /// <summary>One category, or all together.</summary>
    [Parameter] public QuotaCategory? Only { get; set; }
    [Parameter] public bool OpensStaff { get; set; }

    private IReadOnlyList<UnitTreeRow> Rows => Branch == Branch.Party ? Tree.Party : Tree.Government;
    private bool ShowsPosts => Branch == Branch.Government && Rows.Any(row => row.Posts is not null);
    private bool ShowsHeads => Rows.Any(row => row.Head is not null);
    private bool ShowsMembers => Branch == Branch.Party && Rows.Any(row => row.Members is not null);
    private PostBalance Whole => PostBalance.OfAll(Tree);

    public void OpenAll()
    {
        _closed.Clear();
        StateHasChanged();
    }

    public void CloseAll()
    {
        _closed.UnionWith(Rows.Where(row => row.HasChildren && row.Depth > 0).Select(row => row.Code));
        if (!Rows.Any(row => row.HasChildren && row.Depth > 0)) _closed.UnionWith(Rows.Where(row => row.HasChildren).Select(row => row.Code));
        StateHasChanged();
    }

    private void Toggle(string code)
    {
        if (!_closed.Remove(code)) _closed.Add(code);
    }

    private IEnumerable<UnitLine> Lines()
    {
        var hiddenBelow = int.MaxValue;
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (row.Depth > hiddenBelow) continue;
            var open = !_closed.Contains(row.Code);
            hiddenBelow = row.HasChildren && !open ? row.Depth : int.MaxValue;
            yield return new(row, IsOwn: false, open, row.Posts is null ? null : OfSubtree(row, i), StaffLink(row.Code));
            if (row.OwnRow is not null && open) yield return new(row, IsOwn: true, open, row.Posts is null ? null : OfOwn(row.Posts), null);
        }
    }

    private UnitFigures OfSubtree(UnitTreeRow row, int index)
    {
        var balance = PostBalance.OfSubtree(Rows, index);
        return new(row.Posts!.Assigned is { } assigned ? Sum(assigned) : null, Sum(row.Posts.Allocated), Sum(row.Posts.Present), Sum(balance.Unused), Sum(balance.Over));
    }

    private UnitFigures OfOwn(UnitPosts posts)
    {
        var balance = PostBalance.OfOwn(posts);
        return new(null, Sum(posts.OwnAllocated), Sum(posts.OwnPresent), Sum(balance.Unused), Sum(balance.Over));
    }

    private int Sum(PostCounts counts) => Only is { } category ? counts[category] : counts.Total;

    private string Number(PostCounts counts) => Common.Format.Number(Sum(counts));

    private string? StaffLink(string? unit) => OpensStaff ? AsOf.Link("/staff", ("unit", unit), ("category", Only)) : null;
}

/// <summary>A line of the table: a unit with everything below it, or the people of the unit's own.</summary>
public sealed record UnitLine(UnitTreeRow Row, bool IsOwn, bool Open, UnitFigures? Figures, string? StaffHref)
{
    public string Key => Row.Code + (IsOwn ? "/" : "");
    public bool IsSum => Row.HasChildren && !IsOwn;
    public int Indent => Row.Depth + (IsOwn ? 1 : 0);
}

public sealed record UnitFigures(int? Assigned, int Allocated, int Present, int Unused, int Over);
