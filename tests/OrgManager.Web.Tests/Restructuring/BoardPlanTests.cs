using OrgManager.Establishment;
using OrgManager.Restructuring;
using OrgManager.Web.Restructuring;

namespace OrgManager.Web.Tests.Restructuring;

/// <summary>Moving cards on the mapping board is editing steps, and what the steps say is where the cards lie.</summary>
public class BoardPlanTests
{
    private static readonly UnitToFound C = new("C", "Phòng C", "Division", "SO");
    private static readonly MergeStep Merge = new(["A", "B"], C);
    private static readonly DivideStep Divide = new("A", [new("X", "Phòng X", "Division", "SO", ["p1"]), new("Y", "Phòng Y", "Division", "SO")]);

    [Fact]
    public void People_of_merged_units_go_along_and_are_placed()
    {
        var plan = new BoardPlan([Merge]);

        Assert.Equal(["A", "B"], plan.Sources);
        Assert.Equal(["C"], plan.Targets);
        Assert.Equal(("C", true), (plan.Place("p1", "A"), plan.IsPlaced("p1", "A")));
    }

    [Fact]
    public void Through_several_steps_somebody_follows_what_their_unit_becomes()
    {
        var plan = new BoardPlan([Merge, new AbsorbStep(["C"], "D")]);

        Assert.Equal("D", plan.Place("p1", "B"));
        Assert.Equal(["A", "B", "D"], plan.Sources);
        Assert.Equal(["D"], plan.Targets);
    }

    [Fact]
    public void Sent_elsewhere_somebody_gets_a_step_behind_the_units_and_a_second_goes_with_it()
    {
        var one = new BoardPlan([Merge, new SetHeadStep("C", "p1", Leadership.Head, 1)]).Move("p1", "A", "E");
        var two = new BoardPlan(one).Move("p2", "B", "E");

        Assert.Equal(["merge", "move-people"], one.Select(step => step.Op)); // what p1 was to lead in C is taken back
        Assert.Equal(["p1", "p2"], Assert.Single(two.OfType<MovePeopleStep>()).People);
        Assert.Equal("E", new BoardPlan(two).Place("p2", "B"));
    }

    [Fact]
    public void Brought_back_the_step_is_gone()
    {
        var sent = new BoardPlan([Merge]).Move("p1", "A", "E");

        Assert.Equal<ScenarioStep>([Merge], new BoardPlan(sent).Move("p1", "A", "C"));
    }

    [Fact]
    public void In_a_divided_unit_everybody_is_to_be_named_and_a_move_names_them()
    {
        var plan = new BoardPlan([Divide]);
        Assert.Equal((true, false, "X"), (plan.IsPlaced("p1", "A"), plan.IsPlaced("p2", "A"), plan.Place("p2", "A")));

        var moved = new BoardPlan(new BoardPlan(plan.Move("p2", "A", "Y")).Move("p1", "A", "Y"));

        Assert.Equal(("Y", "Y", true), (moved.Place("p1", "A"), moved.Place("p2", "A"), moved.IsPlaced("p2", "A")));
        Assert.Equal("X", new BoardPlan(plan.Move("p2", "A", "X")).Place("p2", "A"));
    }

    [Fact]
    public void A_dissolved_unit_is_left_before_it_ends()
    {
        var plan = new BoardPlan([new DissolveStep("A")]);
        Assert.Equal((false, "A"), (plan.IsPlaced("p1", "A"), plan.Place("p1", "A")));

        var moved = plan.Move("p1", "A", "B");

        Assert.Equal(["move-people", "dissolve"], moved.Select(step => step.Op));
        Assert.True(new BoardPlan(moved).IsPlaced("p1", "A"));
    }

    [Fact]
    public void A_unit_is_led_by_one_and_deputies_are_counted()
    {
        var led = new BoardPlan(new BoardPlan([Merge]).Lead("p1", "A", Leadership.Head));
        var both = new BoardPlan(new BoardPlan(led.Lead("p2", "B", Leadership.Deputy)).Lead("p3", "B", Leadership.Deputy));
        var other = new BoardPlan(both.Lead("p4", "A", Leadership.Head));

        Assert.Equal((Leadership.Head, Leadership.Deputy), (both.Leads("p1", "A"), both.Leads("p2", "B")));
        Assert.Null(other.Leads("p1", "A"));
        Assert.Equal(Leadership.Head, other.Leads("p4", "A"));
        Assert.Null(new BoardPlan(both.Lead("p2", "B", null)).Leads("p2", "B"));
    }

    [Fact]
    public void Posts_are_set_in_the_part_that_founds_a_unit_or_by_a_step_of_their_own_once()
    {
        var part = Assert.IsType<DivideStep>(Assert.Single(new BoardPlan([Divide]).Allocate("Y", QuotaCategory.CivilServant, 4)));
        var set = new BoardPlan(new BoardPlan([Merge]).Allocate("C", QuotaCategory.CivilServant, 9)).Allocate("C", QuotaCategory.CivilServant, 8);

        Assert.Equal(4, part.Into[1].Quota![QuotaCategory.CivilServant]);
        Assert.Equal(8, Assert.Single(set.OfType<SetQuotaStep>()).Posts);
    }

    [Fact]
    public void A_function_handed_to_another_unit_gets_a_step_behind_the_units_a_second_goes_with_it_and_brought_back_it_is_gone()
    {
        var one = new BoardPlan([Merge]).Hand("Quản lý chợ", "A", "D");
        var two = new BoardPlan(one).Hand("Khuyến công", "B", "D");
        var back = new BoardPlan(new BoardPlan(two).Hand("Quản lý chợ", "A", "C")).Hand("Khuyến công", "B", "C");

        Assert.Equal(["merge", "move-functions"], two.Select(step => step.Op));
        var moved = Assert.Single(two.OfType<MoveFunctionsStep>());
        Assert.Equal(("C", "D"), (moved.Unit, moved.To));
        Assert.Equal(["Quản lý chợ", "Khuyến công"], moved.Functions);
        Assert.Equal<ScenarioStep>([Merge], back);
    }

    [Fact]
    public void A_function_of_a_unit_that_is_dissolved_is_handed_on_before()
    {
        var steps = new BoardPlan([new DissolveStep("A")]).Hand("Quản lý chợ", "A", "B");

        Assert.Equal(["move-functions", "dissolve"], steps.Select(step => step.Op));
        Assert.Equal("A", Assert.IsType<MoveFunctionsStep>(steps[0]).Unit);
    }

    [Fact]
    public void Sent_to_another_unit_after_all_it_is_in_one_step_alone()
    {
        var steps = new BoardPlan(new BoardPlan([Merge]).Hand("Quản lý chợ", "A", "D")).Hand("Quản lý chợ", "A", "E");

        Assert.Equal("E", Assert.Single(steps.OfType<MoveFunctionsStep>()).To);
    }
}
