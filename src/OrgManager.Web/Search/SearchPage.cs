using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Search;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Shell;
using OrgManager.Web.Decisions;
using OrgManager.Web.Help;

namespace OrgManager.Web.Search;

/// <summary>What is found besides data: pages, acts that a page opens with, parts of the help; each only for whoever may open it.</summary>
/// <param name="Group">The heading it stands under.</param>
internal sealed record SearchPage(string Group, string Path, string Icon, string Text)
{
    private const string Pages = "Pages", Acts = "Acts", Help = "Help";

    /// <summary>The best first, in each group; the same words find names, so they are ranked alike.</summary>
    public static IEnumerable<SearchPage> Find(IStringLocalizer<Texts> t, Actor? actor, string typed)
    {
        var words = SearchWords.Of(typed);
        if (actor is null || typed.Trim().Length < 2) return [];
        return from page in All(t, actor)
               let rank = words.Rank(page.Text)
               where rank is not null
               orderby page.Group == Pages ? 0 : page.Group == Acts ? 1 : 2, rank
               select page;
    }

    private static IEnumerable<SearchPage> All(IStringLocalizer<Texts> t, Actor actor)
    {
        bool May(Permission permission) => actor.May(permission);
        SearchPage[] Where(bool may, string group, string path, string icon, string text) => may ? [new(group, path, icon, t[text])] : [];
        return
        [
            .. SideMenu.Entries.Where(entry => entry.IsFor(actor)).Select(entry => new SearchPage(Pages, entry.Path, entry.Icon, t[entry.Text])),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units?branch=party", "tree", "Search.PartyTree"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/chart", "tree", "OrgChart.Title"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/compare", "tree", "Compare.Title"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/functions", "doc", "Function.Title"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/functions/matrix", "doc", "FunctionMatrix.Title"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/rules", "scroll", "Rules.Title"),
            .. Where(May(Permission.ViewOrganisation), Pages, "/units/ahead", "cal", "Pending.Title"),
            .. Where(Array.Exists(MissingWords.Entering, May), Pages, "/decisions/missing", "inbox", "Missing.Title"),
            .. Where(May(Permission.ViewQuota), Pages, "/quota/ledger", "seat", "Ledger.Title"),
            .. Where(May(Permission.ViewQuota), Pages, "/quota/plans", "seat", "Plans.Title"),
            .. Where(May(Permission.ViewQuota), Pages, "/quota/positions", "seat", "Positions.Title"),
            .. Where(May(Permission.ViewQuota), Pages, "/reports/headcount", "print", "Search.Headcount"),
            .. Where(May(Permission.ViewReviews), Pages, "/reviews/statistics", "review", "Figures.Title"),
            .. Where(May(Permission.ViewPartyRecord), Pages, "/cells/transfers", "party", "Transfer.Title"),
            .. Where(May(Permission.ViewPartyRecord), Pages, "/cells/fees", "party", "Fee.Title"),
            .. Where(May(Permission.ViewPartyRecord), Pages, "/cells/register", "party", "Register.Title"),
            .. Where(May(Permission.EnterReviews) || May(Permission.DecideReviews) || actor.PersonId is not null, Pages, "/reviews/papers", "print", "Papers.Title"),
            .. Where(May(Permission.ViewPartyRecord), Pages, "/cells/statistics", "party", "PartyYear.Title"),
            .. Where(May(Permission.ViewPartyRecord), Pages, "/cells/movements", "party", "Movement.Title"),
            .. Where(May(Permission.Administer), Pages, "/admin/accounts", "key", "Users.Title"),
            .. Where(May(Permission.Administer), Pages, "/admin/backup", "save", "Backup.Title"),
            .. Where(May(Permission.GradeStaff) || May(Permission.ViewReviews), Pages, "/reviews/staff", "review", "Menu.Reviews.Staff"),
            .. Where(May(Permission.ViewReviews), Pages, "/reviews/remedies", "review", "Remedy.Title"),
            .. Where(actor.PersonId is not null, Pages, "/reviews/mine", "review", "File.Mine"),
            .. Where(actor.PersonId is not null, Pages, "/privacy", "lock", "Privacy.Title"),
            .. Where(May(Permission.ChangeStaffWork), Acts, "/staff?act=recruit", "plus", "Staff.Recruit"),
            .. Where(May(Permission.ChangeStaffWork), Acts, "/import", "doc", "Import.Title"),
            .. Where(May(Permission.ChangeStaffWork), Acts, "/staff", "people", "Home.MovePeople"),
            .. Where(May(Permission.ChangeQuota), Acts, "/quota?act=allocate", "seat", "Quota.Allocate"),
            .. Where(May(Permission.ChangeUnits), Acts, "/decisions?act=enter", "doc", "Decisions.Enter"),
            .. Where(actor.UserId is not null, Acts, "/account/password", "key", "Account.ChangePassword"),
            .. Where(true, Help, "/help", "help", "Help.Title"),
            .. HelpText.Parts.Select(part => new SearchPage(Help, part.Name == HelpText.Overview ? "/help" : $"/help/{part.Name}", "help", $"{t["Help.Title"]}: {HelpText.TitleOf(part, Language.Current)}")),
        ];
    }
}
