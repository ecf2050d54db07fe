using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews.Papers;

namespace OrgManager.Data.Maintenance;

/// <summary>The last change set: keep its number and hash elsewhere, for the chain proves nothing against the owner of the file.</summary>
public sealed record ChainHead(long Seq, string Hash);

/// <summary>One thing that is not as it should be, and where.</summary>
public sealed record Problem(string Code, string Where);

public sealed record VerifyResult(bool Ok, long ChangeSets, ChainHead? Head, IReadOnlyList<Problem> Problems);

/// <summary>Checks the chain of change sets, every row, account and file against what the trail last said of it, the stamps, and every invariant.</summary>
public sealed class Verifier(Database database)
{
    /// <summary>Never throws for what it finds: a row that cannot even be read is a problem like others.</summary>
    /// <exception cref="AccessDeniedException">Not an administrator.</exception>
    [UseCase(Permission.Administer)]
    public async Task<VerifyResult> VerifyAsync(CancellationToken ct = default)
    {
        await using var db = await database.OpenBareAsync(ct);
        db.Demand(Permission.Administer, null, db.Today);
        await using var transaction = await db.BeginReadAsync(ct); // others may be writing meanwhile

        var problems = new List<Problem>();
        var told = new ToldRows();
        ChainHead? head = null;
        await TryAsync("Chain.Unreadable", "change sets", problems, async () => head = await told.ReadAsync(db, problems, ct));
        var counter = await db.Set<Versions>().Select(v => v.Data).SingleAsync(ct);
        if (counter != (head?.Seq ?? 0)) problems.Add(new("Chain.Head", $"version counter {counter}, last change set {head?.Seq ?? 0}"));
        foreach (var type in ToldRows.Types)
        {
            await TryAsync("Row.Unreadable", type.Name, problems, () => told.CompareAsync(db, type, problems, ct));
            told.Forget(type);
        }
        await TryAsync("File.Unreadable", "attachments", problems, () => CompareFilesAsync(db, problems, ct));
        await TryAsync("Timeline.Unreadable", "organisation", problems, async () =>
            problems.AddRange(Invariants.All(await new TimelineStore().CurrentAsync(db, ct)).Select(v => new Problem(v.Code, v.ToString()))));
        return new(problems.Count == 0, head?.Seq ?? 0, head, problems);
    }

    /// <summary>The trail seals the hash of every file, the hash its bytes.</summary>
    private static async Task CompareFilesAsync(OrgDbContext db, List<Problem> problems, CancellationToken ct)
    {
        await CompareAsync(await db.Set<DecisionAttachment>().Select(a => a.Sha256).Union(db.Set<PartyFile>().Select(f => f.Sha256)).ToListAsync(ct), db.Set<AttachmentContent>().AsAsyncEnumerable(), c => (c.Hash, c.Bytes), problems, ct);
        await CompareAsync(await db.Set<PaperTemplate>().Select(t => t.Sha256).Distinct().ToListAsync(ct), db.Set<PaperTemplateContent>().AsAsyncEnumerable(), c => (c.Hash, c.Bytes), problems, ct);
    }

    private static async Task CompareAsync<T>(List<string> told, IAsyncEnumerable<T> kept, Func<T, (string Hash, byte[] Bytes)> read, List<Problem> problems, CancellationToken ct)
    {
        await foreach (var content in kept.WithCancellation(ct))
        {
            var (hash, bytes) = read(content);
            if (!told.Remove(hash)) problems.Add(new("File.Unknown", hash));
            else if (Convert.ToHexString(SHA256.HashData(bytes)) != hash) problems.Add(new("File.Changed", hash));
        }
        problems.AddRange(told.Select(hash => new Problem("File.Missing", hash)));
    }

    private static async Task TryAsync(string code, string what, List<Problem> problems, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            problems.Add(new(code, $"{what}: {(e.InnerException ?? e).Message}"));
        }
    }
}
