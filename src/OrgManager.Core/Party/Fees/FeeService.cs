using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Đảng phí: what is due of each member and month. What somebody earns is a personal field and not told beside it; the amount due is the cell's own record.</summary>
public sealed class FeeService(Database database, ReadLog log)
{
    /// <summary>What is due in a cell in the month of a day.</summary>
    /// <exception cref="NotFoundException">No cell ever had this code.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<FeeList> ListAsync(string cell, DateOnly month, CancellationToken ct = default) => ReadAsync("PartyFees", cell, month, [Permission.ViewPartyRecord], list => list, ct);

    /// <summary>The same, to be taken out of the house.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<FeeList> ExportAsync(string cell, DateOnly month, CancellationToken ct = default) => ReadAsync("PartyFeesExport", cell, month, [Permission.ViewPartyRecord, Permission.Export], list => list, ct);

    /// <summary>The same as a paper with a column to sign in.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<byte[]> DocumentAsync(string cell, DateOnly month, CancellationToken ct = default) =>
        ReadAsync("PartyFeesExport", cell, month, [Permission.ViewPartyRecord, Permission.Export], list => DocxFile.Write(new FeePaper(list).Document()), ct);

    /// <summary>Sums of the cells in reach over a year; it names nobody.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<FeeYear> YearAsync(int year, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        db.DemandScope(Permission.ViewPartyRecord, db.Today);
        return YearAsync(db, year, AccessRules.LastingScopeFor(db, Permission.ViewPartyRecord), ct);
    }, ct);

    /// <summary>The same, of the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<FeeYear> ExportYearAsync(int year, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        db.DemandExport(Permission.ViewPartyRecord, db.Today);
        return YearAsync(db, year, AccessRules.LastingScopeFor(db, Permission.Export), ct);
    }, ct);

    /// <summary>What the fee of a member is reckoned from, from a month on until the next one entered.</summary>
    /// <param name="seen">Of what was entered for that very month before; null where nothing was.</param>
    /// <exception cref="RuleBrokenException">PartyFee.Own: one's own is entered by somebody else; PartyMember.NotThere: no member on the first day of the month; and those of <see cref="FeeStanding.Enter"/>.</exception>
    /// <exception cref="ConflictException">Somebody entered something for that month since; carries its <see cref="Seen"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task SetAsync(Guid personId, DateOnly month, FeeFacts facts, Seen? seen = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("PartyFee.Set"), async db =>
        {
            var first = FeeRules.First(month);
            var cell = db.Timeline.On(first).CellOf(personId) ?? throw new RuleBrokenException("PartyMember.NotThere", first);
            Demand(db, personId, cell, first);
            var known = await db.Set<FeeStanding>().SingleOrDefaultAsync(f => f.PersonId == personId && f.FromMonth == first, ct);
            if (known is not null && (seen?.Id, seen?.Version) != (known.Id, known.Version)) throw new ConflictException(new Seen(known.Id, known.Version));
            if (known is null) db.Add(FeeStanding.Enter(personId, cell, first, facts));
            else known.Revise(facts);
        }, ct);

    /// <summary>Takes back what was entered for a month; what held before goes on.</summary>
    /// <exception cref="ConflictException">Somebody changed it since; carries its <see cref="Seen"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task RemoveAsync(Seen seen, CancellationToken ct = default) =>
        database.ChangeAsync(new("PartyFee.Remove"), async db =>
            db.Remove(await db.LoadAsync<FeeStanding>(seen, f => Demand(db, f.PersonId, db.Timeline.On(f.FromMonth).CellOf(f.PersonId) ?? f.CellId, f.FromMonth), f => new Seen(f.Id, f.Version), ct)), ct);

    /// <summary>What is entered holds until the next entry, so whoever enters it keeps the cell of that month and the one in which the member is now.</summary>
    private static void Demand(OrgDbContext db, Guid personId, Guid cell, DateOnly first)
    {
        RuleBrokenException.Unless(personId != db.Actor.PersonId, "PartyFee.Own");
        db.Demand(Permission.ChangePartyRecord, cell, first);
        if (db.Timeline.On(db.Today).CellOf(personId) is { } now && now != cell) db.Demand(Permission.ChangePartyRecord, now, db.Today);
    }

    private Task<T> ReadAsync<T>(string what, string code, DateOnly month, Permission[] demanded, Func<FeeList, T> made, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (unit, first) = (db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code), FeeRules.First(month));
            foreach (var permission in demanded) db.Demand(permission, unit.Id, first);
            var view = await FeeView.OfAsync(db, first, db.Timeline.On(first).Unit(unit.Id)?.Members.Select(m => m.Person.Id) ?? [], ct);
            var list = view.List(unit, await TemporaryStays.AwayAsync(db, unit.Id, first, ct));
            await log.WriteAsync(db.Actor, what, FieldClass.Party, list.Rows.Where(r => r.PersonId != db.Actor.PersonId).Select(r => r.Person.Code), ct);
            return made(list);
        }, ct);

    private static async Task<FeeYear> YearAsync(OrgDbContext db, int year, Scope scope, CancellationToken ct)
    {
        RuleBrokenException.Unless(year is > 1900 and < 2200, "History.DayImplausible", year);
        var last = year < db.Today.Year ? 12 : year == db.Today.Year ? db.Today.Month : 1;
        var months = Enumerable.Range(1, last).Select(m => new DateOnly(year, m, 1)).ToList();
        var cells = months.SelectMany(m => db.Timeline.On(m).Tree(Branch.Party)).Where(u => u.Kind.Cell && scope.Includes(u.Id)).DistinctBy(u => u.Id).ToList();
        var people = months.SelectMany(m => cells.Select(c => db.Timeline.On(m).Unit(c.Id)).OfType<UnitOn>().SelectMany(u => u.Members)).Select(m => m.Person.Id).Distinct();
        var view = await FeeView.OfAsync(db, months[^1], people, ct);
        return new(year, months, [.. OrgSnapshot.InOrder(cells).Select(c => new FeeCellRow(new(c.Id, c.Code, c.Name), [.. months.Select(m => view.Sum(c.Id, m))]))]);
    }
}
