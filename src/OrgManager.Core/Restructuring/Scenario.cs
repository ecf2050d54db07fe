using OrgManager.Common;

namespace OrgManager.Restructuring;

/// <summary>Đã áp dụng; đã hoàn tác.</summary>
public enum ScenarioState { Applied, Undone }

/// <summary>Phương án sắp xếp: a restructuring as it was carried out. What it did is in its change set, each part for who may read it.</summary>
public sealed class Scenario : Aggregate
{
    public const int NameLength = 200;

    private Scenario() { }

    public string Name { get; private init; } = "";
    public DateOnly EffectiveOn { get; private init; }
    public ScenarioState State { get; private set; }

    /// <summary>The change set that holds everything it did.</summary>
    public long AppliedIn { get; private init; }

    /// <exception cref="RuleBrokenException">Scenario.NameMissing.</exception>
    internal static Scenario Applied(ScenarioFile file, long changeSet)
    {
        RuleBrokenException.Unless(file.Name.Trim().Length is > 0 and <= NameLength, "Scenario.NameMissing", NameLength);
        return new() { Name = file.Name.Trim(), EffectiveOn = file.EffectiveOn, State = ScenarioState.Applied, AppliedIn = changeSet };
    }

    /// <exception cref="RuleBrokenException">Scenario.UndoneAlready.</exception>
    internal void Undo()
    {
        RuleBrokenException.Unless(State == ScenarioState.Applied, "Scenario.UndoneAlready", Name);
        State = ScenarioState.Undone;
        Touch();
    }
}
