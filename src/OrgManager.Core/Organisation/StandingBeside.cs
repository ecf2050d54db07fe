namespace OrgManager.Organisation;

/// <summary>
/// What stands in the touched units, and what else there is of the touched people: gathered in one pass over each set of lines, however many are touched,
/// so that the check of a change costs the same for one aggregate as for thousands.
/// </summary>
internal sealed class StandingBeside
{
    public StandingBeside(OrgTimeline t, OrgLines touched)
    {
        var units = touched.Units.Select(u => u.Id).ToHashSet();
        if (units.Count > 0) GatherUnits(t, units);
        if (touched.Employments.Count > 0) Twins = t.Employments.Among(touched.Employments.Select(e => e.PersonId).ToHashSet(), e => e.PersonId);
        if (touched.Members.Count > 0) MemberTwins = t.Members.Among(touched.Members.Select(m => m.PersonId).ToHashSet(), m => m.PersonId);
        if (touched.Coverages.Count > 0) Served = t.Coverages.Among(touched.Coverages.Select(KeyOf).ToHashSet(), KeyOf);
    }

    /// <summary>Employments of one person.</summary>
    public ILookup<Guid, EmploymentLine> Twins { get; } = Nothing<EmploymentLine>();

    /// <summary>Memberships of one person.</summary>
    public ILookup<Guid, MemberLine> MemberTwins { get; } = Nothing<MemberLine>();

    /// <summary>Coverage of one unit or person.</summary>
    public ILookup<Guid, CoverageLine> Served { get; } = Nothing<CoverageLine>();
    public ILookup<Guid, UnitLine> Children { get; private set; } = Nothing<UnitLine>();
    public ILookup<Guid, EmploymentLine> Posts { get; private set; } = Nothing<EmploymentLine>();
    public ILookup<Guid, QuotaLine> Quotas { get; private set; } = Nothing<QuotaLine>();
    public ILookup<Guid, MemberLine> Members { get; private set; } = Nothing<MemberLine>();
    public ILookup<Guid, MemberLine> Officers { get; private set; } = Nothing<MemberLine>();
    public ILookup<Guid, CoverageLine> Coverages { get; private set; } = Nothing<CoverageLine>();

    public static Guid KeyOf(CoverageLine coverage) => coverage.UnitId ?? coverage.PersonId ?? Guid.Empty;

    private void GatherUnits(OrgTimeline t, HashSet<Guid> units)
    {
        var (children, posts, members, officers, coverages) = (new Pairs<UnitLine>(units), new Pairs<EmploymentLine>(units), new Pairs<MemberLine>(units), new Pairs<MemberLine>(units), new Pairs<CoverageLine>(units));
        foreach (var unit in t.Units)
            for (var i = 0; i < unit.History.Count; i++) children.Add(unit.History[i].Facts.ParentId, unit);
        foreach (var employment in t.Employments)
            for (var a = 0; a < employment.Assignments.Count; a++)
                for (var i = 0; i < employment.Assignments[a].History.Count; i++) posts.Add(employment.Assignments[a].History[i].Facts.UnitId, employment);
        foreach (var member in t.Members)
        {
            for (var i = 0; i < member.History.Count; i++) members.Add(member.History[i].Facts.CellId, member);
            for (var o = 0; o < member.Offices.Count; o++) officers.Add(member.Offices[o].UnitId, member);
        }
        foreach (var coverage in t.Coverages)
        {
            coverages.Add(coverage.UnitId, coverage);
            for (var i = 0; i < coverage.History.Count; i++) coverages.Add(coverage.History[i].Facts.CellId, coverage);
        }
        (Children, Posts, Members, Officers, Coverages) = (children.ToLookup(), posts.ToLookup(), members.ToLookup(), officers.ToLookup(), coverages.ToLookup());
        Quotas = t.Quotas.Among(units, q => q.UnitId);
    }

    private static ILookup<Guid, TLine> Nothing<TLine>() => Enumerable.Empty<TLine>().ToLookup(_ => Guid.Empty);

    /// <summary>Which line stands in which of the wanted units.</summary>
    private sealed class Pairs<TLine>(HashSet<Guid> wanted)
    {
        private readonly List<(Guid Unit, TLine Line)> _found = [];

        public void Add(Guid? unit, TLine line)
        {
            if (unit is { } id && wanted.Contains(id)) _found.Add((id, line));
        }

        public ILookup<Guid, TLine> ToLookup() => _found.ToLookup(f => f.Unit, f => f.Line);
    }
}
