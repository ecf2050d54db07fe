using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>What one step is about, as the organisation stands without the scenario.</summary>
/// <param name="Branch">Whether it is about units or about cells; null where it names only what is not there.</param>
/// <param name="Places">What must be in reach of whoever writes it; of those in one list any one will do, null is the place above all units.</param>
internal sealed record PlacedStep(ScenarioStep Step, Branch? Branch, IReadOnlyList<IReadOnlyList<Guid?>> Places)
{
    public bool IsReached(OrgDbContext db, Actor actor, Permission permission, DateOnly on) => Beyond(db, actor, permission, on).Count == 0;

    /// <summary>Those of the places that are out of somebody's reach.</summary>
    public IReadOnlyList<IReadOnlyList<Guid?>> Beyond(OrgDbContext db, Actor actor, Permission permission, DateOnly on) =>
        [.. Places.Where(anyOf => !anyOf.Any(place => AccessRules.Reaches(db, actor, permission, place, on)))];
}

/// <summary>Finds what steps are about, whether they can be played or not. What an earlier step founds stands for what it comes from, or stands under.</summary>
internal sealed class StepPlaces
{
    private readonly OrgTimeline _timeline;
    private readonly OrgSnapshot _day;
    private readonly Dictionary<string, List<UnitLine>> _founded = new(StringComparer.Ordinal);

    private StepPlaces(OrgTimeline timeline, DateOnly on) => (_timeline, _day) = (timeline, timeline.On(on));

    public static IReadOnlyList<PlacedStep> Of(OrgTimeline timeline, ScenarioFile scenario)
    {
        var places = new StepPlaces(timeline, scenario.EffectiveOn);
        return [.. scenario.Steps.Select(places.Of)];
    }

    private PlacedStep Of(ScenarioStep step)
    {
        var named = (step is SetCoverageStep coverage ? [coverage.Cell] : StepNames.Units(step)).SelectMany(Known).ToList(); // whom a cell serves is the party's matter
        var branch = BranchOf(step, named);
        List<IReadOnlyList<Guid?>> places = [.. named.Select(unit => (IReadOnlyList<Guid?>)[unit.Id])];
        if (StepNames.AtTop(step)) places.Add([null]);
        places.AddRange(StepNames.People(step).Select(_timeline.PersonByCode).OfType<PersonLine>().Select(person => Place(person, branch)).Where(anyOf => anyOf.Count > 0));
        foreach (var (code, from) in StepNames.Founded(step)) _founded[code] = [.. from.SelectMany(Known).Distinct()];
        return new(step, branch, places);
    }

    private IEnumerable<UnitLine> Known(string code) => _timeline.UnitByCode(code) is { } unit ? [unit] : _founded.GetValueOrDefault(code) ?? [];

    private Branch? BranchOf(ScenarioStep step, List<UnitLine> named) =>
        step is SetCoverageStep || named.Exists(unit => unit.Branch == Branch.Party) ? Branch.Party
        : named.Count > 0 ? Branch.Government
        : step is FoundStep found ? _timeline.Kind(found.Unit.Kind).Branch
        : null;

    /// <summary>Where the person works or, as a member, belongs; of a step about what is not there either will do.</summary>
    private IReadOnlyList<Guid?> Place(PersonLine person, Branch? branch) =>
        [.. new[] { branch == Branch.Party ? null : _day.UnitOf(person.Id), branch == Branch.Government ? null : _day.CellOf(person.Id) }.Where(place => place is not null)];
}
