using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Restructuring;
using OrgManager.Reviews;

namespace OrgManager.Access;

/// <summary>Nhật ký thay đổi: who changed what, when and why, cut to the reader's scope and classes of fields.</summary>
public sealed class TrailService(Database database, OrgClock clock, DecisionNames decisions, ReadLog log, ChainWatch chain)
{
    private const int SubjectsNamed = 3, EntriesShown = 200;
    private static readonly FieldClass[] Sensitive = [FieldClass.Party, FieldClass.Review, FieldClass.Discipline];

    /// <summary>
    /// Change sets with at least one row in reach, the newest first, from below <paramref name="before"/> on. A person reads what is about themselves, an administrator
    /// what is about accounts, others what is written down for units in their scope; successful sign-ins stand only among accounts. People it names
    /// with party, review or discipline data are logged as read.
    /// </summary>
    [UseCase(Permission.ViewAuditTrail)]
    public Task<TrailPage> ListAsync(TrailQuery query, long? before = null, int most = 30, CancellationToken ct = default) => ReadAsync("Trail", query, before, most, _ => null, ct);

    /// <summary>All of them in the same order, cut besides to what the reader may take out of the house; told to the read log as such. Accounts go along for whoever reads their trail.</summary>
    [UseCase(Permission.Export, Permission.ViewAuditTrail, IsList = true)]
    public Task<TrailPage> ExportAsync(TrailQuery query, CancellationToken ct = default) =>
        ReadAsync("TrailExport", query, null, int.MaxValue, db => db.DemandExport(Permission.ViewAuditTrail, db.Today), ct);

    private Task<TrailPage> ReadAsync(string what, TrailQuery query, long? before, int most, Func<OrgDbContext, Scope?> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var reach = await ReachAsync(db, ct, leaves: demand(db) is not null);
            var (sets, more) = await new TrailScan(db, clock, reach, await TrailFilter.OfAsync(db, query, ct), query).ReadAsync(before, most, ct);
            var names = await TrailNames.OfAsync(db, decisions, [.. sets.SelectMany(s => s.Entries).Select(e => e.OwnerId), .. sets.Select(s => s.DecisionId).OfType<Guid>()], ct);
            var rows = sets.Select(s => (Set: s, Row: Row(s, names))).ToList();
            await LogAsync(db, what, names, rows.SelectMany(r => r.Set.Entries.Where(e => names.Subject(e.OwnerType, e.OwnerId) is { } subject && r.Row.Subjects.Contains(subject))), ct);
            return new TrailPage([.. rows.Select(r => r.Row)], more ? sets[^1].Seq : null, reach.Classes);
        }, ct);

    /// <summary>The rows of one change set in reach, in words; none where there is none.</summary>
    [UseCase(Permission.ViewAuditTrail)]
    public Task<TrailSet> SetAsync(long seq, TrailQuery query, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (reach, filter) = (await ReachAsync(db, ct), await TrailFilter.OfAsync(db, query, ct));
            var all = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == seq).OrderBy(e => e.Number).ToListAsync(ct);
            var seen = all.Where(e => Head(e) is var head && reach.Includes(head, seq) && filter.Includes(head)).ToList();
            var shown = seen.Take(EntriesShown).ToList();
            var names = await TrailNames.OfAsync(db, decisions, shown.SelectMany(e => TrailImages.Ids(e).Append(e.OwnerId)), ct);
            await LogAsync(db, "Trail", names, shown.Select(Head), ct);
            var images = new TrailImages(db.Model);
            return new TrailSet([.. shown.Select(e => new TrailEntry(e.Number, e.EntityType, names.Subject(e.OwnerType, e.OwnerId), e.FieldClass, ActOf(e), images.Fields(e, names)))], seen.Count);
        }, ct);

    /// <summary>Up to which change set the chain of hashes is unbroken.</summary>
    [UseCase(Permission.ViewAuditTrail)]
    public Task<ChainState> ChainAsync(CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            _ = new TrailReach(db);
            return chain.CheckAsync(db, ct);
        }, ct);

    /// <summary>Of their own reviews those of which they have been told how they ended.</summary>
    private static async Task<HashSet<Guid>> ToldReviewsAsync(OrgDbContext db, Guid person, CancellationToken ct) =>
        [.. (await db.Set<Review>().Where(r => r.PersonId == person).Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (Review, Cycle) => new { Review, Cycle }).AsNoTracking().ToListAsync(ct))
            .Where(x => ReviewFileView.IsTold(x.Review, x.Cycle)).Select(x => x.Review.Id)];

    private static async Task<TrailReach> ReachAsync(OrgDbContext db, CancellationToken ct, bool leaves = false)
    {
        var person = db.Actor.PersonId;
        return new(db, leaves)
        {
            OwnReviews = person is null ? [] : await ToldReviewsAsync(db, person.Value, ct),
            ClosedScenarios = await ScenarioSight.ClosedAsync(db, ct),
        };
    }

    private static TrailRow Row(FoundSet set, TrailNames names)
    {
        var subjects = set.Entries.Select(e => names.Subject(e.OwnerType, e.OwnerId)).OfType<TrailSubject>().Distinct().ToList();
        return new(set.Seq, set.AtUtc, set.UserName, set.Verb, set.Reason, names.Decision(set.DecisionId), [.. subjects.Take(SubjectsNamed)], Math.Max(0, subjects.Count - SubjectsNamed), set.Entries.Count);
    }

    private async Task LogAsync(OrgDbContext db, string what, TrailNames names, IEnumerable<TrailHead> entries, CancellationToken ct)
    {
        foreach (var read in entries.Where(e => Sensitive.Contains(e.FieldClass)).GroupBy(e => e.FieldClass))
            await log.WriteAsync(db.Actor, what, read.Key,
                read.Select(e => names.Person(e.OwnerType, e.OwnerId)).Where(p => p is not null && p.Id != db.Actor.PersonId).Select(p => p!.Code).Distinct(), ct);
    }

    private static TrailHead Head(ChangeSetEntry e) => new(e.Number, e.OwnerType, e.OwnerId, e.UnitId, e.FieldClass);

    private static TrailAct ActOf(ChangeSetEntry e) => e.Before is null ? TrailAct.Added : e.After is null ? TrailAct.Removed : TrailAct.Changed;
}
