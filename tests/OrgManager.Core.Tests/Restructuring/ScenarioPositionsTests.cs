using Microsoft.EntityFrameworkCore;
using OrgManager.Establishment;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Posts by position in a restructuring: they follow what their units become, and it is told that nobody has approved them there.</summary>
public class ScenarioPositionsTests : IAsyncLifetime
{
    private static readonly DateOnly Since = new(2026, 1, 1), On = new(2026, 7, 1), NewYear = new(2027, 1, 1);
    private static readonly MergeStep Merge = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"));

    private TestOrg _org = null!;
    private Guid _industry, _driver;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        (_industry, _driver) = (await EnterAsync("CN-01"), await EnterAsync("HT-01"));
        await SetAsync("QLCN", _industry, 5, null, Since);
        await SetAsync("QLCN", _industry, 6, 5, NewYear);
        await SetAsync("TM", _industry, 3, null, Since);
        await SetAsync("TM", _driver, 1, null, NewYear);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    private PositionService Positions => _org.Get<PositionService>();

    [Fact]
    public async Task Those_of_merged_units_are_added_up_on_the_day_and_on_later_ones_and_undone_they_are_back()
    {
        var told = Assert.Single((await _org.Get<ScenarioService>().SimulateAsync(File(Merge))).Findings, f => f.Kind == ScenarioFindingKind.PositionsAddedUp);
        Assert.Equal(("CNTM", 8), (told.Unit.Code, told.Count));

        var applied = await _org.Get<ScenarioService>().ApplyAsync(File(Merge));
        Assert.Equal(["CNTM CN-01 8"], await ToldAsync(On));
        Assert.Equal(["CNTM CN-01 9", "CNTM HT-01 1"], await ToldAsync(NewYear));
        Assert.Equal(["QLCN CN-01 5", "TM CN-01 3"], await ToldAsync(On.AddDays(-1)));
        await DemandEndedAsync("QLCN", "TM");

        await _org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử");
        Assert.Equal(["QLCN CN-01 6", "TM CN-01 3", "TM HT-01 1"], await ToldAsync(NewYear));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_unit_that_takes_others_in_has_theirs_beside_its_own()
    {
        await SetAsync("VP", _industry, 2, null, Since);
        await _org.Get<ScenarioService>().ApplyAsync(File(new AbsorbStep(["QLCN"], "VP"), new AbsorbStep(["TM"], "VP")));

        Assert.Equal(["VP CN-01 10"], await ToldAsync(On));
        Assert.Equal(["VP CN-01 11", "VP HT-01 1"], await ToldAsync(NewYear));
    }

    [Fact]
    public async Task Those_of_a_unit_that_is_dissolved_end_with_it()
    {
        var people = (await _org.SnapshotAsync(On)).Unit("TM")!.Posts.Select(p => p.Person.Code).ToList();
        await _org.Get<ScenarioService>().ApplyAsync(File(new MovePeopleStep(people, "QLCN"), new DissolveStep("TM")));

        Assert.Equal(["QLCN CN-01 6"], await ToldAsync(NewYear));
        await DemandEndedAsync("TM");
    }

    [Fact]
    public async Task What_was_approved_on_other_numbers_is_refused_and_the_unit_is_named()
    {
        var (drafts, life, view) = (_org.Get<ScenarioDraftService>(), _org.Get<ScenarioLifeService>(), _org.Get<ScenarioViewService>());
        var id = await drafts.ImportAsync(File(Merge));
        await life.SubmitAsync((await view.GetAsync(id)).Seen);
        await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        await SetAsync("QLCN", _industry, 4, 5, On.AddMonths(-1));

        await Refusal.IsAsync("Scenario.Moved", async () => await life.ApplyAsync((await view.GetAsync(id)).Seen));
        var conflict = Assert.Single(await view.ConflictsAsync(id));
        Assert.Equal((nameof(PositionPosts), "QLCN"), (conflict.Kind, conflict.Code));
    }

    private async Task DemandEndedAsync(params string[] units)
    {
        foreach (var unit in units)
        {
            var id = await _org.UnitIdAsync(unit);
            Assert.All(await _org.Database.ReadAsync(db => db.Set<PositionPosts>().Where(p => p.UnitId == id).ToListAsync()), posts => Assert.Equal(On, posts.Levels[^1].ValidUntil));
        }
    }

    /// <summary>How many posts each unit has of each position, where it has any.</summary>
    private async Task<IEnumerable<string>> ToldAsync(DateOnly on) =>
        (await Positions.TableAsync(new(on), new(0, 1000))).Rows.Where(r => r.Posts > 0).Select(r => $"{r.Unit.Code} {r.Position.Facts.Code} {r.Posts}").Order(StringComparer.Ordinal);

    private async Task<Guid> EnterAsync(string code)
    {
        await Positions.EnterAsync(new(code, $"Vị trí {code}", PositionGroup.Specialised));
        return (await Positions.TableAsync(new(Since), new(0, 1))).Catalogue.Single(p => p.Facts.Code == code).Seen.Id;
    }

    private async Task SetAsync(string unit, Guid position, int posts, int? was, DateOnly from) => await Positions.SetAsync(new(await _org.UnitIdAsync(unit), position, posts, was), from);

    private static ScenarioFile File(params ScenarioStep[] steps) => new() { Name = "Phương án", EffectiveOn = On, Decisions = new(State: new("1/QĐ-UBND", "UBND", On, "Sắp xếp")), Steps = steps };
}
