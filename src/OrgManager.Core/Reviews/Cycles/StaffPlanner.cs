using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Draws up which staff are reviewed in a year: whoever is in post on the day of the list, in the unit where they work, and each of these units as a collective.</summary>
internal sealed class StaffPlanner(OrgSnapshot on, RuleSetFacts rules, int year)
{
    private readonly DateOnly _end = new(year + 1, 1, 1);

    /// <summary>The organisation named with all its units; its head decides over all of them.</summary>
    public IEnumerable<CommitteeRoll> Of(Guid organisationId) =>
        on.Unit(organisationId) is { } whole && Keeps(whole) && whole.WithDescendants().SelectMany(Lines).ToList() is { Count: > 0 } lines ? [new(whole, lines)] : [];

    /// <summary>Whether a year of staff can be opened at this unit: nothing stands above it.</summary>
    public static bool Keeps(UnitOn unit) => unit is { Branch: Branch.Government, Parent: null };

    private IEnumerable<RollLine> Lines(UnitOn unit)
    {
        if (unit.Posts.Count == 0) yield break;
        yield return Line(unit, null, ReviewSubject.Collective, new(FoundedOn: unit.Line.History.From), unit.Parent is null);
        foreach (var post in unit.Posts)
            yield return Line(unit, post.Person, ReviewSubject.Staff, new(IsContract: post.Facts.Category == QuotaCategory.SupportContract, MonthsWorked: MonthsOf(post)), post.Facts.Headship != Headship.None && unit.Parent is null);
    }

    /// <summary>Whole months of the year from its first day in post to the year's end: who is in post is taken to stay.</summary>
    private int MonthsOf(PostHolder post)
    {
        var from = post.Employment.Primary.History.From;
        return Enumerable.Range(1, 12).LastOrDefault(months => (from.Year < year ? new DateOnly(year, 1, 1) : from).AddMonths(months) <= _end);
    }

    private RollLine Line(UnitOn unit, PersonLine? person, ReviewSubject subject, RollFacts facts, bool above)
    {
        var (entry, reason) = ReviewRoll.Of(rules, facts, on.Day);
        return new(unit, person, subject, entry, reason, above);
    }
}
