using OrgManager.Organisation;

namespace OrgManager.Restructuring;

/// <summary>What a scenario would leave to look at: never a refusal.</summary>
public enum ScenarioFindingKind
{
    /// <summary>People whom no part of a divided unit names went to the first.</summary>
    Unplaced,

    /// <summary>More than one head, or none where there was one or the unit is new.</summary>
    TwoHeads, NoHead,

    /// <summary>More deputies than the cap of the day, or fewer posts than the least.</summary>
    TooManyDeputies, UnderMinimumSize,

    /// <summary>More people than posts allocated in some category, or more posts allocated than assigned.</summary>
    Over, OverAllocated,

    /// <summary>From a later day on a unit is known to have fewer posts than go from it.</summary>
    TooFewLater,

    /// <summary>Posts by position of units that end are added up in what they become: no decision has approved them there.</summary>
    PositionsAddedUp,

    /// <summary>More or fewer people, or posts allocated in some category, than without it.</summary>
    PeopleDiffer, PostsDiffer,

    /// <summary>Somebody leads less than before, and keeps the higher allowance for a time.</summary>
    AllowanceKept,

    /// <summary>Functions led by a unit that ends, or by somebody who works elsewhere then.</summary>
    FunctionWithoutLead,

    /// <summary>Of cells: under 3 official members, 9 or more without a committee, no secretary, serving nobody; and units with members whom no cell serves.</summary>
    CellUnderThree, CellWithoutCommittee, CellWithoutSecretary, CellServesNobody, UnitWithoutCell,
}

/// <summary>One finding that is there after the scenario and not before, or worse than before.</summary>
/// <param name="Count">People, deputies, posts or members, as the kind says.</param>
/// <param name="Limit">The cap or the least, where there is one; how many there would be without it; how many posts go.</param>
/// <param name="Until">Until when a surplus is tolerated, or an allowance kept.</param>
/// <param name="What">The function, the category of posts, or the person.</param>
/// <param name="Article">The rule that says so, in Vietnamese and English.</param>
public sealed record ScenarioFinding(ScenarioFindingKind Kind, UnitRef Unit, int Count = 0, int? Limit = null, DateOnly? Until = null, string? What = null, (string Vi, string En)? Article = null)
{
    /// <summary>False where the article is believed but was not seen confirmed.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>The later day it is about, if it is not that of the scenario.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How far it is from what should be: of one that was there before, what is worse is told again.</summary>
    internal int Excess => Kind switch
    {
        ScenarioFindingKind.UnderMinimumSize => (Limit ?? 0) - Count,
        ScenarioFindingKind.CellUnderThree => -Count,
        ScenarioFindingKind.TwoHeads or ScenarioFindingKind.TooManyDeputies or ScenarioFindingKind.Over or ScenarioFindingKind.OverAllocated or ScenarioFindingKind.UnitWithoutCell => Count - (Limit ?? 0),
        _ => 0,
    };
}
