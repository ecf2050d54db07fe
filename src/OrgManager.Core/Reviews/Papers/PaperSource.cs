using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews.Papers;

/// <summary>How many members of a committee got which grade in a year; null is no grade.</summary>
internal sealed record YearCount(int Year, bool Closed, string? Grade, bool NotGraded, int Count);

/// <summary>A member's grade of the year before, by whatever rules it was given.</summary>
internal sealed record LastGrade(string Code, string Name);

/// <summary>What the papers of one cycle are made of, read once: of one cell, or of all.</summary>
internal sealed class PaperSource
{
    private readonly OrgDbContext _db;

    private PaperSource(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, List<Review> reviews, Decision? decision) =>
        (_db, Cycle, Rules, Reviews, Decision) = (db, cycle, rules, reviews, decision);

    public ReviewCycle Cycle { get; }
    public RuleSetFacts Rules { get; }
    public IReadOnlyList<Review> Reviews { get; }

    /// <summary>By which the year was closed.</summary>
    public Decision? Decision { get; }

    /// <summary>As reviewed here; of who was not, as their papers have it.</summary>
    public IReadOnlyDictionary<Guid, LastGrade> LastYear { get; private set; } = new Dictionary<Guid, LastGrade>();

    /// <summary>What was handed in, by the person; empty where texts stay on paper.</summary>
    public IReadOnlyDictionary<Guid, KeptSelfReview> Kept { get; private set; } = new Dictionary<Guid, KeptSelfReview>();

    /// <summary>What the cell wrote of itself; null where it stays on paper, or is not handed in.</summary>
    public SelfReview? CellSaid { get; private set; }

    /// <summary>The meeting that graded its members, where it is entered among the cell's meetings and the reader may see them.</summary>
    public CellMeeting? Meeting { get; private set; }

    /// <summary>What the cell means by the criteria, as said until the year.</summary>
    public IReadOnlyList<CellCriteria> Criteria { get; private set; } = [];

    /// <summary>All years of the committee, for the report.</summary>
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    /// <summary>The last day of the year, or today while it runs.</summary>
    public DateOnly Day => ReviewCycle.LastDay(Cycle.Year, _db.Today);

    /// <inheritdoc cref="ReviewBoard.Confirmed"/>
    public bool Confirmed => Cycle.ClosedOn is not null && Reviews.All(r => r.State is ReviewState.Decided or ReviewState.NotGraded);

    /// <summary>The day whose rules on paper hold: what was closed prints as it did then.</summary>
    public DateOnly PaperDay => Cycle.ClosedOn ?? _db.Today;

