using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>One reward as it stands in the record.</summary>
public sealed record HonourRow(Seen Seen, HonourFacts Facts);

/// <summary>Khen thưởng and Huy hiệu Đảng in the record of members: entered, put right and taken back by whoever keeps the record of the cell.</summary>
public sealed class HonourService(Database database)
{
    /// <summary>Enters a reward, or a badge that was given; returns its id.</summary>
    /// <exception cref="RuleBrokenException">Honour.Ahead; Honour.BadgeTwice: the badge of these years is entered; and those of <see cref="MemberHonour.Enter"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> EnterAsync(string code, HonourFacts facts, CancellationToken ct = default)
    {
        var id = Guid.Empty;
        await database.ChangeAsync(new("Honour.Enter"), async db =>
        {
            var (person, cell) = RecordReach.Demand(db, code, Permission.ChangePartyRecord);
            var honour = MemberHonour.Enter(person.Id, cell, facts);
            await DemandAsync(db, honour, ct);
            db.Add(honour);
            id = honour.Id;
        }, ct);
        return id;
    }

    /// <summary>It was entered wrongly.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Honour.Ahead, Honour.BadgeTwice and those of <see cref="MemberHonour.Enter"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CorrectAsync(Seen seen, HonourFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Honour.Correct", reason), async db =>
        {
            var honour = await LoadAsync(db, seen, ct);
            honour.Correct(facts, reason);
            await DemandAsync(db, honour, ct);
        }, ct);

    /// <summary>There was none such; the trail keeps the entry with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Honour.Withdraw", reason), async db =>
        {
            var honour = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            db.Remove(honour);
        }, ct);

    /// <summary>Those of one person, the newest first.</summary>
    internal static async Task<IReadOnlyList<HonourRow>> OfAsync(OrgDbContext db, Guid personId, CancellationToken ct) =>
        [.. (await db.Set<MemberHonour>().AsNoTracking().Where(h => h.PersonId == personId).ToListAsync(ct)).OrderByDescending(h => h.On).ThenByDescending(h => h.Id).Select(h => new HonourRow(new(h.Id, h.Version), h.Facts))];

    private static Task<MemberHonour> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<MemberHonour>(seen, h => RecordReach.Demand(db, h.PersonId, Permission.ChangePartyRecord), h => new Seen(h.Id, h.Version), ct);

    private static async Task DemandAsync(OrgDbContext db, MemberHonour honour, CancellationToken ct)
    {
        RuleBrokenException.Unless(honour.On <= db.Today, "Honour.Ahead");
        if (honour.BadgeYears is not { } years) return;
        RuleBrokenException.Unless(!await db.Set<MemberHonour>().AnyAsync(h => h.Id != honour.Id && h.PersonId == honour.PersonId && h.BadgeYears == years, ct), "Honour.BadgeTwice", years);
    }
}
