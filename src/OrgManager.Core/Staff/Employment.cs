using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Why somebody's employment ended.</summary>
public enum EmploymentEnd { Retirement, Resignation, Transfer, ContractEnd, Death, Streamlined }

/// <summary>A person's time with the organisation: where they worked, on which post, at which salary, from the first day to the last.</summary>
public sealed class Employment : Aggregate
{
    private readonly List<Assignment> _assignments = [];
    private readonly List<SalaryStep> _salarySteps = [];

    private Employment() { }

    public Guid PersonId { get; private init; }
    public EmploymentEnd? EndReason { get; private set; }
    public IReadOnlyList<Assignment> Assignments => [.. _assignments.OrderBy(a => a.Kind).ThenBy(a => a.StartsOn)];
    public IReadOnlyList<SalaryStep> SalarySteps => _salarySteps.Count == 0 ? [] : Salary.Versions;
    public Assignment Primary => _assignments.Single(a => a.Kind == AssignmentKind.Primary);
    public DateOnly StartsOn => Primary.StartsOn;

    /// <summary>The first day the person is no longer there, or null.</summary>
    public DateOnly? EndsOn => Primary.EndsOn;

    internal override Guid? TrailUnitId => Primary.Versions[^1].UnitId;
    internal override FieldClass FieldClass => FieldClass.Work;
    private History<SalaryStep, SalaryFacts> Salary => new(_salarySteps);

    /// <summary>Where the person works on a day, or last worked.</summary>
    internal Guid UnitOn(DateOnly day) => Primary.History.On(day)?.UnitId ?? Primary.Versions[^1].UnitId;

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static Employment Sketch(EmploymentLine line)
    {
        var employment = new Employment { Id = line.Id, PersonId = line.PersonId, EndReason = line.EndReason };
        employment._assignments.AddRange(line.Assignments.Select(a => Assignment.Sketch(line.Id, a)));
        foreach (var span in line.Salary ?? Enumerable.Empty<DatedSpan<SalaryFacts>>())
        {
            var step = new SalaryStep { Id = span.VersionId, EmploymentId = line.Id };
            step.Restore(span);
            employment._salarySteps.Add(step);
        }
        return employment;
    }

    /// <summary>Tiếp nhận, tuyển dụng: in post from this day on.</summary>
    public static Employment Begin(Guid personId, AssignmentFacts post, DateOnly from, Guid? decisionId = null)
    {
        var employment = new Employment { PersonId = personId };
        employment._assignments.Add(Assignment.Begin(employment.Id, AssignmentKind.Primary, post, from, decisionId));
        return employment;
    }

    /// <summary>Điều động, bổ nhiệm, chuyển nguồn lương: the primary post is so from this day on, in the fields named.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void Change(DateOnly from, AssignmentEdit edit, Guid? decisionId = null, string? correcting = null) => TouchIf(Primary.History.Change(from, edit.Edit, decisionId, correcting));

    /// <inheritdoc cref="History{TVersion,TFacts}.Correct"/>
    public void Correct(Guid versionId, AssignmentEdit edit, string reason) => TouchIf(LineOf(versionId).History.Correct(versionId, edit.Edit, reason));

