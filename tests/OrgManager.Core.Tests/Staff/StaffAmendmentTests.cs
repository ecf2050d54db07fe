using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>What was entered wrongly of a post, a leaving or a salary, and what is called off.</summary>
public class StaffAmendmentTests : IAsyncLifetime
{
    private static readonly DateOnly New = new(2026, 1, 10), Ahead = new(2026, 7, 1);
    private TestOrg _org = null!;
    private StaffService Staff => _org.Get<StaffService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Only_a_change_ahead_is_taken_back()
    {
        await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Kế toán" })], Ahead);
        var employment = await EmploymentAsync("CB036", New);
        await Refusal.IsAsync("History.InForce", () => Staff.WithdrawAsync(employment.Seen, employment.Posts[0].Id));
        await Staff.WithdrawAsync(employment.Seen, employment.Posts[^1].Id);
        Assert.Equal("Chuyên viên", (await _org.SnapshotAsync(Ahead)).Post(employment.PersonId)!.Facts.Position);
    }

    [Fact]
    public async Task A_correction_says_why_and_touches_only_what_was_set_there()
    {
        await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Kế toán" })], New);
        var employment = await EmploymentAsync("CB036", New);
        var version = employment.Posts[^1].Id;
        await Refusal.IsAsync("History.ReasonMissing", () => Staff.CorrectAsync(employment.Seen, version, new() { Position = "Văn thư" }, " "));
        await Refusal.IsAsync("History.NotSetHere", () => Staff.CorrectAsync(employment.Seen, version, new() { Category = QuotaCategory.SupportContract }, "Gõ nhầm"));
        await Staff.CorrectAsync(employment.Seen, version, new() { Position = "Văn thư" }, "Gõ nhầm");
        Assert.Equal("Văn thư", (await _org.SnapshotAsync(New)).Post(employment.PersonId)!.Facts.Position);
    }

    [Fact]
    public async Task A_leaving_in_force_is_corrected_with_a_reason_or_never_was()
    {
        var person = (await EmploymentAsync("CB036", New)).PersonId;
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], New, EmploymentEnd.Retirement);
        var left = await EmploymentAsync("CB036", New.AddDays(-1));
        Assert.Equal((New, EmploymentEnd.Retirement), (left.EndsOn, left.EndReason));
        await Refusal.IsAsync("History.InForce", () => Staff.WithdrawEndAsync(left.Seen));
        await Refusal.IsAsync("History.ReasonMissing", () => Staff.CorrectEndAsync(left.Seen, New.AddDays(9), null, " "));

        await Staff.CorrectEndAsync(left.Seen, New.AddDays(9), EmploymentEnd.Resignation, "Gõ nhầm");
        Assert.NotNull((await _org.SnapshotAsync(New)).Post(person));
        Assert.Null((await _org.SnapshotAsync(New.AddDays(9))).Post(person));
        var corrected = await EmploymentAsync("CB036", New);
        Assert.Equal(EmploymentEnd.Resignation, corrected.EndReason);

        await Staff.CorrectEndAsync(corrected.Seen, null, null, "Nhầm người");
        Assert.Equal((null, null), ((await EmploymentAsync("CB036", Ahead)).EndsOn, (await EmploymentAsync("CB036", Ahead)).EndReason));
        await Refusal.IsAsync("History.NoEnd", async () => await Staff.CorrectEndAsync((await EmploymentAsync("CB036", New)).Seen, Ahead, null, "Gõ nhầm"));
    }

    [Fact]
    public async Task A_leaving_ahead_is_called_off_and_the_salary_goes_on()
    {
        var employment = await EmploymentAsync("CB036", New);
        await Staff.SetSalaryAsync(employment.Seen, new("01.003", 6, 3.99m), New);
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], Ahead, EmploymentEnd.Retirement);
        await Staff.WithdrawEndAsync((await EmploymentAsync("CB036", New)).Seen);
        await Staff.SetSalaryAsync((await EmploymentAsync("CB036", New)).Seen, new("01.003", 7, 4.32m), Ahead);
        Assert.NotNull((await _org.SnapshotAsync(Ahead)).Post(employment.PersonId));
    }

    [Fact]
    public async Task Who_corrects_a_leaving_that_has_been_corrected_is_told_the_day_it_has_now()
    {
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], New, EmploymentEnd.Retirement);
        var seen = (await EmploymentAsync("CB036", New.AddDays(-1))).Seen;
        await using var other = _org.Beside();
        await other.Get<StaffService>().CorrectEndAsync(seen, New.AddDays(9), null, "Gõ nhầm");
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Staff.CorrectEndAsync(seen, New.AddDays(5), null, "Gõ nhầm"));
        Assert.Equal(New.AddDays(9), Assert.IsType<EmploymentDetails>(conflict.Current).EndsOn);
    }

    [Fact]
    public async Task Who_came_back_did_leave_before()
    {
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], New, EmploymentEnd.Transfer);
        var left = await EmploymentAsync("CB036", New.AddDays(-1));
        var again = Employment.Begin(left.PersonId, new(await _org.UnitIdAsync("QLCN"), QuotaCategory.CivilServant), New.AddDays(3));
        await _org.Database.ChangeAsync(new("Test"), db => Task.FromResult(db.Add(again)));
        await Refusal.IsAsync("Employment.TwoAtOnce", () => Staff.CorrectEndAsync(left.Seen, null, null, "Nhầm người"));
        await Staff.CorrectEndAsync(left.Seen, New.AddDays(3), null, "Gõ nhầm");
    }

    [Fact]
    public async Task The_day_of_a_post_is_corrected_with_a_reason_and_where_the_unit_is_there()
    {
        await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Kế toán" })], New);
        var employment = await EmploymentAsync("CB036", New);
        var (first, changed) = (employment.Posts[0].Id, employment.Posts[^1].Id);
        await Refusal.IsAsync("History.ReasonMissing", () => Staff.CorrectDayAsync(employment.Seen, changed, New.AddDays(5), ""));
        await Refusal.IsAsync("OrgUnit.NotYetThere", () => Staff.CorrectDayAsync(employment.Seen, first, new(2014, 12, 31), "Gõ nhầm"));

        await Staff.CorrectDayAsync(employment.Seen, changed, New.AddDays(5), "Gõ nhầm");
        Assert.Equal("Chuyên viên", (await _org.SnapshotAsync(New.AddDays(4))).Post(employment.PersonId)!.Facts.Position);
        Assert.Equal("Kế toán", (await _org.SnapshotAsync(New.AddDays(5))).Post(employment.PersonId)!.Facts.Position);
        await Assert.ThrowsAsync<ConflictException>(() => Staff.CorrectDayAsync(employment.Seen, first, New, "Gõ nhầm"));
    }

    [Fact]
    public async Task The_second_who_sets_a_salary_is_told_the_first_one()
    {
        var seen = (await EmploymentAsync("CB036", New)).Seen;
        await using var other = _org.Beside();
        await other.Get<StaffService>().SetSalaryAsync(seen, new("01.003", 6, 3.99m), New);
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Staff.SetSalaryAsync(seen, new("01.003", 7, 4.32m), New));
        Assert.Equal(new("01.003", 6, 3.99m), Assert.IsType<SalaryDetails>(conflict.Current).On(New));
    }

    private async Task<EmploymentDetails> EmploymentAsync(string code, DateOnly on) => await Staff.EmploymentOnAsync(await _org.PersonIdAsync(code), on);
}
