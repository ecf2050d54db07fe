using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>A unit that a step may name: one of the organisation of the day, or one that an earlier step founds.</summary>
public sealed record NamedUnit(string Code, string Name, Branch Branch, string? Parent = null, string Kind = "", bool IsNew = false);

/// <summary>Somebody whom a step may name, and the unit or cell where they stand before the scenario.</summary>
public sealed record NamedPerson(string Code, string FullName, string Unit, string UnitName);

/// <summary>What the codes of a scenario are called: on its day, and as its own steps found them.</summary>
public sealed class StepNames
{
    private readonly Dictionary<string, NamedUnit> _units;
    private readonly Dictionary<string, NamedPerson> _people;
    private readonly OrgSnapshot _day;
    private List<NamedPerson>? _everybody;

    /// <param name="units">Those of the day, in their order.</param>
    /// <param name="tried">The scenario tried out, as far as the reader reaches: whom its steps name stands in one of its units.</param>
    public StepNames(IEnumerable<NamedUnit> units, ScenarioSimulation tried, IReadOnlyList<ScenarioStep> steps)
    {
        (_units, _day, Steps) = (units.DistinctBy(u => u.Code).ToDictionary(u => u.Code), tried.Before, steps);
        var near = steps.SelectMany(UnitsOf).Distinct().SelectMany(code => new[] { tried.Before.Unit(code), tried.After.Unit(code) }).OfType<UnitOn>();
        _people = near.SelectMany(In).DistinctBy(p => p.Code).ToDictionary(p => p.Code);
        Before = [.. _units.Values];
        foreach (var step in steps)
            foreach (var founded in Founded(step)) _units.TryAdd(founded.Code, founded);
    }

    /// <summary>The units of the day as they stand without the scenario, in their order.</summary>
    public IReadOnlyList<NamedUnit> Before { get; }
    public IReadOnlyList<ScenarioStep> Steps { get; }

    /// <summary>The day on which the steps take effect.</summary>
    public DateOnly On => _day.Day;

    /// <summary>Everybody in reach, by post and by membership; gathered when first somebody is sought.</summary>
    public IEnumerable<NamedPerson> People => _everybody ??= [.. _day.Units.SelectMany(In)];

    public string Unit(string? code) => code is null ? "" : _units.TryGetValue(code, out var unit) ? unit.Name : code;

    public NamedUnit? Find(string? unit) => unit is null ? null : _units.GetValueOrDefault(unit);

    public string Person(string code) => _people.TryGetValue(code, out var person) ? person.FullName : code;

    public bool IsParty(string unit) => _units.TryGetValue(unit, out var known) && known.Branch == Branch.Party;

    /// <summary>What a step at this place, from 0, may name: the units of the day and those founded before it, without those that have ended by then.</summary>
    public IReadOnlyList<NamedUnit> UnitsAt(int at)
    {
        var there = Before.ToList();
        foreach (var step in Steps.Take(at))
        {
            var ended = Ended(step).ToHashSet();
            there.RemoveAll(unit => ended.Contains(unit.Code));
            there.AddRange(Founded(step).Where(founded => there.TrueForAll(unit => unit.Code != founded.Code)));
        }
        return there;
    }

    /// <summary>Codes of every unit that a step is about.</summary>
    public static IEnumerable<string> UnitsOf(ScenarioStep step) => step switch
    {
        FoundStep found => [found.Unit.Code],
        MergeStep merge => [.. merge.Units, merge.Into.Code],
        AbsorbStep absorb => [.. absorb.Units, absorb.Into],
        DivideStep divide => [divide.Unit, .. divide.Into.Select(part => part.Code)],
        SeparateStep separate => [separate.Unit, .. separate.Into.Select(part => part.Code)],
        MoveStep move => [move.Unit],
        RenameStep rename => [rename.Unit],
        DissolveStep dissolve => [dissolve.Unit],
        SetAutonomyStep autonomy => [autonomy.Unit],
        SetQuotaStep quota => [quota.Unit],
        ConvertPaySourceStep convert => [convert.Unit],
        MovePeopleStep people => [people.To],
        SetHeadStep lead => [lead.Unit],
        MoveFunctionsStep functions => [functions.Unit, functions.To],
        SetCoverageStep coverage => [coverage.Cell, .. coverage.Units],
        _ => [],
    };

    internal static IEnumerable<string> Ended(ScenarioStep step) => step switch
    {
        MergeStep merge => merge.Units,
        AbsorbStep absorb => absorb.Units,
        DivideStep divide => [divide.Unit],
        DissolveStep dissolve => [dissolve.Unit],
        _ => [],
    };

    private static IEnumerable<NamedPerson> In(UnitOn unit) => unit.Branch == Branch.Party
        ? unit.Members.Select(member => new NamedPerson(member.Person.Code, member.Person.FullName, unit.Code, unit.Name))
        : unit.Posts.Select(post => new NamedPerson(post.Person.Code, post.Person.FullName, unit.Code, unit.Name));

    private IEnumerable<NamedUnit> Founded(ScenarioStep step) => step switch
    {
        FoundStep { Unit: var unit } => [new(unit.Code, unit.Name, BranchOf(unit.Parent), unit.Parent, unit.Kind, true)],
        MergeStep { Units: var units, Into: var into } => [new(into.Code, into.Name, BranchOf(units is [var first, ..] ? first : null), into.Parent, into.Kind, true)],
        DivideStep { Unit: var unit, Into: var parts } => parts.Select(part => new NamedUnit(part.Code, part.Name, BranchOf(unit), part.Parent, part.Kind, true)),
        SeparateStep { Unit: var unit, Into: var parts } => parts.Select(part => new NamedUnit(part.Code, part.Name, BranchOf(unit), part.Parent, part.Kind, true)),
        _ => [],
    };

    private Branch BranchOf(string? code) => code is not null && IsParty(code) ? Branch.Party : Branch.Government;
}
