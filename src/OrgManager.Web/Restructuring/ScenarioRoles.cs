using OrgManager.Access;

namespace OrgManager.Web.Restructuring;

/// <summary>Who has to do with scenarios.</summary>
internal static class ScenarioRoles
{
    public static bool Reads(Actor? actor) => actor is not null && (actor.May(Permission.DraftScenarios) || actor.May(Permission.ApproveScenarios));
}
