using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>One page of changes without a decision, the newest first.</summary>
/// <param name="Areas">How many there are of each kind, whatever the page shows.</param>
/// <param name="Seq">What was known when they were listed; handed back when a decision is named.</param>
public sealed record MissingList(IReadOnlyList<ChangeRow> Rows, int Total, IReadOnlyDictionary<ChangeArea, int> Areas, long Seq);

/// <summary>Biến động chưa có văn bản: what was entered before its decision arrived, and the naming of it afterwards.</summary>
public sealed class MissingDecisions(Database database, ReadLog log, DecisionsBeside beside)
{
    /// <summary>The changes of units, functions, posts, people and members that the reader may enter and behind which no decision stands.</summary>
    [UseCase(Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord, Any = true, IsList = true)]
    public Task<MissingList> ListAsync(ChangeArea? area, PageRequest page, CancellationToken ct = default) => ReadAsync("MissingDecisions", area, page, _ => { }, ct);

    /// <summary>All of them in the same order, for who may take lists out of the house; told to the read log as such.</summary>
    [UseCase(Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord, Any = true, IsList = true, Exports = true)]
    public Task<MissingList> ExportAsync(ChangeArea? area, CancellationToken ct = default) =>
        ReadAsync("MissingDecisionsExport", area, new(0, int.MaxValue), db => db.DemandScope(Permission.Export, db.Today), ct);

    private Task<MissingList> ReadAsync(string what, ChangeArea? area, PageRequest page, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            demand(db);
            if (!Array.Exists(Entering, permission => AccessRules.IsGiven(db.Actor, permission, db.Today))) throw new AccessDeniedException(Permission.ChangeUnits);
            var reach = new ChangeReach(db);
            var missing = ChangeReader.WithoutDecision(db.Timeline).Concat(await new ChangesBeside(db).ByDecisionAsync(beside, null, ct)).Where(reach.MayName).ToList();
            var wanted = missing.Where(c => area is null || c.Area == area).ToList();
            var shown = wanted.OrderByDescending(c => c.On).ThenBy(c => c.Area).ThenBy(c => c.Person?.SortKey ?? c.Unit!.Code, StringComparer.Ordinal).Skip(page.Skip).Take(page.Take).ToList();
            await log.WriteAsync(db.Actor, what, FieldClass.Party, PartyOf(db, shown), ct);
            return new MissingList([.. shown.Select(c => ChangeRow.Of(c))], wanted.Count, missing.CountBy(c => c.Area).ToDictionary(), db.Timeline.Seq);
        }, ct);

    /// <summary>Bổ sung văn bản: names the decision behind one or several changes that have none, all or none.</summary>
    /// <param name="seen">The <see cref="MissingList.Seq"/> they were listed with.</param>
    /// <exception cref="ConflictException">Somebody changed one of them since.</exception>
    /// <exception cref="RuleBrokenException">History.DecisionNamed: one has a decision already; Decision.NothingChosen.</exception>
    [UseCase(Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord, Any = true)]
    public Task NameAsync(IReadOnlyList<ChangeRef> changes, Guid decisionId, long seen, CancellationToken ct = default) =>
        NameAsync(new("Decision.Name", DecisionId: decisionId), changes, decisionId, seen, ct);

    /// <summary>The decision named for these changes was the wrong one: this is the right one. All or none.</summary>
    /// <param name="seen">The <see cref="DecisionCard.Seq"/> they were listed with.</param>
    /// <exception cref="ConflictException">Somebody changed one of them since.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; Decision.NothingChosen.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task ExchangeAsync(IReadOnlyList<ChangeRef> changes, Guid decisionId, string reason, long seen, CancellationToken ct = default) =>
        NameAsync(new("Decision.Exchange", reason, decisionId), changes, decisionId, seen, ct);

    internal static IEnumerable<string> PartyOf(OrgDbContext db, IEnumerable<Change> shown) =>
        shown.Where(c => c.Area == ChangeArea.Party && c.Person is not null && c.Person.Id != db.Actor.PersonId).Select(c => c.Person!.Code).Distinct();

    private static readonly Permission[] Entering = [Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord];

    private async Task NameAsync(ChangeInfo info, IReadOnlyList<ChangeRef> changes, Guid decisionId, long seen, CancellationToken ct)
    {
        RuleBrokenException.Unless(changes.Count > 0, "Decision.NothingChosen");
        await database.ChangeAsync(info, db => new DecisionNaming(db, decisionId, info.Reason).RunAsync(changes, seen, ct), ct);
    }
}
