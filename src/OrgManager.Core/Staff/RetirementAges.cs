using OrgManager.Common;

namespace OrgManager.Staff;

/// <summary>When somebody retires by law: a table that is data (Labour Code 2019, article 169; Decree 135/2020/NĐ-CP, article 4), rising year by year until 62 for men (2028) and 60 for women (2035).</summary>
public static class RetirementAges
{
    private static readonly Row[] Table = RuleFiles.Read<File>("retirement-ages.json").Rows;

    /// <summary>The first day no longer at work: the first of the month after the one in which the age is reached (Decree 135/2020, article 3).</summary>
    public static DateOnly DayOf(Sex sex, DateOnly born)
    {
        var reached = Reached(Table[^1], sex, born);
        foreach (var row in Table)
            if (Reached(row, sex, born) is var day && day.Year <= row.Year)
            {
                reached = day;
                break;
            }
        return new DateOnly(reached.Year, reached.Month, 1).AddMonths(1);
    }

    private static DateOnly Reached(Row row, Sex sex, DateOnly born) => (sex == Sex.Male ? row.Male : row.Female) is var age ? born.AddYears(age.Years).AddMonths(age.Months) : born;

    internal sealed record File(Row[] Rows, string? Source = null, string? Note = null);

    internal sealed record Row(int Year, Age Male, Age Female);

    internal sealed record Age(int Years, int Months);
}