    /// <exception cref="NotFoundException">No review of that cell in that year.</exception>
    public static async Task<PaperSource> OfCellAsync(OrgDbContext db, int year, Guid cellId, CancellationToken ct)
    {
        var cycle = await db.Set<ReviewCycle>().Where(c => c.Year == year).Join(db.Set<Review>().Where(r => r.CellId == cellId && r.Subject == ReviewSubject.Cell), c => c.Id, r => r.CycleId, (c, _) => c)
            .FirstOrDefaultAsync(ct) ?? throw new NotFoundException(typeof(ReviewCycle), year);
        var reviews = db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.CellId == cellId);
        var source = await ReadAsync(db, cycle, reviews, ct);
        source.Kept = await KeptSelfReview.OfAsync(db, cycle, reviews, source.Rules, ct);
        source.Meeting = await MeetingAsync(db, cellId, source.Reviews.First(r => r.Subject == ReviewSubject.Cell).MeetingOn, ct);
        source.CellSaid = (await db.Set<ReviewFile>().AsNoTracking().Where(f => reviews.Any(r => r.Id == f.ReviewId && r.Subject == ReviewSubject.Cell)).SingleOrDefaultAsync(ct))?.Self?.Said;
        source.Criteria = await db.Set<CellCriteria>().AsNoTracking().Where(c => c.CellId == cellId && c.RuleSetCode == cycle.RuleSetCode && c.Year <= year).ToListAsync(ct);
        return source;
    }

    /// <exception cref="NotFoundException">No review of that committee in that year.</exception>
    public static async Task<PaperSource> OfCommitteeAsync(OrgDbContext db, int year, Guid committeeId, CancellationToken ct)
    {
        var cycle = await CycleAsync(db, year, committeeId, ct);
        var source = await ReadAsync(db, cycle, db.Set<Review>().Where(r => r.CycleId == cycle.Id), ct);
        source.Years = await db.Set<ReviewCycle>().Where(c => c.CommitteeId == committeeId && c.Year <= year)
            .Join(db.Set<Review>().Where(r => r.Subject == ReviewSubject.Member), c => c.Id, r => r.CycleId, (c, r) => new { c.Year, Closed = c.ClosedOn != null, r.Grade, NotGraded = r.NotGradedReason != null })
            .GroupBy(r => new { r.Year, r.Closed, r.Grade, r.NotGraded }).Select(g => new YearCount(g.Key.Year, g.Key.Closed, g.Key.Grade, g.Key.NotGraded, g.Count())).ToListAsync(ct);
        return source;
    }

    public static async Task<ReviewCycle> CycleAsync(OrgDbContext db, int year, Guid committeeId, CancellationToken ct) =>
        await db.Set<ReviewCycle>().FirstOrDefaultAsync(c => c.Year == year && c.CommitteeId == committeeId, ct) ?? throw new NotFoundException(typeof(ReviewCycle), year);

    /// <summary>The cells reviewed, in protocol order.</summary>
    public IEnumerable<Review> Cells()
    {
        var place = _db.Timeline.On(Day).Tree(Branch.Party).Select((unit, at) => (unit.Id, at)).ToDictionary(u => u.Id, u => u.at);
        return Reviews.Where(r => r.Subject == ReviewSubject.Cell).OrderBy(r => place.GetValueOrDefault(r.CellId, int.MaxValue));
    }

    public OrgSnapshot DayOf(Review cell) => _db.Timeline.On(cell.MeetingOn ?? Day);

    public IReadOnlyList<PaperMember> MembersOf(Review cell)
    {
        var (day, name) = (DayOf(cell), Name(cell.CellId));
        return [.. PaperMember.InOrder(
            from review in Reviews
            where review.Subject == ReviewSubject.Member && review.CellId == cell.CellId
            let person = _db.Timeline.People.Find(review.PersonId!.Value)
            where person is not null
            select new PaperMember(review, person, day, name))];
    }

    public string Name(Guid unitId) => UnitNames.On(_db.Timeline.Units.Find(unitId)!, Day);

    /// <summary>The party organisation above the committee, where it is known.</summary>
    public string? Superior => _db.Timeline.On(Day).Unit(Cycle.CommitteeId)?.Parent?.Name;

    /// <summary>Who signs for a cell or the committee.</summary>
    public static string? Secretary(Guid unitId, OrgSnapshot day) => day.Unit(unitId)?.Offices.Where(o => o.Facts.Post == PartyPost.Secretary).Select(o => o.Person.FullName).FirstOrDefault();

    /// <summary>Days of birth are printed for who may read the party record of the cell, or a paper of their own.</summary>
    public bool TellsBirth(PaperMember member) => member.Person.Id == _db.Actor.PersonId
        || AccessRules.Reaches(_db, Permission.ViewPartyRecord, member.Review.CellId, _db.Today) || AccessRules.Reaches(_db, Permission.ViewStaffPersonal, member.Review.CellId, _db.Today);

    private static async Task<PaperSource> ReadAsync(OrgDbContext db, ReviewCycle cycle, IQueryable<Review> reviews, CancellationToken ct)
    {
        var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
        var decision = cycle.DecisionId is { } id ? await db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == id, ct) : null;
        var source = new PaperSource(db, cycle, rules, await reviews.ToListAsync(ct), decision);
        source.LastYear = await LastYearAsync(db, cycle, reviews, ct);
        return source;
    }

    private static async Task<CellMeeting?> MeetingAsync(OrgDbContext db, Guid cellId, DateOnly? on, CancellationToken ct) =>
        on is null || !AccessRules.Reaches(db, Permission.ViewPartyRecord, cellId, db.Today) ? null : await db.Set<CellMeeting>().AsNoTracking().FirstOrDefaultAsync(m => m.CellId == cellId && m.On == on && m.Kind == MeetingKind.Review, ct);

    /// <summary>Who took the chair; the secretary, unless the meeting says otherwise.</summary>
    public string? Chair(Guid cellId, OrgSnapshot day) => Meeting?.ChairId is { } chair && _db.Timeline.People.Find(chair) is { } person ? person.FullName : Secretary(cellId, day);

    private static async Task<Dictionary<Guid, LastGrade>> LastYearAsync(OrgDbContext db, ReviewCycle cycle, IQueryable<Review> reviews, CancellationToken ct)
    {
        var here = await db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year - 1)
            .Join(db.Set<Review>().Where(r => r.Subject == ReviewSubject.Member && r.Grade != null && reviews.Any(now => now.PersonId == r.PersonId)), c => c.Id, r => r.CycleId, (_, r) => new { PersonId = r.PersonId!.Value, r.RuleSetCode, Grade = r.Grade! }).ToListAsync(ct);
        var papers = await db.Set<EarlierGrade>().Where(g => g.Year == cycle.Year - 1 && reviews.Any(now => now.PersonId == g.PersonId)).Select(g => new { g.PersonId, g.RuleSetCode, g.Grade }).ToListAsync(ct);
        var all = here.Concat(papers).DistinctBy(g => g.PersonId).ToList();
        var codes = all.Select(g => g.RuleSetCode).Distinct().ToList();
        var rules = await db.Set<RuleSet>().Where(r => EF.Parameter(codes).Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Facts, ct);
        return all.ToDictionary(g => g.PersonId, g => new LastGrade(g.Grade, PaperWords.Grade(rules[g.RuleSetCode], g.Grade)));
    }
}
