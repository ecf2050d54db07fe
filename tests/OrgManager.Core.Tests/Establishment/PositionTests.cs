using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Establishment;

/// <summary>Job positions: a catalogue for all, posts by unit and day, and who is called so.</summary>
public class PositionTests : IAsyncLifetime
{
    private static readonly DateOnly From = new(2026, 2, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task People_hold_the_position_their_post_is_called_as_and_posts_are_counted_against_them()
    {
        var clerk = await EnterAsync(new("VP-03", "Nhân viên văn thư", PositionGroup.Shared) { CalledAs = ["Văn thư"] });
        await SetAsync(await _org.UnitIdAsync("VP"), clerk, 2, From);

        var row = Assert.Single((await TableAsync(new(From, "VP"))).Rows);

        Assert.Equal((2, 1, PositionState.Unfilled), (row.Posts, row.Present, row.State));
        Assert.Equal(["CB010"], row.Holders!.Select(h => h.Code));
        Assert.Equal((0, PositionState.Unset), (await TableAsync(new(From.AddDays(-1), "VP"))).Rows is [var before] ? (before.Posts, before.State) : default);
        Assert.DoesNotContain((await TableAsync(new(From, "VP"))).Unplaced, post => post.Title == "Văn thư");
    }

    [Fact]
    public async Task Of_several_positions_called_alike_a_post_is_the_one_its_unit_has_posts_of()
    {
        var industry = await EnterAsync(new("CN-01", "Chuyên viên về quản lý công nghiệp", PositionGroup.Specialised) { CalledAs = ["Chuyên viên"] });
        var trade = await EnterAsync(new("TM-01", "Chuyên viên về quản lý thương mại", PositionGroup.Specialised) { CalledAs = ["Chuyên viên"] });
        Assert.Contains((await TableAsync(new(From, "QLCN"))).Unplaced, post => post.Title == "Chuyên viên");
        await SetAsync(await _org.UnitIdAsync("QLCN"), industry, 5, From);
        await SetAsync(await _org.UnitIdAsync("VP"), trade, 1, From);

        var row = Assert.Single((await TableAsync(new(From, "QLCN"))).Rows);

        Assert.Equal("CN-01", row.Position.Facts.Code);
        Assert.True(row.Present > 0);
        Assert.All((await TableAsync(new(From, "VP"))).Rows, r => Assert.Equal("TM-01", r.Position.Facts.Code));
        Assert.Equal("CN-01", (await _org.Get<PersonService>().CardAsync(row.Holders![0].Code, From)).Position?.Code);
        Assert.Null((await _org.Get<PersonService>().CardAsync("CB010", From)).Position);
    }

    [Fact]
    public async Task An_entry_leaves_the_catalogue_on_a_day_and_stays_before_it()
    {
        var clerk = await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        var unit = await _org.UnitIdAsync("VP");
        await SetAsync(unit, clerk, 2, From);
        var line = Assert.Single((await TableAsync(new(From))).Catalogue);

        await Positions.ReviseAsync(line.Seen, line.Facts with { EndsOn = From.AddMonths(2) });

        Assert.Equal("VP-03", Assert.Single((await TableAsync(new(From, "VP"))).Rows).Position.Facts.Code);
        var after = await TableAsync(new(From.AddMonths(2), "VP"));
        Assert.Empty(after.Rows);
        Assert.Empty(after.Catalogue);
        Assert.Contains(after.Unplaced, post => post.Title == "Văn thư");
        await Refusal.IsAsync("JobPosition.Ended", () => SetAsync(unit, clerk, 3, From.AddMonths(2)));
    }

    [Fact]
    public async Task The_decision_that_approved_positions_tells_so_and_stands_in_the_catalogue()
    {
        var decision = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "9/QĐ-SCT", "Sở Công Thương", From, From, "Phê duyệt vị trí việc làm"));

