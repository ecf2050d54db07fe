using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Web.Common;
using OrgManager.Web.Organisation;

namespace OrgManager.Web.Decisions;

/// <summary>One change of a list, in words.</summary>
public static class ChangeWords
{
    public static string What(this IStringLocalizer<Texts> t, ChangeRow change) => change switch
    {
        { OfUnit: { } ofUnit } => t.What(ofUnit),
        { OfPerson: { } ofPerson } => t.What(ofPerson),
        _ => "",
    };

    public static string SubjectOf(ChangeRow change) => change.Unit?.Name ?? change.Person?.FullName ?? "";

    public static string What(this IStringLocalizer<Texts> t, PersonEvent happened) => happened.Kind switch
    {
        PersonEventKind.SalarySet => t["PersonEvent.SalarySet", happened.Salary!.Rank, happened.Salary.Step, happened.Salary.Coefficient.ToString("0.00", CultureInfo.CurrentCulture)],
        PersonEventKind.PartyJoined => t["PersonEvent.PartyJoined", happened.Unit.Name, Small(t[$"Standing.{happened.Standing}"])],
        PersonEventKind.ParticipationSet => t["PersonEvent.ParticipationSet", Small(t[$"Participation.{happened.Participation}"])],
        PersonEventKind.OfficeGiven or PersonEventKind.OfficeEnded => t[$"PersonEvent.{happened.Kind}", t[$"PartyPost.{happened.Office}"], happened.Unit.Name],
        PersonEventKind.Beside or PersonEventKind.BesideEnded => t[$"PersonEvent.{happened.Kind}", t[$"AssignmentKind.{happened.Line}"], PostOf(happened), happened.Unit.Name],
        PersonEventKind.CategorySet => t["PersonEvent.CategorySet", Small(t.Name(happened.Category))],
        _ => t[$"PersonEvent.{happened.Kind}", PostOf(happened), happened.Unit.Name],
    };

    private static string PostOf(PersonEvent happened) => Language.Pick(happened.Post, happened.PostEn) is { Length: > 0 } post ? post : Format.None;

    private static string Small(string text) => text.ToLower(CultureInfo.CurrentUICulture);
}
