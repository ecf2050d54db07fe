using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Quy chế làm việc of cells and committees: entered, put right and taken back by whoever keeps the party record, the way meetings are.</summary>
public sealed class RegulationService(Database database)
{
    /// <summary>Enters regulations with their files, all or nothing; returns their id. They take the place of older ones from their day on.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.OtherBranch: no party unit; OrgUnit.NotThere; Regulation.Twice: number and day are there already; and those of <see cref="WorkingRegulation.Issue"/> and of files.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> IssueAsync(Guid unitId, RegulationFacts facts, IReadOnlyList<NewFile>? files = null, CancellationToken ct = default)
    {
        await database.ReadAsync(db =>
        {
            db.Demand(Permission.ChangePartyRecord, unitId, facts.From);
            return Task.FromResult(true);
        }, ct);
        var regulation = WorkingRegulation.Issue(unitId, facts);
        var received = new List<ReceivedFile>();
        foreach (var file in files ?? []) received.Add(await ReceivedFile.ReadAsync(file, ct));
        await database.ChangeAsync(new("Regulation.Issue"), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, unitId, facts.From);
            PartyUnits.DemandThere(db, unitId, facts.From);
            await DemandNewAsync(db, regulation, ct);
            db.Add(regulation);
            foreach (var file in received)
            {
                regulation.Attach(file);
                await KeptFiles.KeepAsync(db, file, ct);
            }
        }, ct);
        return regulation.Id;
    }

    /// <summary>They were entered wrongly, or their end became known.</summary>
    /// <exception cref="ConflictException">Somebody changed them since they were shown; carries the <see cref="RegulationFacts"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Regulation.Twice and those of <see cref="WorkingRegulation.Issue"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CorrectAsync(Seen seen, RegulationFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Regulation.Correct", reason), async db =>
        {
            var regulation = await LoadAsync(db, seen, ct);
            db.Demand(Permission.ChangePartyRecord, regulation.UnitId, facts.From);
            regulation.Correct(facts, reason);
            await DemandNewAsync(db, regulation, ct);
        }, ct);

    /// <summary>There were none such: the entry is taken back with its files, the trail keeps it with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Regulation.Withdraw", reason), async db =>
        {
            var regulation = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            foreach (var file in regulation.Files) await KeptFiles.DropAsync(db, file.Sha256, file.Id, ct);
            db.Remove(regulation);
        }, ct);

    /// <summary>Attaches a file; returns its id.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret, Attachment.TooLarge, Attachment.Empty, Attachment.KindUnknown, Attachment.Twice.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> AttachAsync(Guid regulationId, NewFile file, CancellationToken ct = default)
    {
        await database.ReadAsync(async db =>
        {
            Demand(db, Permission.ChangePartyRecord, await db.LoadAsync<WorkingRegulation>(regulationId, ct));
            return true;
        }, ct);
        var received = await ReceivedFile.ReadAsync(file, ct);
        var added = Guid.Empty;
        await database.ChangeAsync(new("Regulation.Attach"), async db =>
        {
            var regulation = await db.LoadAsync<WorkingRegulation>(regulationId, ct);
            Demand(db, Permission.ChangePartyRecord, regulation);
            added = regulation.Attach(received).Id;
            await KeptFiles.KeepAsync(db, received, ct);
        }, ct);
        return added;
    }

    /// <summary>The file was attached wrongly.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task DetachAsync(Guid regulationId, Guid fileId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Regulation.Detach", reason), async db =>
        {
            var regulation = await db.LoadAsync<WorkingRegulation>(regulationId, ct);
            Demand(db, Permission.ChangePartyRecord, regulation);
            var file = regulation.Detach(fileId, reason);
            db.Remove(file);
            await KeptFiles.DropAsync(db, file.Sha256, fileId, ct);
        }, ct);

    /// <summary>A file with its bytes.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<FileContent> DownloadAsync(Guid fileId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var file = await db.Set<PartyFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.RegulationId != null, ct) ?? throw new NotFoundException(typeof(PartyFile), fileId);
            Demand(db, Permission.ViewPartyRecord, await db.LoadAsync<WorkingRegulation>(file.RegulationId!.Value, ct));
            var content = await db.Set<AttachmentContent>().SingleAsync(c => c.Hash == file.Sha256, ct);
            return new FileContent(file.Name, file.Kind.MediaType(), content.Bytes);
        }, ct);

    private static void Demand(OrgDbContext db, Permission permission, WorkingRegulation regulation) => db.Demand(permission, regulation.UnitId, regulation.From);

    private static Task<WorkingRegulation> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<WorkingRegulation>(seen, r => Demand(db, Permission.ChangePartyRecord, r), r => r.Facts, ct);

    private static async Task DemandNewAsync(OrgDbContext db, WorkingRegulation r, CancellationToken ct) => RuleBrokenException.Unless(
        !await db.Set<WorkingRegulation>().AnyAsync(x => x.Id != r.Id && x.UnitId == r.UnitId && x.Number == r.Number && x.IssuedOn == r.IssuedOn, ct), "Regulation.Twice", r.Number, r.IssuedOn);
}

/// <summary>Party units as papers are about them.</summary>
internal static class PartyUnits
{
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere: no party unit of that day.</exception>
    public static void DemandThere(OrgDbContext db, Guid unitId, DateOnly on) =>
        RuleBrokenException.Unless(db.Timeline.On(on).Unit(unitId)?.Branch == Branch.Party, "OrgUnit.NotThere", db.Timeline.Units.Find(unitId)?.Code ?? "", on);
}
