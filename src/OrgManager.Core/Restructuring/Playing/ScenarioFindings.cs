using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Playing;

/// <summary>What one day of the organisation shows to look at.</summary>
internal static class ScenarioFindings
{
    private static readonly (string, string) Charter = ("Điều lệ Đảng", "Party Charter");

    /// <summary>What is found after and was not before; each kind once for a unit.</summary>
    public static IReadOnlyList<ScenarioFinding> New(OrgSnapshot before, ScenarioStage stage, IReadOnlyList<UnitFunction> functions)
    {
        var (touched, after) = (stage.TouchedUnits(), stage.Day);
        var known = Of(before, touched).Select(f => (f.Kind, f.Unit.Id, f.What)).ToHashSet();
        return
        [
            .. stage.Unplaced.Select(u => new ScenarioFinding(ScenarioFindingKind.Unplaced, Ref(after.Unit(u.UnitId)!), u.People)),
            .. Of(after, touched).Where(f => !known.Contains((f.Kind, f.Unit.Id, f.What))),
            .. Allowances(before, after, stage.Touched().Employments.Select(e => e.PersonId)),
            .. functions.Select(f => (Function: f, Facts: f.On(stage.On))).Where(f => f.Facts is not null && after.Unit(f.Facts.LeadId) is null && before.Unit(f.Facts.LeadId) is not null)
                .Select(f => new ScenarioFinding(ScenarioFindingKind.FunctionWithoutLead, Ref(before.Unit(f.Facts!.LeadId)!), What: f.Facts.Name)),
        ];
    }

    /// <summary>The same of two days of the organisation as it is, for what was carried out.</summary>
    public static IEnumerable<ScenarioFinding> New(OrgSnapshot before, OrgSnapshot after, IReadOnlyCollection<Guid> touched)
    {
        var known = Of(before, touched).Select(f => (f.Kind, f.Unit.Id, f.What)).ToHashSet();
        return Of(after, touched).Where(f => !known.Contains((f.Kind, f.Unit.Id, f.What)))
            .Concat(Allowances(before, after, touched.SelectMany(id => before.Unit(id)?.Posts ?? []).Select(p => p.Person.Id)));
    }

    private static IEnumerable<ScenarioFinding> Allowances(OrgSnapshot before, OrgSnapshot after, IEnumerable<Guid> people) =>
        PreservedAllowance.Of(before, after, people).Select(kept => new ScenarioFinding(ScenarioFindingKind.AllowanceKept, kept.Now, Until: kept.Until, What: kept.Person.FullName, Article: (kept.Article, kept.ArticleEn)));

    private static IEnumerable<ScenarioFinding> Of(OrgSnapshot day, IReadOnlyCollection<Guid> touched)
    {
        List<UnitOn> units = [.. OrgSnapshot.InOrder(touched.Select(day.Unit).OfType<UnitOn>())];
        return OfUnits(units.FindAll(u => u.Branch == Branch.Government), day.Day).Concat(OfCells(day, units.FindAll(u => u.Kind.Cell)));
    }

    private static IEnumerable<ScenarioFinding> OfUnits(List<UnitOn> units, DateOnly day)
    {
        foreach (var unit in units)
        {
            var heads = unit.Posts.Count(p => p.Facts.Headship == Headship.Head);
            if (heads > 1) yield return new(ScenarioFindingKind.TwoHeads, Ref(unit), heads);
            if (heads == 0 && unit.Posts.Count > 0) yield return new(ScenarioFindingKind.NoHead, Ref(unit));
            foreach (var category in Enum.GetValues<QuotaCategory>())
            {
                if (unit.Present[category] > unit.Allocated[category]) yield return new(ScenarioFindingKind.Over, Ref(unit), unit.Present[category], unit.Allocated[category], What: category.ToString());
                if (unit.Receives(category) && unit.AllocatesTo(category).Sum(u => u.Allocated[category]) is var given && given > unit.Assigned!.Value[category])
                    yield return new(ScenarioFindingKind.OverAllocated, Ref(unit), given, unit.Assigned.Value[category], What: category.ToString());
            }
        }
        foreach (var f in DeputyCaps.Findings(units, day)) yield return new(ScenarioFindingKind.TooManyDeputies, f.Unit, f.Deputies, f.Cap, DeputyCaps.ToleratedUntil(day), Article: (f.Article, f.ArticleEn));
        foreach (var f in MinimumSizes.Findings(units, day)) yield return new(ScenarioFindingKind.UnderMinimumSize, f.Unit, f.Posts, f.Least, Article: (f.Article, f.ArticleEn));
    }

    private static IEnumerable<ScenarioFinding> OfCells(OrgSnapshot day, List<UnitOn> cells)
    {
        foreach (var found in new PartyFindings(day, Scope.Everything).Of(cells))
            if (KindOf(found.Kind) is { } kind && (found.Cell ?? found.Unit) is { } unit)
                yield return new(kind, unit, found.Count, Article: kind is ScenarioFindingKind.CellUnderThree or ScenarioFindingKind.CellWithoutCommittee ? Charter : null);
    }

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
