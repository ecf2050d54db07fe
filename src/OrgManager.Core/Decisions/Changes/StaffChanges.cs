using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Decisions;

/// <summary>Reads posts and salary of one employment out of the timeline, each change with what set it.</summary>
internal sealed class StaffChanges(OrgTimeline timeline, EmploymentLine employment)
{
    private const AssignmentFields Role = AssignmentFields.Headship | AssignmentFields.Position;

    public IEnumerable<Change> All() => timeline.People.Find(employment.PersonId) is null ? [] : [.. employment.Assignments.SelectMany(Posts), .. Ends(), .. Salaries()];

    private IEnumerable<Change> Posts(AssignmentLine line)
    {
        DatedSpan<AssignmentFacts>? before = null;
        foreach (var span in line.History)
        {
            foreach (var saying in span.Says)
                yield return Of(line, span, KindOf(line, before, span, (AssignmentFields)saying.Fields), span.From, saying.DecisionId, [Ref(span.VersionId, saying.Fields)]);
            before = span;
        }
    }

    private static PersonEventKind KindOf(AssignmentLine line, DatedSpan<AssignmentFacts>? before, DatedSpan<AssignmentFacts> span, AssignmentFields fields) => line.Kind switch
    {
        not AssignmentKind.Primary => PersonEventKind.Beside,
        _ when before is null => PersonEventKind.Recruited,
        _ when fields.HasFlag(AssignmentFields.Unit) && before.Facts.UnitId != span.Facts.UnitId => PersonEventKind.Moved,
        _ when fields == AssignmentFields.Category => PersonEventKind.CategorySet,
        _ => PersonEventKind.PostSet,
    };

    /// <summary>Who leaves ends every post and the salary with it: one change. A post beside the primary one may end by itself.</summary>
    private IEnumerable<Change> Ends()
    {
        var last = employment.Primary.History[^1];
        bool Together(DateOnly until, Guid? decisionId) => !last.IsOpen && until == last.Until && decisionId == last.EndDecisionId;
        var ended = employment.Assignments.Where(a => a.History[^1] is { IsOpen: false }).ToLookup(a => Together(a.History.Until, a.History[^1].EndDecisionId));
        foreach (var line in ended[false])
            yield return Of(line, line.History[^1], PersonEventKind.BesideEnded, line.History.Until, line.History[^1].EndDecisionId, [Ref(line.History[^1].VersionId, 0)]);
        if (last.IsOpen) yield break;
        var salary = employment.Salary is { } steps && Together(steps.Until, steps[^1].EndDecisionId) ? new[] { Ref(steps[^1].VersionId, 0) } : [];
        yield return Of(employment.Primary, last, PersonEventKind.Left, last.Until, last.EndDecisionId,
            [Ref(last.VersionId, 0), .. ended[true].Where(a => a != employment.Primary).Select(a => Ref(a.History[^1].VersionId, 0)), .. salary]);
    }

    private IEnumerable<Change> Salaries() =>
        from step in employment.Salary ?? Enumerable.Empty<DatedSpan<SalaryFacts>>()
        from saying in step.Says
        let unitId = (employment.Primary.History.On(step.From) ?? employment.Primary.History[0].Facts).UnitId
        select new Change(step.From, saying.DecisionId, ChangeArea.Staff, unitId, Permission.ViewStaffPersonal, Permission.ChangeStaffPersonal, [Ref(step.VersionId, saying.Fields)])
        {
            Person = timeline.People.Find(employment.PersonId), OfPerson = new(PersonEventKind.SalarySet, Unit(unitId, step.From)) { Salary = step.Facts },
        };

    private Change Of(AssignmentLine line, DatedSpan<AssignmentFacts> span, PersonEventKind kind, DateOnly on, Guid? decisionId, IReadOnlyList<ChangeRef> refs)
    {
        var unitKind = timeline.Kind(UnitNames.FactsNear(timeline.Units.Find(span.Facts.UnitId)!, span.From).Kind);
        return new(on, decisionId, ChangeArea.Staff, span.Facts.UnitId, Permission.ViewStaffWork, Permission.ChangeStaffWork, refs)
        {
            Person = timeline.People.Find(employment.PersonId),
            OfPerson = new(kind, Unit(span.Facts.UnitId, span.From))
            {
                Line = line.Kind, Category = span.Facts.Category, Post = PostTitles.Of(span.Facts, unitKind), PostEn = PostTitles.EnglishOf(span.Facts, unitKind),
            },
        };
    }

    private ChangeRef Ref(Guid versionId, int fields) => new(ChangeOwner.Employment, employment.Id, new(versionId, fields));

    private UnitRef Unit(Guid id, DateOnly day) => UnitNames.Ref(timeline.Units.Find(id)!, day);
}
