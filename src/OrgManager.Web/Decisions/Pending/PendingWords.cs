using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions.Pending;

internal static class PendingWords
{
    /// <summary>"Tháng 7/2027", "July 2027".</summary>
    public static string Month(IStringLocalizer<Texts> t, int year, int month) => t["Pending.MonthOf", Language.Pick(month.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)), year];
}
