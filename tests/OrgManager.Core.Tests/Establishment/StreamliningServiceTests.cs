using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Establishment;

/// <summary>A case of streamlining from the plan to the day it is carried out.</summary>
public class StreamliningServiceTests : IAsyncLifetime
{
    private const string Person = "CB035";
    private static readonly DateOnly Leaves = new(2026, 5, 1);
    private static readonly StreamliningFacts Facts = new("154/2025", "R1", "P1", Leaves, Note: "Theo nguyện vọng");
    private TestOrg _org = null!;
    private StreamliningService Cases => _org.Get<StreamliningService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Carried_out_it_ends_the_employment_and_returns_the_post_in_one_change()
    {
        var before = (await _org.SnapshotAsync(Leaves)).Unit("QLCN")!;
        var assigned = (await _org.SnapshotAsync(Leaves)).Unit("SCT")!.Assigned!.Value.CivilServant;
        await Cases.PlanAsync(await _org.PersonIdAsync(Person), Facts);
        await Cases.ApproveAsync((await OnlyAsync()).Seen);
        var seq = (await _org.SnapshotAsync(Leaves)).Timeline.Seq;

        await Cases.ExecuteAsync((await OnlyAsync()).Seen);

        var after = await _org.SnapshotAsync(Leaves);
        Assert.Equal((seq + 1, StreamliningState.Executed), (after.Timeline.Seq, (await OnlyAsync()).State));
        Assert.Equal((before.Present.CivilServant - 1, before.Allocated.CivilServant - 1, assigned - 1),
            (after.Unit("QLCN")!.Present.CivilServant, after.Unit("QLCN")!.Allocated.CivilServant, after.Unit("SCT")!.Assigned!.Value.CivilServant));
        var card = await _org.Get<PersonService>().CardAsync(Person, Leaves.AddDays(-1));
        Assert.Equal((Leaves, EmploymentEnd.Streamlined), (card.EndsOn, card.EndReason));
        Assert.Equal(before.Allocated.CivilServant, (await _org.SnapshotAsync(Leaves.AddDays(-1))).Unit("QLCN")!.Allocated.CivilServant);
    }

    [Fact]
    public async Task Two_of_one_department_leave_on_one_day_and_one_of_them_is_revoked()
    {
        const string Other = "CB036";
        var before = await _org.SnapshotAsync(Leaves);
        var (unit, other) = (before.Post(await _org.PersonIdAsync(Person))!.Unit!, before.Post(await _org.PersonIdAsync(Other))!.Unit!);
        await ExecuteAsync(Person);
        await ExecuteAsync(Other);
        Assert.Equal(before.Unit("SCT")!.Assigned!.Value.CivilServant - 2, (await _org.SnapshotAsync(Leaves)).Unit("SCT")!.Assigned!.Value.CivilServant);

        var pending = _org.Get<PendingChanges>();
        var list = await pending.ListAsync(new(), new());
        var coming = list.Rows.Where(r => r.Change.On == Leaves).ToList();
        Assert.NotEmpty(coming);
        Assert.All(coming, row => Assert.Equal((PendingStay.OfStreamlining, false), (row.Stays, row.MayCallOff)));
        await Refusal.IsAsync("Pending.OfStreamlining", () => pending.CallOffAsync(coming[0].Change.Refs, "Thôi", list.Seq));
        var executed = (await Cases.ListAsync(new())).Rows.Single(r => r.Person.Code == Person);
        Assert.True(executed.MayRevoke);
        await Refusal.IsAsync("History.ReasonMissing", () => Cases.RevokeAsync(executed.Seen, " "));
        await Cases.RevokeAsync(executed.Seen, "Tỉnh rút quyết định");

        var after = await _org.SnapshotAsync(Leaves);
        Assert.Equal(before.Unit("SCT")!.Assigned!.Value.CivilServant - 1, after.Unit("SCT")!.Assigned!.Value.CivilServant);
        Assert.Equal(before.Unit(unit.Code)!.Allocated.CivilServant - (other.Code == unit.Code ? 1 : 0), after.Unit(unit.Code)!.Allocated.CivilServant);
        Assert.NotNull(after.Post(await _org.PersonIdAsync(Person)));
        Assert.Null(after.Post(await _org.PersonIdAsync(Other)));
        var approved = (await Cases.ListAsync(new())).Rows.Single(r => r.Person.Code == Person);
        Assert.Equal((StreamliningState.Approved, false), (approved.State, approved.MayRevoke));
        await Refusal.IsAsync("Streamlining.NotExecuted", () => Cases.RevokeAsync(approved.Seen, "Lại"));
        await Cases.WithdrawAsync(approved.Seen, "Thôi");
    }

    [Fact]
    public async Task Where_the_post_is_kept_only_the_person_leaves()
    {
        var before = (await _org.SnapshotAsync(Leaves)).Unit("QLCN")!.Allocated;
        await Cases.PlanAsync(await _org.PersonIdAsync(Person), Facts with { ReturnsPost = false });
        await Cases.ApproveAsync((await OnlyAsync()).Seen);
        await Cases.ExecuteAsync((await OnlyAsync()).Seen);

        Assert.Equal(before, (await _org.SnapshotAsync(Leaves)).Unit("QLCN")!.Allocated);
        Assert.Null((await _org.SnapshotAsync(Leaves)).Post(await _org.PersonIdAsync(Person)));
    }

