using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Search;

namespace OrgManager.Decisions;

/// <summary>What decisions are found by, in memory: read anew once one was entered or corrected, by whichever node. Who may find which is asked when it is found.</summary>
public sealed class DecisionIndex
{
    private sealed record Known(long Seq, TextIndex Keys, IReadOnlyList<DecisionRef> Decisions);

    private volatile Known? _known;

    /// <summary>Those of which every word is somewhere in number, issuer or subject, the newest first; all of them if there is none.</summary>
    internal async Task<IEnumerable<DecisionRef>> FindAsync(OrgDbContext db, SearchWords words, CancellationToken ct)
    {
        var known = await CurrentAsync(db, ct);
        return words.IsEmpty ? known.Decisions : known.Keys.ContainingAll(words).Select(number => known.Decisions[number]);
    }

    private async Task<Known> CurrentAsync(OrgDbContext db, CancellationToken ct)
    {
        var (known, seq) = (_known, db.Timeline.Seq);
        if (known?.Seq == seq) return known;
        var isCurrent = known is not null && known.Seq < seq
            && !await db.Set<ChangeSetEntry>().AnyAsync(e => e.ChangeSetSeq > known.Seq && e.OwnerType == nameof(Decision), ct);
        return _known = isCurrent ? known! with { Seq = seq } : await LoadAsync(db, seq, ct);
    }

    private static async Task<Known> LoadAsync(OrgDbContext db, long seq, CancellationToken ct)
    {
        var rows = await db.Set<Decision>().OrderByDescending(d => d.SignedOn).ThenByDescending(d => d.Number)
            .Select(d => new { d.SearchKey, Ref = new DecisionRef(d.Id, d.Number, d.SignedOn, d.Issuer, d.Subject) }).ToListAsync(ct);
        return new(seq, new([.. rows.Select(r => r.SearchKey)]), [.. rows.Select(r => r.Ref)]);
    }
}
