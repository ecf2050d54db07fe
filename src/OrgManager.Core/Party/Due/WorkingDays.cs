using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Ngày làm việc: Monday to Friday less public holidays, which are data beside this class.</summary>
public static class WorkingDays
{
    /// <summary>What fell on a weekend so many days ago is made up for by now.</summary>
    private const int MostDaysOff = 30;

    private static readonly File Data = RuleFiles.Read<File>("public-holidays.json");
    private static readonly HashSet<(int Month, int Day)> Fixed = [.. Data.Fixed.Select(MonthDay.Of)];
    private static readonly HashSet<DateOnly> Listed = [.. Data.Days.SelectMany(d => Enumerable.Range(0, d.To.DayNumber - d.From.DayNumber + 1).Select(d.From.AddDays))];

    public static bool IsWorking(DateOnly day) => !IsWeekend(day) && !IsHoliday(day) && !MakesUp(day);

    /// <summary>The last of so many working days, the first of which is the one after the day.</summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }
        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsFixed(DateOnly day) => Fixed.Contains((day.Month, day.Day));

    private static bool IsHoliday(DateOnly day) => IsFixed(day) || Listed.Contains(day);

    /// <summary>A working day given for a fixed holiday on the weekend just before: as many as fell there, one after the other.</summary>
    private static bool MakesUp(DateOnly day)
    {
        var owed = 0;
        for (var at = day.AddDays(-MostDaysOff); at < day; at = at.AddDays(1))
            if (IsWeekend(at) && IsFixed(at)) owed++;
            else if (!IsWeekend(at) && !IsHoliday(at) && owed > 0) owed--;
        return owed > 0;
    }

    internal sealed record File(string[] Fixed, Stretch[] Days, string? Source = null, string? Note = null) : IRuleFile
    {
        string? IRuleFile.Problem => Fixed.FirstOrDefault(d => !MonthDay.IsMonthDay(d)) is { } wrong ? $"\"{wrong}\" is no month-day." : Days.FirstOrDefault(d => d.To < d.From) is { } turned ? $"\"{turned.Name}\" ends on {turned.To:yyyy-MM-dd}, before it begins." : null;
    }

    internal sealed record Stretch(DateOnly From, DateOnly To, string Name);
}
