using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>One parent on any day, in its own branch, there that day, no circle; and nothing left standing in a unit that is not there.</summary>
internal static class UnitInvariants
{
    public static IEnumerable<Violation> Of(OrgTimeline t, UnitLine unit)
    {
        if (unit.History.FirstOrDefault(s => t.Kind(s.Facts.Kind) is { Order: < int.MaxValue } kind && kind.Branch != unit.Branch) is { } misplaced)
            yield return new("OrgUnit.KindOfOtherBranch", unit.Code, misplaced.Facts.Kind);
        if (unit.History.FirstOrDefault(s => t.Kind(s.Facts.Kind).Order == int.MaxValue) is { } unknown)
            yield return new("OrgUnit.KindUnknown", unit.Code, unknown.Facts.Kind);

        foreach (var broken in Parents(t, unit)) yield return broken;
        if (CircleDay(t, unit) is { } day) yield return new("OrgUnit.Circle", unit.Code, day);
        foreach (var broken in LeftBehind(t, unit)) yield return broken;
    }

    private static IEnumerable<Violation> Parents(OrgTimeline t, UnitLine unit)
    {
        foreach (var span in unit.History)
        {
            if (span.Facts.ParentId is not { } parentId) continue;
            if (t.Units.Find(parentId) is not { } parent) yield return new("OrgUnit.Unknown", parentId);
            else if (span.From < parent.History.From || span.Until > parent.History.Until) yield return new("OrgUnit.ParentNotThere", parent.Code, span.From);
            else if (parent.Branch != unit.Branch) yield return new("OrgUnit.OtherBranch", parent.Code);
        }
    }

    /// <summary>Somebody above changes on the days when it or one above it changes: those are the days to look at.</summary>
    private static DateOnly? CircleDay(OrgTimeline t, UnitLine unit)
    {
        var days = Line(t, unit).SelectMany(u => OrgTimeline.Turns(u.History)).Distinct();
        foreach (var day in days)
        {
            var seen = new HashSet<Guid>();
            for (var at = unit; at is not null; at = at.History.On(day)?.ParentId is { } above ? t.Units.Find(above) : null)
                if (!seen.Add(at.Id)) return day;
        }
        return null;
    }

    private static HashSet<UnitLine> Line(OrgTimeline t, UnitLine unit)
    {
        var line = new HashSet<UnitLine>(ReferenceEqualityComparer.Instance) { unit };
        var open = new Stack<UnitLine>([unit]);
        while (open.TryPop(out var at))
            foreach (var above in at.History.Select(s => s.Facts.ParentId).OfType<Guid>().Distinct().Select(t.Units.Find))
                if (above is not null && line.Add(above)) open.Push(above);
        return line;
    }

    private static IEnumerable<Violation> LeftBehind(OrgTimeline t, UnitLine unit)
    {
        var history = unit.History;
        bool Outside(DateOnly from, DateOnly until) => from < history.From || until > history.Until;

        if (t.Units.By(LineKeys.UnitParents)[unit.Id].FirstOrDefault(u => u.History.Any(s => s.Facts.ParentId == unit.Id && Outside(s.From, s.Until))) is { } child)
            yield return new("OrgUnit.HasUnits", unit.Code, child.Code);
        if (t.Employments.By(LineKeys.PostUnits)[unit.Id].FirstOrDefault(e => e.Assignments.Any(a => a.History.Any(s => s.Facts.UnitId == unit.Id && Outside(s.From, s.Until)))) is { } employment)
            yield return new("OrgUnit.HasPeople", unit.Code, t.People.Find(employment.PersonId)?.FullName);
        if (t.Quotas.By(LineKeys.QuotaUnit)[unit.Id].FirstOrDefault(q => Outside(q.History.From, q.History.Until)) is { } quota)
            yield return new("OrgUnit.HasQuota", unit.Code, quota.Category);
        bool NoCell(DateOnly from, DateOnly until) => history.Any(s => s.From < until && from < s.Until && !t.Kind(s.Facts.Kind).Cell);
        if (t.Members.By(LineKeys.MemberCells)[unit.Id].FirstOrDefault(m => m.History.Any(s => s.Facts.CellId == unit.Id && (Outside(s.From, s.Until) || NoCell(s.From, s.Until)))) is { } member)
            yield return new("OrgUnit.HasMembers", unit.Code, t.People.Find(member.PersonId)?.FullName);
        if (t.Members.By(LineKeys.OfficeUnits)[unit.Id].FirstOrDefault(m => m.Offices.Any(o => o.UnitId == unit.Id && Outside(o.History.From, o.History.Until))) is { } officer)
            yield return new("OrgUnit.HasOffices", unit.Code, t.People.Find(officer.PersonId)?.FullName);
        if (t.Coverages.By(LineKeys.CoverageUnits)[unit.Id].Any(c => (c.UnitId == unit.Id && Outside(c.History.From, c.History.Until))
            || c.History.Any(s => s.Facts.CellId == unit.Id && Outside(s.From, s.Until))))
            yield return new("OrgUnit.HasCoverage", unit.Code);
    }
}
