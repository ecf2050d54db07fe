using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring.Playing;
using OrgManager.Staff;

namespace OrgManager.Restructuring;

/// <summary>The mapping board of a step or of a whole scenario: what the sources hold before it, and where it is found after it.</summary>
internal sealed class ScenarioPlacings
{
    private readonly OrgSnapshot _before, _after;
    private readonly List<UnitOn> _sources;
    private readonly bool _done;

    private ScenarioPlacings(OrgSnapshot before, OrgSnapshot after, IEnumerable<string> sources, bool done) =>
        (_before, _after, _done, _sources) = (before, after, done, [.. sources.Distinct().Select(before.Unit).OfType<UnitOn>()]);

    /// <exception cref="RuleBrokenException">Scenario.StepMissing; or one of the steps before cannot be done, with its number.</exception>
    public static async Task<ScenarioPlacing> OfAsync(OrgDbContext db, Scenario scenario, int? step, CancellationToken ct)
    {
        RuleBrokenException.Unless(step is null || (step >= 1 && step <= scenario.Steps.Count), "Scenario.StepMissing", step);
        if (scenario.State == ScenarioState.Applied)
            return await OfAppliedAsync(db, scenario, step is { } number ? [scenario.Steps[number - 1]] : scenario.Steps, ct);
        var player = new ScenarioPlayer(db);
        var first = await player.PlayFirstAsync(scenario.File, step is { } at ? at - 1 : 0, ct);
        var (last, refused) = await ThenAsync(player, scenario.File, step, first, ct);
        var sources = (step is { } one ? [scenario.Steps[one - 1]] : scenario.Steps).SelectMany(StepNames.Sources);
        var was = first.Before.On(first.On);
        var (scope, offices) = (ScenarioTrials.ScopeOf(db, was, last.Day, last.TouchedUnits()), ScenarioTrials.OfficesFor(db, was));
        var placings = new ScenarioPlacings(first.Day.VisibleTo(scope, offices), last.Day.VisibleTo(scope, offices), sources, refused is null);
        return placings.Placing(await first.FunctionsAsync(ct), await last.FunctionsAsync(ct), refused is null ? null : new(refused.Step?.Number, refused.Code, refused.Args));
    }

    private static async Task<(ScenarioStage, RuleBrokenException?)> ThenAsync(ScenarioPlayer player, ScenarioFile file, int? step, ScenarioStage first, CancellationToken ct)
    {
        if (step is null && await player.TryAsync(file, ct) is var whole) return (whole.Stage, whole.Refused);
        try
        {
            return (await player.PlayFirstAsync(file, step!.Value, ct), null);
        }
        catch (RuleBrokenException refused)
        {
            return (first, refused);
        }
    }

    private static async Task<ScenarioPlacing> OfAppliedAsync(OrgDbContext db, Scenario scenario, IReadOnlyList<ScenarioStep> steps, CancellationToken ct)
    {
        var (before, after) = (db.Timeline.On(scenario.EffectiveOn.AddDays(-1)), db.Timeline.On(scenario.EffectiveOn));
        var (sources, functions) = (steps.SelectMany(StepNames.Sources).ToList(), await new SketchedAggregates(db).FunctionsAsync(ct));
        var touched = sources.Select(db.Timeline.UnitByCode).OfType<UnitLine>().SelectMany(u => db.Timeline.Successions.Where(s => s.PredecessorId == u.Id && s.On == after.Day).Select(s => s.SuccessorId).Append(u.Id));
        var scope = ScenarioTrials.ScopeOf(db, before, after, [.. touched.Distinct()]);
        var offices = ScenarioTrials.OfficesFor(db, before);
        return new ScenarioPlacings(before.VisibleTo(scope, offices), after.VisibleTo(scope, offices), sources, true).Placing(functions, functions, null);
    }

