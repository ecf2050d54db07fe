namespace OrgManager.Organisation;

/// <summary>What is wrong with who leads a function.</summary>
public enum FunctionFinding
{
    /// <summary>Nobody leads it.</summary>
    NoLead,

    /// <summary>Several units lead one of the same name.</summary>
    ManyLeads,
}

/// <summary>Which functions the register shows.</summary>
/// <param name="Text">Every word of it is somewhere in the name or the field, with or without accents.</param>
/// <param name="Field">The field itself; empty for those without one.</param>
/// <param name="Lead">Code of a unit: led by it or a unit below it.</param>
/// <param name="With">Code of a unit: led by it, or co-ordinated.</param>
public sealed record FunctionQuery(string? Text = null, string? Field = null, string? Lead = null, string? With = null, FunctionFinding? Finding = null);

/// <summary>One page of the register, by field and name.</summary>
/// <param name="Fields">Every field of the day with how many functions it has; null is none.</param>
/// <param name="Leads">Every unit that leads one, and those above them.</param>
/// <param name="Findings">How many there are of each, whatever the filters.</param>
/// <param name="MayAdd">Whether the reader may add one somewhere.</param>
public sealed record FunctionList(
    IReadOnlyList<UnitFunctionRow> Rows, int Total, int All, IReadOnlyList<(string? Name, int Count)> Fields, IReadOnlyList<UnitRef> Leads, IReadOnlyDictionary<FunctionFinding, int> Findings, bool MayAdd);

/// <summary>Who leads and who shares each field of management: units in the order of the tree, fields by name.</summary>
public sealed record FunctionMatrix(IReadOnlyList<FunctionField> Fields, IReadOnlyList<FunctionUnit> Units);

/// <param name="Name">Null for functions without a field.</param>
/// <param name="Leads">How many units lead something in it.</param>
public sealed record FunctionField(string? Name, int Functions, int Leads);

/// <param name="IsThere">Whether the unit is there on the day.</param>
/// <param name="Cells">For each field how many functions the unit leads, and in how many it co-ordinates.</param>
public sealed record FunctionUnit(UnitRef Unit, int Depth, bool IsThere, IReadOnlyList<(int Leads, int Coordinates)> Cells);
