using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Establishment;

/// <summary>Posts and people of the years to come.</summary>
public class ForecastServiceTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Budget = QuotaCategory.PublicEmployeeBudget;
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;
    private ForecastService Forecasts => _org.Get<ForecastService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_begins_with_the_day_and_goes_on_by_the_ends_of_forty_quarters()
    {
        var forecast = await Forecasts.OfUnitAsync(Then);

        Assert.Equal((41, Then, new(2019, 12, 31), new(2020, 3, 31), new DateOnly(2029, 9, 30)), (forecast.Points.Count, forecast.Points[0].On, forecast.Points[1].On, forecast.Points[2].On, forecast.Points[^1].On));
        Assert.Equal((93, 89, 4, 0), (forecast.Points[0].Allocated.Total, forecast.Points[0].Present.Total, forecast.Points[0].Vacant.Total, forecast.Points[0].Over.Total));
        Assert.Equal(new DateOnly(2020, 3, 31), (await Forecasts.OfUnitAsync(new(2019, 12, 31))).Points[1].On);
    }

    [Fact]
    public async Task Known_ends_and_levels_of_later_days_are_in_it_by_their_quarter()
    {
        var forecast = await Forecasts.OfUnitAsync(Then);

        var winter = forecast.Points.Single(p => p.On == new DateOnly(2020, 3, 31));
        Assert.Equal((1, 54, 19), (winter.Leaving.CivilServant, winter.Allocated[Civil], winter.Assigned!.Value[Budget]));
        Assert.Equal(1, forecast.Points.Single(p => p.On == new DateOnly(2020, 9, 30)).Leaving[Civil]);
        var merged = forecast.Rows.Single(r => r.Unit.Code == "NLATMT");
        Assert.Equal((0, 0), (merged.Points[0].Present.Total, merged.Points[0].Allocated.Total));
        Assert.Equal(10, merged.Points.Single(p => p.On == new DateOnly(2021, 3, 31)).Allocated[Civil]);
        Assert.Equal(0, forecast.Rows.Single(r => r.Unit.Code == "QLNL").Points[^1].Allocated.Total);
    }

    [Fact]
    public async Task Every_quarter_counts_who_is_there_by_then_and_has_not_reached_the_age()
    {
        var forecast = await Forecasts.OfUnitAsync(Then);

        foreach (var point in forecast.Points.Skip(1))
        {
            var day = await _org.SnapshotAsync(point.On);
            foreach (var row in forecast.Rows)
            {
                var units = row.IsOwn ? [day.Unit("SCT")!] : day.Unit(row.Unit.Code)?.WithDescendants() ?? [];
                var there = units.SelectMany(u => u.Posts).Count(p => p.Employment.Primary.History[^1] is { IsOpen: false } || RetirementAges.DayOf(p.Person.Sex, p.Person.Born) is var age && (age > point.On || age <= p.Employment.Primary.History.From));
                Assert.True(there == row.Points.Single(p => p.On == point.On).Present.Total, $"{row.Unit.Code} {point.On}: {there}");
            }
        }
    }

    [Fact]
    public async Task What_was_and_who_comes_and_goes_make_what_will_be()
    {
        var points = (await Forecasts.OfUnitAsync(Then)).Points;

        for (var at = 1; at < points.Count; at++)
            Assert.Equal(points[at - 1].Present.Total + points[at].Arriving.Total - points[at].Leaving.Total - points[at].Retiring.Total, points[at].Present.Total);
        Assert.True(points.Sum(p => p.Retiring.Total) > 0);
    }

    [Fact]
    public async Task Those_who_leave_in_a_quarter_are_as_many_as_it_counts_and_their_birthdays_are_not_told()
    {
        await _org.SignInAsync("director");
        var points = (await Forecasts.OfUnitAsync(Then)).Points;

        var leaving = await Forecasts.LeavingAsync(Then, null, Then.AddDays(1), points[^1].On);

        Assert.Equal(points.Sum(p => p.Leaving.Total + p.Retiring.Total), leaving.All.Count);
        Assert.Equal(("Khổng Văn Trấn", DepartureKind.Known), leaving.All.Where(l => l.On == new DateOnly(2020, 7, 1)).Select(l => (l.Person.FullName, l.Kind)).Single());
    }

    [Fact]
    public async Task A_target_is_reached_by_the_levels_set_or_short_by_posts_that_those_who_leave_may_cover()
    {
        var known = (await Forecasts.OfUnitAsync(Then)).Targets;

        Assert.Equal([("B", (DateOnly?)new DateOnly(2021, 1, 1), (int?)0), ("D", new DateOnly(2025, 1, 1), 0)], known.Select(t => (t.Code, t.ReachedOn, t.Missing)));

        await using var early = await TestOrg.StartAsync();
        await early.MigrateAsync();
        await early.FillModelAsync(until: Then);
        var target = (await early.Get<ForecastService>().OfUnitAsync(Then)).Targets.Single(t => t.Code == "B");
        Assert.Equal((null, 72, 3), (target.ReachedOn, target.Goal, target.Missing));
        Assert.Equal(Enumerable.Repeat(true, 3), [target.Leaving is > 0, target.CoveredOn > Then, target.CoveredOn > target.Due == target.Leaving < target.Missing]);
    }

    [Fact]
    public async Task Approved_scenarios_are_counted_by_name_for_whoever_may_read_them_and_can_be_left_out()
    {
        var (today, on, end) = (_org.Today, new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));
        var id = await ApproveAsync(on, new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT", "Phòng CN-TM", 4)), new SetQuotaStep("CNTM", QuotaKind.Allocated, Civil, 10));

        var (with, without) = (await Forecasts.OfUnitAsync(today), await Forecasts.OfUnitAsync(today, withApproved: false));

        Assert.Equal(new ScenarioAhead(id, "Phương án", on, true, false), Assert.Single(with.Scenarios));
        var merged = with.Rows.Single(r => r.Unit.Code == "CNTM").Points;
        Assert.Equal((0, 10), (merged[0].Allocated.Total, merged.Single(p => p.On == end).Allocated[Civil]));
        Assert.Equal(0, with.Rows.Single(r => r.Unit.Code == "TM").Points.Single(p => p.On == end).Present.Total);
        Assert.Equal(without.Points.Select(p => p.Present.Total), with.Points.Select(p => p.Present.Total));
        Assert.Equal((false, false), Assert.Single(without.Scenarios) is var left ? (left.IsCounted, left.Refused) : default);
        Assert.DoesNotContain(without.Rows, r => r.Unit.Code == "CNTM");
        Assert.True(without.Points.Single(p => p.On == end).Allocated[Civil] > with.Points.Single(p => p.On == end).Allocated[Civil]);
        await _org.SignInAsync("unithead");
        Assert.Empty((await Forecasts.OfUnitAsync(today)).Scenarios);
    }

    [Fact]
    public async Task An_approved_scenario_that_can_no_longer_be_done_is_named_and_not_counted()
    {
        var (today, on) = (_org.Today, new DateOnly(2026, 7, 1));
        await ApproveAsync(on, new FoundStep(new("MOI", "Phòng Mới", "Division", "SCT")));
        await _org.FoundAsync("MOI", on.AddDays(-10), await _org.UnitIdAsync("SCT"));

        var forecast = await Forecasts.OfUnitAsync(today);

        Assert.Equal((false, true), Assert.Single(forecast.Scenarios) is var refused ? (refused.IsCounted, refused.Refused) : default);
    }

    [Fact]
    public async Task Plans_that_are_submitted_are_told_beside_the_levels_and_locked_they_are_levels()
    {
        var (plans, today, spring) = (_org.Get<QuotaPlanService>(), _org.Today, new DateOnly(2027, 3, 31));
        var id = await SubmitAsync(2027, line => line is { Unit.Code: "VP", Kind: QuotaKind.Allocated, Category: Civil } or { Unit.Code: "SCT", Kind: QuotaKind.Assigned, Category: Civil });

        var forecast = await Forecasts.OfUnitAsync(today);
        Assert.Equal(("SCT", 2027, false, true), Assert.Single(forecast.Plans) is var ahead ? (ahead.Unit.Code, ahead.Year, ahead.IsLocked, forecast.IsPlanned) : default);
        var (now, then, office) = (forecast.Points[0], At(forecast.Points), At(forecast.Rows.Single(r => r.Unit.Code == "VP").Points));
        Assert.Equal((now.Allocated, then.Allocated.Plus(Civil, -1), office.Allocated.Plus(Civil, -1)), (now.Planned!.Value, then.Planned!.Value, office.Planned!.Value));
        Assert.Equal(-1, At((await Forecasts.OfUnitAsync(today, "VP")).Points) is var own ? own.Planned!.Value[Civil] - own.Allocated[Civil] : 0);
        await _org.SignInAsync("unithead");
        Assert.Empty((await Forecasts.OfUnitAsync(today)).Plans);

        _org.Actor = Actor.System;
        var decision = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "400/QĐ-SCT", "Sở Công Thương", new(2026, 12, 20), new(2027, 1, 1), "Giao biên chế năm 2027"));
        await _org.SignInAsync("director");
        await plans.LockAsync((await plans.GetAsync(id)).Seen, decision);
        var locked = await Forecasts.OfUnitAsync(today);
        Assert.Equal((true, false), (Assert.Single(locked.Plans).IsLocked, locked.IsPlanned));
        Assert.Equal((then.Planned!.Value, (PostCounts?)null), (At(locked.Points).Allocated, At(locked.Points).Planned));

        ForecastPoint At(IReadOnlyList<ForecastPoint> points) => points.Single(p => p.On == spring);
    }

    [Fact]
    public async Task What_a_submitted_plan_would_make_of_a_target_is_told_with_it()
    {
        Assert.All((await Forecasts.OfUnitAsync(_org.Today)).Targets, target => Assert.Null(target.ByPlan));
        await SubmitAsync(_org.Today.Year, line => line is { Unit.Code: "XT", Kind: QuotaKind.Assigned, Category: Budget });

        var targets = (await Forecasts.OfUnitAsync(_org.Today)).Targets;

        Assert.Equal([("B", -1), ("D", -1)], targets.Select(t => (t.Code, t.ByPlan!.Value - t.Value)));
    }

    [Fact]
    public async Task A_head_of_unit_sees_the_own_unit_ahead_and_of_targets_no_numbers_of_other_people()
    {
        await _org.SignInAsync("unithead");

        var forecast = await Forecasts.OfUnitAsync(Then);

        Assert.Equal(("QLCN", 6), (forecast.Root.Code, forecast.Points[0].Present.Total));
        Assert.All(forecast.Targets, t => Assert.Null(t.Leaving));
        Assert.All((await Forecasts.LeavingAsync(Then, null, Then, new(2029, 9, 30))).All, l => Assert.Equal("QLCN", l.Unit!.Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Forecasts.OfUnitAsync(Then, "VP"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Forecasts.LeavingAsync(Then, "VP", Then, Then));
    }

    [Fact]
    public async Task An_appointment_that_runs_out_is_told_in_its_quarter_and_takes_nobody_away()
    {
        var unit = await _org.UnitIdAsync("VP");
        var person = (await _org.SnapshotAsync(Then)).Unit("VP")!.Head!.Person.Id;
        var before = (await Forecasts.OfUnitAsync(Then, "VP")).Points;
        var staff = _org.Get<StaffService>();
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(person, Then)).Seen, new() { UnitId = unit, Leads = (Headship.Head, 0), Position = "Chánh Văn phòng" })], new(2019, 3, 15));

        var after = (await Forecasts.OfUnitAsync(Then, "VP")).Points;

        Assert.Equal(before.Select(p => p.Present.Total), after.Select(p => p.Present.Total));
        Assert.Equal(before.Single(p => p.On == new DateOnly(2024, 3, 31)).Terms + 1, after.Single(p => p.On == new DateOnly(2024, 3, 31)).Terms);
    }

    [Fact]
    public async Task The_pyramid_counts_everybody_once_and_few_only_for_who_sees_days_of_birth()
    {
        var all = await _org.Get<AgeService>().PyramidAsync(Then);
        Assert.Equal((89, 89, true), (all.People, all.Bands!.Sum(b => b.Men + b.Women), all.OpensPeople));
        Assert.NotNull((await _org.Get<AgeService>().PyramidAsync(Then, "TTR")).Bands);

        await _org.SignInAsync("director");
        Assert.Equal((89, false), ((await _org.Get<AgeService>().PyramidAsync(Then)).Bands!.Sum(b => b.Men + b.Women), (await _org.Get<AgeService>().PyramidAsync(Then)).OpensPeople));
        var few = await _org.Get<AgeService>().PyramidAsync(Then, "TTR");
        Assert.Equal((6, true), (few.People, few.Bands is null));
    }

    /// <summary>A plan of the department with one post fewer in some lines.</summary>
    private async Task<Guid> SubmitAsync(int year, Func<PlanLineDetails, bool> fewer)
    {
        var plans = _org.Get<QuotaPlanService>();
        var draft = await plans.GetAsync(await plans.DraftAsync(await _org.UnitIdAsync("SCT"), year));
        await plans.ReviseAsync(draft.Seen, [.. draft.Lines.Select(l => new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts - (fewer(l) ? 1 : 0), "Theo lộ trình"))]);
        await plans.SubmitAsync((await plans.GetAsync(draft.Seen.Id)).Seen);
        return draft.Seen.Id;
    }

    private async Task<Guid> ApproveAsync(DateOnly on, params ScenarioStep[] steps)
    {
        _org.Actor = Actor.System;
        var id = await _org.Get<ScenarioDraftService>().ImportAsync(new() { Name = "Phương án", EffectiveOn = on, Decisions = new(), Steps = steps });
        var (life, view) = (_org.Get<ScenarioLifeService>(), _org.Get<ScenarioViewService>());
        await life.SubmitAsync((await view.GetAsync(id)).Seen);
        await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        await _org.SignInAsync("hr");
        return id;
    }
}
