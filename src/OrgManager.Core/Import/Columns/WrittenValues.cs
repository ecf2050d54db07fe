using System.Globalization;
using System.Text.RegularExpressions;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>A day as somebody wrote it; of a month or a year alone it is the first day, and it is told that only that is known.</summary>
public readonly record struct WrittenDay(DateOnly Day, bool KnowsDay = true, bool KnowsMonth = true)
{
    /// <summary>Whether a full day may be what was meant.</summary>
    public bool Fits(DateOnly day) => Day.Year == day.Year && (!KnowsMonth || Day.Month == day.Month) && (!KnowsDay || Day.Day == day.Day);
}

/// <summary>Reads the cells of one kind of column each; null is "cannot be read".</summary>
internal static partial class WrittenValues
{
    private const int FirstSerial = 3_000, LastSerial = 110_000; // 1908 to 2201; what is smaller is a year
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private static readonly Dictionary<string, QuotaCategory> Categories = new()
    {
        ["cong chuc"] = QuotaCategory.CivilServant, ["cc"] = QuotaCategory.CivilServant, ["civil servant"] = QuotaCategory.CivilServant, ["civil servants"] = QuotaCategory.CivilServant,
        ["vien chuc huong luong tu ngan sach nha nuoc"] = QuotaCategory.PublicEmployeeBudget, ["vien chuc huong luong nsnn"] = QuotaCategory.PublicEmployeeBudget, ["vien chuc huong luong tu nsnn"] = QuotaCategory.PublicEmployeeBudget,
        ["vien chuc ngan sach"] = QuotaCategory.PublicEmployeeBudget, ["vc ngan sach"] = QuotaCategory.PublicEmployeeBudget, ["budget paid"] = QuotaCategory.PublicEmployeeBudget,
        ["public employee paid from the budget"] = QuotaCategory.PublicEmployeeBudget, ["public employees paid from the budget"] = QuotaCategory.PublicEmployeeBudget,
        ["vien chuc huong luong tu nguon thu su nghiep"] = QuotaCategory.PublicEmployeeOwnRevenue, ["vien chuc huong luong tu nguon thu"] = QuotaCategory.PublicEmployeeOwnRevenue, ["vien chuc nguon thu"] = QuotaCategory.PublicEmployeeOwnRevenue,
        ["vc nguon thu"] = QuotaCategory.PublicEmployeeOwnRevenue, ["own revenue"] = QuotaCategory.PublicEmployeeOwnRevenue,
        ["public employee paid from own revenue"] = QuotaCategory.PublicEmployeeOwnRevenue, ["public employees paid from own revenue"] = QuotaCategory.PublicEmployeeOwnRevenue,
        ["hop dong ho tro phuc vu"] = QuotaCategory.SupportContract, ["hop dong"] = QuotaCategory.SupportContract, ["hop dong 68"] = QuotaCategory.SupportContract, ["hop dong 111"] = QuotaCategory.SupportContract,
        ["hop dong 161"] = QuotaCategory.SupportContract, ["hd 68"] = QuotaCategory.SupportContract, ["hd 111"] = QuotaCategory.SupportContract, ["support contract"] = QuotaCategory.SupportContract, ["support contracts"] = QuotaCategory.SupportContract,
    };

    /// <summary>What people put into a column to say yes.</summary>
    public static bool IsTick(string text) => text.Trim() is "x" or "X" or "v" or "V" or "1" or "+" or "✓" or "✔" or "√" || ColumnNames.Folded(text) is "nam" or "nu" or "co";

    public static Sex? SexOf(string text) => ColumnNames.Folded(text) switch
    {
        "nam" or "male" or "m" => Sex.Male,
        "nu" or "female" or "f" => Sex.Female,
        _ => null,
    };

    public static QuotaCategory? CategoryOf(string text) =>
        Categories.TryGetValue(ColumnNames.Folded(text), out var known) ? known : Enum.TryParse<QuotaCategory>(text, out var named) && Enum.IsDefined(named) && !char.IsDigit(text[0]) ? named : null;

    /// <summary>"4,98" and "4.98"; a workbook may hold 4.9800000000000004.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000 ? Math.Round(number, 6) : null;

    public static int? WholeOf(string text) => NumberOf(text.Split('/')[0]) is { } number && number == Math.Truncate(number) ? (int)number : null; // "3/9" is step 3 of 9

    /// <summary>dd/MM/yyyy with any separator, yyyy-MM-dd, MM/yyyy, yyyy, and the number by which Excel counts days. Never the month first.</summary>
    public static WrittenDay? DayOf(string text)
    {
        if (Full().Match(text) is { Success: true } full) return Made(full) is { } day ? new(day) : null;
        if (Iso().Match(text) is { Success: true } iso) return Made(iso) is { } day ? new(day) : null;
        if (OfMonth().Match(text) is { Success: true } month) return Made(month) is { } day ? new(day, KnowsDay: false) : null;
        if (NumberOf(text) is not { } number) return null;
        if (number is >= 1900 and <= 2199 && number == Math.Truncate(number)) return new(new((int)number, 1, 1), KnowsDay: false, KnowsMonth: false);
        return number is >= FirstSerial and <= LastSerial ? new(Epoch.AddDays((int)number)) : null;
    }

    private static DateOnly? Made(Match match)
    {
        int Part(string name, int otherwise) => match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
        var (day, month, year) = (Part("d", 1), Part("m", 1), Part("y", 0));
        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\s*[-/.]\s*(?<m>[0-9]{1,2})\s*[-/.]\s*(?<y>[0-9]{4})(\s+0{1,2}:00(:00)?)?$")]
    private static partial Regex Full();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(T.*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<m>[0-9]{1,2})\s*[-/.]\s*(?<y>[0-9]{4})$")]
    private static partial Regex OfMonth();
}
