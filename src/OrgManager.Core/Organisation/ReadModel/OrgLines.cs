using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>Some aggregates, or all, turned into lines: what a write touched, or what was read from the database.</summary>
public sealed class OrgLines
{
    public List<KindLine> Kinds { get; } = [];
    public List<UnitLine> Units { get; } = [];
    public List<SuccessionLine> Successions { get; } = [];
    public List<QuotaLine> Quotas { get; } = [];
    public List<PersonLine> People { get; } = [];
    public List<EmploymentLine> Employments { get; } = [];
    public List<MemberLine> Members { get; } = [];
    public List<CoverageLine> Coverages { get; } = [];

    /// <summary>What was taken back: it is kept in the trail alone.</summary>
    public HashSet<Guid> Gone { get; } = [];

    public void Add(Aggregate aggregate)
    {
        switch (aggregate)
        {
            case UnitKind k: Kinds.Add(new(k.Id, k.Facts)); break;
            case OrgUnit u: Units.Add(new(u.Id, u.Code, u.Branch, Dated.Of(u.Versions))); break;
            case Succession s: Successions.Add(new(s.Id, s.PredecessorId, s.SuccessorId, s.On, s.Kind, s.DecisionId)); break;
            case Quota q: Quotas.Add(new(q.Id, q.UnitId, q.Category, q.Kind, Dated.Of(q.Levels))); break;
            case Person p: People.Add(new(p.Id, p.Code, p.FullName, $"{p.SortKey} {p.Code}", p.SearchKey, p.Initials, p.Sex, p.Born)); break;
            case Employment e: Employments.Add(LineOf(e)); break;
            case PartyMember m: Members.Add(LineOf(m)); break;
            case CellCoverage c: Coverages.Add(new(c.Id, c.UnitId, c.PersonId, Dated.Of(c.Versions))); break;
            default: break;
        }
    }

    private static EmploymentLine LineOf(Employment e) => new(e.Id, e.PersonId,
        [.. e.Assignments.Select(a => new AssignmentLine(a.Id, a.Kind, Dated.Of(a.Versions)))],
        e.SalarySteps.Count == 0 ? null : Dated.Of(e.SalarySteps)) { EndReason = e.EndReason };

    private static MemberLine LineOf(PartyMember m) => new(m.Id, m.PersonId, m.Admission, Dated.Of(m.Memberships),
        [.. m.Offices.Select(o => new OfficeLine(o.Id, o.UnitId, Dated.Of(o.Versions)))]) { EndReason = m.EndReason };
}
