using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Party;

namespace OrgManager.Decisions;

/// <summary>Bytes of files come with the first row that names them and go with the last, whatever they are attached to.</summary>
internal static class KeptFiles
{
    public static async Task KeepAsync(OrgDbContext db, ReceivedFile file, CancellationToken ct)
    {
        var known = db.Set<AttachmentContent>().Local.Any(c => c.Hash == file.Sha256) || await db.Set<AttachmentContent>().AnyAsync(c => c.Hash == file.Sha256, ct);
        if (!known) db.Add(new AttachmentContent { Hash = file.Sha256, Bytes = file.Bytes });
    }

    /// <param name="without">The attachment that goes.</param>
    public static async Task DropAsync(OrgDbContext db, string hash, Guid without, CancellationToken ct)
    {
        if (await db.Set<DecisionAttachment>().AnyAsync(a => a.Sha256 == hash && a.Id != without, ct)) return;
        if (await db.Set<PartyFile>().AnyAsync(f => f.Sha256 == hash && f.Id != without, ct)) return;
        db.Remove(new AttachmentContent { Hash = hash });
    }
}
