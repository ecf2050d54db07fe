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
    public static ExportTable Table(IStringLocalizer<Texts> t, UnitTree tree, Func<string, string?> asked)
    {
        var party = asked("branch") == "party";
        var rows = party ? tree.Party : tree.Government;
        var (posts, members) = (!party && rows.Any(row => row.Posts is not null), party && rows.Any(row => row.Members is not null));
        var (only, with) = (One<QuotaCategory>(asked("category")), party ? null : One<Difference>(asked("only")));
        int Sum(PostCounts counts) => only is { } category ? counts[category] : counts.Total;
        IReadOnlyList<object?> Row(UnitTreeRow row, bool own, UnitFigures? figures) =>
        [
            row.Code, new string(' ', 4 * (row.Depth + (own ? 1 : 0))) + (own ? Language.Pick(row.OwnRow!, row.OwnRowEn) : row.Name),
            own ? null : Language.Pick(row.KindName, row.KindNameEn), own ? null : row.Autonomy, own ? null : row.Head,
            .. posts ? new object?[] { figures?.Assigned, figures?.Allocated, figures?.Present, figures?.Unused, figures?.Over } : [],
            .. members ? new object?[] { row.Members?.Official, row.Members?.Probationary, row.Members?.Official + row.Members?.Probationary } : [],
        ];
        IEnumerable<IReadOnlyList<object?>> Lines(UnitTreeRow row, int at)
        {
            yield return Row(row, own: false, row.Posts is null ? null : UnitFigures.OfSubtree(rows, at, Sum, (_, _) => ""));
            if (row.OwnRow is not null && Differs(row, with, Sum)) yield return Row(row, own: true, row.Posts is null ? null : UnitFigures.OfOwn(row.Posts, Sum));
        }
        string[] names = posts ? ["Posts.Assigned", "Posts.Allocated", "Posts.Present", "Posts.Unused", "Posts.Over"] : members ? ["Members.Official", "Members.Probationary", "Members.All"] : [];
        return new(t["Units.Title"], [t[party ? "Branch.Party" : "Branch.Government"], .. only is { } shown ? new[] { t.Name(shown) } : []],
            [t["Export.Code"], t["Unit"], t["Unit.Kind"], t["Export.Autonomy"], t[party ? "Unit.Secretary" : "Unit.Head"], .. names.Select(name => t[name].Value)],
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
