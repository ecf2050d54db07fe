using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Jobs;

namespace OrgManager.Import;

/// <summary>Nhập danh sách cán bộ từ tệp: checked row by row, carried out in one change set, taken back as one.</summary>
public sealed class ImportService(Database database, TimeProvider time, JobBell bell, DecisionNames decisions)
{
    private const int Shown = 20;

    /// <summary>What the columns of a file are: as they were taken when a file of the same form was imported last, else as their names tell.</summary>
    [UseCase(Permission.ChangeStaffWork)]
    public Task<ProposedColumns> ProposeAsync(ReadSheet sheet, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        db.DemandScope(Permission.ChangeStaffWork, db.Today);
        var (found, form) = (SheetColumns.Of(sheet), SheetForm.Of(sheet));
        var told = await db.Set<ImportBatch>().Where(b => b.Form == form && b.State == ImportBatchState.Applied).OrderByDescending(b => b.AppliedIn).Select(b => b.TakenAs).FirstOrDefaultAsync(ct);
        var taken = told is null ? found : SheetForm.As(sheet, told);
        return new ProposedColumns(taken, !taken.Columns.SequenceEqual(found.Columns));
    }, ct);

    /// <summary>What the sheet would do, each row held against the rules and the reader's reach; nothing is saved.</summary>
    /// <exception cref="RuleBrokenException">Import.NobodyNamed: no column says who a row is about.</exception>
    [UseCase(Permission.ChangeStaffWork, IsList = true)]
    public Task<ImportCheck> CheckAsync(SheetColumns sheet, ImportOrder order, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            db.DemandScope(Permission.ChangeStaffWork, order.On);
            return Task.FromResult(StaffCheck.Of(db, sheet, order));
        }, ct);

    /// <summary>Carries out what was seen checked, at once, in one change set.</summary>
    /// <exception cref="RuleBrokenException">Import.RowsInError, Import.RowsMoved: rows in error, or that would do something else by now, unless those are to be left out; nothing was changed.</exception>
    /// <exception cref="AccessDeniedException">Rows are out of reach, likewise.</exception>
    [UseCase(Permission.ChangeStaffWork, Permission.ChangeStaffPersonal)]
    public async Task<ImportResult> ApplyAsync(CheckedImport import, CancellationToken ct = default)
    {
        await DemandAsync(import.Order.On, ct);
        return await new ImportRun(database, import, null).RunAsync(null, ct);
    }

    /// <summary>The same as a job, which outlives the page. What it needs is kept until it has ended.</summary>
    [UseCase(Permission.ChangeStaffWork)]
    public async Task StartAsync(CheckedImport import, CancellationToken ct = default)
    {
        await DemandAsync(import.Order.On, ct);
        var upload = ImportUpload.Of(import, time.GetUtcNow().UtcDateTime);
        await database.ChangeAsync(new("Import.Start", import.Sheet.Sheet.Name), async db =>
        {
            db.DemandScope(Permission.ChangeStaffWork, import.Order.On);
            var needed = await db.Set<Job>().Where(j => j.Kind == ImportJob.Kind && (j.State == JobState.Waiting || j.State == JobState.Running)).Select(j => j.Input).ToListAsync(ct);
            var kept = needed.Select(id => Guid.Parse(id!)).ToList();
            await db.Set<ImportUpload>().Where(u => !EF.Parameter(kept).Contains(u.Id)).ExecuteDeleteAsync(ct);
            db.Add(upload);
            db.Add(Job.Ask(db.Actor.UserId ?? throw new AccessDeniedException(Permission.ChangeStaffWork), ImportJob.Kind, upload.Id.ToString(), time.GetUtcNow().UtcDateTime));
        }, ct);
        bell.Ring();
    }

    /// <summary>The newest imports, of everybody for who reaches every unit, else one's own: what was read, and what became of it.</summary>
    [UseCase(Permission.ChangeStaffWork)]
    public Task<IReadOnlyList<ImportBatchRow>> ListAsync(CancellationToken ct = default) => database.ReadAsync<IReadOnlyList<ImportBatchRow>>(async db =>
    {
        db.DemandScope(Permission.ChangeStaffWork, db.Today);
        var scope = db.ScopeFor(Permission.ChangeStaffWork, db.Today);
        var everywhere = db.Timeline.On(db.Today).Roots(Organisation.Branch.Government).All(root => scope.Includes(root.Id));
        var mine = await (from batch in db.Set<ImportBatch>()
                          join set in db.Set<ChangeSet>() on batch.AppliedIn equals set.Seq
                          where everywhere || set.UserId == db.Actor.UserId
                          orderby batch.AppliedIn descending
                          select new { batch, set.AtUtc, set.UserName, set.UserId }).Take(Shown).ToListAsync(ct);
        var named = await decisions.OfAsync(db, mine.Select(r => r.batch.DecisionId), ct);
        return [.. mine.Select(r => new ImportBatchRow(r.batch.Id, r.batch.FileName, r.batch.On, r.batch.DecisionId is { } id ? named.GetValueOrDefault(id) : null,
            new(r.batch.New, r.batch.Changed, r.batch.Same, r.batch.LeftOut), r.batch.State, r.batch.AppliedIn, r.AtUtc, r.UserName))];
    }, ct);

    /// <summary>Takes back everything an import did, as one change set; needs its reach over the units in which people stood before it and after it.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; Import.UndoneAlready; Undo.LaterChanges: later changes stand on it, told by number and verb.</exception>
    /// <exception cref="NotFoundException">There is no such import.</exception>
    [UseCase(Permission.CorrectHistory, Permission.ChangeStaffPersonal)]
    public Task UndoAsync(Guid batchId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Import.Undo", reason), async db =>
        {
            var batch = await db.LoadAsync<ImportBatch>(batchId, ct);
            var units = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == batch.AppliedIn && e.UnitId != null).Select(e => e.UnitId).Distinct().ToListAsync(ct);
            var people = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == batch.AppliedIn && e.UnitId == null && e.OwnerType == nameof(Staff.Person)).Select(e => e.OwnerId).Distinct().ToListAsync(ct);
            var before = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == batch.AppliedIn && e.EntityType == nameof(Staff.AssignmentVersion) && e.Before != null).Select(e => e.Before!).ToListAsync(ct);
            units = [.. units.Union(before.Select(UnitIn)).Union(people.Select(person => db.Timeline.On(batch.On).UnitOf(person)).Where(unit => unit is not null))];
            foreach (var permission in new[] { Permission.CorrectHistory, Permission.ChangeStaffPersonal })
            {
                db.DemandScope(permission, batch.On);
                foreach (var unit in units) db.Demand(permission, unit, batch.On);
            }
            RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
            batch.Undo();
            await new ChangeSetUndo(db).RunAsync(batch.AppliedIn, except: batch.Id, ct);
        }, ct);

    /// <summary>What a job does. However it ends, what was kept for it is taken away.</summary>
    internal async Task<ImportResult> RunAsync(Guid uploadId, IProgress<JobProgress> progress, CancellationToken ct)
    {
        var import = await database.ReadAsync(async db => (await db.Set<ImportUpload>().SingleOrDefaultAsync(u => u.Id == uploadId, ct))?.Open(), ct) ?? throw new RuleBrokenException("Import.UploadGone");
        try
        {
            await DemandAsync(import.Order.On, ct);
            var done = await new ImportRun(database, import, progress).RunAsync(uploadId, ct);
            if (done.ChangeSet is null) await ForgetAsync();
            return done;
        }
        catch (Exception e) when (e is RuleBrokenException or AccessDeniedException or BusyException or OperationCanceledException)
        {
            await ForgetAsync();
            throw;
        }

        Task ForgetAsync() => database.ChangeAsync(new("Import.Refused", import.Sheet.Sheet.Name, Always: true), db => db.Set<ImportUpload>().Where(u => u.Id == uploadId).ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
    }

    /// <summary>Where somebody worked as the trail has it: an import of the same day may have written over it.</summary>
    private static Guid? UnitIn(string image)
    {
        using var row = JsonDocument.Parse(image);
        return row.RootElement.GetProperty(nameof(Staff.AssignmentVersion.UnitId)).GetGuid();
    }

    private Task<bool> DemandAsync(DateOnly on, CancellationToken ct) => database.ReadAsync(db =>
    {
        db.DemandScope(Permission.ChangeStaffWork, on);
        return Task.FromResult(true);
    }, ct);
}
