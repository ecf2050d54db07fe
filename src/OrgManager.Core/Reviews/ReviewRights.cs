using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>Whose matter reviews are: those of members of who works for the party, those of staff of who heads the units where they work.</summary>
internal static class ReviewRights
{
    public static Permission ToEnter(ReviewSubject of) => of == ReviewSubject.Staff ? Permission.GradeStaff : Permission.EnterReviews;

    public static Permission ToDecide(ReviewSubject of) => of == ReviewSubject.Staff ? Permission.GradeStaff : Permission.DecideReviews;

    /// <summary>The units whose reviews of a kind may be read: of staff also by who grades them.</summary>
    public static Scope ToRead(OrgDbContext db, ReviewSubject of, DateOnly on) =>
        of == ReviewSubject.Staff ? db.ScopeFor(Permission.GradeStaff, on).Or(db.ScopeFor(Permission.ViewReviews, on)).OfOthers : db.ScopeFor(Permission.ViewReviews, on);

    /// <summary>The same for a list, which may be empty.</summary>
    /// <exception cref="AccessDeniedException">Reviews of that kind are nothing to the actor.</exception>
    public static void DemandList(OrgDbContext db, ReviewSubject of)
    {
        if (of == ReviewSubject.Staff && AccessRules.IsGiven(db.Actor, Permission.GradeStaff, db.Today)) return;
        db.DemandScope(Permission.ViewReviews, db.Today);
    }

    /// <summary>The units in reach on any day there ever was.</summary>
    /// <inheritdoc cref="DemandList" path="/exception"/>
    public static Scope DemandLasting(OrgDbContext db, ReviewSubject of)
    {
        DemandList(db, of);
        var scope = AccessRules.LastingScopeFor(db, Permission.ViewReviews);
        return of == ReviewSubject.Staff ? AccessRules.LastingScopeFor(db, Permission.GradeStaff).Or(scope).OfOthers : scope;
    }

    /// <summary>Lists of staff reviews leave the house by whoever sees them and may take lists out.</summary>
    public static Scope DemandStaffExport(OrgDbContext db) =>
        db.DemandExport(AccessRules.IsGranted(db.Actor, Permission.GradeStaff, db.Today) ? Permission.GradeStaff : Permission.ViewReviews, db.Today);

    /// <exception cref="AccessDeniedException">Reviews of that kind in that unit are out of reach.</exception>
    public static void DemandRead(OrgDbContext db, ReviewSubject of, Guid unitId)
    {
        if (of == ReviewSubject.Staff && AccessRules.Reaches(db, Permission.GradeStaff, unitId, db.Today)) return;
        db.Demand(Permission.ViewReviews, unitId, db.Today);
    }

    /// <summary>The unit in which what is proposed for a review is entered: its own, and of the head of a unit the one above; null for who heads the whole.</summary>
    public static Guid? EnteredIn(OrgDbContext db, ReviewCycle cycle, Review review) =>
        cycle.Subject == ReviewSubject.Staff && review.PersonId is { } person
        && db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today)).Unit(review.CellId) is { } unit && unit.Head?.Person.Id == person ? unit.Parent?.Id : review.CellId;

    /// <summary>The unit in which a grade is decided: the cell, which the committee reaches; of staff the organisation itself, so that who heads a unit proposes and no more.</summary>
    public static Guid DecidedIn(ReviewCycle cycle, Review review) => cycle.Subject == ReviewSubject.Staff ? cycle.CommitteeId : review.CellId;
}
