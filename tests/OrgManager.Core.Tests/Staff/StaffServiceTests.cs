using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>Taking people on, moving them, paying them, letting them go; and what is refused.</summary>
public class StaffServiceTests : IAsyncLifetime
{
    private static readonly PersonFacts Newcomer = new("MOI", "Trần Thị Mới", Sex.Female, new(1995, 5, 5));
    private static readonly DateOnly New = new(2026, 1, 10), Ahead = new(2026, 7, 1);
    private TestOrg _org = null!;
    private AssignmentFacts _post = null!;
    private StaffService Staff => _org.Get<StaffService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _post = new(await _org.UnitIdAsync("QLCN"), QuotaCategory.CivilServant);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Who_is_taken_on_is_present_from_the_first_day()
    {
        var id = await RecruitAsync(Newcomer, _post, New);
        Assert.Null((await _org.SnapshotAsync(New.AddDays(-1))).Post(id));
        Assert.Equal("QLCN", (await _org.SnapshotAsync(New)).Post(id)!.Unit!.Code);
    }

    [Fact]
    public async Task A_person_has_a_code_of_their_own_and_a_name()
    {
        await Refusal.IsAsync("Person.CodeTaken", () => RecruitAsync(Newcomer with { Code = "CB001" }, _post, New));
        await Refusal.IsAsync("Person.CodeMissing", () => RecruitAsync(Newcomer with { Code = "" }, _post, New));
        await Refusal.IsAsync("Person.CodeMissing", () => RecruitAsync(Newcomer with { Code = new('1', Person.CodeLength + 1) }, _post, New));
        await Refusal.IsAsync("Person.NameMissing", () => RecruitAsync(Newcomer with { FullName = "  " }, _post, New));
        await Refusal.IsAsync("Person.NameMissing", () => RecruitAsync(Newcomer with { FullName = new('a', Person.NameLength + 1) }, _post, New));
    }

    [Fact]
    public void A_persons_data_is_corrected_with_a_reason_and_is_found_anew()
    {
        var person = Person.Register(Newcomer);
        Refusal.Is("History.ReasonMissing", () => person.Correct(Newcomer, ""));
        person.Correct(Newcomer with { FullName = "Trần Thị Mởi", Code = "KHAC" }, "Gõ nhầm");
        Assert.Equal(("MOI", "tran thi moi", "ttm"), (person.Code, person.SearchKey, person.Initials));
    }

    [Fact]
    public async Task A_post_is_in_a_government_unit_that_is_there()
    {
        await Refusal.IsAsync("OrgUnit.NotYetThere", () => RecruitAsync(Newcomer, _post, new(2014, 12, 31)));
        await Refusal.IsAsync("OrgUnit.EndsBefore", async () => await RecruitAsync(Newcomer, _post with { UnitId = await _org.UnitIdAsync("QLTM") }, new(2019, 1, 1)));
        await Refusal.IsAsync("OrgUnit.OtherBranch", async () => await RecruitAsync(Newcomer, _post with { UnitId = await _org.UnitIdAsync("CB-VP") }, New));
        await Refusal.IsAsync("OrgUnit.Unknown", () => RecruitAsync(Newcomer, _post with { UnitId = Guid.NewGuid() }, New));
    }

    [Fact]
    public Task A_position_is_named_shortly() =>
        Refusal.IsAsync("Assignment.PositionTooLong", () => RecruitAsync(Newcomer, _post with { Position = new('a', AssignmentVersion.PositionLength + 1) }, New));

    [Theory]
    [InlineData("", 1, 2.34), InlineData("01.003", 0, 2.34), InlineData("01.003", 1, 0)]
    public Task A_salary_names_rank_step_and_coefficient(string rank, int step, double coefficient) =>
        Refusal.IsAsync("Salary.Incomplete", () => Staff.RecruitAsync(new(Newcomer, _post, new(rank, step, (decimal)coefficient)), New));

