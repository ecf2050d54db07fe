using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Fees;

/// <summary>Fees as officials name them.</summary>
internal static class FeeWords
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>"01/2026".</summary>
    public static string Month(DateOnly month) => month.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>As the address has it.</summary>
    public static string Address(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    public static DateOnly Read(string? month, DateOnly otherwise) =>
        DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is > 1900 and < 2200 ? read : FeeRules.First(otherwise);

    public static int ReadYear(string? year, int otherwise) => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is > 1900 and < 2200 ? read : otherwise;

    public static string Rule(FeeRule rule) => Language.Pick(rule.Name, rule.NameEn);

    /// <summary>What the amount was reckoned from, or why nothing is due.</summary>
    public static string Basis(IStringLocalizer<Texts> t, FeeDue due) => due.Relief != FeeRelief.None ? t["Fee.Free", t[$"FeeRelief.{due.Relief}"].Value] : t[$"FeeBasis.{due.Basis}"];
}
