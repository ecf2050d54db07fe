using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>The director revises the targets of the model organisation.</summary>
public class TargetRevisionTests : IAsyncLifetime
{
    private static readonly DateOnly March = new(2019, 3, 1);
    private TestOrg _org = null!;
    private TargetService Targets => _org.Get<TargetService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("director");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_target_that_reports_have_told_is_revised_with_a_reason_and_the_trail_keeps_both()
    {
        var target = await Targets.GetAsync("B");
        var higher = target.Facts with { GoalPercent = 12, Milestones = [.. target.Facts.Milestones.SkipLast(1), new(target.Facts.Due, 12)] };

        Assert.True(target.NeedsReason);
        await Refusal.IsAsync("Target.ReasonMissing", () => Targets.ReviseAsync(target.Seen, higher, reason: " "));
        await Targets.ReviseAsync(target.Seen, higher, reason: "Theo đề án sửa đổi");

        var set = await _org.Database.ReadAsync(db => db.Set<ChangeSet>().Include(c => c.Entries).OrderByDescending(c => c.Seq).FirstAsync());
        Assert.Equal(("Target.Revise", "Theo đề án sửa đổi"), (set.Verb, set.Reason));
        var entry = Assert.Single(set.Entries);
        Assert.Contains("\"GoalPercent\":10,", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"GoalPercent\":12,", entry.After, StringComparison.Ordinal);
        Assert.Equal((TargetStatus.Behind, 12m), ((await OnAsync("B", new(2021, 12, 31))).Status, (await OnAsync("B", new(2021, 12, 31))).RequiredPercent));
    }

    [Fact]
    public async Task A_target_that_has_not_begun_needs_no_reason()
    {
        await Targets.DefineAsync([new TargetCase().Target with { Code = "N", StartsOn = _org.Today.AddDays(1), BaselineOn = _org.Today, Due = _org.Today.AddYears(5) }]);
        var target = await Targets.GetAsync("N");
        await Targets.ReviseAsync(target.Seen, target.Facts with { GoalPercent = 30 });
        Assert.Equal((false, 30m), (target.NeedsReason, (await Targets.GetAsync("N")).Facts.GoalPercent));
    }

    [Fact]
    public async Task Of_two_editors_the_slower_is_shown_what_is_true_now()
    {
        var target = await Targets.GetAsync("A");
        await Targets.ReviseAsync(target.Seen, target.Facts with { ShortName = "Số phòng" }, reason: "Gọn hơn");

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Targets.ReviseAsync(target.Seen, target.Facts with { Binding = false }, reason: "Phấn đấu"));

