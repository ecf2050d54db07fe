using System.Globalization;
using OrgManager.Staff;

namespace OrgManager.Reviews.Statistics;

/// <summary>The groups that are known beforehand: ages and years in the party in bands, and what has few names.</summary>
public static class TallyBands
{
    private static readonly int[] Ages = [0, 31, 41, 51, 61], PartyAges = [0, 10, 20, 30, 40];
    private static readonly string[] AgeKeys = [.. Ages.Select(Written)], PartyAgeKeys = [.. PartyAges.Select(Written)];

    /// <summary>Every key there may be, in the order it is shown; null where units and cells are the keys.</summary>
    public static IReadOnlyList<string>? Keys(TallyBy by) => by switch
    {
        TallyBy.Sex => Enum.GetNames<Sex>(),
        TallyBy.Age => AgeKeys,
        TallyBy.PartyAge => PartyAgeKeys,
        TallyBy.Post => Enum.GetNames<PostKind>(),
        TallyBy.Office => Enum.GetNames<OfficeKind>(),
        _ => null,
    };

    /// <summary>The last year of a band, or null for the highest.</summary>
    public static int? LastOf(TallyBy by, string key)
    {
        var bands = BandsOf(by);
        var next = Array.IndexOf(by == TallyBy.Age ? AgeKeys : PartyAgeKeys, key) + 1;
        return next < bands.Length ? bands[next] - 1 : null;
    }

    /// <summary>The band of the whole years from one day to another.</summary>
    public static string Of(TallyBy by, DateOnly since, DateOnly day)
    {
        var years = day.Year - since.Year - (since.AddYears(day.Year - since.Year) > day ? 1 : 0);
        var (bands, at) = (BandsOf(by), 0);
        while (at + 1 < bands.Length && bands[at + 1] <= years) at++;
        return (by == TallyBy.Age ? AgeKeys : PartyAgeKeys)[at];
    }

    private static int[] BandsOf(TallyBy by) => by == TallyBy.Age ? Ages : PartyAges;

    private static string Written(int from) => from.ToString(CultureInfo.InvariantCulture);
}
