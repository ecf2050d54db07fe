using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>What is said to have moved a figure, and that nothing else is.</summary>
public class TargetEvidenceTests
{
    private static readonly DateOnly Start = TargetCase.Start, Due = TargetCase.Due, May = new(2020, 5, 1);

    [Fact]
    public void A_level_that_says_the_same_again_moves_nothing() =>
        Assert.Equal([(May, 30, 20)], new TargetCase().Unit("A").Assigned("A", 30, (Start.AddDays(9), 30), (May, 20)).Evidence(Start, Due).Select(e => (e.On, e.Before!.Value, e.After!.Value)));

    [Fact]
    public void The_day_after_which_is_asked_is_left_out_and_the_last_is_not()
    {
        var target = new TargetCase().Unit("A").Assigned("A", 30, (Start, 25), (May, 20));
        Assert.Equal([May], target.Evidence(Start, May).Select(e => e.On));
        Assert.Empty(target.Evidence(Start, May.AddDays(-1)));
    }

    [Fact]
    public void Allocated_posts_and_other_categories_are_no_evidence() =>
        Assert.Empty(new TargetCase().Unit("A").Posts("A", QuotaKind.Allocated, 30, (May, 20))
            .Add(Quota.Open(Guid.NewGuid(), QuotaCategory.SupportContract, QuotaKind.Assigned, 3, May)).Evidence(Start, Due));

    [Fact]
    public void A_unit_that_is_founded_or_ends_or_comes_of_others_is_told_as_such()
    {
        var target = new TargetCase().Unit("A").Unit("B").Unit("C").Unit("N", from: May).Unit("F", from: May.AddDays(1))
            .End("A", May).End("B", May).End("C", May.AddDays(2)).Became("A", May, "N").Became("B", May, "N");
        target.Target = target.Target with { Metric = TargetMetric.UnitsOfKinds, Set = ["Division"] };

        Assert.Equal(["A Ended N", "B Ended N", "N Merged A,B", "F Founded ", "C Ended "],
            target.Evidence(Start, Due).Select(e => $"{e.Unit} {e.Kind} {string.Join(',', e.Others)}"));
    }

    [Fact]
    public void A_unit_that_becomes_of_another_kind_leaves_the_count_and_is_evidence()
    {
        var target = new TargetCase().Unit("A").Unit("B", kind: "ServiceUnit").Change("A", May, new() { Kind = "ServiceUnit" }).Change("B", May.AddDays(1), new() { Kind = "Division" });
        target.Target = target.Target with { Metric = TargetMetric.UnitsOfKinds, Set = ["Division"] };

        Assert.Equal([("A", May, EvidenceKind.KindChanged), ("B", May.AddDays(1), EvidenceKind.KindChanged)], target.Evidence(Start, Due).Select(e => (e.Unit, e.On, e.Kind)));
    }

    [Fact]
    public void Of_a_scoped_target_only_what_happens_inside_is_told()
    {
        var target = new TargetCase().Unit("S").Unit("A", "S").Unit("B").Assigned("A", 30, (May, 20)).Assigned("B", 30, (May, 10));
        target.Target = target.Target with { ScopeUnit = "S" };
        Assert.Equal(["A"], target.Evidence(Start, Due).Select(e => e.Unit));
    }

    [Fact]
    public void People_who_come_and_go_move_a_target_of_who_is_present()
    {
        var target = new TargetCase().Unit("A").Unit("B");
        var (person, employment) = Employed(target.Id("A"), Headship.None);
        employment.Change(May, new() { UnitId = target.Id("B") });
        employment.Change(May.AddDays(5), new() { Position = "Kế toán" });
        employment.End(May.AddDays(9), EmploymentEnd.Retirement);
        target.Add(person, employment).Target = target.Target with { Metric = TargetMetric.Present };

        Assert.Equal(["A Left 2020-05-01", "B Joined 2020-05-01", "B Left 2020-05-10"], target.Evidence(Start, Due).Select(e => $"{e.Unit} {e.Kind} {e.On:yyyy-MM-dd}").Order(StringComparer.Ordinal));
        Assert.Equal((1m, 0m), (target.On(May.AddDays(8)).Value, target.On(May.AddDays(9)).Value));
    }

    [Fact]
    public void The_trajectory_steps_when_people_do()
    {
        var target = new TargetCase().Unit("A");
        var (person, employment) = Employed(target.Id("A"), Headship.Deputy);
        employment.Change(May, new() { Leads = (Headship.None, 0) });
        employment.End(May.AddDays(9), EmploymentEnd.Retirement);
        target.Add(person, employment);

        target.Target = target.Target with { Metric = TargetMetric.Present };
        Assert.Equal([(Start, 1m), (May.AddDays(9), 0m)], target.Road(Due).Trajectory.Select(p => (p.On, p.Value)));
        target.Target = target.Target with { Metric = TargetMetric.Deputies, Set = ["Division"] };
        Assert.Equal([(Start, 1m), (May, 0m)], target.Road(Due).Trajectory.Select(p => (p.On, p.Value)));
        Assert.Equal([(May, EvidenceKind.Left)], target.Evidence(Start, Due).Select(e => (e.On, e.Kind)));
    }

    private static (Person, Employment) Employed(Guid unitId, Headship headship)
    {
        var person = Person.Register(new("A1", "Lê An", Sex.Female, new(1980, 1, 1)));
        return (person, Employment.Begin(person.Id, new(unitId, QuotaCategory.CivilServant, headship), TargetCase.Founding));
    }
}
