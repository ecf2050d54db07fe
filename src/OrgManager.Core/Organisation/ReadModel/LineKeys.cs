using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>What lines are looked up by.</summary>
internal static class LineKeys
{
    public static readonly Func<UnitLine, IEnumerable<string>> UnitCode = unit => [unit.Code];
    public static readonly Func<PersonLine, IEnumerable<string>> PersonCode = person => [person.Code];
    public static readonly Func<SuccessionLine, IEnumerable<Guid>> Predecessor = succession => [succession.PredecessorId];
    public static readonly Func<SuccessionLine, IEnumerable<Guid>> Successor = succession => [succession.SuccessorId];
    public static readonly Func<QuotaLine, IEnumerable<Guid>> QuotaUnit = quota => [quota.UnitId];
    public static readonly Func<EmploymentLine, IEnumerable<Guid>> EmploymentPerson = employment => [employment.PersonId];

    /// <summary>Every unit in which the primary post ever was.</summary>
    public static readonly Func<EmploymentLine, IEnumerable<Guid>> PostUnits = employment => employment.Primary.History.Select(span => span.Facts.UnitId);
    public static readonly Func<MemberLine, IEnumerable<Guid>> MemberPerson = member => [member.PersonId];

    /// <summary>Every cell the member ever belonged to.</summary>
    public static readonly Func<MemberLine, IEnumerable<Guid>> MemberCells = member => member.History.Select(span => span.Facts.CellId);

    /// <summary>Every unit in which the member ever held an office.</summary>
    public static readonly Func<MemberLine, IEnumerable<Guid>> OfficeUnits = member => member.Offices.Select(office => office.UnitId);

    /// <summary>Every decision that set or ended something in the line.</summary>
    public static readonly Func<UnitLine, IEnumerable<Guid>> UnitDecisions = unit => Decisions(unit.History);
    public static readonly Func<QuotaLine, IEnumerable<Guid>> QuotaDecisions = quota => Decisions(quota.History);
    public static readonly Func<EmploymentLine, IEnumerable<Guid>> EmploymentDecisions = employment =>
        employment.Assignments.SelectMany(post => Decisions(post.History)).Concat(employment.Salary is { } salary ? Decisions(salary) : []);
    public static readonly Func<MemberLine, IEnumerable<Guid>> MemberDecisions = member => Decisions(member.History).Concat(member.Offices.SelectMany(office => Decisions(office.History)));
    public static readonly Func<CoverageLine, IEnumerable<Guid>> CoverageDecisions = coverage => Decisions(coverage.History);

    private static IEnumerable<Guid> Decisions<TFacts>(Dated<TFacts> history) where TFacts : class, IFacts<TFacts> =>
        history.SelectMany(span => span.Says).Select(saying => saying.DecisionId).Append(history[^1].EndDecisionId).OfType<Guid>();
}
