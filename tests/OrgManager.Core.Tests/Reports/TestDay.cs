using System.Globalization;

namespace OrgManager.Tests;

/// <summary>Days as tests write them.</summary>
internal static class TestDay
{
    public static DateOnly Of(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
