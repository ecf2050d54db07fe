using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>From when party age counts, and how many days do not. Where papers say less than the day it lies between two ends, and only what holds at both is certain.</summary>
/// <param name="DaysOut">Days out of the party, with each day that is not known taken as the first it may be.</param>
/// <param name="FewestOut">How many they are at least.</param>
/// <param name="MostOut">How many they are at most.</param>
public sealed record PartyTime(PartialDay From, int DaysOut, int FewestOut, int MostOut)
{
    public bool IsApproximate => !From.IsDay || FewestOut != MostOut;

    /// <summary>Full years that are certain, and the most they may be.</summary>
    public (int Least, int Most) Age(DateOnly on) => (PartyBadges.Age(From.Last, MostOut, on), PartyBadges.Age(From.First, FewestOut, on));

    /// <summary>The badges certainly reached by the day, and the next one; each with the days between which it lies.</summary>
    public IReadOnlyList<PartyBadge> Badges(DateOnly on)
    {
        var all = CellRules.BadgeYears.Select(Badge).ToList();
        return [.. all.TakeWhile(b => b.SurelyGivenOn <= on), .. all.SkipWhile(b => b.SurelyGivenOn <= on).Take(1)];
    }

    /// <summary>Out of the files of one person, the oldest first: between leaving the party and a new admission, and what the papers tell of earlier times. Who went to another party organisation was never out.</summary>
    internal static PartyTime Of(IReadOnlyList<MemberLine> files)
    {
        var gaps = files.Zip(files.Skip(1)).Where(pair => IsOut(pair.First.EndReason)).Select(pair => new TimeOut(pair.First.History.Until, Back(pair.First, pair.Second))).ToList();
        var told = files.SelectMany(f => f.Admission.TimesOut).Distinct().Where(t => !gaps.Exists(g => t.From.First < g.Until.First && g.From.First < t.Until.First));
        List<TimeOut> all = [.. gaps, .. told];
        return new(files.Min(f => f.Admission.Admitted), all.Sum(t => Days(t.From.First, t.Until.First)), all.Sum(t => Days(t.From.Last, t.Until.First)), all.Sum(t => Days(t.From.First, t.Until.Last)));
    }

    private PartyBadge Badge(int years)
    {
        var (full, surely) = (PartyBadges.FullOn(From.First, FewestOut, years), PartyBadges.FullOn(From.Last, MostOut, years));
        var (given, surelyGiven) = (PartyBadges.GivenOn(full), PartyBadges.GivenOn(surely));
        return new(years, full, given) { SurelyFullBy = surely == full ? null : surely, SurelyGivenBy = surelyGiven == given ? null : surelyGiven };
    }

    private static PartialDay Back(MemberLine before, MemberLine after) => after.AdmittedOn > before.History.Until ? after.Admission.Admitted : after.History.From;

    private static int Days(DateOnly from, DateOnly until) => Math.Max(0, until.DayNumber - from.DayNumber);

    private static bool IsOut(MembershipEnd? reason) => reason is MembershipEnd.Removed or MembershipEnd.Expelled or MembershipEnd.Resigned;
}
