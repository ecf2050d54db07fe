using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>A full file in the hands of who changes it.</summary>
/// <param name="Rule">By which it is done; for <see cref="FileDesk.OpenAsync"/> alone.</param>
internal sealed record FileInHand(Review Review, ReviewCycle Cycle, ReviewFile File, MoveRule Rule)
{
    /// <summary>Writes down that it was done, and goes where it leads; who is left without a grade has nothing decided and is told next.</summary>
    public void Go(string? remark, Signature by)
    {
        var rule = Rule.To == ReviewStep.Decision && Review.NotGradedReason is not null ? Rule with { To = ReviewStep.Notice } : Rule;
        File.Note(rule, Review.Step!.Value, remark, by);
        if (rule.To is { } to) Review.Go(to);
    }
}

/// <summary>Loads full files to change them, in the use case's own write.</summary>
internal sealed class FileDesk(OrgDbContext db, OrgClock clock)
{
    public Signature By => new(db.Actor.PersonId is { } person && db.Timeline.People.Find(person) is { } known ? known.FullName : db.Actor.Name, clock.NowUtc);

    /// <param name="seen">The review's id and the version of its file, 0 where it has none yet.</param>
    /// <exception cref="ConflictException">Somebody changed the file since.</exception>
    /// <inheritdoc cref="ReviewReach.Demand" path="/exception"/>
    public async Task<FileInHand> OpenAsync(Seen seen, ReviewAct act, Permission permission, CancellationToken ct)
    {
        var (review, cycle, rule) = await DemandAsync(seen.Id, act, permission, ct);
        var file = await FileAsync(review, ct);
        if (file.Version != seen.Version) throw await ConflictAsync(file, ct);
        return new(review, cycle, file, rule);
    }

    public async Task<(Review Review, ReviewCycle Cycle, MoveRule Rule)> DemandAsync(Guid reviewId, ReviewAct act, Permission permission, CancellationToken ct)
    {
        var review = await db.LoadAsync<Review>(reviewId, ct);
        var cycle = await db.LoadAsync<ReviewCycle>(review.CycleId, ct);
        return (review, cycle, new ReviewReach(db, review, cycle).Demand(act, permission));
    }

    /// <summary>The file of a review, begun if there is none.</summary>
    public async Task<ReviewFile> FileAsync(Review review, CancellationToken ct)
    {
        if (await db.Set<ReviewFile>().SingleOrDefaultAsync(f => f.ReviewId == review.Id, ct) is { } file) return file;
        file = ReviewFile.Begin(review);
        db.Add(file);
        return file;
    }

    /// <summary>A file that who works for the cell writes into at any step, but for their own.</summary>
    /// <exception cref="ConflictException">Somebody changed the file since.</exception>
    /// <exception cref="RuleBrokenException">ReviewFile.OwnMove, ReviewFile.ResultsOnly, ReviewCycle.Closed.</exception>
    public async Task<ReviewFile> EnteredAsync(Seen seen, bool demandOpen, CancellationToken ct)
    {
        var review = await db.LoadAsync<Review>(seen.Id, ct);
        var cycle = await db.LoadAsync<ReviewCycle>(review.CycleId, ct);
        db.Demand(Permission.EnterReviews, review.CellId, db.Today);
        RuleBrokenException.Unless(!new ReviewReach(db, review, cycle).IsSubject, "ReviewFile.OwnMove");
        RuleBrokenException.Unless(review.Step is not null, "ReviewFile.ResultsOnly");
        if (demandOpen) cycle.DemandOpen();
        var file = await FileAsync(review, ct);
        return file.Version == seen.Version ? file : throw await ConflictAsync(file, ct);
    }

    private async Task<ConflictException> ConflictAsync(ReviewFile file, CancellationToken ct)
    {
        var by = await db.Set<ChangeSet>().AsNoTracking().Where(c => c.Seq == file.ChangeSetSeq).Select(c => new { c.UserName, c.AtUtc }).SingleOrDefaultAsync(ct);
        return new(new Seen(file.ReviewId, file.Version)) { By = by is null ? null : (by.UserName, by.AtUtc) };
    }
}
