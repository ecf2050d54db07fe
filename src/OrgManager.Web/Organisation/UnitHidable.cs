using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>The columns of one branch of the tree: which a reader sees, and which of them may be hidden. The names are short, for all that an account hides stands in one text.</summary>
public sealed class UnitHidable(IReadOnlyList<UnitTreeRow> rows, Branch branch)
{
    public const string List = "units", Kind = "kind", Head = "head", Assigned = "assigned", Allocated = "allocated", Present = "present", Unused = "unused", Over = "over", Official = "full", Probationary = "trial";

    private static readonly string[] OfPosts = [Assigned, Allocated, Present, Unused, Over], OfMembers = [Official, Probationary];

    public bool ShowsHeads => rows.Any(row => row.Head is not null);
    public bool ShowsPosts => branch == Branch.Government && rows.Any(row => row.Posts is not null);
    public bool ShowsMembers => branch == Branch.Party && rows.Any(row => row.Members is not null);

    public bool Exists(string column) => column switch
    {
        Head => ShowsHeads,
        _ when OfPosts.Contains(column) => ShowsPosts,
        _ when OfMembers.Contains(column) => ShowsMembers,
        _ => true,
    };

    public IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t) => [.. new (string Name, string Text)[]
    {
        (Kind, t["Unit.Kind"]), (Head, t[branch == Branch.Party ? "Unit.Secretary" : "Unit.Head"]), (Assigned, t["Posts.Assigned"]), (Allocated, t["Posts.Allocated"]), (Present, t["Posts.Present"]),
        (Unused, t["Posts.Unused"]), (Over, t["Posts.Over"]), (Official, t["Members.Official"]), (Probationary, t["Members.Probationary"]),
    }.Where(column => Exists(column.Name))];
}