    [Fact]
    public async Task Nobody_is_employed_twice_at_once()
    {
        var person = await _org.PersonIdAsync("CB036");
        await Refusal.IsAsync("Employment.TwoAtOnce", () => AddAsync(Employment.Begin(person, _post, New)));
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], Ahead, EmploymentEnd.Resignation);
        await AddAsync(Employment.Begin(person, _post, Ahead));
        Assert.NotNull((await _org.SnapshotAsync(Ahead)).Post(person));
    }

    [Fact]
    public async Task Several_people_move_by_one_decision_or_none_does()
    {
        var (one, two, to) = (await EmploymentAsync("CB036", New), await EmploymentAsync("CB037", New), await _org.UnitIdAsync("VP"));
        await Assert.ThrowsAsync<ConflictException>(() => Staff.ChangeAsync([(one.Seen, new() { UnitId = to }), (two.Seen with { Version = 99 }, new() { UnitId = to })], New));
        Assert.Equal("QLCN", (await _org.SnapshotAsync(New)).Post(one.PersonId)!.Unit!.Code);
        await Staff.ChangeAsync([(one.Seen, new() { UnitId = to }), (two.Seen, new() { UnitId = to })], New);
        Assert.Equal("VP", (await _org.SnapshotAsync(New)).Post(two.PersonId)!.Unit!.Code);
    }

    [Fact]
    public async Task The_second_of_two_edits_is_told_what_is_true_now()
    {
        await using var other = _org.Beside();
        var seen = await EmploymentAsync("CB036", New);
        await other.Get<StaffService>().ChangeAsync([(seen.Seen, new() { Position = "Kế toán" })], New);
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Staff.ChangeAsync([(seen.Seen, new() { Position = "Văn thư" })], New));
        Assert.Equal("Kế toán", Assert.IsType<EmploymentDetails>(conflict.Current).Posts[^1].Facts.Position);
    }

    [Fact]
    public async Task A_conflict_tells_who_was_quicker()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("hr");
        var seen = await EmploymentAsync("CB036", New);
        await other.Get<StaffService>().ChangeAsync([(seen.Seen, new() { Position = "Kế toán" })], New);

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Staff.ChangeAsync([(seen.Seen, new() { Position = "Văn thư" })], New));

        Assert.Equal("Mè Thị Lan Hương", conflict.By!.Value.Name);
    }

    [Fact]
    public async Task What_a_change_of_that_very_day_set_is_set_anew_with_a_reason_by_who_may_correct()
    {
        await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Kế toán" })], New);
        async Task AgainAsync(string? reason) => await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Văn thư", Category = QuotaCategory.SupportContract })], New, null, reason);

        await Refusal.IsAsync("History.SetThatDay", () => AgainAsync(null));
        await Refusal.IsAsync("History.ReasonMissing", () => AgainAsync(" "));
        await AgainAsync("Hai người cùng sửa");

        var post = (await EmploymentAsync("CB036", New)).Posts[^1].Facts;
        Assert.Equal(("Văn thư", QuotaCategory.SupportContract), (post.Position, post.Category));
    }

    [Fact]
    public async Task A_post_beside_the_primary_one_begins_and_ends_and_counts_nowhere()
    {
        var (before, to) = (await EmploymentAsync("CB036", New), await _org.UnitIdAsync("VP"));
        var present = (await _org.SnapshotAsync(New)).Unit("VP")!.Present;

        await Staff.AddBesideAsync([before.Seen], AssignmentKind.Concurrent, new(to, QuotaCategory.CivilServant, Position: "Kế toán"), New);

        var beside = (await EmploymentAsync("CB036", New)).Posts.Single(p => p.Kind == AssignmentKind.Concurrent);
        Assert.Equal(present, (await _org.SnapshotAsync(New)).Unit("VP")!.Present);
        await Staff.EndBesideAsync((await EmploymentAsync("CB036", New)).Seen, beside.Id, Ahead);
        Assert.Equal(Ahead, (await EmploymentAsync("CB036", New)).Posts.Single(p => p.Id == beside.Id).Until);
        await Refusal.IsAsync("Assignment.PrimaryStands", async () => await Staff.EndBesideAsync((await EmploymentAsync("CB036", New)).Seen, before.Posts[0].Id, Ahead));
    }

    [Fact]
    public async Task A_wrong_step_of_the_salary_is_corrected_and_one_ahead_is_called_off()
    {
        var salaries = _org.Get<SalaryAmendmentService>();
        await Staff.SetSalaryAsync((await EmploymentAsync("CB036", New)).Seen, new("01.003", 6, 3.99m), New);
        await Staff.SetSalaryAsync((await EmploymentAsync("CB036", New)).Seen, new("01.003", 7, 4.32m), Ahead);
        async Task<Employment> LoadAsync()
        {
            var id = (await EmploymentAsync("CB036", New)).Seen.Id;
            return await _org.Database.ReadAsync(db => db.LoadAsync<Employment>(id, default));
        }
        var (now, ahead) = ((await LoadAsync()).SalarySteps.Single(s => s.ValidFrom == New), (await LoadAsync()).SalarySteps.Single(s => s.ValidFrom == Ahead));

        await salaries.CorrectAsync((await EmploymentAsync("CB036", New)).Seen, now.Id, new("01.003", 6, 4.00m), "Gõ nhầm hệ số");
        await salaries.WithdrawAsync((await EmploymentAsync("CB036", New)).Seen, ahead.Id);

        Assert.Equal(4.00m, (await LoadAsync()).SalarySteps[^1].Facts.Coefficient);
        await Refusal.IsAsync("History.InForce", async () => await salaries.WithdrawAsync((await EmploymentAsync("CB036", New)).Seen, now.Id));
    }

    [Fact]
    public async Task Who_leaves_is_gone_on_that_day_and_leaves_once()
    {
        var employment = await EmploymentAsync("CB036", New);
        await Staff.SetSalaryAsync(employment.Seen, new("01.003", 6, 3.99m), New);
        await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], Ahead, EmploymentEnd.Retirement);
        Assert.Null((await _org.SnapshotAsync(Ahead)).Post(employment.PersonId));

        var ended = await EmploymentAsync("CB036", New);
        await Refusal.IsAsync("History.Ended", () => Staff.EndAsync([ended.Seen], Ahead.AddDays(9), EmploymentEnd.Retirement));
        await Refusal.IsAsync("History.NotThere", () => Staff.ChangeAsync([(ended.Seen, new() { Position = "X" })], Ahead));
        await Refusal.IsAsync("History.NotThere", () => Staff.SetSalaryAsync(ended.Seen, new("01.003", 7, 4.32m), Ahead));
    }

    [Fact]
    public async Task Nobody_leaves_before_a_change_that_is_still_ahead()
    {
        await Staff.ChangeAsync([((await EmploymentAsync("CB036", New)).Seen, new() { Position = "Kế toán" })], Ahead);
        await Refusal.IsAsync("History.ChangesAfterEnd", async () => await Staff.EndAsync([(await EmploymentAsync("CB036", New)).Seen], Ahead.AddDays(-1), EmploymentEnd.Death));
    }

    [Fact]
    public async Task Who_is_not_in_post_is_not_found() =>
        await Assert.ThrowsAsync<NotFoundException>(async () => await Staff.EmploymentOnAsync(await _org.PersonIdAsync("CB027"), New));

    private Task<Guid> RecruitAsync(PersonFacts person, AssignmentFacts post, DateOnly from) => Staff.RecruitAsync(new(person, post), from);

    private async Task<EmploymentDetails> EmploymentAsync(string code, DateOnly on) => await Staff.EmploymentOnAsync(await _org.PersonIdAsync(code), on);

    private Task AddAsync(Employment employment) => _org.Database.ChangeAsync(new("Test"), db =>
    {
        db.Add(employment);
        return Task.CompletedTask;
    });
}
