using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Jobs;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>What an import did; no change set where there was nothing to write.</summary>
public sealed record ImportResult(Guid? Batch, long? ChangeSet, ImportCounts Counts)
{
    /// <summary>For how long nobody else could write.</summary>
    internal TimeSpan Held { get; init; }
}

/// <summary>Carries a checked sheet out. Everything is read and checked before the write lock is asked for; under it the check is made again only if something was written in between.</summary>
internal sealed class ImportRun(Database database, CheckedImport import, IProgress<JobProgress>? progress)
{
    private const int IdsPerQuery = 500, Told = 50;
    private readonly ImportOrder _order = import.Order;

    /// <exception cref="RuleBrokenException">Import.RowsInError, Import.RowsMoved: with the first of the rows; nothing was changed.</exception>
    /// <exception cref="AccessDeniedException">A row is out of reach.</exception>
    public async Task<ImportResult> RunAsync(Guid? upload, CancellationToken ct)
    {
        var check = await database.ReadAsync(db => Task.FromResult(Sound(StaffCheck.Of(db, import.Sheet, _order))), ct);
        if (!check.ToWrite.Any()) return new(null, null, Counts(check));
        ImportResult? result = null;
        var begun = 0L;
        await database.ChangeAsync(new("Import.Staff", import.Sheet.Sheet.Name, _order.DecisionId), async db =>
        {
            begun = Stopwatch.GetTimestamp();
            var now = db.Timeline.Seq == check.Seq ? check : Sound(StaffCheck.Of(db, import.Sheet, _order));
            var counts = Counts(now);
            await WriteAsync(db, [.. now.ToWrite], ct);
            var batch = ImportBatch.Applied(import.Sheet, _order, counts, db.Timeline.Seq + 1);
            db.Add(batch);
            if (upload is { } id) await db.Set<ImportUpload>().Where(u => u.Id == id).ExecuteDeleteAsync(ct);
            result = new(batch.Id, batch.AppliedIn, counts);
        }, ct);
        return result! with { Held = Stopwatch.GetElapsedTime(begun) };
    }

    /// <summary>Rows that say something else than was seen, and rows in error, stop everything, or are left out where that was asked for.</summary>
    private ImportCheck Sound(ImportCheck check)
    {
        var rows = check.Rows.Select(row => row.State is ImportState.New or ImportState.Changed or ImportState.Error && import.Stamps.TryGetValue(row.Number, out var seen) && seen != row.Stamp
            ? row with { State = ImportState.Error, Problems = [.. row.Problems, new(null, null, "Import.Moved")] } : row).ToList();
        var wrong = rows.FindAll(row => row.State == ImportState.Error);
        if (_order.Partial || wrong.Count == 0) return check with { Rows = rows };
        if (wrong.TrueForAll(row => row.Problems.All(p => p.Code == "Import.OutOfReach"))) throw new AccessDeniedException(Permission.ChangeStaffWork);
        var moved = wrong.FindAll(row => row.Problems.Any(p => p.Code == "Import.Moved"));
        throw moved.Count > 0 ? new RuleBrokenException("Import.RowsMoved", moved.Count, Numbers(moved)) : new RuleBrokenException("Import.RowsInError", wrong.Count, Numbers(wrong));
    }

    /// <summary>No names: how a job ended is told to more people than the rows are.</summary>
    private static string Numbers(List<ImportRow> rows) => string.Join(", ", rows.Take(Told).Select(row => row.Number)) + (rows.Count > Told ? ", …" : "");

    private async Task WriteAsync(OrgDbContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var changes = rows.Select(row => row.Plan).OfType<ChangePlan>().ToList();
        await LoadAsync<Employment>(db, changes.Where(c => c.Post is not null || c.Salary is not null).Select(c => c.Employment.Id), ct);
        await LoadAsync<Person>(db, changes.Where(c => c.Facts is not null).Select(c => c.Person.Id), ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // each would look at everything loaded; the change itself looks once
        var done = 0;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            Write(db, row);
            progress?.Report(new(++done, rows.Count));
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private void Write(OrgDbContext db, ImportRow row)
    {
        switch (row.Plan)
        {
            case RecruitPlan recruit:
                db.Demand(Permission.ChangeStaffWork, recruit.Post.UnitId, _order.On);
                db.Demand(Permission.ChangeStaffPersonal, recruit.Post.UnitId, _order.On);
                var (person, employment) = PlanRun.Begin(recruit, _order);
                db.AddRange(person, employment);
                break;
            case ChangePlan change:
                db.Demand(Permission.ChangeStaffWork, change.UnitId, _order.On);
                if (change.Post is not null || change.Salary is not null) PlanRun.Change(db.Find<Employment>(change.Employment.Id)!, change, _order);
                if (change.Facts is { } facts) db.Find<Person>(change.Person.Id)!.Correct(facts, import.Sheet.Sheet.Name);
                break;
            default: break;
        }
    }

    private static async Task LoadAsync<T>(OrgDbContext db, IEnumerable<Guid> ids, CancellationToken ct) where T : Aggregate
    {
        foreach (var some in ids.Chunk(IdsPerQuery).Select(chunk => chunk.ToList()))
            await db.Set<T>().Where(a => EF.Parameter(some).Contains(a.Id)).LoadAsync(ct);
    }

    private static ImportCounts Counts(ImportCheck check) =>
        new(check.Count(ImportState.New), check.Count(ImportState.Changed), check.Count(ImportState.Same), check.Count(ImportState.LeftOut) + check.Count(ImportState.Error));
}
