using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>What entering a cell's minutes, and deciding, mean for the full files of its rows.</summary>
internal sealed class CellFileSteps(OrgDbContext db, OrgClock clock)
{
    /// <summary>A result is taken down once the file has come to the meeting; why there is no grade, at any time until then.</summary>
    /// <inheritdoc cref="ReviewReach.Demand" path="/exception"/>
    public async Task RecordAsync(Review review, MemberEntry entry, CancellationToken ct)
    {
        RuleBrokenException.Unless(review.PersonId is null || review.PersonId != db.Actor.PersonId, "ReviewFile.OwnMove");
        var isReason = entry is { Proposed: null, Ballot: null, Comment: null } && review is { Grade: null, ProposedGrade: null, Ballot: null };
        if (isReason && (review.Step <= ReviewStep.Meeting || entry.NotGraded == review.NotGradedReason)) return;
        if (review.Subject == ReviewSubject.Cell && entry is { Ballot: null, Comment: null } && entry.Proposed == review.ProposedGrade && entry.NotGraded == review.NotGradedReason) return; // the minutes of another meeting, its own result untouched
        var desk = new FileDesk(db, clock);
        var (_, cycle, rule) = await desk.DemandAsync(review.Id, ReviewAct.Record, Permission.EnterReviews, ct);
        var file = await desk.FileAsync(review, ct);
        if (entry.Comment is not null) file.CommentOfCell(entry.Comment, desk.By);
        if (rule.To != review.Step) new FileInHand(review, cycle, file, rule).Go(null, desk.By);
    }

    /// <summary>Decided with a remark where something was found that asks for one.</summary>
    /// <exception cref="RuleBrokenException">ReviewFile.ReopenIt: a grade is not taken back, the file is opened again; Review.RemarkMissing.</exception>
    /// <inheritdoc cref="ReviewReach.Demand" path="/exception"/>
    public async Task DecideAsync(Review review, GradeDecided decided, IReadOnlyList<GradeDecided> all, CancellationToken ct)
    {
        RuleBrokenException.Unless(decided.Grade is not null, "ReviewFile.ReopenIt");
        var desk = new FileDesk(db, clock);
        var (_, cycle, rule) = await desk.DemandAsync(review.Id, ReviewAct.Decide, Permission.DecideReviews, ct);
        var file = await desk.FileAsync(review, ct);
        var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
        if (string.IsNullOrWhiteSpace(decided.Remark))
        {
            var found = await new FileFacts(db, cycle, rules).ConcernsAsync(review, file, decided.Grade!, all.ToDictionary(d => d.Review.Id, d => d.Grade), ct);
            RuleBrokenException.Unless(found.Count == 0, "Review.RemarkMissing", Name(review));
        }
        file.Decide(decided.Grade!, decided.Remark, desk.By);
        new FileInHand(review, cycle, file, rule).Go(decided.Remark, desk.By);
    }

    /// <summary>Where only results are kept: what the year before asks to be remarked on. The cap, and a cell whose every member is excellent, are answered when the year is closed.</summary>
    /// <exception cref="RuleBrokenException">Review.RemarkMissing; ReviewFile.TextTooLong.</exception>
    public async Task AnswerAsync(Review review, GradeDecided decided, CancellationToken ct)
    {
        if (decided.Grade is not { } grade || (grade == review.Grade && string.IsNullOrWhiteSpace(decided.Remark))) return;
        if (string.IsNullOrWhiteSpace(decided.Remark))
        {
            var cycle = await db.LoadAsync<ReviewCycle>(review.CycleId, ct);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            var last = await new FileFacts(db, cycle, rules).LastYearAsync(review, ct);
            var found = ReviewConcerns.Of(rules, new(grade, last.Grade, false, last.Remedies.Count(r => r.State == RemedyState.Open), false, false));
            RuleBrokenException.Unless(found.Count == 0, "Review.RemarkMissing", Name(review));
            return;
        }
        var desk = new FileDesk(db, clock);
        (await desk.FileAsync(review, ct)).Decide(grade, decided.Remark, desk.By);
    }

    private string Name(Review review) => (review.PersonId is { } person ? db.Timeline.People.Find(person)?.FullName : UnitNames.Ref(db.Timeline.Units.Find(review.CellId)!, db.Today).Name) ?? "";
}
