using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>One aggregate as the read model keeps it: immutable, with its whole history.</summary>
public interface ILine
{
    Guid Id { get; }
}

public sealed record KindLine(Guid Id, UnitKindFacts Facts) : ILine;

public sealed record UnitLine(Guid Id, string Code, Branch Branch, Dated<OrgUnitFacts> History) : ILine;

public sealed record SuccessionLine(Guid Id, Guid PredecessorId, Guid SuccessorId, DateOnly On, SuccessionKind Kind, Guid? DecisionId) : ILine;

public sealed record QuotaLine(Guid Id, Guid UnitId, QuotaCategory Category, QuotaKind Kind, Dated<QuotaFacts> History) : ILine;

/// <param name="SortKey">By name; those of one name by staff number, so that a list stands the same on every node.</param>
public sealed record PersonLine(Guid Id, string Code, string FullName, string SortKey, string SearchKey, string Initials, Sex Sex, DateOnly Born) : ILine;

public sealed record AssignmentLine(Guid Id, AssignmentKind Kind, Dated<AssignmentFacts> History);

public sealed record EmploymentLine(Guid Id, Guid PersonId, IReadOnlyList<AssignmentLine> Assignments, Dated<SalaryFacts>? Salary) : ILine
{
    public AssignmentLine Primary { get; } = Assignments.Single(a => a.Kind == AssignmentKind.Primary);

    /// <summary>Why the employment ended, or will, if it does.</summary>
    public EmploymentEnd? EndReason { get; init; }
}

public sealed record OfficeLine(Guid Id, Guid UnitId, Dated<OfficeFacts> History);

public sealed record MemberLine(Guid Id, Guid PersonId, AdmissionFacts Admission, Dated<MembershipFacts> History, IReadOnlyList<OfficeLine> Offices) : ILine
{
    public DateOnly AdmittedOn => Admission.AdmittedOn;
    public DateOnly? OfficialOn => Admission.OfficialOn;

    /// <summary>Why the membership ended, if it did.</summary>
    public MembershipEnd? EndReason { get; init; }
}

public sealed record CoverageLine(Guid Id, Guid? UnitId, Guid? PersonId, Dated<CoverageFacts> History) : ILine;
