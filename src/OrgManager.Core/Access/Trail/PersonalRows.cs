using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Access;

/// <summary>Whom an aggregate is about that is not in the timeline, or not there any more, and in which cell it stands.</summary>
internal sealed record PersonalRow(Guid Id, Guid? PersonId, Guid? UnitId);

/// <summary>Every aggregate beside the timeline that is about a person, found by what it keeps: the person, or the review it belongs to. What was removed is known by what the trail keeps of it.</summary>
internal static class PersonalRows
{
    private const string PersonId = nameof(Review.PersonId), ReviewId = nameof(ReviewFile.ReviewId), CellId = nameof(Review.CellId);
    private static readonly Type[] InTimeline = [typeof(Employment), typeof(PartyMember), typeof(CellCoverage)];

    /// <summary>Those that keep the person, and those that keep the review.</summary>
    internal static IReadOnlyList<Type> OfPerson { get; } = Keeping(PersonId);
    internal static IReadOnlyList<Type> OfReview { get; } = Keeping(ReviewId);

    /// <summary>Of these ids those that are such aggregates.</summary>
    public static async Task<Dictionary<Guid, PersonalRow>> OfAsync(OrgDbContext db, List<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, PersonalRow>();
        foreach (var kind in OfPerson) await AddAsync(nameof(OfPersonAsync), kind);
        foreach (var kind in OfReview) await AddAsync(nameof(OfReviewAsync), kind);
        return found;

        async Task AddAsync(string read, Type kind)
        {
            foreach (var row in await CallAsync<PersonalRow>(read, kind, db, ids, ct)) found.TryAdd(row.Id, row);
        }
    }

    /// <summary>The same of ids whose rows are gone.</summary>
    public static async Task<List<PersonalRow>> RemovedAsync(OrgDbContext db, List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var added = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.OwnerId) && e.EntityId == e.OwnerId && e.Before == null).Select(e => new { e.OwnerId, e.UnitId, e.After }).ToListAsync(ct);
        var read = added.Where(e => e.After is not null).Select(e => (e.OwnerId, e.UnitId, Image: JsonDocument.Parse(e.After!).RootElement)).ToList();
        var reviews = read.Select(e => IdIn(e.Image, ReviewId)).OfType<Guid>().Distinct().ToList();
        var people = reviews.Count == 0 ? [] : await db.Set<Review>().Where(r => EF.Parameter(reviews).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.PersonId, ct);
        return [.. read.Select(e => new PersonalRow(e.OwnerId, IdIn(e.Image, PersonId) ?? (IdIn(e.Image, ReviewId) is { } review ? people.GetValueOrDefault(review) : null), e.UnitId)).Where(row => row.PersonId is not null)];
    }

    /// <summary>Everything there is about one person, and what was about them and was removed.</summary>
    public static async Task<List<Guid>> OwnersAsync(OrgDbContext db, Guid person, CancellationToken ct)
    {
        var owners = new List<Guid>();
        foreach (var kind in OfPerson) owners.AddRange(await CallAsync<Guid>(nameof(OwnersOfPersonAsync), kind, db, person, ct));
        foreach (var kind in OfReview) owners.AddRange(await CallAsync<Guid>(nameof(OwnersOfReviewAsync), kind, db, person, ct));
        var told = $"%{person}%";
        owners.AddRange(await db.Set<ChangeSet>().Where(c => EF.Functions.Like(c.Verb, "%.Remove") || EF.Functions.Like(c.Verb, "%.Withdraw") || EF.Functions.Like(c.Verb, "%.Undo")).SelectMany(c => c.Entries)
            .Where(e => e.EntityId == e.OwnerId && e.After == null && EF.Functions.Like(e.Before!, told)).Select(e => e.OwnerId).ToListAsync(ct));
        return owners;
    }

    private static Task<List<PersonalRow>> OfPersonAsync<T>(OrgDbContext db, List<Guid> ids, CancellationToken ct) where T : Aggregate => typeof(T).GetProperty(CellId) is null
        ? db.Set<T>().Where(a => EF.Parameter(ids).Contains(a.Id)).Select(a => new PersonalRow(a.Id, EF.Property<Guid?>(a, PersonId), null)).ToListAsync(ct)
        : db.Set<T>().Where(a => EF.Parameter(ids).Contains(a.Id)).Select(a => new PersonalRow(a.Id, EF.Property<Guid?>(a, PersonId), EF.Property<Guid?>(a, CellId))).ToListAsync(ct);

    private static Task<List<PersonalRow>> OfReviewAsync<T>(OrgDbContext db, List<Guid> ids, CancellationToken ct) where T : Aggregate =>
        db.Set<T>().Where(a => EF.Parameter(ids).Contains(a.Id)).Join(db.Set<Review>(), a => EF.Property<Guid>(a, ReviewId), r => r.Id, (a, r) => new PersonalRow(a.Id, r.PersonId, r.CellId)).ToListAsync(ct);

    private static Task<List<Guid>> OwnersOfPersonAsync<T>(OrgDbContext db, Guid person, CancellationToken ct) where T : Aggregate =>
        db.Set<T>().Where(a => EF.Property<Guid?>(a, PersonId) == person).Select(a => a.Id).ToListAsync(ct);

    private static Task<List<Guid>> OwnersOfReviewAsync<T>(OrgDbContext db, Guid person, CancellationToken ct) where T : Aggregate =>
        db.Set<T>().Join(db.Set<Review>().Where(r => r.PersonId == person), a => EF.Property<Guid>(a, ReviewId), r => r.Id, (a, _) => a.Id).ToListAsync(ct);

    private static Task<List<T>> CallAsync<T>(string read, Type kind, params object[] arguments) =>
        (Task<List<T>>)typeof(PersonalRows).GetMethod(read, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, arguments)!;

    private static Type[] Keeping(string property) => [.. typeof(PersonalRows).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Aggregate)) && !InTimeline.Contains(t) && t.GetProperty(property)?.PropertyType is { } kept && (Nullable.GetUnderlyingType(kept) ?? kept) == typeof(Guid)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static Guid? IdIn(JsonElement image, string name) => image.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}