    /// <summary>What was entered of a post took effect on another day. Where that is the first day of the employment, what began with it (posts beside, salary) begins on the right day too.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectDay" path="/exception"/>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        var was = StartsOn;
        LineOf(versionId).History.CorrectDay(versionId, to, reason);
        if (StartsOn != was)
        {
            foreach (var line in _assignments.Where(a => a.StartsOn == was)) line.History.CorrectDay(line.Versions[0].Id, to, reason);
            if (_salarySteps.Count > 0 && Salary.StartsOn == was) Salary.CorrectDay(SalarySteps[0].Id, to, reason);
        }
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid versionId, DateOnly today, AssignmentFields? fields = null)
    {
        LineOf(versionId).History.Withdraw(versionId, today, (int?)fields);
        Touch();
    }

    /// <summary>Kiêm nhiệm, giao quyền, phụ trách, biệt phái: a post beside the primary one; it does not count as present.</summary>
    /// <exception cref="RuleBrokenException">Assignment.PrimaryStands: there is one primary post; Employment.NotThere: outside the employment.</exception>
    public Assignment Add(AssignmentKind kind, AssignmentFacts post, DateOnly from, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(kind != AssignmentKind.Primary, "Assignment.PrimaryStands");
        RuleBrokenException.Unless(StartsOn <= from && from < (EndsOn ?? Effective.Open), "Employment.NotThere", from);
        var assignment = Assignment.Begin(Id, kind, post, from, decisionId);
        _assignments.Add(assignment);
        Touch();
        return assignment;
    }

    /// <summary>Every post follows into what its unit becomes on a day: those held then, and those known to follow later.</summary>
    internal void Follow(IReadOnlyCollection<Guid> units, Guid into, DateOnly on, Guid? decisionId, string reason)
    {
        foreach (var line in _assignments)
        {
            if (line.History.On(on) is { } post && units.Contains(post.UnitId)) TouchIf(line.History.Change(on, new AssignmentEdit { UnitId = into }.Edit, decisionId, reason));
            foreach (var later in line.History.Versions.Where(v => v.ValidFrom > on && units.Contains(v.UnitId) && (v.Sets & (int)AssignmentFields.Unit) != 0).ToList())
                TouchIf(line.History.Correct(later.Id, new AssignmentEdit { UnitId = into }.Edit, reason));
        }
    }

    /// <summary>Where somebody leads units beside the primary post, that ends with the units; what was to begin then is not held.</summary>
    internal void EndLeadsBeside(IReadOnlyCollection<Guid> units, DateOnly on, Guid? decisionId)
    {
        foreach (var line in _assignments.Where(a => a.Kind != AssignmentKind.Primary && a.History.On(on) is { Headship: not Headship.None } post && units.Contains(post.UnitId)).ToList())
        {
            if (line.StartsOn < on) line.History.CutOff(on, decisionId);
            else _assignments.Remove(line);
            Touch();
        }
    }

    /// <summary>Ends a post beside the primary one.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.End" path="/exception"/>
    public void EndAssignment(Guid assignmentId, DateOnly on, Guid? decisionId = null)
    {
        var line = _assignments.Find(a => a.Id == assignmentId) ?? throw new NotFoundException(typeof(Assignment), assignmentId);
        RuleBrokenException.Unless(line.Kind != AssignmentKind.Primary, "Assignment.PrimaryStands");
        line.History.End(on, decisionId);
        Touch();
    }

    /// <summary>Calls off a post beside the primary one that has not begun: it was never held.</summary>
    /// <exception cref="RuleBrokenException">Assignment.PrimaryStands; History.InForce.</exception>
    public void WithdrawBeside(Guid versionId, DateOnly today)
    {
        var line = LineOf(versionId);
        RuleBrokenException.Unless(line.Kind != AssignmentKind.Primary, "Assignment.PrimaryStands");
        RuleBrokenException.Unless(line.StartsOn > today, "History.InForce", line.StartsOn);
        _assignments.Remove(line);
        Touch();
    }

    /// <summary>Calls off the end of a post beside the primary one; it goes on, to the end of the employment where that is known.</summary>
    /// <exception cref="RuleBrokenException">Assignment.PrimaryStands and those of <see cref="History{TVersion,TFacts}.WithdrawEnd"/>.</exception>
    public void WithdrawBesideEnd(Guid versionId, DateOnly today)
    {
        var line = LineOf(versionId);
        RuleBrokenException.Unless(line.Kind != AssignmentKind.Primary, "Assignment.PrimaryStands");
        line.History.WithdrawEnd(today);
        if (EndsOn is { } leaving) line.History.End(leaving, Primary.Versions[^1].EndDecisionId);
        Touch();
    }

    /// <summary>Xếp lương, nâng bậc: rank, step and coefficient from this day on; to the end of the employment, if one is known.</summary>
    /// <exception cref="RuleBrokenException">Salary.Incomplete; History.NotThere: the employment has ended by then; and those of a change.</exception>
    public void SetSalary(SalaryFacts salary, DateOnly from, Guid? decisionId = null)
    {
        if (_salarySteps.Count == 0) BeginSalary(salary, from, decisionId);
        else if (!Salary.Change(from, new(1, salary), decisionId)) return;
        Touch();
    }

    private void BeginSalary(SalaryFacts salary, DateOnly from, Guid? decisionId)
    {
        RuleBrokenException.Unless(from < (EndsOn ?? Effective.Open), "History.NotThere", from);
        Salary.Begin(new SalaryStep { EmploymentId = Id }, from, salary, decisionId);
        if (EndsOn is { } end) Salary.End(end, Primary.Versions[^1].EndDecisionId);
    }

    /// <summary>A step of the salary was entered wrongly.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Correct" path="/exception"/>
    public void CorrectSalary(Guid versionId, SalaryFacts salary, string reason) => TouchIf(Salary.Correct(versionId, new(1, salary), reason));

    /// <summary>Calls off a step of the salary not yet in force; where it is the only one, no salary is kept.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw" path="/exception"/>
    public void WithdrawSalary(Guid versionId, DateOnly today)
    {
        if (_salarySteps is [var only] && only.Id == versionId && only.ValidFrom > today) _salarySteps.Clear();
        else Salary.Withdraw(versionId, today);
        Touch();
    }

    /// <summary>Nghỉ hưu, thôi việc, chuyển công tác: <paramref name="on"/> is the first day the person is no longer there. All posts and the salary end with it.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.End" path="/exception"/>
    public void End(DateOnly on, EmploymentEnd reason, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(EndsOn is null, "History.Ended", EndsOn);
        foreach (var line in _assignments.Where(a => a.EndsOn is null)) line.History.End(on, decisionId);
        if (_salarySteps.Count > 0 && Salary.EndsOn is null) Salary.End(on, decisionId);
        EndReason = reason;
        Touch();
    }

    /// <summary>The day or the reason of the end was entered wrongly (null leaves the reason as it is), or (no day) it never ended. Posts and salary that ended with it follow.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectEnd" path="/exception"/>
    public void CorrectEnd(DateOnly? on, EmploymentEnd? why, string reason)
    {
        var was = EndsOn;
        foreach (var line in _assignments.Where(a => a.EndsOn == was)) line.History.CorrectEnd(on, reason);
        if (_salarySteps.Count > 0 && Salary.EndsOn == was) Salary.CorrectEnd(on, reason);
        EndReason = on is null ? null : why ?? EndReason;
        Touch();
    }

    /// <summary>Calls off a leaving that has not come yet. Posts and salary that were to end with it go on.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.WithdrawEnd" path="/exception"/>
    public void WithdrawEnd(DateOnly today)
    {
        var was = EndsOn;
        foreach (var line in _assignments.Where(a => a.EndsOn == was)) line.History.WithdrawEnd(today);
        if (_salarySteps.Count > 0 && Salary.EndsOn == was) Salary.WithdrawEnd(today);
        EndReason = null;
        Touch();
    }

    /// <summary>Of a post, or of a step of the salary.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.NameDecision"/>
    public void NameDecision(Said what, Guid decisionId, string? reason = null) => TouchIf(_salarySteps.Exists(s => s.Id == what.VersionId)
        ? Salary.NameDecision(what, decisionId, reason)
        : LineOf(what.VersionId).History.NameDecision(what, decisionId, reason));

    internal Assignment LineOf(Guid versionId) =>
        _assignments.Find(a => a.Versions.Any(v => v.Id == versionId)) ?? throw new NotFoundException(typeof(AssignmentVersion), versionId);
}
