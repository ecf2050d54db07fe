using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Sinh hoạt đảng tạm thời: a member of one cell who for a time meets in another. Counted in the own cell alone, and left out where its ballots are counted.</summary>
internal static class TemporaryStays
{
    /// <summary>Stays in a cell or away from it that cover the day; who left the organisation meanwhile stays nowhere.</summary>
    public static async Task<List<MemberTransfer>> OfAsync(OrgDbContext db, Guid cellId, DateOnly on, CancellationToken ct)
    {
        var stays = await Running(db, on).Where(t => t.FromCellId == cellId || t.ToCellId == cellId).ToListAsync(ct);
        return [.. stays.Where(t => t.FromCellId is null || db.Timeline.On(on).CellOf(t.PersonId) is not null)];
    }

    /// <summary>Who of a cell meets elsewhere on the day: these do not count among those who vote in it.</summary>
    public static async Task<IReadOnlySet<Guid>> AwayAsync(OrgDbContext db, Guid cellId, DateOnly on, CancellationToken ct) =>
        (await Running(db, on).Where(t => t.FromCellId == cellId).Select(t => t.PersonId).ToListAsync(ct)).ToHashSet();

    public static IQueryable<MemberTransfer> Of(OrgDbContext db, Guid personId) =>
        db.Set<MemberTransfer>().Where(t => t.PersonId == personId && t.Kind == TransferKind.Temporary && t.State == TransferState.Joined);

    private static IQueryable<MemberTransfer> Running(OrgDbContext db, DateOnly on) =>
        db.Set<MemberTransfer>().Where(t => t.Kind == TransferKind.Temporary && t.State == TransferState.Joined && t.JoinedOn <= on && on < t.StaysUntil);
}
