using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Restructuring;

/// <summary>Somebody who led a unit, leads less after a reorganisation, and keeps the higher allowance for a time.</summary>
/// <param name="Until">The first day it is no longer paid.</param>
public sealed record AllowanceKept(PersonRef Person, UnitRef Was, UnitRef Now, Headship Before, Headship After, DateOnly Until, string Article, string ArticleEn)
{
    /// <summary>False where the rule is believed but was not seen confirmed.</summary>
    public required bool Confirmed { get; init; }
}

/// <summary>Bảo lưu phụ cấp chức vụ: for how long, as data, each rule from a day on.</summary>
public static class PreservedAllowance
{
    private static readonly File Data = RuleFiles.Read<File>("preserved-allowance.json");

    /// <summary>Those of these people who on the day after lead less than on the day before: heads who are deputies or lead nothing, deputies who lead nothing, and who leads a unit that stands lower.</summary>
    public static IEnumerable<AllowanceKept> Of(OrgSnapshot before, OrgSnapshot after, IEnumerable<Guid> people)
    {
        if (Data.Rules.Where(r => r.From <= after.Day).MaxBy(r => r.From) is not { } rule) yield break;
        foreach (var was in people.Distinct().Select(before.Post).OfType<PostHolder>().Where(p => p.Facts.Headship != Headship.None && p.Unit is not null))
            if (after.Post(was.Person.Id) is { Unit: { } unit } now && IsLess(before, was, after, now))
                yield return new(new(was.Person.Code, was.Person.FullName), Ref(was.Unit!), Ref(unit), was.Facts.Headship, now.Facts.Headship, rule.Until(Appointed(was, before.Day), after.Day), rule.Article, rule.ArticleEn) { Confirmed = rule.Confirmed };
    }

    /// <summary>Whether somebody leads less: in a unit of another kind that stands higher any headship is more than before, in one that stands lower any is less.</summary>
    internal static bool IsLess(OrgSnapshot before, PostHolder was, OrgSnapshot after, PostHolder now)
    {
        var (had, has) = (was.Facts.Headship, now.Facts.Headship);
        if (had == Headship.None || has == Headship.None) return had != Headship.None && has == Headship.None;
        if (was.Unit is { } from && now.Unit is { } to && from.Kind.Code != to.Kind.Code && Depth(after, to.Id) - Depth(before, from.Id) is not 0 and var lower) return lower > 0;
        return has != had && has != Headship.Head;
    }

    /// <summary>How many units stand above, whether the reader reaches them or not.</summary>
    private static int Depth(OrgSnapshot day, Guid unit)
    {
        var depth = 0;
        for (var above = day.Timeline.Units.Find(unit)?.History.On(day.Day)?.ParentId; above is { } id; above = day.Timeline.Units.Find(id)?.History.On(day.Day)?.ParentId) depth++;
        return depth;
    }

    private static DateOnly Appointed(PostHolder post, DateOnly day) => post.Employment.Primary.History.SetBy((int)AssignmentFields.Headship, day)?.From ?? post.Employment.Primary.History.From;

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);

    internal sealed record File(Rule[] Rules, string? Source = null, string? Note = null);

    internal sealed record Rule(DateOnly From, int? TermYears, int LeastMonths, string Article, string ArticleEn, bool Confirmed)
    {
        /// <summary>The end of the term that runs, or the least time, whichever is later.</summary>
        public DateOnly Until(DateOnly appointed, DateOnly reorganised)
        {
            var least = reorganised.AddMonths(LeastMonths);
            if (TermYears is not { } years) return least;
            var terms = 1;
            while (appointed.AddYears(terms * years) <= reorganised) terms++;
            return appointed.AddYears(terms * years) is var end && end > least ? end : least;
        }
    }
}
