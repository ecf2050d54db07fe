using System.Globalization;
using System.Text.Json;

namespace OrgManager.Party;

/// <summary>Ngày làm việc: Monday to Friday less public holidays, which are data beside this class.</summary>
public static class WorkingDays
{
    /// <summary>No stretch without a working day is longer.</summary>
    private const int MostDaysOff = 30;

    private static readonly File Data = Read();
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

    private static bool IsFixed(DateOnly day) => Data.Fixed.Contains(day.ToString("MM-dd", CultureInfo.InvariantCulture));

    private static bool IsHoliday(DateOnly day) => IsFixed(day) || Listed.Contains(day);

    /// <summary>A working day given for a fixed holiday on the weekend just before: as many as fell there, one after the other.</summary>
    private static bool MakesUp(DateOnly day)
    {
        var owed = 0;
        for (var at = Enumerable.Range(1, MostDaysOff).Select(back => day.AddDays(-back)).First(d => !IsWeekend(d) && !IsHoliday(d)); at < day; at = at.AddDays(1))
            if (IsWeekend(at) && IsFixed(at)) owed++;
            else if (!IsWeekend(at) && !IsHoliday(at) && owed > 0) owed--;
        return owed > 0;
    }

    private static File Read()
    {
        using var stream = typeof(WorkingDays).Assembly.GetManifestResourceStream("public-holidays.json")!;
        return JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record File(HashSet<string> Fixed, Stretch[] Days);

    private sealed record Stretch(DateOnly From, DateOnly To, string Name);
}
