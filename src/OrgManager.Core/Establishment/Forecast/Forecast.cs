using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Establishment;

/// <summary>Posts and people at the end of one day, and what happened since the point before.</summary>
/// <param name="Assigned">Null where nothing is assigned to the unit or below it.</param>
/// <param name="Vacant">Posts without a person, unit by unit, so that one unit's vacancy never hides another's excess.</param>
/// <param name="Retiring">Who reaches the statutory age, or passed it before and is still in post.</param>
/// <param name="Leaving">Who leaves by an end already entered.</param>
/// <param name="Terms">Heads and deputies whose appointment runs out.</param>
public sealed record ForecastPoint(DateOnly On, PostCounts? Assigned, PostCounts Allocated, PostCounts Present, PostCounts Vacant, PostCounts Over, PostCounts Retiring, PostCounts Leaving, PostCounts Arriving, int Terms)
{
    /// <summary>Posts allocated as they would be if the plans submitted were locked; null where none is.</summary>
    public PostCounts? Planned { get; init; }

    public static ForecastPoint Of(DateOnly on) => new(on, null, default, default, default, default, default, default, default, 0);

    internal ForecastPoint Plus(ForecastPoint other) => new(On,
        Assigned is null && other.Assigned is null ? null : (Assigned ?? default) + (other.Assigned ?? default), Allocated + other.Allocated, Present + other.Present,
        Vacant + other.Vacant, Over + other.Over, Retiring + other.Retiring, Leaving + other.Leaving, Arriving + other.Arriving, Terms + other.Terms)
    {
        Planned = Planned is null && other.Planned is null ? null : (Planned ?? default) + (other.Planned ?? default),
    };
}

/// <summary>A unit with everything that stands below it at each point; or, with <see cref="IsOwn"/>, the root's own posts.</summary>
/// <param name="Points">The first is the day looked from.</param>
public sealed record ForecastRow(UnitRef Unit, string? OwnRow, string? OwnRowEn, bool IsOwn, bool HasUnits, IReadOnlyList<ForecastPoint> Points);

/// <summary>What becomes of a target that counts posts: when levels already set reach it, or how many posts are short and when enough people have left to cover them.</summary>
/// <param name="ReachedOn">The first day from the day looked from on which levels already set reach the goal; null if none does.</param>
/// <param name="Missing">Posts too many on the due day, or on the day looked from if that is later; null without a baseline.</param>
/// <param name="Leaving">People of its categories who leave by that day; null where they are out of the reader's reach.</param>
/// <param name="CoveredOn">The day by which as many have left as posts are short, so that it is reached if their posts are cut; null if too few leave in sight.</param>
public sealed record ForecastTarget(
    string Code, string Name, string ShortName, DateOnly Due, IReadOnlyList<QuotaCategory> Categories, int? Goal, int Value, DateOnly? ReachedOn, int? Missing, int? Leaving, DateOnly? CoveredOn)
{
    /// <summary>What would become of it if the plans submitted were locked; null where none is.</summary>
    public PlannedTarget? ByPlan { get; init; }
}

/// <summary>A target by the levels of plans that are not decided.</summary>
/// <inheritdoc cref="ForecastTarget" path="/param"/>
public sealed record PlannedTarget(int Value, DateOnly? ReachedOn, int? Missing);

/// <summary>Posts and people of a unit and everything below it, quarter by quarter from a day on, from all that is known on it: levels, ends and arrivals already entered, scenarios approved, and retirement by law. Nobody is guessed to follow who leaves.</summary>
public sealed record Forecast
{
    /// <summary>Ten years of quarters.</summary>
    public const int Quarters = 40;

    public required DateOnly On { get; init; }
    public required UnitRef Root { get; init; }

    /// <summary>What the root stands under, as far as the reader may open it; the topmost first.</summary>
    public required IReadOnlyList<UnitRef> Above { get; init; }

    /// <summary>The day looked from, and then the last day of each quarter.</summary>
    public required IReadOnlyList<ForecastPoint> Points { get; init; }

    /// <summary>The units below the root, now or later, and its own posts.</summary>
    public required IReadOnlyList<ForecastRow> Rows { get; init; }
    public required IReadOnlyList<ForecastTarget> Targets { get; init; }

    /// <summary>Approved and not carried out yet, as far as the reader may read them; whether each is counted.</summary>
    public required IReadOnlyList<ScenarioAhead> Scenarios { get; init; }

    /// <summary>Submitted, or locked for a year to come, as far as the reader may read them.</summary>
    public required IReadOnlyList<PlanAhead> Plans { get; init; }

    /// <summary>Whether points tell what would be by plans that are not decided.</summary>
    public bool IsPlanned => Plans.Any(plan => !plan.IsLocked);

    /// <summary>The day looked from, and the last day of each quarter that ends after it.</summary>
    internal static DateOnly[] DaysFrom(DateOnly on)
    {
        var begins = new DateOnly(on.Year, (on.Month - 1) / 3 * 3 + 1, 1);
        if (begins.AddMonths(3).AddDays(-1) == on) begins = begins.AddMonths(3);
        return [on, .. Enumerable.Range(1, Quarters).Select(quarter => begins.AddMonths(3 * quarter).AddDays(-1))];
    }
}
