using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>What a scenario leaves to look at that was not there before it, or is worse than it was.</summary>
internal static class ScenarioFindings
{
    /// <summary>Of a scenario that is tried out; each kind once for a unit.</summary>
    public static IReadOnlyList<ScenarioFinding> New(OrgSnapshot before, ScenarioStage stage, IReadOnlyList<UnitFunction> functions)
    {
        var (touched, after) = (stage.TouchedUnits(), stage.Day);
        return
        [
            .. from unplaced in stage.Unplaced
               let unit = after.Unit(unplaced.UnitId)
               where unit is not null
               select new ScenarioFinding(ScenarioFindingKind.Unplaced, Ref(unit), unplaced.People),
            .. Worse(before, after, touched),
            .. from later in stage.TooFewLater.DistinctBy(l => (l.UnitId, l.Category, l.From))
               let unit = after.Unit(later.UnitId) ?? before.Unit(later.UnitId)
               where unit is not null
               select new ScenarioFinding(ScenarioFindingKind.TooFewLater, Ref(unit), later.Posts, later.Less, What: later.Category.ToString()) { From = later.From },
            .. from positions in stage.Positions.HandedOn.GroupBy(p => p.UnitId)
               let unit = after.Unit(positions.Key)
               where unit is not null
               select new ScenarioFinding(ScenarioFindingKind.PositionsAddedUp, Ref(unit), positions.Sum(p => p.Posts)),
            .. Totals(before, after, touched),
            .. Allowances(before, after, stage.Touched().Employments.Select(e => e.PersonId)),
            .. Functions(before, after, functions, stage.FunctionBefore),
        ];
    }

    /// <summary>The same of two days of the organisation as it is, for what was carried out.</summary>
    public static IEnumerable<ScenarioFinding> New(OrgSnapshot before, OrgSnapshot after, IReadOnlyCollection<Guid> touched, IReadOnlyList<UnitFunction> functions) =>
    [
        .. Worse(before, after, touched),
        .. Totals(before, after, touched),
        .. Allowances(before, after, touched.SelectMany(id => before.Unit(id)?.Posts ?? []).Select(p => p.Person.Id)),
        .. Functions(before, after, functions, function => function.On(after.Day.AddDays(-1))),
    ];

    private static IEnumerable<ScenarioFinding> Worse(OrgSnapshot before, OrgSnapshot after, IReadOnlyCollection<Guid> touched)
    {
        var known = FindingsOnDay.Of(before, touched).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.Max(f => f.Excess));
        return FindingsOnDay.Of(after, touched).Where(f => !known.TryGetValue(KeyOf(f), out var was) || f.Excess > was);
    }

    private static (ScenarioFindingKind, Guid, string?) KeyOf(ScenarioFinding finding) => (finding.Kind, finding.Unit.Id, finding.What);

    /// <summary>Whatever moves between units, of all together there are as many as before, unless a step sets a level or a unit is dissolved; told of the whole.</summary>
    private static IEnumerable<ScenarioFinding> Totals(OrgSnapshot before, OrgSnapshot after, IReadOnlyCollection<Guid> touched)
    {
        if ((after.Roots(Branch.Government).FirstOrDefault() ?? before.Roots(Branch.Government).FirstOrDefault()) is not { } root) yield break;
        var (had, has) = (Units(before), Units(after));
        if (Sum(had, u => u.Present).Total is var were && Sum(has, u => u.Present).Total is var are && were != are) yield return new(ScenarioFindingKind.PeopleDiffer, Ref(root), are, were);
        var (posts, now) = (Sum(had, u => u.Allocated), Sum(has, u => u.Allocated));
        foreach (var category in Enum.GetValues<QuotaCategory>().Where(category => posts[category] != now[category]))
            yield return new(ScenarioFindingKind.PostsDiffer, Ref(root), now[category], posts[category], What: category.ToString());

        List<UnitOn> Units(OrgSnapshot day) => [.. touched.Select(day.Unit).OfType<UnitOn>()];
        PostCounts Sum(List<UnitOn> units, Func<UnitOn, PostCounts> of) => units.Aggregate(PostCounts.None, (sum, unit) => sum + of(unit));
    }

    private static IEnumerable<ScenarioFinding> Allowances(OrgSnapshot before, OrgSnapshot after, IEnumerable<Guid> people) =>
        PreservedAllowance.Of(before, after, people).Select(kept =>
            new ScenarioFinding(ScenarioFindingKind.AllowanceKept, kept.Now, Until: kept.Until, What: kept.Person.FullName, Article: (kept.Article, kept.ArticleEn)) { Confirmed = kept.Confirmed });

    private static IEnumerable<ScenarioFinding> Functions(OrgSnapshot before, OrgSnapshot after, IReadOnlyList<UnitFunction> functions, Func<UnitFunction, UnitFunctionFacts?> was) =>
        from function in functions
        let now = function.On(after.Day)
        where now is not null && FunctionsOn.LacksLead(after, now) && !(was(function) is { } then && FunctionsOn.LacksLead(before, then))
        let unit = after.Unit(now.LeadId) ?? before.Unit(now.LeadId)
        where unit is not null
        select new ScenarioFinding(ScenarioFindingKind.FunctionWithoutLead, Ref(unit), What: now.Name);

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
