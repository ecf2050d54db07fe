using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>What a step names, by its codes, whether it can be played or not.</summary>
internal static class StepNames
{
    /// <summary>Units and cells, those it founds left out.</summary>
    public static IEnumerable<string> Units(ScenarioStep step) => step switch
    {
        FoundStep found => Parent(found.Unit.Parent),
        MergeStep merge => [.. merge.Units, .. Parent(merge.Into.Parent)],
        AbsorbStep absorb => [.. absorb.Units, absorb.Into],
        DivideStep divide => [divide.Unit, .. divide.Into.SelectMany(part => Parent(part.Parent))],
        SeparateStep separate => [separate.Unit, .. separate.Into.SelectMany(part => Parent(part.Parent))],
        MoveStep move => [move.Unit, .. Parent(move.Parent)],
        RenameStep rename => [rename.Unit],
        DissolveStep dissolve => [dissolve.Unit],
        SetAutonomyStep autonomy => [autonomy.Unit],
        SetQuotaStep quota => [quota.Unit],
        ConvertPaySourceStep convert => [convert.Unit],
        MovePeopleStep people => [people.To],
        MoveFunctionsStep functions => [functions.Unit, functions.To],
        SetHeadStep lead => [lead.Unit],
        SetCoverageStep coverage => [coverage.Cell, .. coverage.Units],
        _ => [],
    };

    public static IEnumerable<string> People(ScenarioStep step) => step switch
    {
        DivideStep divide => divide.Into.SelectMany(part => part.People ?? []),
        SeparateStep separate => separate.Into.SelectMany(part => part.People ?? []),
        ConvertPaySourceStep convert => convert.People ?? [],
        MovePeopleStep people => people.People,
        SetHeadStep lead => [lead.Person],
        _ => [],
    };

    /// <summary>The units whose people, posts and functions it places: those that end, or give something off.</summary>
    public static IReadOnlyList<string> Sources(ScenarioStep step) => step switch
    {
        MergeStep merge => merge.Units,
        AbsorbStep absorb => absorb.Units,
        DivideStep divide => [divide.Unit],
        SeparateStep separate => [separate.Unit],
        DissolveStep dissolve => [dissolve.Unit],
        _ => [],
    };

    public static bool AtTop(ScenarioStep step) => step switch
    {
        FoundStep found => found.Unit.Parent is null,
        MergeStep merge => merge.Into.Parent is null,
        DivideStep divide => divide.Into.Any(part => part.Parent is null),
        SeparateStep separate => separate.Into.Any(part => part.Parent is null),
        MoveStep move => move.Parent is null,
        _ => false,
    };

    /// <summary>The units and cells it founds, and what each comes from or, coming from nothing, stands under.</summary>
    public static IEnumerable<(string Code, IReadOnlyList<string> From)> Founded(ScenarioStep step) => step switch
    {
        FoundStep found => [(found.Unit.Code, Parent(found.Unit.Parent))],
        MergeStep merge => [(merge.Into.Code, merge.Units)],
        DivideStep divide => divide.Into.Select(part => (part.Code, (IReadOnlyList<string>)[divide.Unit])),
        SeparateStep separate => separate.Into.Select(part => (part.Code, (IReadOnlyList<string>)[separate.Unit])),
        _ => [],
    };

    private static string[] Parent(string? code) => code is null ? [] : [code];
}
