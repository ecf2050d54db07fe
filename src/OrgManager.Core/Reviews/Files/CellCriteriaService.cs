using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>What a cell means by the criteria of a year.</summary>
public sealed record CellCriteriaDetails
{
    public required int Year { get; init; }
    public required UnitRef Cell { get; init; }
    public required RuleSetFacts Rules { get; init; }

    /// <summary>Of whom: null for all members.</summary>
    public required PersonRef? Person { get; init; }

    /// <summary>0 where nothing was said in this year yet.</summary>
    public required int Version { get; init; }
    public required IReadOnlyDictionary<string, string> Meanings { get; init; }

    /// <summary>The year from which they are carried forward; null where they are of this year, or there are none.</summary>
    public required int? From { get; init; }

    /// <summary>Members of the cell in this year.</summary>
    public required IReadOnlyList<PersonRef> Members { get; init; }
    public required bool MayChange { get; init; }
}

/// <summary>Tiêu chí của chi bộ: under each criterion of the rules a cell words what it means there, for all or for one member; it is carried forward from year to year.</summary>
public sealed class CellCriteriaService(Database database, ReadLog log)
{
    /// <exception cref="NotFoundException">No review of that cell in that year.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<CellCriteriaDetails> GetAsync(int year, string cellCode, string? personCode = null, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (cell, cycle, person) = await FindAsync(db, Permission.ViewReviews, year, cellCode, personCode, ct);
            var said = await db.Set<CellCriteria>().Where(c => c.CellId == cell.Id && c.RuleSetCode == cycle.RuleSetCode && c.Year <= year && c.PersonId == person).OrderByDescending(c => c.Year).FirstOrDefaultAsync(ct);
            var members = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.CellId == cell.Id && r.PersonId != null).Select(r => r.PersonId!.Value).ToListAsync(ct);
            var named = members.Select(m => db.Timeline.People.Find(m)!).OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => new PersonRef(p.Code, p.FullName)).ToList();
            await log.WriteAsync(db.Actor, "CellCriteria", FieldClass.Review, named.Select(p => p.Code).Where(code => db.Timeline.PersonByCode(code)?.Id != db.Actor.PersonId), ct);
            return new CellCriteriaDetails
            {
                Year = year, Cell = UnitNames.Ref(cell, db.Today), Rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts, Person = named.Find(p => p.Code == personCode),
                Version = said?.Year == year ? said.Version : 0, Meanings = said?.Meanings ?? new Dictionary<string, string>(), From = said is not null && said.Year < year ? said.Year : null,
                Members = named, MayChange = cycle.ClosedOn is null && AccessRules.Reaches(db, Permission.EnterReviews, cell.Id, db.Today),
            };
        }, ct);

    /// <summary>What the cell means from this year on.</summary>
    /// <param name="version">That was seen; 0 where nothing was said in this year yet.</param>
    /// <exception cref="ConflictException">Somebody worded them since.</exception>
    /// <exception cref="RuleBrokenException">CellCriteria.TooLong, CellCriteria.Unknown, ReviewCycle.Closed.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task SetAsync(int year, string cellCode, string? personCode, int version, IReadOnlyDictionary<string, string> meanings, CancellationToken ct = default) =>
        database.ChangeAsync(new("CellCriteria.Set"), async db =>
        {
            var (cell, cycle, person) = await FindAsync(db, Permission.EnterReviews, year, cellCode, personCode, ct);
            cycle.DemandOpen();
            RuleBrokenException.Unless(person is null || person != db.Actor.PersonId, "ReviewFile.OwnMove");
            var said = await db.Set<CellCriteria>().SingleOrDefaultAsync(c => c.CellId == cell.Id && c.RuleSetCode == cycle.RuleSetCode && c.Year == year && c.PersonId == person, ct);
            if ((said?.Version ?? 0) != version) throw new ConflictException(said?.Meanings ?? new Dictionary<string, string>());
            if (said is null) db.Add(said = CellCriteria.Begin(cycle, cell.Id, person));
            said.Word(meanings, (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts);
        }, ct);

    private static async Task<(UnitLine Cell, ReviewCycle Cycle, Guid? Person)> FindAsync(OrgDbContext db, Permission permission, int year, string cellCode, string? personCode, CancellationToken ct)
    {
        var cell = db.Timeline.UnitByCode(cellCode) ?? throw new AccessDeniedException(permission);
        db.Demand(permission, cell.Id, db.Today);
        var cycle = await db.Set<Review>().Where(r => r.CellId == cell.Id && r.Subject == ReviewSubject.Cell).Join(db.Set<ReviewCycle>().Where(c => c.Year == year), r => r.CycleId, c => c.Id, (_, c) => c).FirstOrDefaultAsync(ct)
            ?? throw new NotFoundException(typeof(ReviewCycle), year);
        if (personCode is null) return (cell, cycle, null);
        var person = db.Timeline.PersonByCode(personCode)?.Id;
        var isThere = await db.Set<Review>().AnyAsync(r => r.CycleId == cycle.Id && r.CellId == cell.Id && r.PersonId != null && r.PersonId == person, ct);
        return isThere ? (cell, cycle, person) : throw new NotFoundException(typeof(Review), personCode);
    }
}
