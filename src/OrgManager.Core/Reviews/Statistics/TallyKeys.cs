using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews.Statistics;

/// <summary>What somebody's post is among those reviewed.</summary>
public enum PostKind { Leader, Head, Deputy, None, NoPost }

/// <summary>The highest party office somebody holds.</summary>
public enum OfficeKind { Committee, CellSecretary, CellDeputy, CellCommittee, None }

/// <summary>Under which key a member is counted: read off the lines of one day, without building that day's units.</summary>
internal sealed class TallyKeys(OrgTimeline timeline, DateOnly day)
{
    public const string Nowhere = "";

    private readonly Dictionary<Guid, UnitLine?> _tops = [];
    private readonly Dictionary<Guid, bool> _isCell = [];

    public string Of(TallyBy by, CountedReview review) => by switch
    {
        TallyBy.Cell => timeline.Units.Find(review.CellId)?.Code ?? Nowhere,
        TallyBy.Unit => PostOf(review)?.UnitId is { } unit ? TopOf(unit)?.Code ?? Nowhere : Nowhere,
        TallyBy.Sex => timeline.People.Find(review.PersonId!.Value)?.Sex.ToString() ?? Nowhere,
        TallyBy.Age => timeline.People.Find(review.PersonId!.Value) is { } person ? TallyBands.Of(by, person.Born, day) : Nowhere,
        TallyBy.Post => PostKindOf(review).ToString(),
        TallyBy.Office => OfficeOf(review).ToString(),
        _ => MemberOf(review) is { } member ? TallyBands.Of(by, member.Admission.Admitted.Last, day) : Nowhere,
    };

    /// <summary>The unit in which the member's primary post was.</summary>
    public AssignmentFacts? PostOf(CountedReview review)
    {
        foreach (var line in timeline.Employments.By(LineKeys.EmploymentPerson)[review.PersonId!.Value])
            if (line.Primary.History.On(day) is { } post) return post;
        return null;
    }

    private PostKind PostKindOf(CountedReview review) => PostOf(review) switch
    {
        null => PostKind.NoPost,
        { Headship: not Headship.None } post when timeline.Units.Find(post.UnitId)?.History.On(day) is { ParentId: null } => PostKind.Leader,
        { Headship: Headship.Head } => PostKind.Head,
        { Headship: Headship.Deputy } => PostKind.Deputy,
        _ => PostKind.None,
    };

    private OfficeKind OfficeOf(CountedReview review)
    {
        var best = OfficeKind.None;
        foreach (var office in MemberOf(review)?.Offices ?? [])
        {
            if (office.History.On(day) is not { } held) continue;
            var kind = !IsCell(office.UnitId) ? OfficeKind.Committee : held.Post switch { PartyPost.Secretary => OfficeKind.CellSecretary, PartyPost.DeputySecretary => OfficeKind.CellDeputy, _ => OfficeKind.CellCommittee };
            if (kind < best) best = kind;
        }
        return best;
    }

    private MemberLine? MemberOf(CountedReview review)
    {
        foreach (var line in timeline.Members.By(LineKeys.MemberPerson)[review.PersonId!.Value])
            if (line.History.On(day) is not null) return line;
        return null;
    }

    /// <summary>What the unit stands in directly below the top, or the top itself for who works in it.</summary>
    private UnitLine? TopOf(Guid unitId)
    {
        if (_tops.TryGetValue(unitId, out var known)) return known;
        var unit = timeline.Units.Find(unitId);
        for (var facts = unit?.History.On(day); facts?.ParentId is { } parent && timeline.Units.Find(parent) is { } above && above.History.On(day) is { ParentId: not null } higher; facts = higher) unit = above;
        return _tops[unitId] = unit;
    }

    private bool IsCell(Guid unitId) => _isCell.TryGetValue(unitId, out var known) ? known
        : _isCell[unitId] = timeline.Units.Find(unitId) is { } unit && timeline.Kind(UnitNames.FactsNear(unit, day).Kind).Cell;
}
