using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>One branch as a table that opens and closes; sums stand on the parents.</summary>
public sealed partial class UnitTreeTable
{
    private HashSet<string> _shown = [];
    private List<(string Name, string Text)> _figures = [];

    [Parameter, EditorRequired] public required UnitTree Tree { get; set; }
    [Parameter, EditorRequired] public Branch Branch { get; set; }

    /// <summary>Columns that the reader put away.</summary>
    [Parameter] public IReadOnlySet<string> Hidden { get; set; } = new HashSet<string>();

    /// <summary>One category, or all together.</summary>
    [Parameter] public QuotaCategory? Only { get; set; }

    /// <summary>Only units with such a difference, and what they stand under.</summary>
    [Parameter] public Difference? With { get; set; }
    [Parameter] public bool OpensStaff { get; set; }

    /// <summary>Codes of the units whose branches are closed.</summary>
    [Parameter] public IReadOnlySet<string> Closed { get; set; } = new HashSet<string>();

    /// <summary>With the codes of all that are to be closed now.</summary>
    [Parameter] public EventCallback<IEnumerable<string>> OnClosed { get; set; }

    private IReadOnlyList<UnitTreeRow> Rows => Branch == Branch.Party ? Tree.Party : Tree.Government;
    private UnitHidable Columns => new(Tree, Branch);
    private bool ShowsPosts => Columns.ShowsPosts;

    protected override void OnParametersSet()
    {
        var shown = Columns.Of(T).Where(column => !Hidden.Contains(column.Name)).ToList();
        (_shown, _figures) = ([.. shown.Select(column => column.Name)], shown.FindAll(column => column.Name is not (UnitHidable.Kind or UnitHidable.Head)));
    }

    private bool Shows(string column) => _shown.Contains(column);

    private UnitFigures Whole
    {
        get
        {
            var (totals, balance) = (Tree.Totals, PostBalance.OfAll(Tree));
            return new(Sum(totals.Assigned), Sum(totals.Allocated), Sum(totals.Present), Sum(balance.Unused), Sum(balance.Over));
        }
    }

    /// <summary>What a dash stands for, where one is shown.</summary>
    private string? Dashes => (Hides: Rows.Any(row => row.Posts is null), Only) switch
    {
        (true, null) => "Units.Hidden",
        (true, _) => "Units.HiddenOrNone",
        (false, null) => null,
        _ => "Units.None",
    };

    private Task ToggleAsync(string code) => OnClosed.InvokeAsync(Closed.Contains(code) ? Closed.Where(other => other != code) : Closed.Append(code));

    private IEnumerable<UnitLine> Lines()
    {
        var (shown, hiddenBelow) = (Shown(), int.MaxValue);
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (row.Depth > hiddenBelow || !shown.Contains(row.Code)) continue;
            var open = !Closed.Contains(row.Code);
            hiddenBelow = row.HasChildren && !open ? row.Depth : int.MaxValue;
            yield return new(row, IsOwn: false, open, row.Posts is null ? null : UnitFigures.OfSubtree(Rows, i, Sum, OfWhich), StaffLink(row.Code), QuotaLink(row.Code));
            if (row.OwnRow is not null && open && Differs(row)) yield return new(row, IsOwn: true, open, row.Posts is null ? null : UnitFigures.OfOwn(row.Posts, Sum), null, QuotaLink(row.Code));
        }
    }

    private HashSet<string> Shown()
    {
        var shown = new HashSet<string>();
        var above = new Stack<UnitTreeRow>();
        foreach (var row in Rows)
        {
            while (above.TryPeek(out var last) && last.Depth >= row.Depth) above.Pop();
            above.Push(row);
            if (Differs(row)) shown.UnionWith(above.Select(unit => unit.Code));
        }
        return shown;
    }

    private bool Differs(UnitTreeRow row)
    {
        if (With is not { } side || Branch == Branch.Party) return true;
        if (side == Difference.NoHead) return row.LacksHead;
        return row.Posts is { } posts && Sum(side == Difference.Over ? PostBalance.OfOwn(posts).Over : PostBalance.OfOwn(posts).Unused) > 0;
    }

    private int Sum(PostCounts counts) => Only is { } category ? counts[category] : counts.Total;

    private string OfWhich(int direct, int below) => T["Units.OfWhich", Common.Format.Number(direct), Common.Format.Number(below)];

    private static string Number(int? count) => count is { } known ? Common.Format.Number(known) : Common.Format.None;

    private string? StaffLink(string? unit) => OpensStaff ? AsOf.Link("/staff", ("unit", unit), ("category", Only)) : null;

    private string QuotaLink(string? unit) => AsOf.Link("/quota", ("unit", unit), ("category", Only));
}
