namespace OrgManager.Party;

/// <summary>Ngày làm việc: Mondays to Fridays.</summary>
public static class WorkingDays
{
    /// <summary>The last of so many working days after a day, which itself does not count.</summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) workingDays--;
        }
        return day;
    }
}
