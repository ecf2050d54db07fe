using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Staff;

/// <summary>One person on a day, as far as the reader may see them: each class of fields is null where it is out of reach.</summary>
public sealed record PersonCard
{
    public required Guid PersonId { get; init; }
    public required string Code { get; init; }
    public required string FullName { get; init; }

    /// <summary>Whether the person is in post on the day; if not, the last post before it or the first after it is told.</summary>
    public required bool IsInPost { get; init; }
    public required UnitRef Unit { get; init; }
    public required string Post { get; init; }
    public required string PostEn { get; init; }

    /// <summary>The position of the catalogue that the post is; null where none is called so.</summary>
    public JobPositionFacts? Position { get; init; }
    public required QuotaCategory Category { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day the person is no longer there, or null.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Why the person left, or will.</summary>
    public required EmploymentEnd? EndReason { get; init; }
    public required DecisionRef? EndDecision { get; init; }

    /// <summary>Every post there was, is and is known to be; the newest first.</summary>
    public required IReadOnlyList<PersonPost> Posts { get; init; }
    public required PersonPersonal? Personal { get; init; }
    public required PersonParty? Party { get; init; }

    /// <summary>State and party career in one line, the newest first: posts, salary where personal fields are in reach, party where the party file is.</summary>
    public required IReadOnlyList<PersonHappening> Events { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayCorrect { get; init; }

    /// <summary>Whether the reader may enter the salary.</summary>
    public required bool MayPay { get; init; }
}

/// <summary>One stretch of one line of work.</summary>
public sealed record PersonPost(
    Guid VersionId, AssignmentKind Kind, DateOnly From, DateOnly? Until, UnitRef Unit, string Post, string PostEn, QuotaCategory Category, DecisionRef? Decision);

/// <summary>Personal field class.</summary>
public sealed record PersonPersonal(DateOnly Born, Sex Sex, IReadOnlyList<PersonSalary> Salary);

/// <param name="Until">The first day it no longer holds, or null.</param>
public sealed record PersonSalary(Guid VersionId, DateOnly From, DateOnly? Until, SalaryFacts Facts, DecisionRef? Decision);

/// <summary>Basic party data: member on the day or not, and since when; standing and cell belong to the party file and are told to who may open it.</summary>
/// <param name="OpensFile">There is a party file, which the reader may open.</param>
public sealed record PersonParty(bool IsMember, PartialDay? AdmittedOn, Standing? Standing, UnitRef? Cell, bool OpensFile)
{
    /// <summary>Where the party file is in reach.</summary>
    public PartialDay? OfficialOn { get; init; }
    public PartyAge? Age { get; init; }

    /// <summary>There is a party file, and the reader may see discipline of the person.</summary>
    public bool SeesDiscipline { get; init; }
}
