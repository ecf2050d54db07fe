using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>Accounts as a table that leaves the house: the rows and columns of the page, all its pages below each other; whose an account is in two columns, number and name.</summary>
internal static class UserExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, OrgClock clock, UserList list) => new(t["Users.Title"], [],
        [t["Users.Name"], t["Staff.Code"], t["Users.Person"], t["Users.Grants"], t["Users.State"], t["Users.LastSignIn"]],
        [.. list.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, row.Person?.Code, row.Person?.FullName, string.Join("; ", row.Grants.Select(t.Grant)), t[$"UserState.{row.State}"].Value,
            row.LastSignInUtc is { } at ? clock.Local(at) : t["Users.NeverSignedIn"].Value,
        ])]);
}