    private ScenarioPlacing Placing(IReadOnlyList<UnitFunction> before, IReadOnlyList<UnitFunction> after, ScenarioRefusal? refused)
    {
        var people = _sources.SelectMany(source => source.Posts).Select(Person).ToList();
        var members = _sources.SelectMany(source => source.Members).Select(Member).ToList();
        var functions = Functions(before, after.ToDictionary(f => f.Id)).ToList();
        var taking = people.Select(p => p.To).Concat(members.Select(m => m.To)).Concat(functions.Select(f => f.To)).OfType<UnitRef>().Select(u => u.Id)
            .Concat(_after.Timeline.Successions.Where(s => s.On == _after.Day && _sources.Exists(u => u.Id == s.PredecessorId)).Select(s => s.SuccessorId));
        var units = _sources.Select(u => u.Id).Concat(taking).Distinct().Select(Unit).OfType<PlacedUnit>().ToList();
        return new(units, people, members, functions, [.. Cells(units)], refused);
    }

    private PlacedPerson Person(PostHolder post)
    {
        var then = _after.Post(post.Person.Id);
        return new(Named(post.Person), Ref(post.Unit!), To(then?.Unit), post.Facts.Category, post.Facts.Headship, _done ? then?.Facts.Headship ?? Headship.None : Headship.None);
    }

    private PlacedMember Member(MemberOn member)
    {
        var (then, cell) = (_after.Member(member.Person.Id), _before.Unit(member.Facts.CellId)!);
        var to = then is null ? null : _after.Unit(then.Facts.CellId);
        return new(Named(member.Person), Ref(cell), To(to), Office(member, cell.Id), _done && to is not null ? Office(then!, to.Id) : null);
    }

    private static PartyPost? Office(MemberOn member, Guid cell) => member.Offices.Where(o => o.UnitId == cell).Select(o => (PartyPost?)o.Facts.Post).FirstOrDefault();

    private IEnumerable<PlacedFunction> Functions(IReadOnlyList<UnitFunction> before, Dictionary<Guid, UnitFunction> after) =>
        from function in before
        let facts = function.On(_before.Day)
        where facts is not null
        let source = _sources.Find(u => u.Id == facts.LeadId)
        where source is not null
        let then = after[function.Id].On(_after.Day)
        select new PlacedFunction(function.Id, facts.Name, Ref(source), To(then is null ? null : _after.Unit(then.LeadId)));

    private IEnumerable<PlacedCoverage> Cells(IReadOnlyList<PlacedUnit> units)
    {
        var (before, after) = (new CoverageOn(_before), new CoverageOn(_after));
        foreach (var unit in units.Where(u => u.Branch == Branch.Government))
            yield return new(unit.Unit, Cell(_before, before, unit.Unit.Id), _done ? Cell(_after, after, unit.Unit.Id) : null);
    }

    private static UnitRef? Cell(OrgSnapshot day, CoverageOn coverage, Guid unit) =>
        day.Unit(unit) is { } there && coverage.CellsOf(there).Select(day.Unit).OfType<UnitOn>().FirstOrDefault() is { } cell ? Ref(cell) : null;

    private PlacedUnit? Unit(Guid id)
    {
        var (before, after) = (_before.Unit(id), _after.Unit(id));
        if ((after ?? before) is not { } unit) return null;
        return new(Ref(unit), unit.Branch, _sources.Exists(s => s.Id == id), after is null, (before?.Allocated ?? default, after?.Allocated ?? default), (before?.Assigned, after?.Assigned),
            (before?.Present ?? default, after?.Present ?? default), (before?.Members.Count ?? 0, after?.Members.Count ?? 0));
    }

    /// <summary>Where something is then; while the step cannot be done, what is still in a source has no place.</summary>
    private UnitRef? To(UnitOn? unit) => unit is null || (!_done && _sources.Exists(s => s.Id == unit.Id)) ? null : Ref(unit);

    private static PersonRef Named(PersonLine person) => new(person.Code, person.FullName);

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
