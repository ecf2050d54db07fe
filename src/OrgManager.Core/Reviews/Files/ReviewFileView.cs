using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Reads one file as one reader may see it: the subject is told what others say once it is notified.</summary>
internal sealed class ReviewFileView(OrgDbContext db, Review review, ReviewCycle cycle, RuleSetFacts rules)
{
    private readonly ReviewReach _reach = new(db, review, cycle);
    private readonly FileFacts _facts = new(db, cycle, rules);

    /// <summary>Whether the subject is told the outcome.</summary>
    public static bool IsTold(Review review, ReviewCycle cycle) => IsTold(review.Step, cycle.ClosedOn);

    public static bool IsTold(ReviewStep? step, DateOnly? closedOn) => step is null ? closedOn is not null : step >= ReviewStep.Notified;

    public async Task<ReviewFileDetails> DetailsAsync(CancellationToken ct)
    {
        var file = await db.Set<ReviewFile>().SingleOrDefaultAsync(f => f.ReviewId == review.Id, ct);
        var last = await _facts.LastYearAsync(review, ct);
        var grades = await YearGrades.ReadAsync(db, cycle, rules, review.PersonId is { } of ? [of] : [], ct);
        var disciplined = await _facts.IsDisciplinedAsync(review, file, ct);
        var (open, day) = (_reach.Open().ToList(), db.Timeline.On(_facts.Day));
        var (person, hidden) = (review.PersonId is { } id ? db.Timeline.People.Find(id) : null, _reach.IsSubject && !IsTold(review, cycle));
        var post = person is null ? null : day.Post(person.Id);
        return new()
        {
            Seen = new(review.Id, file?.Version ?? 0), Year = cycle.Year, Rules = rules, Subject = review.Subject, Person = person is null ? null : new(person.Code, person.FullName),
            Cell = Ref(review.CellId), Committee = Ref(cycle.CommitteeId), Post = post is null ? null : PostTitles.Of(post.Facts, post.Unit?.Kind), PostEn = post is null ? null : PostTitles.EnglishOf(post.Facts, post.Unit?.Kind),
            Offices = [.. (person is null ? null : day.Member(person.Id))?.Offices.Where(o => o.UnitId == review.CellId).Select(o => o.Facts.Post).Order().ToArray() ?? []],
            IsOwn = _reach.IsSubject, ClosedOn = cycle.ClosedOn, Step = review.Step, State = review.State, DecidedAbove = review.DecidedAbove, NotGraded = review.NotGradedReason,
            Form = await _facts.FormAsync(review, ct), Self = file?.Self, Draft = open.Exists(r => r.Act == ReviewAct.Submit) ? await DraftAsync(ct) : null, Comment = file?.Comment,
            Outcome = hidden ? null : new(review.ProposedGrade, review.Grade, review.Ballot, file?.Decisions ?? [], file?.CellComment, file?.Opinions ?? []),
            LastGrade = last.Grade, LastRemedies = last.Remedies, Remedies = [.. (file?.Remedies ?? []).Where(r => !hidden || IsOwn(file, r))], Facts = hidden ? new() : file?.Facts ?? new(), IsDisciplined = !hidden && disciplined,
            Advice = GradeAdvisor.Advise(rules, review.Subject, FileFacts.Of(review, hidden ? null : file, last.Remedies, hidden ? grades.WithoutCollectives() : grades, disciplined && !hidden)),
            Concerns = !_reach.IsSubject && review.Step is not null && review.Expected is { } grade ? await _facts.ConcernsAsync(review, file, grade, new Dictionary<Guid, string?>(), ct) : [],
            Moves = [.. (file?.Moves ?? []).Select(m => hidden && !IsToldTo(m) ? m with { Remark = null } : m)], May = open, MayEnter = _reach.Enters && review.Step is not null,
        };
    }

    /// <summary>The subject has promised it, not the cell demanded it.</summary>
    private static bool IsOwn(ReviewFile? file, Remedy remedy) => file?.Self?.Said.Shortcomings.Any(remedy.IsOf) == true;

    /// <summary>What is said to the subject in so many words: why it came back, why nobody commented.</summary>
    private static bool IsToldTo(ReviewMove move) => ReviewSteps.Of(move.Act, move.From).Any(r => r.Tells.Contains(ReviewRelation.Subject) || r.By == ReviewRelation.Subject);

    private Task<DraftDetails?> DraftAsync(CancellationToken ct) =>
        db.Set<ReviewDraft>().Where(d => d.ReviewId == review.Id && d.UserId == db.Actor.UserId).Select(d => new DraftDetails(d.Said, d.Version, d.SavedAtUtc)).SingleOrDefaultAsync(ct);

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, _facts.Day);
}
