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

    /// <summary>Somebody leads less than before, and keeps the higher allowance for a time.</summary>
    AllowanceKept,

    /// <summary>Functions led by a unit that ends.</summary>
    FunctionWithoutLead,

    /// <summary>Of cells: under 3 official members, 9 or more without a committee, no secretary, serving nobody; and units with members whom no cell serves.</summary>
    CellUnderThree, CellWithoutCommittee, CellWithoutSecretary, CellServesNobody, UnitWithoutCell,
}

/// <summary>One finding that is there after the scenario and not before.</summary>
/// <param name="Count">People, deputies, posts or members, as the kind says.</param>
/// <param name="Limit">The cap or the least, where there is one.</param>
/// <param name="Until">Until when a surplus is tolerated, or an allowance kept.</param>
/// <param name="What">The function, the category of posts, or the person.</param>
/// <param name="Article">The rule that says so, in Vietnamese and English.</param>
public sealed record ScenarioFinding(ScenarioFindingKind Kind, UnitRef Unit, int Count = 0, int? Limit = null, DateOnly? Until = null, string? What = null, (string Vi, string En)? Article = null);
