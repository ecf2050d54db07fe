using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>Bản tự kiểm điểm: kept while it is typed, handed in once it is complete, by the subject or, from paper, by who works for the cell.</summary>
public sealed class SelfReviewService(Database database, OrgClock clock)
{
    /// <summary>Keeps what is typed, in one statement that replaces only what was seen; each account has a draft of its own, which nobody else reads.</summary>
    /// <param name="version">Of the draft that was seen; 0 where there was none.</param>
    /// <returns>The version it has now.</returns>
    /// <exception cref="ConflictException">It was saved from another device since; carries <see cref="DraftDetails"/>.</exception>
    /// <exception cref="BusyException">The database did not take it; it may be tried again.</exception>
    /// <exception cref="RuleBrokenException">SelfReview.TooLong, and those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task<int> SaveDraftAsync(Guid reviewId, int version, SelfReview said, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            await new FileDesk(db, clock).DemandAsync(reviewId, ReviewAct.Submit, Permission.EnterReviews, ct);
            RuleBrokenException.Unless(db.Actor.UserId is not null, "SelfReview.NoAccount");
            said.DemandBounds();
            var (user, body, now, next) = (db.Actor.UserId!.Value, JsonSerializer.Serialize(said, TableExtensions.Json), clock.NowUtc, version + 1);
            FormattableString
                first = $"""INSERT INTO "ReviewDrafts" ("ReviewId", "UserId", "Said", "Version", "SavedAtUtc") VALUES ({reviewId}, {user}, {body}, 1, {now}) ON CONFLICT DO NOTHING""",
                later = $"""UPDATE "ReviewDrafts" SET "Said" = {body}, "Version" = {next}, "SavedAtUtc" = {now} WHERE "ReviewId" = {reviewId} AND "UserId" = {user} AND "Version" = {version}""";
            var replaced = await TryAsync(() => db.Database.ExecuteSqlAsync(version == 0 ? first : later, ct));
            return replaced == 1 ? next : throw new ConflictException(await DraftAsync(db, reviewId, ct) ?? new DraftDetails(said, 0, now));
        }, ct);

    /// <summary>Nộp: complete, it goes on to the cell; the draft is gone with it.</summary>
    /// <param name="draftVersion">Of the draft that was seen; 0 where there was none.</param>
    /// <exception cref="ConflictException">The draft was saved from another device since; carries <see cref="DraftDetails"/>.</exception>
    /// <exception cref="RuleBrokenException">SelfReview.Incomplete: with how much is missing; SelfReview.TooLong, and those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task SubmitAsync(Guid reviewId, int draftVersion, SelfReview said, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewFile.Submit"), async db =>
        {
            var desk = new FileDesk(db, clock);
            var (review, cycle, rule) = await desk.DemandAsync(reviewId, ReviewAct.Submit, Permission.EnterReviews, ct);
            if (await DraftAsync(db, reviewId, ct) is { } draft && draft.Version != draftVersion) throw new ConflictException(draft);
            var (file, whole) = (await desk.FileAsync(review, ct), await WholeAsync(db, review, cycle, said, ct));
            file.HandIn(whole, fromPaper: rule.By != ReviewRelation.Subject, desk.By);
            new FileInHand(review, cycle, file, rule).Go(null, desk.By);
            await db.Set<ReviewDraft>().Where(d => d.ReviewId == reviewId && d.UserId == db.Actor.UserId).ExecuteDeleteAsync(ct);
        }, ct);

    private static async Task<int> TryAsync(Func<Task<int>> keep)
    {
        try
        {
            return await keep();
        }
        catch (DbException e)
        {
            throw new BusyException(e);
        }
    }

    /// <summary>What is kept: the criteria in the words in which they were shown, last year's remedies as they stand now.</summary>
    private static async Task<SelfReview> WholeAsync(OrgDbContext db, Review review, ReviewCycle cycle, SelfReview said, CancellationToken ct)
    {
        var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
        var facts = new FileFacts(db, cycle, rules);
        var form = await facts.FormAsync(review, ct);
        var last = await facts.LastYearAsync(review, ct);
        var whole = said.Cleaned() with
        {
            LastRemedies = last.Remedies,
            Scores = [.. from criterion in form.Criteria() let given = said.Score(criterion.Code) where given is not null select given with { Text = criterion.Shown }],
        };
        var missing = form.Missing(whole, rules).Count(m => m.Gap != FormGap.Grade || review.NotGradedReason is null);
        RuleBrokenException.Unless(missing == 0, "SelfReview.Incomplete", missing);
        return whole;
    }

    private static Task<DraftDetails?> DraftAsync(OrgDbContext db, Guid reviewId, CancellationToken ct) =>
        db.Set<ReviewDraft>().AsNoTracking().Where(d => d.ReviewId == reviewId && d.UserId == db.Actor.UserId).Select(d => new DraftDetails(d.Said, d.Version, d.SavedAtUtc)).SingleOrDefaultAsync(ct);
}
