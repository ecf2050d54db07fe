using OrgManager.Access;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>A draft is its author's and its readers', and nothing of it reaches anybody else.</summary>
public class ScenarioReadersTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private TestOrg _org = null!;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
        _id = await Drafts.ImportAsync(new() { Name = "Phương án kín", EffectiveOn = On, Decisions = new(), Steps = [new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"))] });
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    private ScenarioDraftService Drafts => _org.Get<ScenarioDraftService>();
    private ScenarioLifeService Life => _org.Get<ScenarioLifeService>();
    private ScenarioViewService View => _org.Get<ScenarioViewService>();

    [Theory]
    [InlineData("director"), InlineData("partyclerk"), InlineData("inspector"), InlineData("unithead"), InlineData("admin")]
    public async Task Nobody_else_sees_a_draft_or_finds_it_in_the_trail(string account)
    {
        await _org.SignInAsync(account);
        Assert.DoesNotContain(await View.ListAsync(), row => row.Id == _id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => View.GetAsync(_id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => View.SimulateAsync(_id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => View.CompareAsync([_id]));
        await Assert.ThrowsAsync<AccessDeniedException>(() => View.ExportFileAsync(_id));
        if (account is not "unithead") Assert.DoesNotContain((await _org.Get<TrailService>().ListAsync(new())).Rows, row => row.Verb.StartsWith("Scenario.Import", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_author_finds_it_in_the_trail_and_once_submitted_the_director_does()
    {
        Assert.Contains((await _org.Get<TrailService>().ListAsync(new())).Rows, row => row.Verb == "Scenario.Import" && row.Subjects.Any(s => s.Name == "Phương án kín"));
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
        await _org.SignInAsync("director");
        Assert.Contains((await _org.Get<TrailService>().ListAsync(new())).Rows, row => row.Verb == "Scenario.Import");
        Assert.Contains(await View.ListAsync(), row => row.Id == _id);
        Assert.True((await View.GetAsync(_id)).Rights is { Approve: true, Return: true, Edit: false, Apply: false });
    }

    [Fact]
    public async Task A_named_reader_sees_it_and_their_reading_is_written_down_but_not_the_authors()
    {
        await Drafts.SetReadersAsync((await View.GetAsync(_id)).Seen, ["CB001", "CB033"]);
        foreach (var account in new[] { "director", "unithead" })
        {
            await _org.SignInAsync(account);
            Assert.Contains(await View.ListAsync(), row => row.Id == _id);
            var details = await View.GetAsync(_id);
            Assert.False(details.Rights.Edit);
            Assert.Equal(["CNTM"], (await View.SimulateAsync(_id)).Simulation.Diff.Created.Select(u => u.Code));
            await Assert.ThrowsAsync<AccessDeniedException>(() => Drafts.RemoveStepAsync(details.Seen, 1));
            await Assert.ThrowsAsync<AccessDeniedException>(() => View.ReadingsAsync(_id));
        }
        await _org.SignInAsync("hr");
        Assert.Equal(["Lục Đình Vạn", "Trịnh Hữu Thuyên"], (await View.ReadingsAsync(_id)).Select(r => r.User));
        Assert.Equal([("CB001", true), ("CB033", true)], (await View.GetAsync(_id)).Readers.Select(r => (r.Person.Code, r.HasAccount)).Order());
    }

    [Fact]
    public async Task A_reader_who_drafts_writes_only_steps_in_their_own_reach()
    {
        await Drafts.SetReadersAsync((await View.GetAsync(_id)).Seen, ["CB008"]);
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Drafts.AddStepAsync((await View.GetAsync(_id)).Seen, new RenameStep("CB-CN", "Chi bộ")));
        await _org.SignInAsync("partyclerk");
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Drafts.AddStepAsync((await View.GetAsync(_id)).Seen, new RenameStep("VP", "Văn phòng")));
        await Drafts.AddStepAsync((await View.GetAsync(_id)).Seen, new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT")));
        await Drafts.AddStepAsync((await View.GetAsync(_id)).Seen, new SetHeadStep("CB-CNTM", "CB033", Leadership.Head, 1));

        await _org.SignInAsync("hr");
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
        await _org.SignInAsync("director");
        await Life.ApproveAsync((await View.GetAsync(_id)).Seen, (await View.SimulateAsync(_id)).Outcome);
        await _org.SignInAsync("hr");
        await Life.ApplyAsync((await View.GetAsync(_id)).Seen);
        Assert.NotNull((await _org.SnapshotAsync(On)).Unit("CB-CNTM"));
    }

    [Fact]
    public async Task Several_stand_side_by_side()
    {
        var other = await Drafts.CopyAsync(_id, "Phương án hai");
        await Drafts.AddStepAsync((await View.GetAsync(other)).Seen, new FoundStep(new("MOI", "Phòng mới", "Division", "SCT")));
        var compared = await View.CompareAsync([_id, other]);
        Assert.Equal([-1, 0], compared.Columns.Select(c => c.Kinds.Where(k => k.Kind == "Division").Sum(k => k.After - k.Before)));
        Assert.All(compared.Columns, c => Assert.Equal(c.Present.Before, c.Present.After));
        Assert.Equal(["Phương án kín", "Phương án hai"], compared.Columns.Select(c => c.Scenario.Name));
    }

    [Fact]
    public async Task The_board_tells_where_everybody_of_the_units_goes_and_who_has_no_place_yet()
    {
        var placing = await View.PlacingAsync(_id, 1);
        Assert.Equal(0, placing.Unplaced);
        Assert.All(placing.People, p => Assert.Equal("CNTM", p.To!.Code));
        Assert.Equal(["QLCN", "TM"], placing.Units.Where(u => u.IsSource && u.Ends).Select(u => u.Unit.Code));
        Assert.Equal(placing.Units.Sum(u => u.Allocated.Before.Total), placing.Units.Sum(u => u.Allocated.After.Total));

        var dissolving = await View.PlacingOfStepAsync(_id, new DissolveStep("KHTCTH"));
        Assert.Equal("OrgUnit.HasPeople", dissolving.Refused!.Code);
        Assert.True(dissolving.People.Count > 0 && dissolving.People.All(p => p.To is null));
    }
}
