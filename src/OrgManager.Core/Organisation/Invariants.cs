using OrgManager.Common;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>An invariant that does not hold: its code, and what it is about.</summary>
public sealed record Violation(string Code, params object?[] Args)
{
    public override string ToString() => $"{Code}({string.Join(", ", Args)})";
}

/// <summary>What no aggregate can see by itself (DESIGN §4). The same code guards every write and serves <c>verify</c>.</summary>
public static class Invariants
{
    /// <exception cref="RuleBrokenException">With the code of the first invariant that the touched lines break.</exception>
    internal static void Demand(OrgTimeline after, OrgLines touched)
    {
        if (Of(after, touched).FirstOrDefault() is { } broken) throw new RuleBrokenException(broken.Code, broken.Args);
    }

    /// <summary>Everything that does not hold anywhere; empty for a sound organisation.</summary>
    public static IEnumerable<Violation> All(OrgTimeline timeline)
    {
        var all = new OrgLines();
        all.Units.AddRange(timeline.Units);
        all.Quotas.AddRange(timeline.Quotas);
        all.Employments.AddRange(timeline.Employments);
        all.Members.AddRange(timeline.Members);
        all.Coverages.AddRange(timeline.Coverages);
        return Of(timeline, all).Concat(timeline.Units.SelectMany(u => Gaps(u.Code, u.History)));
    }

    internal static IEnumerable<Violation> Of(OrgTimeline t, OrgLines touched)
    {
        foreach (var unit in touched.Units)
            foreach (var broken in UnitInvariants.Of(t, unit)) yield return broken;
        foreach (var quota in touched.Quotas)
            foreach (var broken in StandsIn(t, quota.UnitId, quota.History.From, quota.History.Until)) yield return broken;
        foreach (var coverage in touched.Coverages)
            foreach (var broken in PartyInvariants.Of(t, coverage)) yield return broken;
        foreach (var employment in touched.Employments)
            foreach (var broken in Of(t, employment)) yield return broken;
        foreach (var member in touched.Members)
            foreach (var broken in PartyInvariants.Of(t, member)) yield return broken;
    }

    private static IEnumerable<Violation> Of(OrgTimeline t, EmploymentLine employment)
    {
        foreach (var line in employment.Assignments)
            foreach (var span in line.History)
                foreach (var broken in StandsIn(t, span.Facts.UnitId, span.From, span.Until, Branch.Government)) yield return broken;

        foreach (var post in employment.Assignments.Where(a => a.Kind != AssignmentKind.Primary))
            if (post.History.From < employment.Primary.History.From || post.History.Until > employment.Primary.History.Until)
                yield return new("Employment.NotThere", post.History.From);

        foreach (var other in t.Employments.By(LineKeys.EmploymentPerson)[employment.PersonId])
            if (other.Id != employment.Id && Overlap(other.Primary.History, employment.Primary.History))
                yield return new("Employment.TwoAtOnce", t.People.Find(employment.PersonId)?.FullName);
    }

    /// <summary>The unit is there on every day of [from, until).</summary>
    internal static IEnumerable<Violation> StandsIn(OrgTimeline t, Guid unitId, DateOnly from, DateOnly until, Branch? branch = null)
    {
        if (t.Units.Find(unitId) is not { } unit) yield return new("OrgUnit.Unknown", unitId);
        else if (from < unit.History.From) yield return new("OrgUnit.NotYetThere", unit.Code, unit.History.From);
        else if (until > unit.History.Until) yield return new("OrgUnit.EndsBefore", unit.Code, unit.History.Until);
        else if (branch is not null && unit.Branch != branch) yield return new("OrgUnit.OtherBranch", unit.Code);
    }

    internal static bool Overlap<T>(Dated<T> a, Dated<T> b) where T : class, IFacts<T> => a.From < b.Until && b.From < a.Until;

    private static IEnumerable<Violation> Gaps<T>(string of, Dated<T> history) where T : class, IFacts<T> =>
        history.Zip(history.Skip(1)).Where(pair => pair.First.Until != pair.Second.From).Select(pair => new Violation("History.Gap", of, pair.Second.From));
}
