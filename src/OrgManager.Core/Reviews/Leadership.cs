using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>What somebody leads on one day, in one place for all who ask: the rules want more of leaders, and bind heads to what they head.</summary>
internal static class Leadership
{
    /// <summary>Leads a unit as its head or a deputy, or as secretary or deputy a party organisation: asked for more in the self-review.</summary>
    public static bool Leads(OrgSnapshot day, Guid personId) => day.Post(personId) is { Facts.Headship: not Headship.None } || HeadedUnits(day, personId).Any()
        || day.Member(personId)?.Offices.Any(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary) == true;

    /// <summary>The units of which somebody is the head, be it beside their own post (kiêm nhiệm, giao quyền, phụ trách) while nobody else is.</summary>
    public static IEnumerable<Guid> HeadedUnits(OrgSnapshot day, Guid personId) =>
        (from employment in day.Timeline.Employments.By(LineKeys.EmploymentPerson)[personId]
         from assignment in employment.Assignments
         let post = assignment.History.On(day.Day)
         where post is { Headship: Headship.Head } && IsHead(day, post.UnitId, personId)
         select post.UnitId).Distinct();

    public static bool IsHead(OrgSnapshot day, Guid unitId, Guid personId) => day.Unit(unitId)?.Head?.Person.Id == personId;

    /// <summary>The cell or committee of which somebody is the secretary.</summary>
    public static IEnumerable<Guid> HeadedOrganisations(OrgSnapshot day, Guid personId) => day.Member(personId)?.Offices.Where(o => o.Facts.Post == PartyPost.Secretary).Select(o => o.UnitId) ?? [];
}
