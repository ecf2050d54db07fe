using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Common;

/// <summary>The sentences of dated history, told of a unit; everything else dated works by the same mechanism.</summary>
public class HistoryTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Feb = new(2026, 2, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1), Oct = new(2026, 10, 1);
    private static readonly Guid Department = Guid.NewGuid(), Office = Guid.NewGuid(), Founding = Guid.NewGuid(), Renaming = Guid.NewGuid(), Moving = Guid.NewGuid();

    private readonly OrgUnit _unit = OrgUnit.Found("KH", Branch.Government, Facts("Kế hoạch", Department), from: Jan, Founding);

    [Fact]
    public void A_change_keeps_the_past()
    {
        _unit.Change(from: Apr, new() { Name = "Kế hoạch và Tài chính" });

        Assert.Equal("Kế hoạch", _unit.On(Apr.AddDays(-1))!.Name);
        Assert.Equal("Kế hoạch và Tài chính", _unit.On(Apr)!.Name);
    }

    [Fact]
    public void A_change_touches_only_the_fields_it_names()
    {
        _unit.Change(from: Apr, new() { ParentId = null, Order = 4 });

        Assert.Equal(Facts("Kế hoạch", null) with { Order = 4 }, _unit.On(Apr));
        Assert.Equal(OrgUnitFields.Parent | OrgUnitFields.Order, (OrgUnitFields)_unit.Versions[1].Sets);
    }

    [Fact]
    public void A_rename_entered_late_keeps_the_move_already_known()
    {
        _unit.Change(from: Apr, new() { ParentId = Office });

        _unit.Change(from: Feb, new() { Name = "Kế hoạch và Tài chính" });

        Assert.Equal(Facts("Kế hoạch và Tài chính", Department), _unit.On(Feb));
        Assert.Equal(Facts("Kế hoạch và Tài chính", Office), _unit.On(Apr));
    }

    [Fact]
    public void A_late_change_ends_where_the_same_field_was_set_next()
    {
        _unit.Change(from: Jul, new() { Name = "Tài chính" });

        _unit.Change(from: Feb, new() { Name = "Đầu tư" });

        Assert.Equal("Đầu tư", _unit.On(Jul.AddDays(-1))!.Name);
        Assert.Equal("Tài chính", _unit.On(Jul)!.Name);
    }

    [Fact]
    public void Changes_of_one_day_that_name_different_fields_stand_side_by_side_each_with_its_decision()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" }, Renaming);
        _unit.Change(from: Apr, new() { ParentId = Office }, Moving);

        Assert.Equal(2, _unit.Versions.Count);
        Assert.Equal(Facts("Tài chính", Office), _unit.On(Apr));
        Assert.Equal([new((int)OrgUnitFields.Name, Renaming), new((int)OrgUnitFields.Parent, Moving)], _unit.Versions[1].Says);
    }

    [Fact]
    public void Naming_a_field_twice_on_one_day_is_a_correction_and_refused_as_a_change()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });

        AssertBroken("History.SetThatDay", () => _unit.Change(from: Apr, new() { Name = "Đầu tư", Order = 3 }));
        AssertBroken("History.SetThatDay", () => _unit.Change(from: Jan, new() { ParentId = Office }));
        Assert.Equal(Facts("Tài chính", Department), _unit.On(Apr));
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        _unit.Change(from: Jan, new() { Name = "Kế hoạch", ParentId = Department });
        _unit.Correct(_unit.Versions[0].Id, new() { Name = "Kế hoạch" }, "Nhập sai");

        Assert.Single(_unit.Versions);
        Assert.Equal(0, _unit.Version);
    }

    [Fact]
    public void Setting_a_field_to_what_it_is_already_holds_it_there()
    {
        _unit.Change(from: Apr, new() { Name = "Kế hoạch" }, Renaming);

        _unit.Change(from: Feb, new() { Name = "Đầu tư" });

        Assert.Equal("Kế hoạch", _unit.On(Apr)!.Name);
    }

    [Fact]
    public void Each_field_remembers_the_decision_that_set_it()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" }, Renaming);
        _unit.Change(from: Jul, new() { ParentId = Office }, Moving);

        var history = Dated.Of(_unit.Versions);
        Assert.Equal(Renaming, DecisionOn(Oct, OrgUnitFields.Name));
        Assert.Equal(Moving, DecisionOn(Oct, OrgUnitFields.Parent));
        Assert.Equal(Founding, DecisionOn(Oct, OrgUnitFields.Kind));

        Guid? DecisionOn(DateOnly day, OrgUnitFields field) => history.SetBy((int)field, day)?.DecisionFor((int)field);
    }

    [Fact]
    public void What_is_refused_leaves_everything_as_it_was()
    {
        _unit.Change(from: Apr, new() { Name = "Tài chính" });
        _unit.Change(from: Apr, new() { ParentId = Office });
        var before = Told();

        AssertBroken("OrgUnit.NameMissing", () => _unit.Change(from: Jul, new() { Name = " " }));
        AssertBroken("OrgUnit.AutonomyUnknown", () => _unit.Change(from: Apr, new() { Order = 7, Autonomy = 5 }));
        AssertBroken("OrgUnit.NameMissing", () => _unit.Correct(_unit.Versions[1].Id, new() { Name = "" }, "Nhập sai"));
        AssertBroken("History.SetThatDay", () => _unit.CorrectDay(_unit.Versions[1].Id, to: Jan, "Nhập sai"));
        AssertBroken("History.NotThere", () => _unit.CorrectDay(_unit.Versions[1].Id, to: Jan.AddDays(-1), "Nhập sai"));

        Assert.Equal(before, Told());
    }

    [Fact]
    public void Versions_follow_each_other_without_gap_or_overlap()
    {
        foreach (var (from, name) in new[] { (Oct, "D"), (Feb, "A"), (Jul, "C"), (Apr, "B") }) _unit.Change(from, new() { Name = name });

        Assert.Equal([Jan, Feb, Apr, Jul, Oct], _unit.Versions.Select(v => v.ValidFrom));
        Assert.Equal([Feb, Apr, Jul, Oct, null], _unit.Versions.Select(v => v.ValidUntil));
    }

    private (DateOnly, DateOnly?, OrgUnitFacts, int)[] Told() => [.. _unit.Versions.Select(v => (v.ValidFrom, v.ValidUntil, v.Facts, v.Sets))];

    private static OrgUnitFacts Facts(string name, Guid? parent) => new(name, "Division", parent);

    private static void AssertBroken(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBrokenException>(act).Code);
}
