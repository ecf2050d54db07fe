using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>
/// One branch of the tree as a table that leaves the house: the lines and columns of the page under its filters, also where a branch is folded on it.
/// The code leads, by which a unit is known; steps of blanks before a name say what it stands under.
/// </summary>
internal static class UnitExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, UnitTree tree, Func<string, string?> asked, IReadOnlySet<string> hidden)
    {
        var party = asked("branch") == "party";
        var rows = party ? tree.Party : tree.Government;
        var exists = new UnitHidable(rows, party ? Branch.Party : Branch.Government);
        var (only, with) = (One<QuotaCategory>(asked("category")), party ? null : One<Difference>(asked("only")));
        int Sum(PostCounts counts) => only is { } category ? counts[category] : counts.Total;
        List<(string Name, string Header, Func<UnitTreeRow, bool, UnitFigures?, object?> Of)> columns =
        [
            ("", t["Export.Code"], (row, _, _) => row.Code), ("", t["Unit"], (row, own, _) => new string(' ', 4 * (row.Depth + (own ? 1 : 0))) + (own ? Language.Pick(row.OwnRow!, row.OwnRowEn) : row.Name)),
            (UnitHidable.Kind, t["Unit.Kind"], (row, own, _) => own ? null : Language.Pick(row.KindName, row.KindNameEn)), (UnitHidable.Kind, t["Export.Autonomy"], (row, own, _) => own ? null : row.Autonomy),
            (UnitHidable.Head, t[party ? "Unit.Secretary" : "Unit.Head"], (row, own, _) => own ? null : row.Head),
            (UnitHidable.Assigned, t["Posts.Assigned"], (_, _, posts) => posts?.Assigned), (UnitHidable.Allocated, t["Posts.Allocated"], (_, _, posts) => posts?.Allocated),
            (UnitHidable.Present, t["Posts.Present"], (_, _, posts) => posts?.Present), (UnitHidable.Unused, t["Posts.Unused"], (_, _, posts) => posts?.Unused), (UnitHidable.Over, t["Posts.Over"], (_, _, posts) => posts?.Over),
            (UnitHidable.Official, t["Members.Official"], (row, _, _) => row.Members?.Official), (UnitHidable.Probationary, t["Members.Probationary"], (row, _, _) => row.Members?.Probationary),
            .. exists.ShowsMembers ? new (string, string, Func<UnitTreeRow, bool, UnitFigures?, object?>)[] { ("", t["Members.All"], (row, _, _) => row.Members?.Official + row.Members?.Probationary) } : [],
        ];
        columns.RemoveAll(column => !exists.Exists(column.Name) || hidden.Contains(column.Name));
        IReadOnlyList<object?> Row(UnitTreeRow row, bool own, UnitFigures? figures) => [.. columns.Select(column => column.Of(row, own, figures))];
        IEnumerable<IReadOnlyList<object?>> Lines(UnitTreeRow row, int at)
        {
            yield return Row(row, own: false, row.Posts is null ? null : UnitFigures.OfSubtree(rows, at, Sum, (_, _) => ""));
            if (row.OwnRow is not null && Differs(row, with, Sum)) yield return Row(row, own: true, row.Posts is null ? null : UnitFigures.OfOwn(row.Posts, Sum));
        }
        return new(t["Units.Title"], [t[party ? "Branch.Party" : "Branch.Government"], .. only is { } shown ? new[] { t.Name(shown) } : []],
            [.. columns.Select(column => column.Header)],
            [.. rows.Index().Where(line => IsShown(rows, line.Index, with, Sum)).SelectMany(line => Lines(line.Item, line.Index))]);
    }

    /// <summary>A unit that differs, or stands above one that does.</summary>
    private static bool IsShown(IReadOnlyList<UnitTreeRow> rows, int at, Difference? with, Func<PostCounts, int> sum) =>
        with is null || rows.Skip(at + 1).TakeWhile(below => below.Depth > rows[at].Depth).Prepend(rows[at]).Any(row => Differs(row, with, sum));

    private static bool Differs(UnitTreeRow row, Difference? with, Func<PostCounts, int> sum) => with switch
    {
        null => true,
        Difference.NoHead => row.LacksHead,
        Difference.Over => row.Posts is { } posts && sum(PostBalance.OfOwn(posts).Over) > 0,
        _ => row.Posts is { } posts && sum(PostBalance.OfOwn(posts).Unused) > 0,
    };

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
