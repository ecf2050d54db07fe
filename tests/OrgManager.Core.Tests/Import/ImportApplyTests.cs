using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Import;
using OrgManager.Jobs;
using OrgManager.Staff;

namespace OrgManager.Tests.Import;

/// <summary>A checked list carried out: in one change set, or not at all; and taken back as one.</summary>
public class ImportApplyTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 2, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_was_told_is_what_is_written_in_one_change_set_from_the_day_on()
    {
        var before = await SeqAsync();

        var done = await ApplyAsync(new ImportOrder(On), Lists.Row("CB008", "Đèo Văn Bạch", unit: "TTR", rank: "01.003", step: "8", coefficient: "4.65"), Lists.Newcomer(), Lists.Row("CB035", unit: "QLCN"));

        Assert.Equal((before + 1, new ImportCounts(1, 1, 1, 0)), (done.ChangeSet, done.Counts));
        var (day, eve) = (await _org.SnapshotAsync(On), await _org.SnapshotAsync(On.AddDays(-1)));
        var moved = day.Post(await _org.PersonIdAsync("CB008"))!;
        Assert.Equal(("TTR", "Đèo Văn Bạch", 8, "VP"), (moved.Unit!.Code, moved.Person.FullName, moved.Employment.Salary!.On(On)!.Step, eve.Post(moved.Person.Id)!.Unit!.Code));
        var added = day.Post(await _org.PersonIdAsync("MOI1"))!;
        Assert.Equal(("VP", "Chuyên viên", 2.34m, true), (added.Unit!.Code, added.Facts.Position, added.Employment.Salary!.On(On)!.Coefficient, eve.Post(added.Person.Id) is null));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        string[][] rows = [Lists.Row("CB008", unit: "TTR", rank: "01.003", step: "8", coefficient: "4.65"), Lists.Newcomer()];
        await ApplyAsync(new ImportOrder(On), rows);
        var seq = await SeqAsync();

        var again = await ApplyAsync(new ImportOrder(On), rows);

        Assert.Equal((null, new ImportCounts(0, 0, 2, 0), seq), (again.ChangeSet, again.Counts, await SeqAsync()));
    }

    [Fact]
    public async Task One_row_in_error_stops_everything_unless_such_rows_are_to_be_left_out()
    {
        string[][] rows = [Lists.Row("CB008", unit: "TTR"), Lists.Row("CB009", unit: "Không có")];
        var seq = await SeqAsync();

        await Refusal.IsAsync("Import.RowsInError", () => ApplyAsync(new ImportOrder(On), rows));
        Assert.Equal(seq, await SeqAsync());
        var done = await ApplyAsync(new ImportOrder(On, Partial: true), rows);

        Assert.Equal(new ImportCounts(0, 1, 0, 1), done.Counts);
    }

    [Fact]
    public async Task What_somebody_changed_since_the_check_is_refused_by_name()
    {
        var (sheet, order) = (Lists.Of(Lists.Row("CB008", unit: "TTR"), Lists.Row("CB009", unit: "TTR")), new ImportOrder(On));
        var seen = CheckedImport.Of(sheet, order, await Imports.CheckAsync(sheet, order));
        var staff = _org.Get<StaffService>();
        var employment = await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB009"), _org.Today);
        await staff.ChangeAsync([(employment.Seen, new() { UnitId = await _org.UnitIdAsync("QLCN") })], _org.Today);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Imports.ApplyAsync(seen));

        Assert.Equal(("Import.RowsMoved", 1), (refused.Code, refused.Args[0]));
        Assert.Equal("5", refused.Args[1]);
        var partial = await Imports.ApplyAsync(seen with { Order = order with { Partial = true } });
        Assert.Equal(new ImportCounts(0, 1, 0, 1), partial.Counts);
    }

    [Fact]
    public async Task Rows_out_of_reach_are_refused_and_nothing_of_them_is_told()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("hr-vp", "Sample#2019-OrgManager", Role.HrOfficer, "VP", null));
        await _org.SignInAsync("hr-vp");
        string[][] rows = [Lists.Row("CB008", post: "Kế toán"), Lists.Row("CB035", post: "Kế toán"), Lists.Newcomer(unit: "TTR"), Lists.Row("CB009", unit: "TTR")];
        var (sheet, order) = (Lists.Of(rows), new ImportOrder(On));

        var check = await Imports.CheckAsync(sheet, order);

        Assert.Equal([ImportState.Changed, ImportState.Error, ImportState.Error, ImportState.Error], check.Rows.Select(r => r.State));
        Assert.Equal("", check.Rows[1].Name);
        Assert.All(check.Rows.Skip(1), row => Assert.Equal("Import.OutOfReach", Assert.Single(row.Problems).Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Imports.ApplyAsync(CheckedImport.Of(sheet, order, check)));
        Assert.Equal(1, (await Imports.ApplyAsync(CheckedImport.Of(sheet, order with { Partial = true }, check))).Counts.Changed);
    }

    [Fact]
    public async Task As_a_job_it_outlives_the_page_and_leaves_nothing_but_what_it_wrote()
    {
        var (sheet, order) = (Lists.Of(Lists.Row("CB008", unit: "TTR"), Lists.Newcomer()), new ImportOrder(On));
        await Imports.StartAsync(CheckedImport.Of(sheet, order, await Imports.CheckAsync(sheet, order)));
        Assert.Equal(1, await UploadsAsync());

        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        var job = Assert.Single(await _org.Get<JobService>().MineAsync());
        Assert.Equal((JobState.Done, "1|1|0|0", 0), (job.State, job.Result, await UploadsAsync()));
        var batch = Assert.Single(await Imports.ListAsync());
        Assert.Equal(("danh-sach.xlsx", On, ImportBatchState.Applied), (batch.FileName, batch.On, batch.State));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_job_whose_rows_are_no_longer_true_says_which_and_keeps_nothing()
    {
        var (sheet, order) = (Lists.Of(Lists.Row("CB008", unit: "TTR")), new ImportOrder(On));
        await Imports.StartAsync(CheckedImport.Of(sheet, order, await Imports.CheckAsync(sheet, order)));
        await ApplyAsync(order, Lists.Row("CB008", unit: "QLCN"));

        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        var job = Assert.Single(await _org.Get<JobService>().MineAsync());
        Assert.Equal((JobState.Failed, "Import.RowsMoved", 0), (job.State, job.Problem, await UploadsAsync()));
        Assert.Equal("4", job.Args[1]); // who it is stands nowhere among the accounts
    }

    [Fact]
    public async Task A_job_with_nothing_to_write_keeps_nothing()
    {
        var (sheet, order) = (Lists.Of(Lists.Row("CB008", unit: "VP")), new ImportOrder(On));
        await Imports.StartAsync(CheckedImport.Of(sheet, order, await Imports.CheckAsync(sheet, order)));

        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        Assert.Equal((JobState.Done, "0|0|1|0"), (Assert.Single(await _org.Get<JobService>().MineAsync()) is var job ? (job.State, job.Result) : default));
        Assert.Equal(0, await UploadsAsync());
        Assert.Empty(await Imports.ListAsync());
    }

    [Fact]
    public async Task A_list_of_everybody_is_one_change_set_too()
    {
        var day = await _org.SnapshotAsync(On);
        var people = day.Posts.Where(p => p.Facts.Headship == Headship.None).ToList();

        var done = await ApplyAsync(new ImportOrder(On), [.. people.Select(p => Lists.Row(p.Person.Code, post: "Nhân viên", rank: "01.004", step: "9", coefficient: "3,86")), .. Enumerable.Range(0, 60).Select(n => Lists.Newcomer($"MOI{n}", $"Trần Văn Mới {n}"))]);

        Assert.Equal((people.Count, 60), (done.Counts.Changed, done.Counts.New));
        Assert.All((await _org.SnapshotAsync(On)).Posts.Where(p => p.Facts.Headship == Headship.None && !p.Person.Code.StartsWith("MOI", StringComparison.Ordinal)), p => Assert.Equal(("Nhân viên", 9), (p.Facts.Position, p.Employment.Salary!.On(On)!.Step)));
        var entries = await _org.Database.ReadAsync(db => db.Set<ChangeSetEntry>().CountAsync(e => e.ChangeSetSeq == done.ChangeSet));
        Assert.True(entries >= 500, $"{entries} rows are too few to be written at once.");
        await AssertSoundAsync();
        await _org.SignInAsync("hr");
        await Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp");
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Taken_back_everything_is_as_it_was_unless_something_stands_on_it()
    {
        var before = Restructuring.ScenarioOrg.Told(await _org.SnapshotAsync(On));
        var done = await ApplyAsync(new ImportOrder(On), Lists.Row("CB008", "Đèo Văn Bạch", unit: "TTR"), Lists.Newcomer());
        await Refusal.IsAsync("History.ReasonMissing", () => Imports.UndoAsync(done.Batch!.Value, " "));

        await Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp");

        Assert.Equal(before, Restructuring.ScenarioOrg.Told(await _org.SnapshotAsync(On)));
        Assert.Equal(ImportBatchState.Undone, Assert.Single(await Imports.ListAsync()).State);
        await Refusal.IsAsync("Import.UndoneAlready", () => Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp"));
        var again = await ApplyAsync(new ImportOrder(On), Lists.Row("CB008", unit: "TTR"));
        await ApplyAsync(new ImportOrder(On.AddDays(1)), Lists.Row("CB008", unit: "QLCN"));
        await Refusal.IsAsync("Undo.LaterChanges", () => Imports.UndoAsync(again.Batch!.Value, "Nhầm tệp"));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task All_later_changes_that_stand_on_it_are_told_and_how_many_they_are()
    {
        var done = await ApplyAsync(new ImportOrder(On), Lists.Row("CB008", unit: "TTR"), Lists.Newcomer());
        for (var days = 1; days <= 7; days++) await ApplyAsync(new ImportOrder(On.AddDays(days)), Lists.Row("CB008", unit: days % 2 == 0 ? "TTR" : "QLCN"));
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("moi", AccountService.SamplePassword, Role.Self, Person: "MOI1")); // another's row that speaks of what was made
        await _org.SignInAsync("hr");

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp"));

        Assert.Equal(("Undo.LaterChanges", 8), (refused.Code, refused.Args[0]));
        Assert.Equal(["Import.Staff", "User.Add"], $"{refused.Args[1]}".Split(", ").Select(told => told.Split(' ')[1]).Distinct());
        Assert.Equal(8, $"{refused.Args[1]}".Split(", ").Length);
    }

    [Fact]
    public async Task Who_takes_it_back_reaches_the_units_in_which_people_stood_before_it_too()
    {
        var staff = _org.Get<StaffService>();
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB008"), On)).Seen, new() { Position = "Văn thư" })], On);
        var done = await ApplyAsync(new ImportOrder(On), Lists.Row("CB008", unit: "TTR"));
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("canbo", AccountService.SamplePassword, Role.HrOfficer, "TTR"));
        await _org.SignInAsync("canbo");

        await Assert.ThrowsAsync<AccessDeniedException>(() => Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp"));
    }

    [Fact]
    public void Every_id_in_an_image_is_found_wherever_it_stands()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
        Assert.Equal(ids, LaterChanges.IdsIn($"{ids[0]}\"On\":\"2026-01-02\",a-b-{ids[1]}\\u0022{ids[2]}"));
        Assert.Empty(LaterChanges.IdsIn("2026-01-02T--"));
    }

    [Fact]
    public async Task What_the_columns_of_a_form_were_taken_for_is_proposed_for_the_next_file_of_that_form()
    {
        static ReadSheet File(string month) => SheetReader.Read($"{month}.xlsx", Lists.Workbook([$"Mã", "Người", "Nơi"], [["CB008", "Đèo Văn Bách", "TTR"]]));
        var fresh = await Imports.ProposeAsync(File("thang-1"));
        Assert.True(fresh is { Remembered: false, Columns.KnowsNothing: true });
        var said = fresh.Columns.With(0, ImportField.Code).With(2, ImportField.Unit);
        var done = await Imports.ApplyAsync(CheckedImport.Of(said, new(On), await Imports.CheckAsync(said, new(On))));

        var next = await Imports.ProposeAsync(File("thang-2"));

        Assert.True(next.Remembered);
        Assert.Equal([ImportField.Code, null, ImportField.Unit], next.Columns.Columns.Select(c => c.Field));
        await Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp");
        Assert.False((await Imports.ProposeAsync(File("thang-2"))).Remembered);
    }

    private ImportService Imports => _org.Get<ImportService>();

    private async Task<ImportResult> ApplyAsync(ImportOrder order, params string[][] rows)
    {
        var sheet = Lists.Of(rows);
        return await Imports.ApplyAsync(CheckedImport.Of(sheet, order, await Imports.CheckAsync(sheet, order)));
    }

    private Task<long> SeqAsync() => _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

    private Task<int> UploadsAsync() => _org.Database.ReadAsync(db => db.Set<ImportUpload>().CountAsync());

    private async Task AssertSoundAsync()
    {
        _org.Actor = Actor.System;
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
    }
}
