using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Reviews.Papers;

/// <summary>Who prints: whoever enters or decides the reviews of a cell or committee and may take lists of it out of the house; a member the papers about themselves.</summary>
internal static class PaperSight
{
    public static bool MayPrint(OrgDbContext db, Guid unitId) =>
        (AccessRules.Reaches(db, Permission.EnterReviews, unitId, db.Today) || AccessRules.Reaches(db, Permission.DecideReviews, unitId, db.Today)) && AccessRules.Reaches(db, Permission.Export, unitId, db.Today);

    /// <exception cref="AccessDeniedException">Out of reach.</exception>
    public static void Demand(OrgDbContext db, Guid unitId)
    {
        if (!MayPrint(db, unitId)) throw new AccessDeniedException(Permission.EnterReviews);
    }

    /// <exception cref="AccessDeniedException">Nobody who has to do with reviews, not even with their own.</exception>
    public static void DemandAny(OrgDbContext db)
    {
        if (!AccessRules.IsGiven(db.Actor, Permission.EnterReviews, db.Today) && !AccessRules.IsGiven(db.Actor, Permission.DecideReviews, db.Today)) throw new AccessDeniedException(Permission.EnterReviews);
    }
}
