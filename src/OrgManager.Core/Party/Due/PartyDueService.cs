using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Việc đến hạn of the cells whose record the reader may see, out of every source there is.</summary>
public sealed class PartyDueService(Database database, IEnumerable<IPartyDueSource> sources, ReadLog log)
{
    /// <summary>What is overdue, to be done now, and falls due within so many months, in this order and by day; it names members, so reading it is logged.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<IReadOnlyList<PartyDue>> ListAsync(DateOnly on, int months = 6, CancellationToken ct = default) => ReadAsync("PartyDue", on, months, _ => null, ct);

    /// <summary>The same, of the cells that the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<IReadOnlyList<PartyDue>> ExportAsync(DateOnly on, int months = 6, CancellationToken ct = default) =>
        ReadAsync("PartyDueExport", on, months, db => db.DemandExport(Permission.ViewPartyRecord, on), ct);

    private Task<IReadOnlyList<PartyDue>> ReadAsync(string what, DateOnly on, int months, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PartyDue>>(async db =>
        {
            var (record, narrow) = (db.DemandScope(Permission.ViewPartyRecord, on), narrowed(db));
            var reading = new PartyDueReading(db, db.Timeline.On(on), record, on.AddMonths(months));
            var all = new List<PartyDue>();
            foreach (var source in sources) all.AddRange(await source.OfAsync(reading, ct));
            var shown = all.Where(d => narrow?.Includes(d.Unit.Id) != false)
                .OrderBy(d => d.Urgency).ThenBy(d => d.On ?? on).ThenBy(d => d.Kind).ThenBy(d => d.Unit.Code, StringComparer.Ordinal).ThenBy(d => d.Person?.Code, StringComparer.Ordinal).ToList();
            var own = db.Actor.PersonId is { } id ? db.Timeline.People.Find(id)?.Code : null;
            await log.WriteAsync(db.Actor, what, FieldClass.Party, shown.Select(d => d.Person?.Code).OfType<string>().Distinct().Where(code => code != own), ct);
            return shown;
        }, ct);
}
