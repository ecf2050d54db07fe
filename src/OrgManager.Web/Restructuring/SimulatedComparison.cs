using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>The organisation without and with a scenario as two sides of a comparison, so that both are drawn and told as two days are.</summary>
internal sealed class SimulatedComparison(ScenarioSimulation tried, Branch branch)
{
    private readonly OrgDiff _diff = tried.Diff;

    /// <summary>The reader reaches something of either branch.</summary>
    public static bool HasBoth(ScenarioSimulation tried) => tried.Before.Roots(Branch.Government).Any() && tried.Before.Roots(Branch.Party).Any();

    /// <summary>The branch asked for in the address; where the reader reaches one alone, that.</summary>
    public static Branch BranchOf(ScenarioSimulation tried, string? asked) =>
        HasBoth(tried) ? asked == "party" ? Branch.Party : Branch.Government : tried.Before.Roots(Branch.Party).Any() ? Branch.Party : Branch.Government;

    public Comparison Comparison()
    {
        var people = (branch == Branch.Party ? _diff.Members : _diff.People).Select(moved => new ComparedPerson(new(moved.Code, moved.FullName), Ref(tried.Before, moved.From), Ref(tried.After, moved.To))).ToList();
        return new(tried.Scenario.EffectiveOn, tried.Scenario.EffectiveOn, branch)
        {
            Kinds = [.. Kinds()], Totals = branch == Branch.Government ? Totals() : null, Units = [.. Units(people)], Events = [], People = people,
        };
    }

    /// <summary>Of the kinds alone of which there are more or fewer.</summary>
    private IEnumerable<ComparedKind> Kinds() =>
        from side in tried.Before.Units.Where(Here).Select(unit => (unit.Kind, Was: 1, Is: 0)).Concat(tried.After.Units.Where(Here).Select(unit => (unit.Kind, Was: 0, Is: 1)))
        group side by side.Kind.Code into kind
        where kind.Sum(side => side.Was) != kind.Sum(side => side.Is)
        let facts = kind.First().Kind
        orderby facts.Order
        select new ComparedKind(facts.Name, facts.NameEn, kind.Sum(side => side.Was), kind.Sum(side => side.Is));

    private ComparedTotals Totals()
    {
        var (before, after) = (tried.Before.Units.Where(Here).ToList(), tried.After.Units.Where(Here).ToList());
        return new(Sum(before, u => u.Assigned ?? PostCounts.None), Sum(after, u => u.Assigned ?? PostCounts.None), Sum(before, u => u.Allocated), Sum(after, u => u.Allocated), Sum(before, u => u.Present), Sum(after, u => u.Present));

        static PostCounts Sum(List<UnitOn> units, Func<UnitOn, PostCounts> of) => units.Aggregate(PostCounts.None, (sum, unit) => sum + of(unit));
    }

    private IEnumerable<ComparedUnit> Units(List<ComparedPerson> people)
    {
        var (came, left) = (people.CountBy(p => p.To?.Code ?? "").ToDictionary(), people.CountBy(p => p.From?.Code ?? "").ToDictionary());
        var (became, touched) = (tried.Successions.ToLookup(s => s.From), Touched(people));
        var ended = _diff.Ended.Where(Here);
        foreach (var unit in tried.After.Tree(branch).Where(u => touched.Contains(u.Code)).Concat(ended))
        {
            var (was, now) = (tried.Before.Unit(unit.Code), tried.After.Unit(unit.Code));
            var compared = new ComparedUnit(unit.Code, was is null ? null : Stand(was), now is null ? null : Stand(now))
            {
                Became = [.. became[unit.Code].Select(s => new UnitBecame(s.To, s.Kind, tried.Scenario.EffectiveOn))],
                Came = now is null ? 0 : came.GetValueOrDefault(unit.Code), Left = was is null ? 0 : left.GetValueOrDefault(unit.Code),
            };
            if (compared.Before != compared.After || compared.Became.Count > 0 || compared.Came + compared.Left > 0) yield return compared;
        }
    }

    /// <summary>Where something may be other: nothing else is looked at closely.</summary>
    private HashSet<string> Touched(List<ComparedPerson> people) =>
    [
        .. _diff.Created.Select(u => u.Code), .. _diff.Renamed.Concat(_diff.Moved).Concat(_diff.KindChanged).Concat(_diff.AutonomyChanged).Select(u => u.Code),
        .. _diff.Assigned.Concat(_diff.Allocated).Select(u => u.Code), .. tried.Successions.SelectMany(s => new[] { s.From, s.To }),
        .. people.SelectMany(p => new[] { p.From?.Code, p.To?.Code }).OfType<string>(), .. tried.Scenario.Steps.SelectMany(StepNames.UnitsOf),
    ];

    private UnitStand Stand(UnitOn unit)
    {
        var stand = new UnitStand(unit.Name, unit.Parent is { } parent ? new(parent.Id, parent.Code, parent.Name) : null, unit.Kind.Name, unit.Kind.NameEn, unit.Facts.Autonomy,
            branch == Branch.Government ? unit.Head?.Person.FullName : null);
        return branch == Branch.Party ? stand with { Present = unit.Members.Count } : stand with { Assigned = unit.Assigned?.Total, Allocated = unit.Allocated.Total, Present = unit.Present.Total };
    }

    private static UnitRef? Ref(OrgSnapshot day, string? code) => code is not null && day.Unit(code) is { } unit ? new(unit.Id, unit.Code, unit.Name) : null;

    private bool Here(UnitOn unit) => unit.Branch == branch;
}
