namespace OrgManager.Data.Seeding.Province;

/// <summary>Resolution 39-NQ/TW of 2015: about a tenth of the posts is cut by 2021, year by year.</summary>
internal static class PostCuts
{
    public const double PerYear = 0.018;
    private const int First = 2016, Last = 2021;

    public static bool IsYear(ProvinceSize size, int year) => year is >= First and <= Last && year > size.FirstDay.Year;

    public static bool IsOver(ProvinceSize size, int year) => !IsYear(size, year + 1) && year >= Last;

    /// <summary>So many posts more than on the last day there are to be on the first.</summary>
    public static int Surplus(ProvinceSize size, int last)
    {
        var years = Enumerable.Range(First, Last - First + 1).Count(year => IsYear(size, year));
        return (int)(last / Math.Pow(1 - PerYear, years)) - last;
    }
}
