using OrgManager.Common;

namespace OrgManager.Data.Seeding.Province;

/// <summary>How large a made-up province is on its last day, how long its history, and the seed it is drawn from.</summary>
/// <param name="People">In post on the last day.</param>
/// <param name="Units">Government units on the last day.</param>
/// <param name="Cells">Party cells on the last day.</param>
public sealed record ProvinceSize(int People, int Units, int Cells, int Years, int Seed)
{
    public const int FewestUnits = 10, FewestYears = 2, MostPeople = 1_000_000, MostYears = 60;

    /// <summary>The same day whenever it is filled, so that figures do not hang on the clock.</summary>
    internal static readonly DateOnly LastDay = new(2026, 1, 1);

    internal DateOnly FirstDay => LastDay.AddYears(-Years);

    /// <exception cref="RuleBrokenException">Sample.SizeImpossible.</exception>
    public void Demand() => RuleBrokenException.Unless(
        Units >= FewestUnits && People >= Units && People <= MostPeople && Cells >= 1 && Cells <= People && Years is >= FewestYears and <= MostYears,
        "Sample.SizeImpossible", FewestUnits, FewestYears, MostYears, MostPeople);
}
