using OrgManager.Data.Maintenance;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Levels known of later days: they follow what the units become, and no post is lost or gained on the way.</summary>
public class ScenarioLaterLevelsTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Support = QuotaCategory.SupportContract;
    private static readonly DateOnly On = new(2026, 7, 1), NewYear = new(2027, 1, 1);
    private static readonly DateOnly[] Days = [On.AddDays(-1), On, NewYear.AddDays(-1), NewYear, new(2028, 1, 1)];

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    public static TheoryData<DateOnly> Effective => [On, NewYear];

    [Theory]
    [MemberData(nameof(Effective))]
    public async Task What_is_to_begin_later_begins_in_what_the_unit_became(DateOnly on)
    {
        await SetAsync("QLCN", Support, 3, NewYear);
        await SetAsync("TM", Support, 1, new(2027, 6, 1));
        await AppliedAsync(on, new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT")));

        await IsAsync("CNTM", Support, 0, 0, 0, 3, 4);
    }

    [Fact]
    public async Task Where_the_unit_that_stays_is_to_have_some_later_it_has_what_is_given_from_the_day_on()
    {
        await SetAsync("QLCN", Support, 2, On.AddDays(-9));
        await SetAsync("VP", Support, 5, NewYear);
        await SetAsync("VP", Support, 6, new(2027, 6, 1));
        var had = (await _org.SnapshotAsync(On)).Unit("VP")!.Allocated[Support];
        await AppliedAsync(On, new AbsorbStep(["QLCN"], "VP"));

        await IsAsync("VP", Support, had, had + 2, had + 2, 7, 8);
    }

    [Fact]
    public async Task What_was_to_begin_in_a_unit_that_is_dissolved_never_does()
    {
        await SetAsync("TM", Support, 3, NewYear);
        var people = (await _org.SnapshotAsync(On)).Unit("TM")!.Posts.Select(p => p.Person.Code).ToList();
        await AppliedAsync(On, new MovePeopleStep(people, "QLCN"), new DissolveStep("TM"));

        Assert.DoesNotContain((await _org.SnapshotAsync(NewYear)).Timeline.Quotas, q => q.UnitId == _tm && q.Category == Support);
    }

    [Fact]
    public async Task A_level_is_set_before_one_that_is_to_begin_later()
    {
        await SetAsync("QLCN", Support, 5, NewYear);
        await AppliedAsync(On, new SetQuotaStep("QLCN", QuotaKind.Allocated, Support, 1));

        await IsAsync("QLCN", Support, 0, 1, 1, 5, 5);
    }

    [Fact]
    public async Task A_part_that_is_given_off_takes_its_posts_from_every_later_level_too()
    {
        var has = (await _org.SnapshotAsync(On)).Unit("VP")!.Allocated[Civil];
        await SetAsync("VP", Civil, has + 2, NewYear);
        await AppliedAsync(On, new SeparateStep("VP", [new("TCCB", "Phòng Tổ chức cán bộ", "Division", "SCT", ["CB009"], new Dictionary<QuotaCategory, int> { [Civil] = 4 })]));

        await IsAsync("VP", Civil, has, has - 4, has - 4, has - 2, has - 2);
        await IsAsync("TCCB", Civil, 0, 4, 4, 4, 4);
    }

    [Fact]
    public async Task Posts_that_are_given_off_come_out_of_what_another_change_set_on_that_very_day()
    {
        var has = (await _org.SnapshotAsync(On)).Unit("VP")!.Allocated[Civil];
        await SetAsync("VP", Civil, has + 2, On);
        await AppliedAsync(On, new SeparateStep("VP", [Part("TCCB", 3)]));

        await IsAsync("VP", Civil, has, has - 1, has - 1, has - 1, has - 1);
        await IsAsync("TCCB", Civil, 0, 3, 3, 3, 3);
    }

    [Fact]
    public async Task Of_a_divided_unit_the_first_part_takes_what_later_levels_leave()
    {
        var has = (await _org.SnapshotAsync(On)).Unit("TM")!.Allocated[Civil];
        await SetAsync("TM", Civil, has + 2, NewYear);
        await AppliedAsync(On, new DivideStep("TM", [Part("TM1", 4), Part("TM2", 3)]));

        await IsAsync("TM1", Civil, 0, has - 3, has - 3, has - 1, has - 1);
        await IsAsync("TM2", Civil, 0, 3, 3, 3, 3);
    }

    [Fact]
    public async Task A_conversion_of_pay_source_holds_on_after_the_next_level()
    {
        const QuotaCategory budget = QuotaCategory.PublicEmployeeBudget, own = QuotaCategory.PublicEmployeeOwnRevenue;
        var has = (await _org.SnapshotAsync(On)).Unit("XT")!.Allocated[budget];
        await SetAsync("XT", budget, has + 1, NewYear);
        var revenue = (await _org.SnapshotAsync(On)).Unit("XT")!.Allocated[own];
        await AppliedAsync(On, new ConvertPaySourceStep("XT", 1, budget, own));

        await IsAsync("XT", budget, has, has - 1, has - 1, has, has);
        await IsAsync("XT", own, revenue, revenue + 1, revenue + 1, revenue + 1, revenue + 1);
    }

    [Fact]
    public async Task Where_fewer_are_known_of_a_later_day_than_go_it_is_told_and_no_level_falls_below_none()
    {
        await SetAsync("VP", Civil, 1, NewYear);
        var tried = await AppliedAsync(On, new SeparateStep("VP", [Part("TCCB", 4)]));

        Assert.Equal(0, (await PostsAsync("VP", Civil))[^1]);
        var told = Assert.Single(tried.Findings, f => f.Kind == ScenarioFindingKind.TooFewLater);
        Assert.Equal(("VP", 1, (int?)4, NewYear), (told.Unit.Code, told.Count, told.Limit, told.From!.Value));
    }

    private static SplitPart Part(string code, int posts) => new(code, $"Phòng {code}", "Division", "SCT", null, new Dictionary<QuotaCategory, int> { [Civil] = posts });

    private Guid _tm;

    private async Task SetAsync(string unit, QuotaCategory category, int posts, DateOnly from)
    {
        var id = await _org.UnitIdAsync(unit);
        if (unit == "TM") _tm = id;
        await _org.Get<QuotaService>().SetAsync([new(id, QuotaKind.Allocated, category, posts)], from);
    }

    /// <summary>Applied it is as tried out on every day, undone it leaves no trace, and applied again it is the same.</summary>
    private async Task<ScenarioSimulation> AppliedAsync(DateOnly on, params ScenarioStep[] steps)
    {
        var scenario = new ScenarioFile { Name = "Phương án", EffectiveOn = on, Decisions = new(State: new("1/QĐ-UBND", "UBND", on, "Sắp xếp")), Steps = steps };
        var before = await ToldAsync();
        var tried = await _org.Get<ScenarioService>().SimulateAsync(scenario);
        var applied = await _org.Get<ScenarioService>().ApplyAsync(scenario);
        var after = await ToldAsync();
        Assert.Equal(Days.Select(day => ScenarioOrg.Told(tried.After.Timeline.On(day))), after);
        await _org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử");
        Assert.Equal(before, await ToldAsync());
        await using (var fresh = _org.Beside()) Assert.Equal(before[^1], ScenarioOrg.Told(await fresh.SnapshotAsync(Days[^1])));

        await _org.Get<ScenarioService>().ApplyAsync(scenario);
        Assert.Equal(after, await ToldAsync());
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
        return tried;
    }

    private async Task IsAsync(string unit, QuotaCategory category, params int[] posts) => Assert.Equal(posts, await PostsAsync(unit, category));

    private async Task<int[]> PostsAsync(string unit, QuotaCategory category)
    {
        var posts = new List<int>();
        foreach (var day in Days) posts.Add((await _org.SnapshotAsync(day)).Unit(unit)?.Allocated[category] ?? 0);
        return [.. posts];
    }

    private async Task<string[]> ToldAsync()
    {
        var told = new List<string>();
        foreach (var day in Days) told.Add(ScenarioOrg.Told(await _org.SnapshotAsync(day)));
        return [.. told];
    }
}
