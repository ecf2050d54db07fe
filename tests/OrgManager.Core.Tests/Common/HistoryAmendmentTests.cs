using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Common;

/// <summary>What was entered wrongly, what is called off, and the end.</summary>
public class HistoryAmendmentTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Feb = new(2026, 2, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1), Oct = new(2026, 10, 1);
    private static readonly Guid Department = Guid.NewGuid(), Office = Guid.NewGuid(), Dissolving = Guid.NewGuid(), Renaming = Guid.NewGuid();

    private readonly OrgUnit _unit = OrgUnit.Found("KH", Branch.Government, Facts("Kế hoạch", Department), from: Jan);

    [Fact]
    public void A_correction_reaches_whoever_inherited_the_mistake()
    {
        _unit.Change(from: Apr, new() { ParentId = Office });

        _unit.Correct(_unit.Versions[0].Id, new() { Name = "Kế hoạch - Đầu tư" }, reason: "Gõ nhầm");

        Assert.Equal("Kế hoạch - Đầu tư", _unit.On(Apr)!.Name);
        AssertBroken("History.NotSetHere", () => _unit.Correct(_unit.Versions[1].Id, new() { Name = "X" }, "Nhầm dòng"));
    }

    [Fact]
    public void Nothing_is_corrected_without_a_reason()
    {
        _unit.End(on: Jul);

        AssertBroken("History.ReasonMissing", () => _unit.Correct(_unit.Versions[0].Id, new() { Name = "X" }, " "));
        AssertBroken("History.ReasonMissing", () => _unit.CorrectDay(_unit.Versions[0].Id, to: Feb, ""));
        AssertBroken("History.ReasonMissing", () => _unit.CorrectEnd(on: Oct, ""));
        Assert.Throws<NotFoundException>(() => _unit.Correct(Guid.NewGuid(), new() { Name = "X" }, "Nhập sai"));
    }

    [Fact]
    public void A_change_entered_for_the_wrong_day_takes_its_decision_to_the_right_one()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" }, Renaming);

        _unit.CorrectDay(_unit.Versions[1].Id, to: Feb, "Nhập sai");

        Assert.Equal([Jan, Feb], _unit.Versions.Select(v => v.ValidFrom));
        Assert.Equal([new((int)OrgUnitFields.Name, Renaming)], _unit.Versions[1].Says);
        Assert.Equal("Tài chính", _unit.On(Feb)!.Name);
    }

    [Fact]
    public void A_change_may_pass_another_on_its_way_to_the_right_day()
    {
        _unit.Change(from: Feb, new() { Name = "Tài chính" });
        _unit.Change(from: Apr, new() { Name = "Đầu tư" });

        _unit.CorrectDay(_unit.Versions[1].Id, to: Jul, "Nhập sai");

        Assert.Equal(["Kế hoạch", "Đầu tư", "Tài chính"], _unit.Versions.Select(v => v.Name));
    }

    [Fact]
    public void The_beginning_may_be_moved_but_not_past_the_next_change()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });

        _unit.CorrectDay(_unit.Versions[0].Id, to: Feb, "Nhập sai");
        Assert.Equal(Feb, _unit.StartsOn);
        Assert.Null(_unit.On(Jan));

        _unit.CorrectDay(_unit.Versions[0].Id, to: Jan.AddYears(-1), "Nhập sai");
        Assert.Equal(Jan.AddYears(-1), _unit.StartsOn);
        AssertBroken("History.ChangesBefore", () => _unit.CorrectDay(_unit.Versions[0].Id, to: Apr, "Nhập sai"));
    }

    [Fact]
    public void A_withdrawn_change_leaves_no_trace_and_its_neighbours_rejoin()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });
        _unit.Change(from: Jul, new() { ParentId = Office });

        _unit.Withdraw(_unit.Versions[1].Id, today: Feb);

        Assert.Equal([Jan, Jul], _unit.Versions.Select(v => v.ValidFrom));
        Assert.Equal(Jul, _unit.Versions[0].ValidUntil);
        Assert.Equal(Facts("Kế hoạch", Department), _unit.On(Apr));
        Assert.Equal(Facts("Kế hoạch", Office), _unit.On(Jul));
    }

    [Fact]
    public void Of_two_changes_of_one_day_one_may_be_withdrawn()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });
        _unit.Change(from: Apr, new() { ParentId = Office });

        _unit.Withdraw(_unit.Versions[1].Id, today: Feb, OrgUnitFields.Name);

        Assert.Equal(Facts("Kế hoạch", Office), _unit.On(Apr));
        AssertBroken("History.NotSetHere", () => _unit.Withdraw(_unit.Versions[1].Id, today: Feb, OrgUnitFields.Name));
    }

    [Fact]
    public void What_is_in_force_cannot_be_withdrawn_and_the_beginning_never()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });

        AssertBroken("History.InForce", () => _unit.Withdraw(_unit.Versions[1].Id, today: Apr));
        AssertBroken("History.StartStays", () => _unit.Withdraw(_unit.Versions[0].Id, today: Jan.AddDays(-1)));
    }

    [Fact]
    public void Nothing_is_there_before_the_beginning_or_after_the_end()
    {
        _unit.End(on: Jul, Dissolving);

        Assert.Null(_unit.On(Jan.AddDays(-1)));
        Assert.NotNull(_unit.On(Jul.AddDays(-1)));
        Assert.Null(_unit.On(Jul));
        Assert.Equal((Jul, Dissolving), (_unit.EndsOn, _unit.Versions[0].EndDecisionId));
        AssertBroken("History.NotThere", () => _unit.Change(from: Jul, new() { Name = "X" }));
        AssertBroken("History.Ended", () => _unit.End(on: Oct));
    }

    [Fact]
    public void What_changes_later_cannot_end_before()
    {
        _unit.Change(from: Jul, new() { Name = "Tài chính" });

        AssertBroken("History.ChangesAfterEnd", () => _unit.End(on: Apr));
        AssertBroken("History.ChangesAfterEnd", () => _unit.End(on: Jul));
    }

    [Fact]
    public void A_late_change_before_the_end_keeps_the_end_and_its_decision()
    {
        _unit.End(on: Jul, Dissolving);

        _unit.Change(from: Apr, new() { Name = "Tài chính" });

        Assert.Equal([(Apr, (Guid?)null), (Jul, Dissolving)], _unit.Versions.Select(v => (v.ValidUntil!.Value, v.EndDecisionId)));
    }

    [Fact]
    public void An_end_entered_wrongly_is_corrected_to_another_day_or_to_never()
    {
        AssertBroken("History.NoEnd", () => _unit.CorrectEnd(on: Jul, "Nhập sai"));
        _unit.Change(from: Apr, new() { Name = "Tài chính" });
        _unit.End(on: Jul, Dissolving);

        _unit.CorrectEnd(on: Oct, "Nhập sai");
        Assert.Equal((Oct, Dissolving), (_unit.EndsOn, _unit.Versions[1].EndDecisionId));
        AssertBroken("History.ChangesAfterEnd", () => _unit.CorrectEnd(on: Apr, "Nhập sai"));

        _unit.CorrectEnd(on: null, "Chưa giải thể");
        Assert.Equal((null, (Guid?)null), (_unit.EndsOn, _unit.Versions[1].EndDecisionId));
    }

    [Fact]
    public void An_end_not_yet_come_is_called_off_and_one_that_came_is_not()
    {
        AssertBroken("History.NoEnd", () => _unit.WithdrawEnd(today: Jan));
        _unit.End(on: Jul, Dissolving);

        AssertBroken("History.InForce", () => _unit.WithdrawEnd(today: Jul));
        _unit.WithdrawEnd(today: Jul.AddDays(-1));

        Assert.Equal((null, (Guid?)null), (_unit.EndsOn, _unit.Versions[0].EndDecisionId));
    }

    private static OrgUnitFacts Facts(string name, Guid? parent) => new(name, "Division", parent);

    private static void AssertBroken(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBrokenException>(act).Code);
}
