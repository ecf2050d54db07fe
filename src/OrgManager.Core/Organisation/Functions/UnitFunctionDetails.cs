using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Organisation;

public sealed record UnitFunctionStretch(Guid VersionId, DateOnly From, DateOnly? Until, UnitFunctionFacts Facts, UnitFunctionFields Sets);

/// <summary>A function with its whole history, as a dialog that changes it starts from.</summary>
public sealed record UnitFunctionDetails(Seen Seen, IReadOnlyList<UnitFunctionStretch> History)
{
    public UnitFunctionFacts? On(DateOnly day) => History.SingleOrDefault(s => s.From <= day && (s.Until is null || day < s.Until))?.Facts;

    internal static UnitFunctionDetails Of(UnitFunction function) => new(new(function.Id, function.Version),
        [.. function.Versions.Select(v => new UnitFunctionStretch(v.Id, v.ValidFrom, v.ValidUntil, v.Facts, (UnitFunctionFields)v.Sets))]);
}

/// <summary>One function on a day.</summary>
/// <param name="Since">Since when the lead has led it, by <paramref name="Decision"/>.</param>
/// <param name="LacksLead">The unit that leads it is not there on the day, or the person named does not work in it: chức năng chưa có đơn vị chủ trì.</param>
/// <param name="Until">The first day it is no more, if that is known.</param>
public sealed record UnitFunctionRow(
    Guid Id, string Name, string? Field, UnitRef Lead, IReadOnlyList<UnitRef> Coordinators, DateOnly Since, DecisionRef? Decision, bool LacksLead, DateOnly? Until)
{
    /// <summary>Who leads it by name in that unit.</summary>
    public PersonRef? Person { get; init; }

    /// <summary>Other units that lead one of the same name: one task, several leads.</summary>
    public IReadOnlyList<UnitRef> AlsoLed { get; init; } = [];

    /// <summary>Whether the reader may change it, and correct what was entered.</summary>
    public bool MayChange { get; init; }
    public bool MayCorrect { get; init; }
}

/// <summary>The place of a unit: what it leads and where it co-ordinates on a day, by field and name.</summary>
public sealed record UnitFunctions(IReadOnlyList<UnitFunctionRow> Led, IReadOnlyList<UnitFunctionRow> Coordinated);
