using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Organisation;

/// <summary>Chức năng, nhiệm vụ: who leads what and who co-ordinates, since when and by which decision.</summary>
public sealed class UnitFunctionService(Database database, DecisionNames names, OrgClock clock)
{
    /// <summary>What a unit leads and where it co-ordinates on a day; of a unit that is gone, what it left behind.</summary>
    /// <exception cref="NotFoundException">No unit ever had this code.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitFunctions> OfUnitAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var unit = db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code);
            var rows = await RowsAsync(db, on, (_, v) => v.LeadId == unit.Id || v.CoordinatorIds.Contains(unit.Id), ct);
            return new UnitFunctions([.. rows.Where(r => r.Lead.Id == unit.Id)], [.. rows.Where(r => r.Lead.Id != unit.Id)]);
        }, ct);

    /// <summary>The functions of a day whose unit is not there, or whose person is not in it: none leads them.</summary>
    /// <param name="mendable">Only those that the reader may give another lead.</param>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<UnitFunctionRow>> WithoutLeadAsync(DateOnly on, bool mendable = false, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            return await RowsAsync(db, on, (functions, v) => functions.LacksLead(v) && (!mendable || AccessRules.Reaches(db, Permission.ChangeUnits, v.LeadId, on)), ct);
        }, ct);

    /// <summary>A function with its history.</summary>
    /// <exception cref="NotFoundException">There is no such function.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitFunctionDetails> GetAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, clock.Today);
            return UnitFunctionDetails.Of(await db.LoadAsync<UnitFunction>(id, ct));
        }, ct);

    /// <summary>Giao: a unit leads this function from a day on.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere: a unit named is not there on the day; UnitFunction.PersonElsewhere: the person named does not work in the lead unit; and those of <see cref="UnitFunction.Begin"/>.</exception>
    /// <exception cref="AccessDeniedException">The lead unit is out of reach.</exception>
    [UseCase(Permission.ChangeUnits)]
    public async Task<Guid> BeginAsync(UnitFunctionFacts facts, DateOnly from, Guid? decisionId = null, CancellationToken ct = default)
    {
        var function = UnitFunction.Begin(facts, from, decisionId);
        await database.ChangeAsync(new("UnitFunction.Begin", DecisionId: decisionId), db =>
        {
            db.Demand(Permission.ChangeUnits, facts.LeadId, from);
            DemandThere(db, [facts.LeadId, .. facts.CoordinatorIds], from);
            DemandInPost(db, facts.PersonId, facts.LeadId, from);
            db.Add(function);
            return Task.CompletedTask;
        }, ct);
        return function.Id;
    }

    /// <summary>Worded otherwise, led by another unit, co-ordinated by others from this day on; needs the reach over the unit that leads it, and the one that will.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="UnitFunctionDetails"/>.</exception>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere, UnitFunction.PersonElsewhere and those of a change.</exception>
    [UseCase(Permission.ChangeUnits)]
    public Task ChangeAsync(Seen seen, DateOnly from, UnitFunctionEdit edit, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("UnitFunction.Change", DecisionId: decisionId), Permission.ChangeUnits, seen, from, edit, f => f.Change(from, edit, decisionId), ct);

    /// <inheritdoc cref="UnitFunction.Correct"/>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid versionId, UnitFunctionEdit edit, string reason, CancellationToken ct = default) =>
        EditAsync(new("UnitFunction.Correct", reason), Permission.CorrectHistory, seen, versionId, edit, f => f.Correct(versionId, edit, reason), ct);

    /// <inheritdoc cref="UnitFunction.Withdraw"/>
    [UseCase(Permission.ChangeUnits)]
    public Task WithdrawAsync(Seen seen, Guid versionId, CancellationToken ct = default) =>
        EditAsync(new("UnitFunction.Withdraw"), Permission.ChangeUnits, seen, versionId, new(), f => f.Withdraw(versionId, clock.Today), ct);

    /// <inheritdoc cref="UnitFunction.End"/>
    [UseCase(Permission.ChangeUnits)]
    public Task EndAsync(Seen seen, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        EditAsync(new("UnitFunction.End", DecisionId: decisionId), Permission.ChangeUnits, seen, on.AddDays(-1), new(), f => f.End(on, decisionId), ct);

    private Task EditAsync(ChangeInfo info, Permission permission, Seen seen, Guid versionId, UnitFunctionEdit edit, Action<UnitFunction> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db =>
        {
            var function = await LoadAsync(db, permission, seen, f => f.Versions.FirstOrDefault(v => v.Id == versionId)?.ValidFrom ?? db.Today, edit, ct);
            apply(function);
        }, ct);

    private Task EditAsync(ChangeInfo info, Permission permission, Seen seen, DateOnly on, UnitFunctionEdit edit, Action<UnitFunction> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await LoadAsync(db, permission, seen, _ => on, edit, ct)), ct);

    private static Task<UnitFunction> LoadAsync(OrgDbContext db, Permission permission, Seen seen, Func<UnitFunction, DateOnly> day, UnitFunctionEdit edit, CancellationToken ct) =>
        db.LoadAsync<UnitFunction>(seen, function =>
        {
            var on = day(function);
            db.Demand(permission, (function.On(on) ?? function.Versions[^1].Facts).LeadId, on);
            var named = edit.Sets.HasFlag(UnitFunctionFields.Coordinators) ? edit.CoordinatorIds.ToList() : [];
            if (edit.Sets.HasFlag(UnitFunctionFields.Lead))
            {
                db.Demand(permission, edit.LeadId, on);
                named.Add(edit.LeadId);
            }
            DemandThere(db, named, on);
            if (edit.Sets.HasFlag(UnitFunctionFields.Person))
                DemandInPost(db, edit.PersonId, edit.Sets.HasFlag(UnitFunctionFields.Lead) ? edit.LeadId : (function.On(on) ?? function.Versions[^1].Facts).LeadId, on);
        }, UnitFunctionDetails.Of, ct);

    private static void DemandThere(OrgDbContext db, IReadOnlyCollection<Guid> units, DateOnly on)
    {
        foreach (var id in units) RuleBrokenException.Unless(db.Timeline.On(on).Unit(id) is not null, "OrgUnit.NotThere", db.Timeline.Units.Find(id)?.Code ?? "", on);
    }

    private static void DemandInPost(OrgDbContext db, Guid? personId, Guid leadId, DateOnly on) => RuleBrokenException.Unless(
        personId is not { } person || (db.Timeline.On(on).UnitOf(person) is { } works && db.Timeline.StandsUnder(works, leadId, on)),
        "UnitFunction.PersonElsewhere", db.Timeline.People.Find(personId ?? default)?.FullName, on);

    private async Task<IReadOnlyList<UnitFunctionRow>> RowsAsync(OrgDbContext db, DateOnly on, Func<FunctionsOn, UnitFunctionVersion, bool> wanted, CancellationToken ct)
    {
        var functions = await FunctionsOn.ReadAsync(db, on, ct);
        return await functions.RowsAsync([.. functions.All.Where(v => wanted(functions, v))], names, ct);
    }
}
