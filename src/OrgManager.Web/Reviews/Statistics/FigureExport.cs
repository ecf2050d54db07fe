using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Statistics;

/// <summary>The figures of the reviews and of the party's year as lists that leave the house.</summary>
public static class FigureExport
{
    /// <summary>Every way of telling the members apart, one below the other, and the years.</summary>
    public static ExportTable Table(IStringLocalizer<Texts> t, ReviewFigures figures)
    {
        if (figures.Rules is not { } rules) return new(t.Of(figures.Subject, "Figures.TitleOf", figures.Year), [], [t["Figures.By"]], []);
        List<object?> Row(string what, string name, GradeSpread tally) =>
            [what, name, .. rules.Grades.SelectMany(g => new object?[] { tally.ByGrade.GetValueOrDefault(g.Code), Math.Round(tally.Share(g.Code), 1, MidpointRounding.AwayFromZero) }), tally.NotGraded, tally.Waiting, tally.All];
        var rows = figures.Dimensions.Where(d => d.Groups is not null).SelectMany(d => d.Groups!.Select(g => Row(t.Of(figures.Subject, $"Figures.By.{d.By}"), TallyWords.NameOf(t, d.By, g), g.Tally)))
            .Append(Row(t.Of(figures.Subject, "Figures.Members"), t["Total"], figures.Members)).Append(Row(t.Of(figures.Subject, "Figures.Cells"), t["Total"], figures.Cells))
            .Concat(figures.Years.Select(y => Row(t.Of(figures.Subject, "Figures.YearMembers"), $"{y.Year} ({State(t, y.Confirmed)})", y.Members))).Concat(figures.Years.Select(y => Row(t.Of(figures.Subject, "Figures.YearCells"), $"{y.Year} ({State(t, y.Confirmed)})", y.Cells)));
        return new(t.Of(figures.Subject, "Figures.TitleOf", figures.Year), [string.Join(", ", figures.Committees.Select(c => c.Name)), RuleWords.Basis(rules), State(t, figures.Confirmed)],
            [t["Figures.By"], t["Figures.Group"], .. rules.Grades.SelectMany(g => new[] { RuleWords.Brief(rules, g.Code), $"{RuleWords.Brief(rules, g.Code)} (%)" }), t["Reviews.NotGraded"], t["Figures.Waiting"], t["Total"]], [.. rows]);
    }

    public static ExportTable Members(IStringLocalizer<Texts> t, ReviewSubject subject, FigureRows shown) => new(t.Of(subject, "Figures.MembersOf", shown.Year), [],
        [t["Export.Code"], t.Of(subject, "Figures.Member"), t.Of(subject, "Cell"), t["Figures.Post"], t["Figures.Unit"], t["Figures.Grade"], t["Reviews.NotGraded"]],
        [.. shown.Rows.Select(r => (IReadOnlyList<object?>)
            [r.Person.Code, r.Person.FullName, r.Cell.Name, Language.Pick(r.Post ?? "", r.PostEn ?? ""), r.Unit, r.Grade is { } grade ? RuleWords.Brief(shown.Rules!, grade) : null, r.NotGraded is { } reason ? RuleWords.Grade(shown.Rules!, reason) : null])]);

    public static ExportTable Table(IStringLocalizer<Texts> t, PartyYear year) => new(t["PartyYear.TitleOf", year.Year], [t["PartyYear.Facts", Format.Day(year.On)]],
        [
            t["Export.CellCode"], t["Cell"], t["Total"], t["Standing.Official"], t["Standing.Probationary"], t["Sex.Female"], t["Participation.Exempt"], t["Participation.Suspended"],
            .. year.AgesFrom.Select(key => $"{t["Figures.By.Age"]} {TallyWords.NameOf(t, TallyBy.Age, key, null)}"), .. year.PartyAgesFrom.Select(key => $"{t["Figures.By.PartyAge"]} {TallyWords.NameOf(t, TallyBy.PartyAge, key, null)}"),
        ],
        [.. year.Cells.Append(year.Total).Select(r => (IReadOnlyList<object?>)
            [r.Cell?.Code, r.Cell?.Name ?? t["Total"], r.Members, r.Official, r.Probationary, r.Women, r.Exempt, r.Suspended, .. year.AgesFrom.Select((_, i) => (object?)r.Ages?[i]), .. r.PartyAges.Select(n => (object?)n)])]);

    private static string State(IStringLocalizer<Texts> t, bool confirmed) => t[confirmed ? "Reviews.Confirmed" : "Reviews.Provisional"];
}
