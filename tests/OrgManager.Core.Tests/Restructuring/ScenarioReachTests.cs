using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Several have to do with one scenario, and each only with what they reach of it.</summary>
public class ScenarioReachTests : IAsyncLifetime
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

    [Fact]
    public async Task What_somebody_of_the_party_put_in_no_one_else_writes_on_changes_or_takes_out()
    {
        await ClerkAsync(new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT")));
        await _org.SignInAsync("hr");
        var seen = (await View.GetAsync(_id)).Seen;
        await DeniedAsync(() => Drafts.AddStepAsync(seen, new RenameStep("CB-CNTM", "Chi bộ khác"))); // founded by the step before
        await DeniedAsync(() => Drafts.AddStepAsync(seen, new SetHeadStep("CB-CNTM", "CB033", Leadership.Head)));
        await DeniedAsync(() => Drafts.ReplaceStepAsync(seen, 2, new RenameStep("VP", "Văn phòng")));
        await DeniedAsync(() => Drafts.RemoveStepAsync(seen, 2));
        await DeniedAsync(() => Drafts.MoveStepAsync(seen, 2, 1));
        await DeniedAsync(() => Drafts.ChangeAsync(seen, new("Phương án kín", On.AddDays(1))));
        await DeniedAsync(() => View.TryStepAsync(_id, new RenameStep("CB-CNTM", "Chi bộ khác")));
        await Drafts.MoveStepAsync(seen, 1, 2); // their own past the others'
        await Drafts.ChangeAsync((await View.GetAsync(_id)).Seen, new("Tên khác", On));
    }

    [Fact]
    public async Task Steps_about_cells_are_submitted_only_while_somebody_who_drafts_reaches_the_cells()
    {
        await ClerkAsync(new RenameStep("CB-CN", "Chi bộ Công nghiệp mới"));
        await _org.SignInAsync("hr");
        await Drafts.SetReadersAsync((await View.GetAsync(_id)).Seen, ["CB001"]);
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await Life.SubmitAsync((await View.GetAsync(_id)).Seen));
        Assert.Equal(("Scenario.NobodyForCells", (int?)2), (refused.Code, refused.Step?.Number));
        await Drafts.SetReadersAsync((await View.GetAsync(_id)).Seen, ["CB008"]);
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
    }

    [Fact]
    public async Task Who_reaches_one_of_the_units_sees_nothing_of_what_they_become_together_and_takes_nothing_back()
    {
        _org.Actor = Actor.System;
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
        await Life.ApproveAsync((await View.GetAsync(_id)).Seen, (await View.SimulateAsync(_id)).Outcome);
        await _org.Get<UserService>().AddAsync(new("hep", AccountService.SamplePassword, Role.HrOfficer, "QLCN"));
        await _org.Get<UserService>().AddAsync(new("pho", AccountService.SamplePassword, Role.Director, "QLCN"));

        await _org.SignInAsync("hep");
        var tried = (await View.SimulateAsync(_id)).Simulation;
        Assert.NotNull(tried.Before.Unit("QLCN"));
        Assert.Null(tried.Before.Unit("TM"));
        Assert.Null(tried.After.Unit("CNTM"));
        Assert.DoesNotContain((await View.PlacingAsync(_id)).Units, unit => unit.Unit.Code == "CNTM");
        var details = await View.GetAsync(_id);
        Assert.Equal((false, false, false), (details.Rights.Withdraw, details.Rights.Rebase, details.Rights.Apply));
        await DeniedAsync(() => Life.WithdrawAsync(details.Seen));
        await DeniedAsync(() => Life.RebaseAsync(details.Seen));
        await _org.SignInAsync("pho");
        Assert.False((await View.GetAsync(_id)).Rights.Return);
        await DeniedAsync(() => Life.ReturnAsync(details.Seen, "Chưa đủ"));
    }

    [Fact]
    public async Task Offices_in_the_party_are_told_only_to_who_reads_the_record_and_whoever_looks_is_written_down()
    {
        await ClerkAsync(new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT")));
        Assert.Contains((await View.PlacingAsync(_id, 2)).Members, member => member.Was is not null);
        Assert.NotEmpty((await View.SimulateAsync(_id)).Simulation.Before.Unit("CB-CN")!.Offices);

        _org.Actor = Actor.System;
        var id = await Drafts.ImportAsync(new() { Name = "Chi bộ", EffectiveOn = On, Decisions = new(), Steps = [new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ mới", "Cell", "DB-SCT"))] });
        await Drafts.SetReadersAsync((await View.GetAsync(id)).Seen, ["CB009"]);
        await _org.SignInAsync("hr");
        var placed = (await View.PlacingAsync(id)).Members;
        Assert.NotEmpty(placed);
        Assert.All(placed, member => Assert.Null(member.Was));
        var tried = (await View.SimulateAsync(id)).Simulation;
        Assert.All(tried.Before.Members.Concat(tried.After.Members), member => Assert.Empty(member.Offices));
        Assert.Single(await View.ReadingsAsync(id));
        Assert.NotEmpty(await _org.Get<ReadLog>().OfAsync(placed[0].Person.Code, default));
    }

    [Fact]
    public async Task Returned_or_withdrawn_its_turns_stay_in_the_trail_and_what_was_withdrawn_in_the_list()
    {
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
        await _org.SignInAsync("director");
        await Life.ReturnAsync((await View.GetAsync(_id)).Seen, "Thiếu nhân sự");
        foreach (var account in new[] { "director", "inspector" })
        {
            await _org.SignInAsync(account);
            var verbs = (await _org.Get<TrailService>().ListAsync(new())).Rows.Where(row => row.Subjects.Any(s => s.Name == "Phương án kín")).Select(row => row.Verb);
            Assert.Equal(["Scenario.Return", "Scenario.Submit"], verbs);
        }

        await _org.SignInAsync("hr");
        await Life.SubmitAsync((await View.GetAsync(_id)).Seen);
        await Life.WithdrawAsync((await View.GetAsync(_id)).Seen, "Thôi");
        await _org.SignInAsync("director");
        Assert.Equal(ScenarioState.Withdrawn, (await View.ListAsync()).Single(row => row.Id == _id).State);
        await _org.SignInAsync("inspector");
        Assert.Contains((await _org.Get<TrailService>().ListAsync(new())).Rows, row => row.Verb == "Scenario.Withdraw");
    }

    /// <summary>The party's clerk drafts along and is signed in from here on.</summary>
    private async Task ClerkAsync(params ScenarioStep[] steps)
    {
        await Drafts.SetReadersAsync((await View.GetAsync(_id)).Seen, ["CB008"]);
        await _org.SignInAsync("partyclerk");
        foreach (var step in steps) await Drafts.AddStepAsync((await View.GetAsync(_id)).Seen, step);
    }

    private static Task<AccessDeniedException> DeniedAsync(Func<Task> call) => Assert.ThrowsAsync<AccessDeniedException>(call);
}
