using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews.Statistics;

/// <summary>The figures of a year's reviews beside those of every other year, and the members behind each figure.</summary>
public sealed class ReviewStatisticsService(Database database, ReadLog log)
{
    /// <summary>The figures of a year over the cells in reach. They name nobody.</summary>
    /// <param name="year">0 for the latest kept.</param>
    /// <param name="committeeCode">Of one committee alone.</param>
    /// <param name="by">The one way of telling the members apart that is wanted; all if null.</param>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<ReviewFigures> OfYearAsync(int year, string? committeeCode = null, TallyBy? by = null, CancellationToken ct = default) =>
        database.ReadAsync(db => FiguresAsync(db, ReviewSubject.Member, year, committeeCode, by, null, ct), ct);

    /// <summary>The same over the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewReviews, IsList = true)]
    public Task<ReviewFigures> ExportAsync(int year, string? committeeCode = null, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        db.DemandExport(Permission.ViewReviews, db.Today);
        return FiguresAsync(db, ReviewSubject.Member, year, committeeCode, null, AccessRules.LastingScopeFor(db, Permission.Export), ct);
    }, ct);

    /// <summary>The figures of a year of staff over the units in reach. They name nobody.</summary>
    /// <inheritdoc cref="OfYearAsync" path="/param"/>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, IsList = true)]
    public Task<ReviewFigures> OfStaffAsync(int year, TallyBy? by = null, CancellationToken ct = default) =>
        database.ReadAsync(db => FiguresAsync(db, ReviewSubject.Staff, year, null, by, null, ct), ct);

    /// <summary>The same over the units whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, Exports = true, IsList = true)]
    public Task<ReviewFigures> ExportStaffAsync(int year, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        ReviewRights.DemandStaffExport(db);
        return FiguresAsync(db, ReviewSubject.Staff, year, null, null, AccessRules.LastingScopeFor(db, Permission.Export), ct);
    }, ct);

    /// <summary>The staff that a figure counts, in the order of their units; it names them, so reading it is logged.</summary>
    /// <inheritdoc cref="MembersAsync" path="/exception"/>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, IsList = true)]
    public Task<FigureRows> StaffAsync(int year, FigureFilter filter, CancellationToken ct = default) =>
        database.ReadAsync(db => RowsAsync(db, "ReviewFigures", ReviewSubject.Staff, year, filter, null, null, ct), ct);

    /// <summary>The members that a figure counts, in protocol order of their cells; it names them, so reading it is logged.</summary>
    /// <exception cref="AccessDeniedException">By ages, where those are not told.</exception>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<FigureRows> MembersAsync(int year, FigureFilter filter, string? committeeCode = null, CancellationToken ct = default) =>
        database.ReadAsync(db => RowsAsync(db, "ReviewFigures", ReviewSubject.Member, year, filter, committeeCode, null, ct), ct);

    /// <summary>The same of the cells whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="MembersAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewReviews, IsList = true)]
    public Task<FigureRows> ExportMembersAsync(int year, FigureFilter filter, string? committeeCode = null, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        db.DemandExport(Permission.ViewReviews, db.Today);
        return RowsAsync(db, "ReviewFiguresExport", ReviewSubject.Member, year, filter, committeeCode, AccessRules.LastingScopeFor(db, Permission.Export), ct);
    }, ct);

    /// <summary>The staff that a figure counts, of the units whose lists the reader may take out of the house.</summary>
    /// <inheritdoc cref="MembersAsync" path="/exception"/>
    [UseCase(Permission.GradeStaff, Permission.ViewReviews, Any = true, Exports = true, IsList = true)]
    public Task<FigureRows> ExportStaffRowsAsync(int year, FigureFilter filter, CancellationToken ct = default) => database.ReadAsync(db =>
    {
        ReviewRights.DemandStaffExport(db);
        return RowsAsync(db, "ReviewFiguresExport", ReviewSubject.Staff, year, filter, null, AccessRules.LastingScopeFor(db, Permission.Export), ct);
    }, ct);

    private async Task<FigureRows> RowsAsync(OrgDbContext db, string what, ReviewSubject of, int year, FigureFilter filter, string? committeeCode, Scope? narrowed, CancellationToken ct)
    {
        var counted = await YearAsync(db, of, year, committeeCode, narrowed, ct);
        if (filter.By == TallyBy.Age && !counted.TellsAges) throw new AccessDeniedException(Permission.ViewStaffPersonal);
        var (rows, own) = (counted.Rows(filter), db.Actor.PersonId is { } id ? db.Timeline.People.Find(id)?.Code : null);
        await log.WriteAsync(db.Actor, what, FieldClass.Review, rows.Rows.Select(r => r.Person.Code).Where(code => code != own), ct);
        return rows;
    }

    private static async Task<ReviewFigures> FiguresAsync(OrgDbContext db, ReviewSubject of, int year, string? committeeCode, TallyBy? by, Scope? narrowed, CancellationToken ct) =>
        (await YearAsync(db, of, year, committeeCode, narrowed, ct)).Figures(by);

    private static async Task<ReviewYear> YearAsync(OrgDbContext db, ReviewSubject of, int year, string? committeeCode, Scope? narrowed, CancellationToken ct)
    {
        var scope = ReviewRights.DemandLasting(db, of);
        if (narrowed is { IsEverything: false }) scope = scope.IsEverything ? narrowed : Scope.Of(db.Timeline.Units.Where(u => scope.Includes(u.Id) && narrowed.Includes(u.Id)).Select(u => u.Id));
        var committee = committeeCode is null ? (Guid?)null : db.Timeline.UnitByCode(committeeCode)?.Id ?? Guid.Empty;
        var cycles = await db.Set<ReviewCycle>().Where(c => c.Subject == of && (committee == null || c.CommitteeId == committee)).ToListAsync(ct);
        if (year == 0) year = cycles.Select(c => c.Year).DefaultIfEmpty(db.Today.Year).Max();
        var reviews = new CountedReviews(db, of, scope);
        var shown = cycles.FindAll(c => c.Year == year);
        var counted = await reviews.OfAsync(shown, ct);
        var years = await reviews.YearsAsync(cycles.FindAll(c => c.Year != year), ct);
        if (counted.Count > 0) years.Add(reviews.Year(year, shown, counted));
        var code = shown.CountBy(c => c.RuleSetCode).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
        var rules = code is null ? null : (await db.Set<RuleSet>().SingleAsync(r => r.Code == code, ct)).Facts;
        return new(db, of, year, shown, rules, counted, [.. years.OrderByDescending(y => y.Year)], scope);
    }
}
