using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Staff;

/// <summary>Somebody new: who they are, their first post, and the salary if known.</summary>
public sealed record NewStaff(PersonFacts Person, AssignmentFacts Post, SalaryFacts? Salary = null, DateOnly? SalaryFrom = null);

public sealed record AssignmentStretch(Guid Id, AssignmentKind Kind, DateOnly From, DateOnly? Until, AssignmentFacts Facts, AssignmentFields Sets);

/// <summary>An employment with its posts, as it was seen.</summary>
/// <param name="EndsOn">The first day the person is no longer there, or null.</param>
public sealed record EmploymentDetails(Seen Seen, Guid PersonId, IReadOnlyList<AssignmentStretch> Posts, DateOnly? EndsOn, EmploymentEnd? EndReason)
{
    internal static EmploymentDetails Of(Employment e) => new(new(e.Id, e.Version), e.PersonId,
        [.. e.Assignments.SelectMany(a => a.Versions.Select(v => new AssignmentStretch(v.Id, a.Kind, v.ValidFrom, v.ValidUntil, v.Facts, (AssignmentFields)v.Sets)))], e.EndsOn, e.EndReason);
}

/// <summary>Tiếp nhận, điều động, bổ nhiệm, thôi việc.</summary>
public sealed class StaffService(Database database, OrgClock clock)
{
    /// <summary>Takes somebody on, in post from this day on; returns the person's id.</summary>
    /// <exception cref="RuleBrokenException">Person.CodeTaken; OrgUnit.NotYetThere, OrgUnit.EndsBefore, OrgUnit.OtherBranch and those of the aggregates.</exception>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public async Task<Guid> RecruitAsync(NewStaff newcomer, DateOnly from, Guid? decisionId = null, CancellationToken ct = default)
    {
        var person = Person.Register(newcomer.Person);
        var employment = Employment.Begin(person.Id, newcomer.Post, from, decisionId);
        if (newcomer.Salary is { } salary) employment.SetSalary(salary, newcomer.SalaryFrom ?? from, decisionId);
        await database.ChangeAsync(new("Staff.Recruit", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangeStaffWork, newcomer.Post.UnitId, from);
            db.Demand(Permission.ChangeStaffPersonal, newcomer.Post.UnitId, from);
            RuleBrokenException.Unless(db.Timeline.PersonByCode(person.Code) is null, "Person.CodeTaken", person.Code);
            db.AddRange(person, employment);
            return Task.CompletedTask;
        }, ct);
        return person.Id;
    }

    /// <summary>The employment of a person on a day.</summary>
    /// <exception cref="NotFoundException">Not in post on that day.</exception>
    [UseCase(Permission.ViewStaffWork)]
    public Task<EmploymentDetails> EmploymentOnAsync(Guid personId, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var post = db.Timeline.On(on).Post(personId) ?? throw new NotFoundException(typeof(Employment), personId);
            if (!db.ScopeFor(Permission.ViewStaffWork, on).IncludesPerson(personId, post.Facts.UnitId, null)) throw new AccessDeniedException(Permission.ViewStaffWork);
            return EmploymentDetails.Of(await db.LoadAsync<Employment>(post.Employment.Id, ct));
        }, ct);

    /// <summary>Changes the primary posts of several people from one day by one decision, all or none.</summary>
    /// <exception cref="ConflictException">Somebody changed one of them since it was shown; carries <see cref="EmploymentDetails"/>.</exception>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    /// <param name="correcting">Why what a change of that very day set otherwise is corrected; it takes the right to correct as well.</param>
    [UseCase(Permission.ChangeStaffWork)]
    public Task ChangeAsync(
        IReadOnlyList<(Seen Employment, AssignmentEdit Edit)> changes, DateOnly from, Guid? decisionId = null, string? correcting = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Staff.Change", correcting, decisionId), async db =>
        {
            foreach (var (seen, edit) in changes)
            {
                var employment = await LoadAsync(db, Permission.ChangeStaffWork, seen, from, ct);
                if (edit.Sets.HasFlag(AssignmentFields.Unit)) db.Demand(Permission.ChangeStaffWork, edit.UnitId, from);
                if (correcting is not null) db.Demand(Permission.CorrectHistory, employment.UnitOn(from), from);
                employment.Change(from, edit, decisionId, correcting);
            }
        }, ct);

    /// <summary>Kiêm nhiệm, giao quyền, phụ trách, biệt phái: several people hold a post beside their primary one from a day on, by one decision, all or none. They stay counted where their primary post is.</summary>
    /// <param name="until">The first day it no longer holds, where that is known.</param>
    /// <exception cref="ConflictException">Somebody changed one of them since it was shown; carries <see cref="EmploymentDetails"/>.</exception>
    /// <inheritdoc cref="Employment.Add" path="/exception"/>
    [UseCase(Permission.ChangeStaffWork)]
    public Task AddBesideAsync(
        IReadOnlyList<Seen> employments, AssignmentKind kind, AssignmentFacts post, DateOnly from, DateOnly? until = null, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Staff.AddBeside", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangeStaffWork, post.UnitId, from);
            foreach (var seen in employments)
            {
                var employment = await LoadAsync(db, Permission.ChangeStaffWork, seen, from, ct);
                var beside = employment.Add(kind, post, from, decisionId);
                if (until is { } end) employment.EndAssignment(beside.Id, end, decisionId);
            }
        }, ct);

    /// <summary>Thôi kiêm nhiệm, hết biệt phái: from this day on the post beside the primary one is no longer held.</summary>
    /// <param name="versionId">A version of that post.</param>
    /// <inheritdoc cref="Employment.EndAssignment" path="/exception"/>
    [UseCase(Permission.ChangeStaffWork)]
    public Task EndBesideAsync(Seen seen, Guid versionId, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Staff.EndBeside", DecisionId: decisionId), async db =>
        {
            var employment = await LoadAsync(db, Permission.ChangeStaffWork, seen, on.AddDays(-1), ct);
            employment.EndAssignment(employment.LineOf(versionId).Id, on, decisionId);
        }, ct);

    /// <inheritdoc cref="Employment.Correct"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid versionId, AssignmentEdit edit, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Staff.Correct", reason), Permission.CorrectHistory, seen, e => Places(e, versionId, edit), e => e.Correct(versionId, edit, reason), ct);

    /// <inheritdoc cref="Employment.CorrectDay"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectDayAsync(Seen seen, Guid versionId, DateOnly to, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Staff.CorrectDay", reason), Permission.CorrectHistory, seen, e => Places(e, versionId, to: to), e => e.CorrectDay(versionId, to, reason), ct);

    /// <inheritdoc cref="Employment.Withdraw"/>
    [UseCase(Permission.ChangeStaffWork)]
    public Task WithdrawAsync(Seen seen, Guid versionId, CancellationToken ct = default) =>
        AmendAsync(new("Staff.Withdraw"), Permission.ChangeStaffWork, seen, e => Places(e, versionId), e => e.Withdraw(versionId, clock.Today), ct);

    /// <inheritdoc cref="Employment.SetSalary"/>
    /// <exception cref="ConflictException">Somebody changed the employment since it was shown; carries <see cref="SalaryDetails"/>.</exception>
    [UseCase(Permission.ChangeStaffPersonal)]
    public Task SetSalaryAsync(Seen seen, SalaryFacts salary, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Staff.SetSalary", DecisionId: decisionId), async db =>
        {
            var employment = await db.LoadAsync<Employment>(seen, e => db.Demand(Permission.ChangeStaffPersonal, e.UnitOn(from), from), SalaryDetails.Of, ct);
            employment.SetSalary(salary, from, decisionId);
        }, ct);

    /// <summary>Ends the employments of one or several people by one decision, all or none.</summary>
    /// <inheritdoc cref="Employment.End"/>
    [UseCase(Permission.ChangeStaffWork)]
    public Task EndAsync(IReadOnlyList<Seen> employments, DateOnly on, EmploymentEnd reason, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Staff.End", DecisionId: decisionId), async db =>
        {
            foreach (var seen in employments) (await LoadAsync(db, Permission.ChangeStaffWork, seen, on.AddDays(-1), ct)).End(on, reason, decisionId);
        }, ct);

    /// <inheritdoc cref="Employment.CorrectEnd"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectEndAsync(Seen seen, DateOnly? on, EmploymentEnd? why, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Staff.CorrectEnd", reason), Permission.CorrectHistory, seen, e => AtTheEnd(e, on), e => e.CorrectEnd(on, why, reason), ct);

    /// <inheritdoc cref="Employment.WithdrawEnd"/>
    [UseCase(Permission.ChangeStaffWork)]
    public Task WithdrawEndAsync(Seen seen, CancellationToken ct = default) =>
        AmendAsync(new("Staff.WithdrawEnd"), Permission.ChangeStaffWork, seen, e => AtTheEnd(e), e => e.WithdrawEnd(clock.Today), ct);

    /// <summary>What amends the past or the future needs its reach in each unit the amended entry is about, on its day, as well as where the person is today.</summary>
    private Task AmendAsync(
        ChangeInfo info, Permission permission, Seen seen, Func<Employment, IEnumerable<(Guid UnitId, DateOnly On)>> about, Action<Employment> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await db.LoadAsync<Employment>(seen, e =>
        {
            db.Demand(permission, e.UnitOn(db.Today), db.Today);
            foreach (var (unitId, on) in about(e)) db.Demand(permission, unitId, on);
        }, EmploymentDetails.Of, ct)), ct);

    /// <summary>Where and when a post is, and where or when it is to have been.</summary>
    private static IEnumerable<(Guid UnitId, DateOnly On)> Places(Employment e, Guid versionId, AssignmentEdit? edit = null, DateOnly? to = null)
    {
        foreach (var version in e.Assignments.SelectMany(a => a.Versions).Where(v => v.Id == versionId))
        {
            yield return (version.UnitId, version.ValidFrom);
            if (edit?.Sets.HasFlag(AssignmentFields.Unit) == true) yield return (edit.UnitId, version.ValidFrom);
            if (to is { } day) yield return (version.UnitId, day);
        }
    }

    /// <summary>The unit last worked in, on the last day as it is and as it is to be.</summary>
    private static IEnumerable<(Guid UnitId, DateOnly On)> AtTheEnd(Employment e, DateOnly? to = null) =>
        from day in new[] { e.EndsOn, to } where day is not null select (e.Primary.Versions[^1].UnitId, day.Value.AddDays(-1));

    /// <summary>Whole, as seen, and within reach where the person works on that day (or last worked).</summary>
    private static Task<Employment> LoadAsync(OrgDbContext db, Permission permission, Seen seen, DateOnly on, CancellationToken ct) =>
        db.LoadAsync<Employment>(seen, e => db.Demand(permission, e.UnitOn(on), on), EmploymentDetails.Of, ct);
}
