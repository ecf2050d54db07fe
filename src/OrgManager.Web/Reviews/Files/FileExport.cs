using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Files;

/// <summary>Remedies and the comments of heads as lists that leave the house.</summary>
internal static class FileExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, IReadOnlyList<RemedyRow> rows) => new(t["Remedy.Title"], [],
        [t["Remedy.DueOn"], t["Export.Code"], t["Member"], t["Export.CellCode"], t["Cell"], t["Reviews.Year"], t["Remedy.Shortcoming"], t["Remedy.Action"], t["Remedy.Owner"], t["Remedy.Result"], t["Remedy.Note"]],
        [.. rows.Select(r => (IReadOnlyList<object?>)
            [r.Remedy.DueOn, r.Person?.Code, r.Person?.FullName ?? t["Reviews.CellItself"].Value, r.Cell.Code, r.Cell.Name, r.Year, r.Remedy.Shortcoming, r.Remedy.Action, r.Remedy.Owner, t[r.IsOverdue ? "Remedy.Overdue" : $"RemedyState.{r.Remedy.State}"].Value, r.Remedy.Note])]);

    public static ExportTable Table(IStringLocalizer<Texts> t, IReadOnlyList<StaffCommentRow> rows) => new(t["Comments.Title"], [],
        [t["Reviews.Year"], t["Export.Code"], t["Comments.Person"], t["Figures.Post"], t["Comments.Unit"], t["File.WorkGrade"], t["File.UnitComment"], t["File.Stands"]],
        [.. rows.Select(r => (IReadOnlyList<object?>)
            [r.Year, r.Person.Code, r.Person.FullName, Language.Pick(r.Post ?? "", r.PostEn ?? ""), r.Unit?.Name, r.Comment?.WorkGrade is { } grade ? RuleWords.Brief(r.Rules, grade) : null, r.Comment?.Text, t.Step(r.Step)])]);
}
