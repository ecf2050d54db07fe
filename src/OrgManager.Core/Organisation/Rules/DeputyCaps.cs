using System.Text.Json.Serialization;

namespace OrgManager.Organisation;

/// <summary>What a cap on deputies goes by: biên chế, or the divisions within.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapBasis>))]
public enum CapBasis { Posts, Divisions }

/// <summary>Cấp phó of one unit on a day against the most there may be.</summary>
/// <param name="Most">Số lượng cấp phó tối đa.</param>
/// <param name="Basis">What <paramref name="Count"/> counts: posts allocated to the unit and those below it, or its divisions.</param>
/// <param name="Article">The rule that says so ("NĐ 107/2020").</param>
public sealed record DeputyCap(int Deputies, int Most, CapBasis Basis, int Count, string Article, string ArticleEn)
{
    public bool IsAbove => Deputies > Most;

    /// <summary>Until when the surplus is tolerated, where a reorganisation left it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>False where the rule is believed but was not seen confirmed.</summary>
    public bool Confirmed { get; init; } = true;
}

/// <summary>A unit with more deputies than it may have on a day.</summary>
public sealed record DeputyFinding(UnitRef Unit, int Deputies, int Cap, string Article)
{
    public required string ArticleEn { get; init; }

    /// <inheritdoc cref="DeputyCap.Until"/>
    public required DateOnly? Until { get; init; }

    /// <inheritdoc cref="DeputyCap.Confirmed"/>
    public required bool Confirmed { get; init; }
}

/// <summary>
/// How many deputies a unit may have: by kind of unit and posts (Decrees 24/2014, 107/2020, 120/2020 and 370/2025).
/// Surplus after a reorganisation is a finding all the same; it may be tolerated for some years.
/// </summary>
public static class DeputyCaps
{
    /// <summary>Deputies and cap of a unit on the day of its snapshot; null where no rule known here holds.</summary>
    public static DeputyCap? Of(UnitOn unit, DateOnly day)
    {
        if (UnitRules.Of(UnitRules.Caps, unit, day) is not { } rule) return null;
        var count = rule.Counts == CapBasis.Divisions ? unit.Children.Count : UnitRules.Posts(unit);
        var cap = new DeputyCap(unit.Deputies.Count(), rule.Bands.Last(band => band.From <= count).Deputies, rule.Counts, count, rule.Article, rule.ArticleEn) { Confirmed = rule.Confirmed };
        return cap.IsAbove ? cap with { Until = ToleratedUntil(unit, cap.Deputies, day) } : cap;
    }

    /// <summary>Only the surplus is tolerated that was there on the day of the last reorganisation, and only for the years after it.</summary>
    private static DateOnly? ToleratedUntil(UnitOn unit, int deputies, DateOnly day)
    {
        var timeline = unit.Timeline;
        var days = timeline.Successions.By(LineKeys.Successor)[unit.Id].Concat(timeline.Successions.By(LineKeys.Predecessor)[unit.Id]).Select(s => s.On).Where(on => on <= day).ToList();
        if (days.Count == 0 || UnitRules.ToleratedUntil(days.Max()) is not { } until || until <= day) return null;
        var then = days.Max() == day ? unit : timeline.On(days.Max()).Unit(unit.Id);
        return then is not null && then.Deputies.Count() >= deputies && (then == unit || Of(then, days.Max()) is { IsAbove: true }) ? until : null;
    }

    /// <summary>Those of some units that have more than they may.</summary>
    internal static IEnumerable<DeputyFinding> Findings(IEnumerable<UnitOn> units, DateOnly day) =>
        from unit in units
        let cap = Of(unit, day)
        where cap is { IsAbove: true }
        select new DeputyFinding(new(unit.Id, unit.Code, unit.Name), cap.Deputies, cap.Most, cap.Article) { ArticleEn = cap.ArticleEn, Until = cap.Until, Confirmed = cap.Confirmed };
}
