using Microsoft.Extensions.Localization;
using OrgManager.Reviews;
using OrgManager.Web.Common;
using OrgManager.Web.Reviews.Files;

namespace OrgManager.Web.Reviews;

/// <param name="Chip">The same in two words, at the row it stands on.</param>
public sealed record ReviewFinding(FindingLevel Level, string What, string More, string? Detail, string Chip = "");

/// <summary>What the committee should look at in a sheet, as it is typed. None of it stops anybody: the rules warn, people decide.</summary>
public sealed class ReviewFindings(IStringLocalizer<Texts> t, CellReviewForm form)
{
    private List<string> Grades => [.. form.Rules.Grades.Select(g => g.Code)];

    public IReadOnlyList<ReviewFinding> All => [.. OfCaps().Concat(OfOthers()).Concat(OfCell()).Concat(form.Everything.SelectMany(OfLine)).OrderBy(f => f.Level)];

    /// <summary>Everything that is held against a cap: the whole, and the cell's group by its name.</summary>
    private IEnumerable<(GradeCounts Counts, GradeCounts Decided, string Who, bool IsGroup)> Counted
    {
        get
        {
            yield return (form.AllMembers, form.DecidedMembers, t.Of(form.Sheet.Subject, "Reviews.AllMembers"), false);
            yield return (form.AllCells, form.DecidedCells, t.Of(form.Sheet.Subject, "Reviews.AllCells"), false);
            if (form.Group is not { } group) yield break;
            yield return (group.Members, group.DecidedMembers, t["Groups.MembersOf", group.Name ?? t["Groups.Rest"].Value].Value, true);
            yield return (group.Cells, group.DecidedCells, t["Groups.CellsOf", group.Name ?? t["Groups.Rest"].Value].Value, true);
        }
    }

    private IEnumerable<ReviewFinding> OfCaps()
    {
        foreach (var (counts, decided, who, isGroup) in Counted)
        {
            if (counts.Most is not { } most) continue;
            var (best, has) = (Grades[0], counts.ByGrade[Grades[0]]);
            var cap = (isGroup ? form.Rules.InGroup : form.Sheet.WholeRules).CapOf(counts.Subject);
            var basis = t.Of(form.Sheet.Subject, isGroup ? "Groups.CapRule" : counts.Subject == ReviewSubject.Cell ? "Reviews.CapRuleCells" : "Reviews.CapRule", form.Rules.SourceOf(cap?.Source));
            if (decided.ByGrade[best] is > 0 and var settled && (settled, decided.Most) != (has, most)) basis = t["Reviews.DecidedCount", $"{settled}/{decided.Most}"] + " · " + basis;
            if (counts.OverCap) yield return new(cap?.IsBlock == true ? FindingLevel.Block : FindingLevel.Warn, t["Reviews.OverCapWhat", who, has, most, best], t.Of(form.Sheet.Subject, "Reviews.OverCapMore", has - most), basis);
            else if (has == most && most > 0 && form.MayEdit) yield return new(FindingLevel.Warn, t["Reviews.AtCapWhat", who, has, most, best], t["Reviews.AtCapMore"], basis);
        }
    }

    private IEnumerable<ReviewFinding> OfOthers()
    {
        if (form.MinutesChangedMeanwhile)
            yield return Meanwhile(t["Reviews.MinutesMeanwhile"], Minutes(form.Sheet.MinutesNumber, form.Sheet.MeetingOn, form.Sheet.Attendance), Minutes(form.MinutesNumber, form.MeetingOn, form.Attendance));
        foreach (var line in form.Everything.Where(l => l.ChangedMeanwhile))
            yield return Meanwhile((line.Row.Person?.FullName ?? form.Sheet.Cell.Name) + ":", Result(line.Row.Proposed ?? line.Row.NotGraded, line.Row.Grade, line.Row.Ballot?.ByGrade), Result(line.Choice, line.Decision, line.HasVotes ? line.Votes : null));
    }

    private ReviewFinding Meanwhile(string what, string theirs, string typed) => new(FindingLevel.Warn, what, t["Reviews.Meanwhile", theirs, typed], t["Reviews.MeanwhileDetail"]);

    /// <summary>Number, day, and where the two differ who came.</summary>
    private string Minutes(string? number, DateOnly? day, Attendance? came) =>
        $"“{(string.IsNullOrWhiteSpace(number) ? Format.None : number)}, {(day is { } met ? Format.Day(met) : Format.None)}{(form.Attendance == form.Sheet.Attendance ? "" : $", {t["Reviews.Came"]}: {(came is null ? Format.None : $"{came.OfficialPresent} + {came.ProbationaryPresent}")}")}”";

