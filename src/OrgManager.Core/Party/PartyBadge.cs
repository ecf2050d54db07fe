namespace OrgManager.Party;

/// <summary>Huy hiệu Đảng: so many full years of party age on one day, given on the first giving day from then on.</summary>
public sealed record PartyBadge(int Years, DateOnly FullOn, DateOnly GivenOn)
{
    /// <summary>By when the years are full at the latest, where the papers leave it open; <see cref="FullOn"/> is the earliest then.</summary>
    public DateOnly? SurelyFullBy { get; init; }

    /// <summary>The latest giving day it may be; null where there is one only.</summary>
    public DateOnly? SurelyGivenBy { get; init; }

    public DateOnly SurelyGivenOn => SurelyGivenBy ?? GivenOn;
    public bool IsApproximate => SurelyFullBy is not null;
}

/// <summary>Tuổi đảng and the badges that go with it.</summary>
public static class PartyBadges
{
    /// <summary>Full years of party age on a day.</summary>
    /// <param name="daysOut">Days out of the party in between, which do not count.</param>
    public static int Age(DateOnly admittedOn, int daysOut, DateOnly on)
    {
        var years = 0;
        while (FullOn(admittedOn, daysOut, years + 1) <= on) years++;
        return years;
    }

    /// <summary>The badges reached by the day, and the next one; the oldest first.</summary>
    /// <inheritdoc cref="Age" path="/param"/>
    public static IReadOnlyList<PartyBadge> Of(DateOnly admittedOn, int daysOut, DateOnly on) => new PartyTime(admittedOn, daysOut, daysOut, daysOut).Badges(on);

    internal static DateOnly FullOn(DateOnly admittedOn, int daysOut, int years) => admittedOn.AddYears(years).AddDays(daysOut);

    internal static DateOnly GivenOn(DateOnly full) =>
        Enumerable.Range(full.Year, 2).SelectMany(year => CellRules.BadgeDays.Select(g => new DateOnly(year, g.Month, g.Day))).First(day => day >= full);
}
