using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Biến động sắp có hiệu lực: what is entered and not in force yet, by day, as far as the reader may see it; and the calling off.</summary>
public sealed class PendingChanges(Database database, DecisionNames names, ReadLog log, OrgClock clock)
{
    /// <summary>What takes effect after today, the next first. Another's party data is shown only after the reading of it is logged.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<PendingList> ListAsync(PendingQuery query, PageRequest page, CancellationToken ct = default) => ReadAsync("PendingChanges", query, page, _ => { }, ct);

    /// <summary>All of it in the same order, for who may take lists out of the house; told to the read log as such.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<PendingList> ExportAsync(PendingQuery query, CancellationToken ct = default) =>
        ReadAsync("PendingChangesExport", query, new(0, int.MaxValue), db => db.DemandScope(Permission.Export, db.Today), ct);

    /// <summary>Hủy: one change, with all its parts, does not happen; what was before goes on. Needs what entering it needed, of posts that go from one unit to another on both sides.</summary>
    /// <param name="seen">The <see cref="PendingList.Seq"/> it was listed with.</param>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; History.InForce; Pending.OfScenario, Pending.OfStreamlining, Pending.OfOutside, Pending.OfPlan, Pending.Beginning, Pending.Succeeded, Pending.Followed, Pending.UnitInUse: it does not stand alone; or an invariant would break.</exception>
    [UseCase(Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord, Any = true)]
    public Task CallOffAsync(IReadOnlyList<ChangeRef> change, string reason, long seen, CancellationToken ct = default)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        return database.ChangeAsync(new("Change.CallOff", reason), db => new CallingOff(db).RunAsync(change, seen, ct), ct);
    }

    private Task<PendingList> ReadAsync(string what, PendingQuery query, PageRequest page, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            demand(db);
            var (reader, reach) = (new PendingReader(db), new ChangeReach(db));
            var all = (await reader.AllAsync(ct)).Where(reach.MaySee).ToList();
            var wanted = all.Where(c => (query.Area is null || c.Area == query.Area) && (query.UnitCode is null || Concerns(db, reach, c, query.UnitCode))).ToList();
            var inTime = wanted.Where(c => (query.Year is null || c.On.Year == query.Year) && (query.Month is null || c.On.Month == query.Month))
                .OrderBy(c => c.On).ThenBy(c => c.Area).ThenBy(c => c.Person?.SortKey ?? c.Unit!.Code, StringComparer.Ordinal).ToList();
            var shown = inTime.Skip(page.Skip).Take(page.Take).ToList();
            await log.WriteAsync(db.Actor, what, FieldClass.Party, MissingDecisions.PartyOf(db, shown), ct);
            return new PendingList(await RowsAsync(db, reader, reach, shown, ct), inTime.Count,
                [.. wanted.GroupBy(c => (c.On.Year, c.On.Month)).OrderBy(g => g.Key).Select(g => new PendingMonth(g.Key.Year, g.Key.Month, g.Count()))],
                all.CountBy(c => c.Area).ToDictionary(), Units(db, all), db.Timeline.Seq);
        }, ct);

    private async Task<IReadOnlyList<PendingRow>> RowsAsync(OrgDbContext db, PendingReader reader, ChangeReach reach, List<Change> shown, CancellationToken ct)
    {
        if (shown.Count == 0) return [];
        await reader.TraceAsync(shown, ct);
        var (decisions, sight) = (await names.OfAsync(db, shown.Select(c => c.DecisionId), ct), new DecisionSight(db));
        return [.. shown.Select(change =>
        {
            var (together, entered) = (reader.Together(change), reach.MayTrace(change) ? reader.OriginOf(change) : null);
            var stays = together.Select(reader.StayOf).FirstOrDefault(stay => stay is not null);
            var decision = change.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null;
            return new PendingRow(ChangeRow.Of(change), decision is not null && sight.Closes(decision.Id) ? decision with { Subject = "" } : decision,
                entered?.UserName, entered is null ? null : clock.Local(entered.AtUtc), stays, stays is null && together.All(one => one.On > db.Today && reach.MayName(one)))
            {
                Scenario = stays == PendingStay.OfScenario ? together.Select(reader.OriginOf).First(origin => origin?.IsOfScenario == true)!.Scenario : null,
                With = [.. together.Skip(1).Where(reach.MaySee).Select(other => ChangeRow.Of(other))],
            };
        })];
    }

    /// <summary>Where a person works is asked only as far as the reader may know it.</summary>
    private static bool Concerns(OrgDbContext db, ChangeReach reach, Change change, string unitCode) => db.Timeline.UnitByCode(unitCode) is { } unit
        && (db.Timeline.StandsUnder(change.UnitId, unit.Id, change.Judged)
            || (change.Person is { } person && reach.WorkplaceOf(person) is { } works && db.Timeline.StandsUnder(works, unit.Id, db.Today)));

    private static IReadOnlyList<UnitRef> Units(OrgDbContext db, IEnumerable<Change> changes)
    {
        var found = new Dictionary<Guid, UnitRef>();
        foreach (var change in changes)
            for (Guid? id = change.UnitId; id is { } at && !found.ContainsKey(at) && db.Timeline.Units.Find(at) is { } unit; id = UnitNames.FactsNear(unit, change.Judged).ParentId)
                found[at] = UnitNames.Ref(unit, change.Judged);
        return [.. found.Values.OrderBy(unit => VietnameseText.SortKey(unit.Name), StringComparer.Ordinal)];
    }
}
