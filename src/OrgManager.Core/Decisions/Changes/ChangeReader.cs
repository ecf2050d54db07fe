using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Finds changes in the timeline by the decision behind them: one pass over the histories, words only for those that match.</summary>
internal sealed class ChangeReader(OrgTimeline timeline)
{
    /// <summary>Every change that needs a decision and behind which none stands.</summary>
    public static IReadOnlyList<Change> WithoutDecision(OrgTimeline timeline) =>
        timeline.Once(nameof(WithoutDecision), all => new ChangeReader(all).Where(decision => decision is null).Where(change => change.NeedsDecision).ToList());

    /// <summary>Every change that stands and takes effect after a day.</summary>
    public static IReadOnlyList<Change> After(OrgTimeline timeline, DateOnly day) => timeline.Once((nameof(After), day), all => new ChangeReader(all).After(day).ToList());

    /// <summary>Every change that stands and whose decision (null: none is named) is one of those wanted.</summary>
    public IEnumerable<Change> Where(Func<Guid?, bool> decision)
    {
        bool Has<T>(Dated<T>? history) where T : class, IFacts<T> => history is not null && IsSaid(history, decision);
        return All(
            timeline.Units.Where(u => Has(u.History)), timeline.Quotas.Where(q => Has(q.History)), timeline.Employments.Where(e => Has(e.Salary) || e.Assignments.Any(a => Has(a.History))),
            timeline.Members.Where(m => Has(m.History) || m.Offices.Any(o => Has(o.History))), timeline.Coverages.Where(c => Has(c.History))).Where(c => decision(c.DecisionId));
    }

    /// <summary>Every change that one decision stands behind.</summary>
    public IEnumerable<Change> Of(Guid decisionId) => All(
        timeline.Units.By(LineKeys.UnitDecisions)[decisionId], timeline.Quotas.By(LineKeys.QuotaDecisions)[decisionId], timeline.Employments.By(LineKeys.EmploymentDecisions)[decisionId],
        timeline.Members.By(LineKeys.MemberDecisions)[decisionId], timeline.Coverages.By(LineKeys.CoverageDecisions)[decisionId]).Where(c => c.DecisionId == decisionId);

    private IEnumerable<Change> After(DateOnly day)
    {
        bool Has<T>(Dated<T>? history) where T : class, IFacts<T> => history is not null && (history[^1].From > day || (history[^1] is { IsOpen: false } last && last.Until > day));
        return All(
            timeline.Units.Where(u => Has(u.History)), timeline.Quotas.Where(q => Has(q.History)), timeline.Employments.Where(e => Has(e.Salary) || e.Assignments.Any(a => Has(a.History))),
            timeline.Members.Where(m => Has(m.History) || m.Offices.Any(o => Has(o.History))), timeline.Coverages.Where(c => Has(c.History))).Where(c => c.On > day);
    }

    /// <summary>Those of them that concern members of the party.</summary>
    public IEnumerable<Change> OfMembers(Guid decisionId) => All([], [], [], timeline.Members.By(LineKeys.MemberDecisions)[decisionId], []).Where(c => c.DecisionId == decisionId);

    private IEnumerable<Change> All(
        IEnumerable<UnitLine> units, IEnumerable<QuotaLine> quotas, IEnumerable<EmploymentLine> employments, IEnumerable<MemberLine> members, IEnumerable<CoverageLine> coverages) =>
        units.SelectMany(OfUnit)
            .Concat(quotas.Select(q => q.UnitId).Distinct().SelectMany(OfQuota))
            .Concat(employments.SelectMany(e => new StaffChanges(timeline, e).All()))
            .Concat(members.SelectMany(m => new MemberChanges(timeline, m).All()))
            .Concat(coverages.SelectMany(OfCoverage));

    /// <summary>Asked of every row there is, so without an enumerator.</summary>
    private static bool IsSaid<T>(Dated<T> history, Func<Guid?, bool> decision) where T : class, IFacts<T>
    {
        for (var i = 0; i < history.Count; i++)
            for (var j = 0; j < history[i].Says.Count; j++)
                if (decision(history[i].Says[j].DecisionId)) return true;
        return history[^1] is { IsOpen: false } last && decision(last.EndDecisionId);
    }

    /// <summary>Every change of what these refer to.</summary>
    public IEnumerable<Change> OfOwners(IEnumerable<ChangeRef> refs) => refs.Select(r => (r.Owner, r.OwnerId)).Distinct().SelectMany(r => r.Owner switch
    {
        ChangeOwner.Unit when timeline.Units.Find(r.OwnerId) is { } unit => OfUnit(unit),
        ChangeOwner.Quota when timeline.Quotas.Find(r.OwnerId) is { } quota => OfQuota(quota.UnitId),
        ChangeOwner.Employment when timeline.Employments.Find(r.OwnerId) is { } employment => new StaffChanges(timeline, employment).All(),
        ChangeOwner.Member when timeline.Members.Find(r.OwnerId) is { } member => new MemberChanges(timeline, member).All(),
        ChangeOwner.Coverage when timeline.Coverages.Find(r.OwnerId) is { } coverage => OfCoverage(coverage),
        _ => [],
    });

    private IEnumerable<Change> OfUnit(UnitLine unit) => new UnitEvents(timeline, unit).OfUnit().Select(happened =>
        new Change(happened.On, happened.DecisionId, ChangeArea.Organisation, unit.Id, Permission.ViewOrganisation, Permission.ChangeUnits, happened.Changes) { Unit = unit, OfUnit = happened });

    private IEnumerable<Change> OfQuota(Guid unitId) => timeline.Units.Find(unitId) is not { } unit ? [] : new UnitEvents(timeline, unit).OfQuota().Select(happened =>
        new Change(happened.On, happened.DecisionId, ChangeArea.Quota, unit.Id, Permission.ViewQuota, Permission.ChangeQuota, happened.Changes) { Unit = unit, OfUnit = happened });

    /// <summary>Told of the cell. A leader served by name is known by it as a member of this cell, which is party record.</summary>
    private IEnumerable<Change> OfCoverage(CoverageLine line)
    {
        Change Of(UnitEventKind kind, DatedSpan<Party.CoverageFacts> span, DateOnly on, Guid? decisionId, int fields) =>
            new(on, decisionId, line.PersonId is null ? ChangeArea.Organisation : ChangeArea.Party, span.Facts.CellId,
                line.PersonId is null ? Permission.ViewOrganisation : Permission.ViewPartyRecord, Permission.ChangePartyRecord,
                [new(ChangeOwner.Coverage, line.Id, new(span.VersionId, fields))])
            {
                Unit = timeline.Units.Find(span.Facts.CellId), OfUnit = new(on, kind) { Served = [Served(line, on)], DecisionId = decisionId },
            };
        foreach (var span in line.History)
            foreach (var saying in span.Says) yield return Of(UnitEventKind.CoverageBegun, span, span.From, saying.DecisionId, saying.Fields);
        if (line.History[^1] is { IsOpen: false } last) yield return Of(UnitEventKind.CoverageEnded, last, last.Until, last.EndDecisionId, 0);
    }

    private string Served(CoverageLine line, DateOnly on) => line switch
    {
        { UnitId: { } unitId } when timeline.Units.Find(unitId) is { } unit => UnitNames.On(unit, on),
        { PersonId: { } personId } when timeline.People.Find(personId) is { } person => person.FullName,
        _ => "",
    };
}