    [Fact]
    public async Task Reasons_and_policies_are_those_of_a_decree_in_force_on_the_day()
    {
        var person = await _org.PersonIdAsync(Person);

        async Task<string> RefusedAsync(StreamliningFacts facts) => (await Assert.ThrowsAsync<RuleBrokenException>(() => Cases.PlanAsync(person, facts))).Code;
        Assert.Equal("Streamlining.RegulationUnknown", await RefusedAsync(Facts with { Regulation = "29/2023" }));
        Assert.Equal("Streamlining.RegulationUnknown", await RefusedAsync(Facts with { Regulation = "1/1900" }));
        Assert.Equal("Streamlining.ReasonUnknown", await RefusedAsync(Facts with { Regulation = "178/2024", Reason = "R7" }));
        Assert.Equal("Streamlining.PolicyUnknown", await RefusedAsync(Facts with { Policy = "P9" }));
        Assert.Equal((true, false), (StreamliningRules.Regulation("154/2025")!.Reasons.Contains("R11"), StreamliningRules.Regulation("178/2024")!.Reasons.Contains("R11")));
        Assert.True(StreamliningRules.Reason("R11").Unconfirmed);
        Assert.All(StreamliningRules.Regulations, r => Assert.All(r.Reasons, code => Assert.Contains(StreamliningRules.Reasons, one => one.Code == code)));
        Assert.All(StreamliningRules.Regulations, r => Assert.All(r.Policies, code => Assert.Contains(StreamliningRules.Policies, one => one.Code == code)));
    }

    [Fact]
    public async Task One_step_follows_the_other_and_nothing_happens_twice()
    {
        var person = await _org.PersonIdAsync(Person);
        await Cases.PlanAsync(person, Facts);

        async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleBrokenException>(act)).Code;
        Assert.Equal("Streamlining.Twice", await RefusedAsync(() => Cases.PlanAsync(person, Facts)));
        var planned = (await OnlyAsync()).Seen;
        Assert.Equal("Streamlining.NotApproved", await RefusedAsync(() => Cases.ExecuteAsync(planned)));
        await Cases.ReviseAsync(planned, Facts with { Reason = "R8" });
        await Assert.ThrowsAsync<ConflictException>(() => Cases.ApproveAsync(planned));
        await Cases.ApproveAsync((await OnlyAsync()).Seen);
        var approved = (await OnlyAsync()).Seen;
        Assert.Equal("Streamlining.NotPlanned", await RefusedAsync(() => Cases.ReviseAsync(approved, Facts)));
        Assert.Equal("History.ReasonMissing", await RefusedAsync(() => Cases.WithdrawAsync(approved, " ")));
        await Cases.WithdrawAsync(approved, "Không còn dôi dư");
        Assert.Equal(("Không còn dôi dư", "R8"), ((await OnlyAsync()).WithdrawnBecause, (await OnlyAsync()).Facts!.Reason));
        await Cases.PlanAsync(person, Facts); // called off, it may begin again
    }

    [Fact]
    public async Task Who_leaves_already_is_not_planned_for()
    {
        var staff = _org.Get<StaffService>();
        var person = await _org.PersonIdAsync(Person);
        await staff.EndAsync([(await staff.EmploymentOnAsync(person, _org.Today)).Seen], Leaves.AddMonths(2), EmploymentEnd.Transfer);

        Assert.Equal("Streamlining.Leaves", (await Assert.ThrowsAsync<RuleBrokenException>(() => Cases.PlanAsync(person, Facts))).Code);
    }

    [Fact]
    public async Task The_reason_is_for_who_sees_personal_fields_and_the_rest_for_who_sees_the_post()
    {
        await Cases.PlanAsync(await _org.PersonIdAsync(Person), Facts);

        await _org.SignInAsync("director");
        Assert.Equal((Person, null, false), ((await OnlyAsync()).Person.Code, (await OnlyAsync()).Facts, (await OnlyAsync()).MayChange));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Cases.RegisterAsync(new()));
        await _org.SignInAsync("inspector");
        Assert.Equal(("R1", false), ((await OnlyAsync()).Facts!.Reason, (await OnlyAsync()).MayChange));
        await _org.SignInAsync("self"); // who CB035 is
        Assert.Equal("R1", (await OnlyAsync()).Facts!.Reason);
        await _org.SignInAsync("cell1");
        Assert.Empty((await Cases.ListAsync(new())).Rows);
    }

    [Fact]
    public async Task The_register_knows_birth_salary_and_age_and_leaves_out_what_was_called_off()
    {
        await Cases.PlanAsync(await _org.PersonIdAsync(Person), Facts);
        var row = Assert.Single(await Cases.RegisterAsync(new(StreamliningState.Planned, 2026)));

        Assert.Equal((Person, true), (row.Case.Person.Code, row.Salary is not null));
        Assert.Equal(row.Born.AddYears(row.AgeYears).AddMonths(row.AgeMonths) <= Leaves, row.Born.AddYears(row.AgeYears).AddMonths(row.AgeMonths + 1) > Leaves);
        await Cases.WithdrawAsync((await OnlyAsync()).Seen, "Thôi");
        Assert.Empty(await Cases.RegisterAsync(new()));
        Assert.Empty((await Cases.ListAsync(new(Year: 2020))).Rows);
    }

    private async Task ExecuteAsync(string person)
    {
        await Cases.PlanAsync(await _org.PersonIdAsync(person), Facts);
        async Task<Seen> SeenAsync() => (await Cases.ListAsync(new())).Rows.Single(r => r.Person.Code == person).Seen;
        await Cases.ApproveAsync(await SeenAsync());
        await Cases.ExecuteAsync(await SeenAsync());
    }

    private async Task<StreamliningRow> OnlyAsync() => Assert.Single((await Cases.ListAsync(new())).Rows);
}
