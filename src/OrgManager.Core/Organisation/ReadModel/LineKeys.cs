using OrgManager.Common;
using OrgManager.Search;

namespace OrgManager.Organisation;

/// <summary>What lines are looked up by.</summary>
internal static class LineKeys
{
    public static readonly Func<UnitLine, IEnumerable<string>> UnitCode = unit => [unit.Code];
    public static readonly Func<PersonLine, IEnumerable<string>> PersonCode = person => [person.Code];

    /// <summary>The code as it is sought.</summary>
    public static readonly Func<PersonLine, IEnumerable<string>> PersonCodeSought = person => [SearchWords.CodeKey(person.Code)];

    /// <summary>Every unit under which it ever stood.</summary>
    public static readonly Func<UnitLine, IEnumerable<Guid>> UnitParents = unit => unit.History.Select(span => span.Facts.ParentId).OfType<Guid>();
    /// <summary>The branch of what ever stood under nothing.</summary>
    public static readonly Func<UnitLine, IEnumerable<Branch>> AtTop = unit => unit.History.Any(span => span.Facts.ParentId is null) ? [unit.Branch] : [];
    public static readonly Func<SuccessionLine, IEnumerable<Guid>> Predecessor = succession => [succession.PredecessorId];
    public static readonly Func<SuccessionLine, IEnumerable<Guid>> Successor = succession => [succession.SuccessorId];
    public static readonly Func<QuotaLine, IEnumerable<Guid>> QuotaUnit = quota => [quota.UnitId];

    /// <summary>Every day on which a level begins, or the last one ends.</summary>
    public static readonly Func<QuotaLine, IEnumerable<DateOnly>> QuotaDays = quota => OrgTimeline.Turns(quota.History);
    public static readonly Func<SuccessionLine, IEnumerable<DateOnly>> SuccessionDay = succession => [succession.On];
    public static readonly Func<EmploymentLine, IEnumerable<Guid>> EmploymentPerson = employment => [employment.PersonId];

    /// <summary>Every unit in which the person ever held a post, the primary one or one beside it.</summary>
    public static readonly Func<EmploymentLine, IEnumerable<Guid>> PostUnits = employment => employment.Assignments.SelectMany(post => post.History).Select(span => span.Facts.UnitId);
    public static readonly Func<MemberLine, IEnumerable<Guid>> MemberPerson = member => [member.PersonId];

    /// <summary>Every cell the member ever belonged to.</summary>
    public static readonly Func<MemberLine, IEnumerable<Guid>> MemberCells = member => member.History.Select(span => span.Facts.CellId);

    /// <summary>Every unit in which the member ever held an office.</summary>
    public static readonly Func<MemberLine, IEnumerable<Guid>> OfficeUnits = member => member.Offices.Select(office => office.UnitId);

    /// <summary>Every cell that ever served somebody, and the unit it served.</summary>
    public static readonly Func<CoverageLine, IEnumerable<Guid>> CoverageUnits = coverage => coverage.History.Select(span => span.Facts.CellId).Concat(coverage.UnitId is { } served ? [served] : []);

    /// <summary>The unit or person that is served.</summary>
    public static readonly Func<CoverageLine, IEnumerable<Guid>> Served = coverage => [coverage.UnitId ?? coverage.PersonId ?? Guid.Empty];

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
