using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Common;

/// <summary>A decision named after the change it stands behind.</summary>
public class NamedDecisionTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1);
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();

    private readonly OrgUnit _unit = OrgUnit.Found("KH", Branch.Government, new("Kế hoạch", "Division"), from: Jan);

    [Fact]
    public void It_is_named_once_and_naming_it_again_changes_nothing()
    {
        _unit.NameDecision(Founding, First);
        _unit.NameDecision(Founding, First);

        Assert.Equal((1, First), (_unit.Version, Assert.Single(_unit.Versions[0].Says).DecisionId));
        Refusal.Is("History.DecisionNamed", () => _unit.NameDecision(Founding, Second));
        Assert.Equal((1, First), (_unit.Version, Assert.Single(_unit.Versions[0].Says).DecisionId));
    }

    [Fact]
    public void Another_takes_its_place_only_with_a_reason()
    {
        _unit.NameDecision(Founding, First);

        Refusal.Is("History.ReasonMissing", () => _unit.NameDecision(Founding, Second, " "));
        _unit.NameDecision(Founding, Second, "Ghi nhầm văn bản");

        Assert.Equal(Second, Assert.Single(_unit.Versions[0].Says).DecisionId);
    }

    [Fact]
    public void Of_one_change_each_field_may_have_its_own_and_keeps_it_on_another_day()
    {
        _unit.Change(Apr, new() { Name = "Tài chính", ShortName = "TC" });
        var version = _unit.Versions[1].Id;

        _unit.NameDecision(new(version, (int)OrgUnitFields.ShortName), First);
        _unit.CorrectDay(version, Jul, "Nhập sai ngày");

        Assert.Equal([new((int)OrgUnitFields.Name, null), new((int)OrgUnitFields.ShortName, First)], _unit.Versions[1].Says);
        Assert.Equal(("Tài chính", "TC"), (_unit.On(Jul)!.Name, _unit.On(Jul)!.ShortName));
        Refusal.Is("History.NotSetHere", () => _unit.NameDecision(new(_unit.Versions[1].Id, (int)OrgUnitFields.Kind), First));
    }

    [Fact]
    public void An_end_has_a_decision_of_its_own_and_keeps_it_when_its_day_is_corrected()
    {
        Refusal.Is("History.NoEnd", () => _unit.NameDecision(Said.End(_unit.Versions[0].Id), First));
        _unit.End(Apr);

        _unit.NameDecision(Said.End(_unit.Versions[0].Id), First);
        _unit.CorrectEnd(Jul, "Nhập sai ngày");

        Assert.Equal(((DateOnly?)Jul, (Guid?)First, (Guid?)null), (_unit.EndsOn, _unit.Versions[0].EndDecisionId, _unit.Versions[0].Says[0].DecisionId));
        Assert.Throws<NotFoundException>(() => _unit.NameDecision(Said.End(Guid.NewGuid()), First));
    }

    private Said Founding => new(_unit.Versions[0].Id, (int)OrgUnitFields.All);
}
