using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Restructuring;

/// <summary>A scenario as it is begun or renamed; its steps come one by one.</summary>
public sealed record ScenarioInput(string Name, DateOnly EffectiveOn, ScenarioDecisions? Decisions = null);

/// <summary>A scenario in the list.</summary>
/// <param name="Author">Name of the account that drafted it; empty where it came as a file.</param>
/// <param name="Steps">How many.</param>
/// <param name="Conflicts">How many change sets since it was submitted or approved touched what it changes; 0 for drafts and what is over.</param>
public sealed record ScenarioRow(Guid Id, string Name, DateOnly EffectiveOn, ScenarioState State, string Author, bool IsOwn, int Steps, int Conflicts);

/// <summary>Somebody who may see a draft.</summary>
/// <param name="HasAccount">Without one, being named opens nothing.</param>
public sealed record ScenarioReader(PersonRef Person, bool HasAccount);

/// <summary>A turn in the life of a scenario, the oldest first.</summary>
/// <param name="Verb">As the trail tells it, "Scenario.Submit".</param>
public sealed record ScenarioTurn(long ChangeSet, string Verb, DateTime AtUtc, string By, string? Reason);

/// <summary>What the reader may do with it now, as things stand; each use case asks again.</summary>
/// <param name="Edit">Name, day, decisions, steps.</param>
/// <param name="Undo">As a repair, for administrators.</param>
public sealed record ScenarioRights(bool Edit, bool SetReaders, bool Submit, bool Return, bool Approve, bool Withdraw, bool Apply, bool Rebase, bool Undo);

/// <summary>One scenario with all there is to know about it; what it would do is told by trying it out.</summary>
public sealed record ScenarioDetails
{
    public required Seen Seen { get; init; }
    public Guid Id => Seen.Id;
    public required string Name { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required ScenarioState State { get; init; }
    public required ScenarioDecisions Decisions { get; init; }

    /// <summary>In order; a step's number is its place, counted from 1.</summary>
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <summary>Steps that could not be done any more when it was brought up to date.</summary>
    public required IReadOnlyList<SetAsideStep> SetAside { get; init; }
    public required string Author { get; init; }
    public required bool IsOwn { get; init; }
    public required IReadOnlyList<ScenarioReader> Readers { get; init; }
    public required IReadOnlyList<ScenarioTurn> Life { get; init; }
    public required ScenarioRights Rights { get; init; }

    /// <summary>The change set that holds everything it did.</summary>
    public required long? AppliedIn { get; init; }
}

/// <summary>Why a step cannot be done: what the rule said, and which step.</summary>
/// <param name="Step">Its number; null where what all steps leave together is refused.</param>
/// <param name="Code">A key of the texts, filled in with <paramref name="Args"/>.</param>
public sealed record ScenarioRefusal(int? Step, string Code, IReadOnlyList<object?> Args);

/// <summary>A draft tried out: what the steps do as far as they can be done.</summary>
/// <param name="Played">How many of the steps, from the first on, the simulation holds.</param>
/// <param name="Refused">Why no more; null where all can be done.</param>
/// <param name="Outcome">What came out, in one word, for <see cref="ScenarioLifeService.ApproveAsync"/>.</param>
public sealed record ScenarioTrial(ScenarioSimulation Simulation, int Played, ScenarioRefusal? Refused, string Outcome = "");

/// <summary>Something that changed since a scenario was tried out, and that it changes, too.</summary>
/// <param name="Kind">The type of what was changed, a key of the texts under "TrailRow.".</param>
/// <param name="Subject">Name of the person or unit; null where the reader may not see whose it is.</param>
/// <param name="Code">Staff number or code of the unit.</param>
public sealed record ScenarioConflict(long ChangeSet, string Verb, DateTime AtUtc, string By, string Kind, string? Subject, string? Code);

/// <summary>What became of a scenario that was brought up to date.</summary>
public sealed record RebasedScenario(int Kept, IReadOnlyList<SetAsideStep> SetAside);