        await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared) { DecisionId = decision });

        Assert.Equal("9/QĐ-SCT", Assert.Single((await TableAsync(new(From))).Catalogue).Decision?.Number);
        Assert.Equal([new DecisionBasis(null, null, null, 1)], (await _org.Get<DecisionRegister>().CardAsync(decision)).BasisOf);
    }

    [Fact]
    public async Task A_page_shows_some_rows_and_the_sums_of_all()
    {
        var clerk = await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        foreach (var unit in new[] { "VP", "QLCN", "TTR" }) await SetAsync(await _org.UnitIdAsync(unit), clerk, 1, From);

        var page = await Positions.TableAsync(new(From), new(1, 1));

        Assert.Single(page.Rows);
        Assert.Equal((3, 3, 1, 2, 0), (page.Sums.Rows, page.Sums.Posts, page.Sums.Present, page.Sums.Unfilled, page.Sums.Over));
        Assert.Equal(3, (await Positions.ExportAsync(new(From))).Rows.Count);
    }

    [Fact]
    public async Task Posts_hold_from_a_day_until_the_next_level_by_its_decision()
    {
        var clerk = await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        var unit = await _org.UnitIdAsync("VP");
        await SetAsync(unit, clerk, 2, From);
        await SetAsync(unit, clerk, 1, From.AddMonths(1));

        Assert.Equal((2, 1), (await PostsAsync(From), await PostsAsync(From.AddMonths(1))));
        await Refusal.IsAsync("JobPosition.Before", () => SetAsync(unit, clerk, 3, From.AddDays(-1)));
        await Refusal.IsAsync("History.SetThatDay", () => SetAsync(unit, clerk, 3, From));
        await SetAsync(unit, clerk, 3, From, reason: "Gõ nhầm");
        Assert.Equal((3, 1), (await PostsAsync(From), await PostsAsync(From.AddMonths(1))));
        await Refusal.IsAsync("Quota.PostsOutOfRange", () => SetAsync(unit, clerk, -1, From.AddMonths(2)));
        _org.Actor = Actor.System;
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);

        async Task<int> PostsAsync(DateOnly on) => Assert.Single((await TableAsync(new(on, "VP"))).Rows).Posts;
    }

    [Fact]
    public async Task Whoever_did_not_see_what_another_set_meanwhile_is_told_how_many_there_are_now()
    {
        var (unit, clerk) = (await _org.UnitIdAsync("VP"), await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared)));
        await SetAsync(unit, clerk, 2, From);
        await Positions.SetAsync(new(unit, clerk, 4, 2), From.AddMonths(1));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Positions.SetAsync(new(unit, clerk, 3, 2), From.AddMonths(2)));

        Assert.Equal(4, Assert.IsType<PositionSetting>(conflict.Current).Was);
        await Assert.ThrowsAsync<ConflictException>(() => Positions.SetAsync(new(unit, clerk, 3, null), From.AddMonths(2)));
        Assert.Equal(4, Assert.Single((await TableAsync(new(From.AddMonths(2), "VP"))).Rows).Posts);
    }

    [Fact]
    public async Task A_code_and_a_name_belong_to_one_position()
    {
        await EnterAsync(new("VP-03", "Nhân viên văn thư", PositionGroup.Shared) { CalledAs = ["Văn thư", "văn thư"] });

        await Refusal.IsAsync("JobPosition.CodeTaken", () => Positions.EnterAsync(new("vp-03", "Lái xe", PositionGroup.Support)));
        await Refusal.IsAsync("JobPosition.NameTaken", () => Positions.EnterAsync(new("VP-04", "NHÂN VIÊN VĂN THƯ", PositionGroup.Support)));
        await Refusal.IsAsync("JobPosition.Incomplete", () => Positions.EnterAsync(new("VP-05", " ", PositionGroup.Support)));
        var line = Assert.Single((await TableAsync(new(From))).Catalogue);
        Assert.Equal(["Văn thư"], line.Facts.CalledAs);
        await Positions.ReviseAsync(line.Seen, line.Facts with { Name = "Văn thư cơ quan", Rank = "Văn thư viên" });
        await Assert.ThrowsAsync<ConflictException>(() => Positions.ReviseAsync(line.Seen, line.Facts));
    }

    [Fact]
    public async Task Filters_narrow_by_unit_group_and_state_and_states_are_counted_without_theirs()
    {
        var (clerk, driver) = (await EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared)), await EnterAsync(new("VP-09", "Không ai giữ", PositionGroup.Support)));
        await SetAsync(await _org.UnitIdAsync("VP"), clerk, 1, From);
        await SetAsync(await _org.UnitIdAsync("VP"), driver, 3, From);

        var unfilled = await TableAsync(new(From, "SCT", State: PositionState.Unfilled));

        Assert.Equal(("VP-09", 3), (Assert.Single(unfilled.Rows).Position.Facts.Code, unfilled.Sums.Posts));
        Assert.True(unfilled.States[PositionState.Filled] >= 1);
        Assert.Empty((await TableAsync(new(From, "QLCN", PositionGroup.Support))).Rows);
    }

    [Fact]
    public async Task Whoever_reaches_one_unit_sees_that_unit_alone_and_keeps_no_catalogue()
    {
        var clerk = await EnterAsync(new("VP-03", "Chuyên viên", PositionGroup.Specialised));
        await _org.SignInAsync("unithead");

        var table = await TableAsync(new(From));

        Assert.All(table.Rows, row => Assert.Equal(("QLCN", false), (row.Unit.Code, row.MayChange)));
        Assert.NotEmpty(table.Rows);
        Assert.False(table.MayEnter || table.MaySet);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Positions.EnterAsync(new("X", "X", PositionGroup.Support)));
        var unit = await _org.UnitIdAsync("QLCN");
        await Assert.ThrowsAsync<AccessDeniedException>(() => SetAsync(unit, clerk, 1, From));
    }

    private PositionService Positions => _org.Get<PositionService>();

    private Task<PositionTable> TableAsync(PositionQuery query) => Positions.TableAsync(query, new(0, 100));

    /// <summary>Set by somebody who sees what there is.</summary>
    private async Task SetAsync(Guid unitId, Guid positionId, int posts, DateOnly from, string? reason = null) =>
        await Positions.SetAsync(new(unitId, positionId, posts, (await TableAsync(new(from))).Rows.SingleOrDefault(r => (r.Unit.Id, r.Position.Seen.Id) == (unitId, positionId))?.Posts), from, reason: reason);

    private async Task<Guid> EnterAsync(JobPositionFacts facts)
    {
        await Positions.EnterAsync(facts);
        return (await TableAsync(new(From))).Catalogue.Single(p => p.Facts.Code == facts.Code).Seen.Id;
    }
}
