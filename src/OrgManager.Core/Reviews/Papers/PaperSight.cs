using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Reports.Templates;

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

    /// <summary>A paper about one member tells of no other, whatever its template asks for.</summary>
    public static void HideOthers(TemplateValues values)
    {
        foreach (var list in new[] { "members", "notGraded" }) values.With(list, Array.Empty<TemplateValues>());
    }

    /// <summary>What a paper about oneself keeps back until one has been told: how one was graded.</summary>
    public static void Hide(TemplateValues values, PaperSource source, Review own)
    {
        if (ReviewFileView.IsTold(own, source.Cycle)) return;
        string[] grades = [.. source.Rules.Grades.Select(grade => grade.Name)];
        foreach (var name in new[] { "member.gradeName", "member.proposedName", "member.votes", "member.whyNot", "member.cellComment", "cell.grade", "cell.gradeName", "cell.proposed", "cell.proposedName" }) values.With(name, "");
        foreach (var boxes in new[] { "boxes.proposed", "boxes.decided" }) values.With(boxes, PaperWords.Boxes(grades, ""));
    }

    /// <exception cref="AccessDeniedException">Nobody who has to do with reviews, not even with their own.</exception>
    public static void DemandAny(OrgDbContext db)
    {
        if (!AccessRules.IsGiven(db.Actor, Permission.EnterReviews, db.Today) && !AccessRules.IsGiven(db.Actor, Permission.DecideReviews, db.Today)) throw new AccessDeniedException(Permission.EnterReviews);
    }
}
