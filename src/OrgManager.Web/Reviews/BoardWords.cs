using Microsoft.Extensions.Localization;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>A board in words: how far a cell is looks, and by when what is due.</summary>
internal static class BoardWords
{
    public static (string Class, string Icon) Look(BoardState state) => state switch
    {
        BoardState.NotBegun => ("notyet", "dash"),
        BoardState.Underway => ("ontrack", "going"),
        BoardState.Proposed => ("ontrack", "clock"),
        _ => ("reached", "ok"),
    };

    public static string Deadlines(IStringLocalizer<Texts> t, ReviewSubject subject, CycleDeadlines due) => string.Join(" · ", new[] { ("Reviews.Due.SelfReview", due.SelfReview), ("Reviews.Due.Meeting", due.Meeting), ("Reviews.Due.Decision", due.Decision) }
        .Where(d => d.Item2 is not null).Select(d => t.Of(subject, d.Item1, Format.Day(d.Item2!.Value))));

    /// <summary>"12 HTXSNV · 60 HTTNV", and how many had no grade.</summary>
    public static string Counts(IStringLocalizer<Texts> t, RuleSetFacts rules, FrozenCount count) => string.Join(" · ",
        rules.Grades.Where(g => count.ByGrade.GetValueOrDefault(g.Code) > 0).Select(g => $"{Format.Number(count.ByGrade[g.Code])} {RuleWords.Brief(rules, g.Code)}")
            .Concat(count.NotGraded > 0 ? [t["Reviews.NotGradedOf", Format.Number(count.NotGraded)].Value] : [])
            .Concat(count.Waiting > 0 ? [t["Reviews.WaitingOf", Format.Number(count.Waiting)].Value] : []));
}