    /// <summary>The grade proposed and the one decided, with the votes.</summary>
    private string Result(string? choice, string? decided, IReadOnlyDictionary<string, int>? votes)
    {
        var grades = new[] { choice is { Length: > 0 } ? RuleWords.Reason(form.Rules, choice) : Format.None, decided }.Where(g => g is { Length: > 0 });
        return "“" + string.Join(" → ", grades) + (votes is null ? "" : $" ({string.Join("/", Grades.Select(g => votes.GetValueOrDefault(g)))})") + "”";
    }

    private IEnumerable<ReviewFinding> OfCell()
    {
        if (form.Sheet.Subject == ReviewSubject.Member && form.Attendance is { } came && !ReviewSteps.Quorum.IsMet(came.OfficialPresent, form.Convened))
            yield return new(FindingLevel.Warn, t["Reviews.NoQuorum", came.OfficialPresent, form.Convened], t["Reviews.NoQuorumMore", ReviewSteps.Quorum.Of, ReviewSteps.Quorum.In].Value + (ReviewSteps.Quorum.Confirmed ? "" : " ¿"), null);
        var graded = form.Lines.Where(l => l.Reason is null).ToList();
        if (graded.Count > 1 && graded.TrueForAll(l => l.Effective == Grades[0])) yield return new(FindingLevel.Warn, t.Of(form.Sheet.Subject, "Reviews.AllExcellent"), "", null);
    }

    /// <summary>About one member, or the cell itself.</summary>
    public IEnumerable<ReviewFinding> OfLine(ReviewLine line)
    {
        var name = (line.Row.Person?.FullName ?? form.Sheet.Cell.Name) + ":";
        if (line.Proposed is { } wish && line.Settled is { } settled && wish != settled)
            yield return line.ProposalIsNewer
                ? new(FindingLevel.Warn, name, t["Reviews.NewerProposal", wish, settled], t.Of(form.Sheet.Subject, "Reviews.NewerProposalDetail"), t["Reviews.ChipDiffers"])
                : new(FindingLevel.Info, name, t.Of(form.Sheet.Subject, "Reviews.DecidedOtherwise", wish, settled), null, t["Reviews.ChipDiffers"]);
        if (line.HasVotes && (line.Votes is null || line.Total > form.Returned)) yield return new(FindingLevel.Block, name, t["Reviews.VotesOver", form.Returned], null, t["Reviews.ChipVotes"]);
        else if (line.HasVotes && line.Majority is null) yield return new(FindingLevel.Warn, name, t["Reviews.NoMajority", form.Rules.ProposalMajority(form.Convened)], null, t["Reviews.ChipNoMajority"]);
        else if (line.Majority is { } majority && line.Proposed is { } proposed && proposed != majority) yield return new(FindingLevel.Warn, name, t["Reviews.AgainstVotes", majority, proposed], null, t["Reviews.ChipAgainstVotes"]);
        if (line.Effective is { } now && line.Row.LastYear is { } before && ReviewConcerns.IsJump(form.Rules, before, now))
            yield return new(FindingLevel.Warn, name, t["Reviews.Jump", before, form.Sheet.Year - 1, now, form.Sheet.Year], t.Of(form.Sheet.Subject, "Reviews.JumpDetail"), t["Reviews.ChipJump", Math.Abs(form.Rules.Rank(before) - form.Rules.Rank(now))]);
        if (line.Effective is { } wanted && line.Row.Advice?.Against(wanted, form.Rules).Select(t.Objection).FirstOrDefault() is { } objection)
            yield return new(FindingLevel.Warn, name, t["Reviews.AgainstRules", wanted, objection], t.Of(form.Sheet.Subject, "Reviews.AgainstRulesDetail"), t["Reviews.ChipAgainstRules"]);
        if (line.Row.File is { } file && line.Effective is not null)
        {
            if (file.LastRemedies.Count(r => r.State == RemedyState.Open) is > 0 and var left) yield return new(FindingLevel.Warn, name, t["Reviews.RemediesLeft", left, form.Sheet.Year - 1], t["File.ConcernDetail"], t["Reviews.ChipRemedies"]);
        }
        else if (line.Row.OpenRemedies is > 0 and var open) yield return new(FindingLevel.Warn, name, t["Reviews.RemediesLeft", open, form.Sheet.Year - 1], t["File.ConcernDetail"], t["Reviews.ChipRemedies"]);
        if (line.Effective == Grades[0] && (line.Row.IsDisciplined || line.Row.File?.Facts.Disciplined == true)) yield return new(FindingLevel.Warn, name, t["ReviewConcern.Disciplined"], t["File.ConcernDetail"], t["Reviews.ChipDisciplined"]);
        if (line.Row.DecidedAbove && line.Decision.Length == 0) yield return new(FindingLevel.Info, name, t["Reviews.DecidedAbove"], t.Of(form.Sheet.Subject, "Reviews.DecidedAboveDetail"), t["Reviews.WaitsAbove"]);
    }
}
