using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <param name="Seen">The review's id and the version of its file.</param>
/// <param name="Person">Null where it is the cell's own.</param>
/// <param name="MaySettle">The reader may say what came of it.</param>
public sealed record RemedyRow(Seen Seen, int Year, UnitRef Cell, PersonRef? Person, Remedy Remedy, bool IsOverdue, bool MaySettle);

/// <summary>Which remedies are listed.</summary>
/// <param name="Cell">Code of one cell; null: all in reach.</param>
/// <param name="OnlyOpen">Those of which nobody has said what came.</param>
public sealed record RemedyQuery(string? Cell = null, bool OnlyOpen = true);

/// <summary>Biện pháp khắc phục followed through the year: what was promised, by whom, until when, and what came of it.</summary>
public sealed class RemedyService(Database database, OrgClock clock, ReadLog log)
{
    public const int Most = 500;

    /// <summary>Remedies in reach, those due first at the top; at most <see cref="Most"/>. Of their own the reader is told what the cell named once notified, until then only what they promised themselves. That they were read is logged.</summary>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<IReadOnlyList<RemedyRow>> ListAsync(RemedyQuery query, CancellationToken ct = default) => ReadAsync("Remedies", query, Most, _ => null, ct);

    /// <summary>All of them, of the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewReviews, IsList = true)]
    public Task<IReadOnlyList<RemedyRow>> ExportAsync(RemedyQuery query, CancellationToken ct = default) =>
        ReadAsync("RemediesExport", query, int.MaxValue, db => db.DemandExport(Permission.ViewReviews, db.Today), ct);

