using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Access;

/// <summary>Whose file an aggregate is.</summary>
internal static class TrailPeople
{
    public static Guid? Of(OrgTimeline timeline, string ownerType, Guid ownerId) => ownerType switch
    {
        nameof(Person) => ownerId,
        nameof(Employment) => timeline.Employments.Find(ownerId)?.PersonId,
        nameof(PartyMember) => timeline.Members.Find(ownerId)?.PersonId,
        nameof(CellCoverage) => timeline.Coverages.Find(ownerId)?.PersonId,
        _ => null,
    };

    /// <summary>Every aggregate of the timeline that is about a person.</summary>
    public static IEnumerable<Guid> OwnersOf(OrgTimeline timeline, Guid personId) =>
    [
        personId,
        .. timeline.Employments.By(LineKeys.EmploymentPerson)[personId].Select(e => e.Id),
        .. timeline.Members.By(LineKeys.MemberPerson)[personId].Select(m => m.Id),
        .. timeline.Coverages.Where(c => c.PersonId == personId).Select(c => c.Id),
    ];
}
