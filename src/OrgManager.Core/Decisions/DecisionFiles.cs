using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>A file as it is handed out.</summary>
public sealed record FileContent(string Name, string MediaType, byte[] Bytes);

/// <summary>The files of decisions: handed in, handed out, and taken back where they were attached wrongly.</summary>
public sealed class DecisionFiles(Database database)
{
    /// <summary>Vào sổ: enters a decision together with its files, all or nothing; returns its id.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret; Decision.Registered and those of <see cref="Decision.Register"/> and <see cref="AddAsync"/>.</exception>
    [UseCase(Permission.ChangeUnits)]
    public async Task<Guid> EnterAsync(DecisionFacts facts, IReadOnlyList<NewFile> files, CancellationToken ct = default)
    {
        await DemandAsync(Permission.ChangeUnits, ct);
        var decision = Decision.Register(facts);
        var received = new List<ReceivedFile>();
        foreach (var file in files) received.Add(await ReceivedFile.ReadAsync(file, ct));
        await database.ChangeAsync(new("Decision.Register"), async db =>
        {
            Demand(db, Permission.ChangeUnits);
            await DecisionService.AddAsync(db, [decision], ct);
            foreach (var file in received) await AttachAsync(db, decision, file, ct);
        }, ct);
        return decision.Id;
    }

    /// <summary>Attaches a file; returns its id.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret: marked mật or above, nothing of it is kept; Attachment.TooLarge, Attachment.Empty, Attachment.KindUnknown (by its content), Attachment.Twice.</exception>
    /// <exception cref="NotFoundException">There is no such decision.</exception>
    [UseCase(Permission.ChangeUnits)]
    public async Task<Guid> AddAsync(Guid decisionId, NewFile file, CancellationToken ct = default)
    {
        await DemandAsync(Permission.ChangeUnits, ct);
        var received = await ReceivedFile.ReadAsync(file, ct);
        var added = Guid.Empty;
        await database.ChangeAsync(new("Decision.Attach"), async db =>
        {
            Demand(db, Permission.ChangeUnits);
            new DecisionSight(db).Demand(decisionId);
            added = await AttachAsync(db, await db.LoadAsync<Decision>(decisionId, ct), received, ct);
        }, ct);
        return added;
    }

    /// <summary>The file was attached wrongly. Name and hash stay in the trail with the reason; the bytes go, unless another decision carries the same file.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task WithdrawAsync(Guid fileId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Decision.Detach", reason), async db =>
        {
            Demand(db, Permission.CorrectHistory);
            var file = await FindAsync(db, fileId, ct);
            new DecisionSight(db).Demand(file.DecisionId);
            (await db.LoadAsync<Decision>(file.DecisionId, ct)).Detach(fileId, reason);
            await KeptFiles.DropAsync(db, file.Sha256, fileId, ct);
        }, ct);

    /// <summary>A file with its bytes. Decisions are public inside the house, but for those about party matters alone.</summary>
    /// <exception cref="AccessDeniedException">The decision speaks of party matters out of the reader's reach alone.</exception>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<FileContent> DownloadAsync(Guid fileId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            var file = await FindAsync(db, fileId, ct);
            new DecisionSight(db).Demand(file.DecisionId);
            var content = await db.Set<AttachmentContent>().SingleAsync(c => c.Hash == file.Sha256, ct);
            return new FileContent(file.Name, file.Kind.MediaType(), content.Bytes);
        }, ct);

    /// <summary>The register belongs to no unit: whoever has the permission anywhere may.</summary>
    internal static void Demand(OrgDbContext db, Permission permission)
    {
        if (db.ScopeFor(permission, db.Today).IsNothing) throw new AccessDeniedException(permission);
    }

    /// <summary>Before a byte is taken in.</summary>
    private Task<bool> DemandAsync(Permission permission, CancellationToken ct) => database.ReadAsync(db =>
    {
        Demand(db, permission);
        return Task.FromResult(true);
    }, ct);

    private static async Task<DecisionAttachment> FindAsync(OrgDbContext db, Guid fileId, CancellationToken ct) =>
        await db.Set<DecisionAttachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == fileId, ct) ?? throw new NotFoundException(typeof(DecisionAttachment), fileId);

    private static async Task<Guid> AttachAsync(OrgDbContext db, Decision decision, ReceivedFile file, CancellationToken ct)
    {
        var attachment = decision.Attach(file);
        await KeptFiles.KeepAsync(db, file, ct);
        return attachment.Id;
    }
}