    private Task<IReadOnlyList<RemedyRow>> ReadAsync(string what, RemedyQuery query, int most, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<RemedyRow>>(async db =>
        {
            db.DemandScope(Permission.ViewReviews, db.Today);
            var (scope, narrow) = (AccessRules.LastingScopeFor(db, Permission.ViewReviews), narrowed(db)); // what a cell that is gone promised is followed all the same
            var promised = await PromisedAsync(db, db.Actor.PersonId is { } self ? await Files(db, scope, query.Cell).Where(f => f.PersonId == self).ToListAsync(ct) : [], ct);
            var found = new List<(Followed File, Remedy Remedy)>();
            await foreach (var file in Files(db, scope, query.Cell).AsAsyncEnumerable().WithCancellation(ct))
                if (narrow?.Includes(file.CellId) != false)
                    found.AddRange(file.Remedies.Where(r => (!query.OnlyOpen || r.State == RemedyState.Open) && promised.GetValueOrDefault(file.ReviewId)?.Any(r.IsOf) != false).Select(r => (file, r)));
            var rows = found.OrderBy(f => f.Remedy.DueOn ?? DateOnly.MaxValue).ThenBy(f => db.Timeline.Units.Find(f.File.CellId)!.Code, StringComparer.Ordinal).Take(most).Select(f => Row(db, f.File, f.Remedy)).ToList();
            await log.WriteAsync(db.Actor, what, FieldClass.Review, rows.Select(r => r.Person?.Code).OfType<string>().Where(c => c != OwnCode(db)).Distinct(), ct);
            return rows;
        }, ct);

    /// <summary>A shortcoming named by the cell, with its remedy; of any year that is not closed.</summary>
    /// <exception cref="ConflictException">Somebody changed the file since.</exception>
    /// <exception cref="RuleBrokenException">Remedy.Incomplete, ReviewFile.OwnMove, ReviewFile.ResultsOnly, ReviewCycle.Closed.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task AddAsync(Seen file, Shortcoming said, CancellationToken ct = default) =>
        ChangeAsync("Remedy.Add", file, demandOpen: true, (found, _) => found.AddRemedy(said), ct);

    /// <summary>What came of a remedy, also after its year was closed: it is for the next year to tell. Nobody says it of their own.</summary>
    /// <exception cref="ConflictException">Somebody changed the file since.</exception>
    /// <exception cref="NotFoundException">No remedy of that number.</exception>
    /// <exception cref="RuleBrokenException">Remedy.NoteMissing, Remedy.NoteTooLong, ReviewFile.OwnMove, ReviewFile.ResultsOnly.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task SettleAsync(Seen file, int number, RemedyState state, string? note, CancellationToken ct = default) =>
        ChangeAsync("Remedy.Settle", file, demandOpen: false, (found, by) => found.Settle(number, state, note, by), ct);

    private Task ChangeAsync(string verb, Seen seen, bool demandOpen, Action<ReviewFile, Signature> change, CancellationToken ct) =>
        database.ChangeAsync(new(verb), async db =>
        {
            var desk = new FileDesk(db, clock);
            change(await desk.EnteredAsync(seen, demandOpen, ct), desk.By);
        }, ct);

    /// <summary>What the reader promised in files of their own of whose outcome they are not told yet.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<Shortcoming>>> PromisedAsync(OrgDbContext db, List<Followed> found, CancellationToken ct)
    {
        var untold = found.Where(f => f.PersonId is not null && f.PersonId == db.Actor.PersonId && !ReviewFileView.IsTold(f.Step, f.ClosedOn)).Select(f => f.ReviewId).ToList();
        if (untold.Count == 0) return [];
        var files = await db.Set<ReviewFile>().AsNoTracking().Where(f => untold.Contains(f.ReviewId)).Select(f => new { f.ReviewId, f.Self }).ToListAsync(ct);
        return files.ToDictionary(f => f.ReviewId, f => f.Self?.Said.Shortcomings ?? []);
    }

    private static IQueryable<Followed> Files(OrgDbContext db, Scope scope, string? cellCode)
    {
        IReadOnlyList<Remedy> none = [];
        var all = from file in db.Set<ReviewFile>().Where(f => f.Remedies != none)
                  join review in db.Set<Review>() on file.ReviewId equals review.Id
                  join cycle in db.Set<ReviewCycle>() on review.CycleId equals cycle.Id
                  select new Followed { ReviewId = review.Id, Version = file.Version, CellId = file.CellId, PersonId = review.PersonId, Year = cycle.Year, Step = review.Step, ClosedOn = cycle.ClosedOn, Remedies = file.Remedies };
        if (cellCode is not null)
        {
            var cell = db.Timeline.UnitByCode(cellCode)?.Id;
            all = all.Where(f => f.CellId == cell);
        }
        if (scope.IsEverything) return all;
        var (cells, own) = (db.Timeline.Units.Select(u => u.Id).Where(id => scope.Includes(id)).ToList(), scope.PersonId);
        return all.Where(f => cells.Contains(f.CellId) || (own != null && f.PersonId == own));
    }

    private static RemedyRow Row(OrgDbContext db, Followed file, Remedy remedy)
    {
        var person = file.PersonId is { } id ? db.Timeline.People.Find(id) : null;
        return new(new(file.ReviewId, file.Version), file.Year, UnitNames.Ref(db.Timeline.Units.Find(file.CellId)!, db.Today), person is null ? null : new(person.Code, person.FullName), remedy,
            remedy.State == RemedyState.Open && remedy.DueOn < db.Today, (person is null || person.Id != db.Actor.PersonId) && AccessRules.Reaches(db, Permission.EnterReviews, file.CellId, db.Today));
    }

    private static string? OwnCode(OrgDbContext db) => db.Actor.PersonId is { } own ? db.Timeline.People.Find(own)?.Code : null;

    private sealed record Followed
    {
        public required Guid ReviewId { get; init; }
        public required int Version { get; init; }
        public required Guid CellId { get; init; }
        public required Guid? PersonId { get; init; }
        public required int Year { get; init; }
        public required ReviewStep? Step { get; init; }
        public required DateOnly? ClosedOn { get; init; }
        public required IReadOnlyList<Remedy> Remedies { get; init; }
    }
}
