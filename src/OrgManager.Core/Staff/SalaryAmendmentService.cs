using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Staff;

/// <summary>Đính chính, hủy: what puts a wrongly entered step of the salary right.</summary>
public sealed class SalaryAmendmentService(Database database, OrgClock clock)
{
    /// <inheritdoc cref="Employment.CorrectSalary"/>
    /// <exception cref="ConflictException">Somebody changed the employment since it was shown; carries <see cref="SalaryDetails"/>.</exception>
    [UseCase(Permission.CorrectHistory, Permission.ChangeStaffPersonal)]
    public Task CorrectAsync(Seen seen, Guid versionId, SalaryFacts salary, string reason, CancellationToken ct = default) =>
        AmendAsync(new("Salary.Correct", reason), [Permission.CorrectHistory, Permission.ChangeStaffPersonal], seen, versionId, e => e.CorrectSalary(versionId, salary, reason), ct);

    /// <inheritdoc cref="Employment.WithdrawSalary"/>
    /// <exception cref="ConflictException">Somebody changed the employment since it was shown; carries <see cref="SalaryDetails"/>.</exception>
    [UseCase(Permission.ChangeStaffPersonal)]
    public Task WithdrawAsync(Seen seen, Guid versionId, CancellationToken ct = default) =>
        AmendAsync(new("Salary.Withdraw"), [Permission.ChangeStaffPersonal], seen, versionId, e => e.WithdrawSalary(versionId, clock.Today), ct);

    /// <summary>In reach where the person worked on the day of the step, and where they are today.</summary>
    private Task AmendAsync(ChangeInfo info, IReadOnlyList<Permission> permissions, Seen seen, Guid versionId, Action<Employment> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await db.LoadAsync<Employment>(seen, e =>
        {
            var days = e.SalarySteps.Where(s => s.Id == versionId).Select(s => s.ValidFrom).Append(db.Today);
            foreach (var (day, permission) in days.SelectMany(day => permissions.Select(permission => (day, permission)))) db.Demand(permission, e.UnitOn(day), day);
        }, SalaryDetails.Of, ct)), ct);
}
