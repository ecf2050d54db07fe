using Microsoft.Extensions.Localization;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>The columns of a year's boards that a reader may hide: the grades always stand, which are what a board is for.</summary>
public static class BoardHidable
{
    public const string List = "reviews", Entered = "entered", NotGraded = "ungraded", Minutes = "minutes", Grade = "grade", State = "state";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t, ReviewSubject subject) =>
        [(State, t["Reviews.State"]), (Entered, t["Reviews.Entered"]), (NotGraded, t["Reviews.NotGraded"]), (Minutes, t.Of(subject, "Reviews.Minutes")), (Grade, t.Of(subject, "Reviews.CellGrade"))];
}
