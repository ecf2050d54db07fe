using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Playing;

/// <summary>What one day of the organisation shows to look at, with the rule that says so where there is one.</summary>
internal static class FindingsOnDay
{
    public static IEnumerable<ScenarioFinding> Of(OrgSnapshot day, IReadOnlyCollection<Guid> touched)
    {
        List<UnitOn> units = [.. OrgSnapshot.InOrder(touched.Select(day.Unit).OfType<UnitOn>())];
        return OfUnits(units.FindAll(u => u.Branch == Branch.Government), day).Concat(OfCells(day, units.FindAll(u => u.Kind.Cell)));
    }

    private static IEnumerable<ScenarioFinding> OfUnits(List<UnitOn> units, OrgSnapshot day)
    {
        foreach (var unit in units)
        {
            var heads = unit.Posts.Count(p => p.Facts.Headship == Headship.Head);
            if (heads > 1) yield return new(ScenarioFindingKind.TwoHeads, Ref(unit), heads, 1);
            if (unit.Head is null && unit.Posts.Count > 0) yield return new(ScenarioFindingKind.NoHead, Ref(unit));
            foreach (var category in Enum.GetValues<QuotaCategory>())
            {
                if (unit.Present[category] > unit.Allocated[category]) yield return new(ScenarioFindingKind.Over, Ref(unit), unit.Present[category], unit.Allocated[category], What: category.ToString());
                if (unit.Receives(category) && unit.AllocatesTo(category).Sum(u => u.Allocated[category]) is var given && given > unit.Assigned!.Value[category])
                    yield return new(ScenarioFindingKind.OverAllocated, Ref(unit), given, unit.Assigned.Value[category], What: category.ToString());
            }
        }
        foreach (var f in DeputyCaps.Findings(units, day.Day)) yield return new(ScenarioFindingKind.TooManyDeputies, f.Unit, f.Deputies, f.Cap, f.Until, Article: (f.Article, f.ArticleEn)) { Confirmed = f.Confirmed };
        foreach (var f in MinimumSizes.Findings(units, day.Day))
            yield return new(ScenarioFindingKind.UnderMinimumSize, f.Unit, f.Posts, f.Least, Article: (f.Article, f.ArticleEn)) { Confirmed = UnitRules.Of(UnitRules.Sizes, day.Unit(f.Unit.Id)!, day.Day)?.Confirmed != false };
    }

    private static IEnumerable<ScenarioFinding> OfCells(OrgSnapshot day, List<UnitOn> cells)
    {
        foreach (var found in new PartyFindings(day, Scope.Everything).Of(cells))
            if (KindOf(found.Kind) is { } kind && (found.Cell ?? found.Unit) is { } unit)
                yield return RuleOf(kind) is { } matter && CellRules.Of(matter, day.Day) is var rule
                    ? new(kind, unit, found.Count, rule.Value, Article: (rule.Article, rule.ArticleEn)) { Confirmed = rule.Confirmed }
                    : new(kind, unit, found.Count);
    }

    private static CellMatter? RuleOf(ScenarioFindingKind kind) => kind switch
    {
        ScenarioFindingKind.CellUnderThree => CellMatter.FewestOfficial,
        ScenarioFindingKind.CellWithoutCommittee => CellMatter.OfficialForCommittee,
        _ => null,
    };

    private static ScenarioFindingKind? KindOf(CellFinding kind) => kind switch
    {
        CellFinding.UnderThreeOfficial => ScenarioFindingKind.CellUnderThree,
        CellFinding.NineWithoutCommittee => ScenarioFindingKind.CellWithoutCommittee,
        CellFinding.NoSecretary => ScenarioFindingKind.CellWithoutSecretary,
        CellFinding.CoversNobody => ScenarioFindingKind.CellServesNobody,
        CellFinding.UnitWithoutCell => ScenarioFindingKind.UnitWithoutCell,
        _ => null,
    };

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