        var now = Assert.IsType<TargetDefinition>(conflict.Current);
        Assert.Equal(("Số phòng", true, "2871/QĐ-UBND"), (now.Facts.ShortName, now.Facts.Binding, now.Decisions[now.Facts.LegalBasisId!.Value].Number));
        await Targets.ReviseAsync(now.Seen, now.Facts with { Binding = false }, reason: "Phấn đấu");
    }

    /// <summary>Five posts leave with an organisation on 1 March 2019: 75 of 80 was a cut of 6.25 %, 75 of 75 is none.</summary>
    [Theory]
    [InlineData("2019-02-28", 80, 75, 6.25, 5, TargetStatus.OnTrack), InlineData("2019-03-01", 75, 75, 0, 5, TargetStatus.Behind)]
    [InlineData("2020-12-31", 75, 73, 2.6667, 8.75, TargetStatus.Behind), InlineData("2025-12-31", 75, 62, 17.3333, 10, TargetStatus.Reached)]
    public async Task A_transfer_out_of_the_scope_is_no_streamlining(string day, int baseline, int value, double progress, double required, TargetStatus status)
    {
        await AdjustAsync("B", new BaselineAdjustment(March, -5, null, "Chuyển chi cục về bộ"));

        var target = await OnAsync("B", TestDay.Of(day));

        Assert.Equal((baseline, value, status), (target.BaselineValue, target.Value, target.Status));
        Assert.Equal((progress, required), (Math.Round((double)target.ProgressPercent!.Value, 4), (double)target.RequiredPercent!.Value));
    }

    [Fact]
    public async Task The_trajectory_steps_where_the_baseline_is_adjusted_though_nothing_else_moves()
    {
        await AdjustAsync("B", new BaselineAdjustment(March, -5, null, "Chuyển đi"), new BaselineAdjustment(new(2019, 6, 1), 5, null, "Nhận về"));

        var steps = (await Targets.DetailsAsync("B", new(2019, 10, 21))).Trajectory.Where(p => p.On.Year == 2019);

        Assert.Equal("2019-01-01 75 6.25, 2019-03-01 75 0, 2019-06-01 75 6.25", string.Join(", ", steps.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.On:yyyy-MM-dd} {p.Value:0.##} {p.ProgressPercent:0.##}"))));
    }

    [Fact]
    public async Task Each_adjustment_is_told_with_its_decision_in_the_year_it_was_made()
    {
        var decision = (await _org.Get<DecisionService>().FindAsync("3215")).Single();
        await AdjustAsync("B", new BaselineAdjustment(March, -5, decision.Id, "Chuyển chi cục về bộ"));

        var details = await Targets.DetailsAsync("B", new(2019, 10, 21));

        var told = details.Periods[^1].Evidence.Single(e => e.Kind == EvidenceKind.BaselineAdjusted);
        Assert.Equal((March, -5m, "Chuyển chi cục về bộ", "3215/QĐ-UBND", ""), (told.On, told.Amount, told.Note, told.Decision!.Number, told.Unit));
        Assert.DoesNotContain(details.Periods.SkipLast(1).SelectMany(p => p.Evidence), e => e.Kind == EvidenceKind.BaselineAdjusted);
        Assert.Contains((await Targets.EvidenceAsync(new(2019, 10, 21)))["B"], e => e.Amount == -5);
    }

    [Fact]
    public async Task An_adjustment_is_corrected_and_taken_back()
    {
        await AdjustAsync("B", new BaselineAdjustment(March, -5, null, "Chuyển đi"));
        await AdjustAsync("B", new BaselineAdjustment(March, -2, null, "Chuyển đi"));
        Assert.Equal(78, (await OnAsync("B", March)).BaselineValue);

        await AdjustAsync("B");

        Assert.Equal((80m, 6.25m), ((await OnAsync("B", March)).BaselineValue, (await OnAsync("B", March)).ProgressPercent));
    }

    [Fact]
    public void An_adjustment_does_not_make_a_baseline_that_cannot_be_attributed_but_counts_on_a_given_one()
    {
        var may = new DateOnly(2020, 5, 1);
        var target = new TargetCase().Unit("S").Unit("P").Unit("In", "S", from: may).Unit("Out", from: may)
            .Assigned("P", 20).Assigned("In", 9).End("P", may).Became("P", may, "In", "Out");
        target.Target = target.Target with { ScopeUnit = "S", Adjustments = [new(may, 2, null, "Nhận về")] };
        Assert.Equal((BaselineGap.NotAttributable, null, null), (target.On(TargetCase.Due).Gap, target.On(TargetCase.Due).BaselineValue, target.On(TargetCase.Due).ProgressPercent));

        target.Target = target.Target with { FixedBaseline = 10, FixedBaselineSource = "Công văn 7" };
        Assert.Equal((null, 12m, 25m), (target.On(TargetCase.Due).Gap, target.On(TargetCase.Due).BaselineValue, target.On(TargetCase.Due).ProgressPercent));
    }

    [Fact]
    public async Task A_preview_judges_before_and_after_and_keeps_nothing()
    {
        var target = await Targets.GetAsync("B");

        var preview = await Targets.PreviewAsync(target.Facts with { Milestones = [new(new(2018, 12, 31), 8), new(target.Facts.Due, 10)] }, new(2019, 10, 21));

        Assert.Equal((5m, TargetStatus.OnTrack, 8m, TargetStatus.Behind), (preview.Before!.RequiredPercent!.Value, preview.Before.Status, preview.After.RequiredPercent!.Value, preview.After.Status));
        Assert.True((await Targets.GetAsync("B")).Facts.SaysSameAs(target.Facts));
        await Refusal.IsAsync("Target.GoalNotPositive", () => Targets.PreviewAsync(target.Facts with { GoalPercent = 0 }, _org.Today));
        Assert.Null((await Targets.PreviewAsync(target.Facts with { Code = "NEW" }, _org.Today)).Before);
    }

    [Fact]
    public async Task A_target_no_longer_followed_leaves_lists_and_reports_and_can_come_back()
    {
        var target = await Targets.GetAsync("D");
        await Targets.ReviseAsync(target.Seen, target.Facts, isActive: false, "Đề án thay thế");

        Assert.Equal(["A", "B", "C"], (await Targets.ProgressAsync(_org.Today)).Select(t => t.Code));
        Assert.Equal(["D"], (await Targets.RetiredAsync()).Select(t => t.Code));
        await Assert.ThrowsAsync<NotFoundException>(() => Targets.DetailsAsync("D", _org.Today));

        await Targets.ReviseAsync((await Targets.GetAsync("D")).Seen, target.Facts, isActive: true, "Theo dõi lại");
        Assert.Empty(await Targets.RetiredAsync());
    }

    [Fact]
    public async Task Kinds_units_and_decisions_a_definition_names_must_be_there()
    {
        var target = await Targets.GetAsync("A");
        await Refusal.IsAsync("Target.KindUnknown", () => ReviseAsync(target.Facts with { Set = ["Ministry"] }));
        await Refusal.IsAsync("Target.ScopeUnknown", () => ReviseAsync(target.Facts with { ScopeUnit = "X" }));
        await Assert.ThrowsAsync<NotFoundException>(() => ReviseAsync(target.Facts with { LegalBasisId = Guid.NewGuid() }));
        await Assert.ThrowsAsync<NotFoundException>(() => Targets.GetAsync("Z"));

        Task ReviseAsync(TargetFacts facts) => Targets.ReviseAsync(target.Seen, facts, reason: "Thử");
    }

    private async Task AdjustAsync(string code, params BaselineAdjustment[] adjustments)
    {
        var target = await Targets.GetAsync(code);
        await Targets.ReviseAsync(target.Seen, target.Facts with { Adjustments = adjustments }, reason: "Điều chỉnh số nền");
    }

    private async Task<TargetProgress> OnAsync(string code, DateOnly day) => (await Targets.ProgressAsync(day)).Single(t => t.Code == code);
}
