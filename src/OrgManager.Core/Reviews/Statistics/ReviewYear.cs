using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews.Statistics;

/// <summary>One year's reviews as one reader may count them.</summary>
internal sealed class ReviewYear
{
    private static readonly TallyBy[] OfStaff = [TallyBy.Cell, TallyBy.Unit, TallyBy.Sex, TallyBy.Age, TallyBy.Post];
    private readonly OrgDbContext _db;
    private readonly ReviewSubject _of;
    private readonly int _year;
    private readonly List<ReviewCycle> _cycles;
    private readonly RuleSetFacts? _rules;
    private readonly List<CountedReview> _all, _members;
    private readonly List<YearTally> _years;
    private readonly Scope _scope;
    private readonly DateOnly _day;
    private readonly TallyKeys _keys;
    private Dictionary<string, int>? _units, _cells;

    public ReviewYear(OrgDbContext db, ReviewSubject of, int year, List<ReviewCycle> cycles, RuleSetFacts? rules, List<CountedReview> all, List<YearTally> years, Scope scope)
    {
        (_db, _of, _year, _cycles, _rules, _all, _years, _scope) = (db, of, year, cycles, rules, all, years, scope);
        _members = all.FindAll(r => r.Subject == of);
        _day = ReviewCycle.LastDay(year, db.Today);
        _keys = new(db.Timeline, _day);
        TellsAges = _members.Count >= AgePyramid.Fewest || MaySeeBirths();
    }

    /// <summary>So many are counted that ages tell nothing of anybody, or the reader may see every day of birth.</summary>
    public bool TellsAges { get; }

    /// <param name="only">The one way of telling them apart that is wanted; all if null.</param>
    public ReviewFigures Figures(TallyBy? only)
    {
        var own = ReviewCycle.OwnOf(_of);
        var (members, cells) = (Tallies.Of(_members), Tallies.Of(_all.Where(r => r.Subject == own)));
        var whole = _cycles is [var cycle] && _scope.Includes(cycle.CommitteeId);
        return new()
        {
            Year = _year, Subject = _of, Years = _years, Rules = _all.Count == 0 ? null : _rules,
            Committees = [.. _cycles.Where(c => _all.Exists(r => r.Subject == own && _db.Timeline.StandsUnder(r.CellId, c.CommitteeId, _day))).Select(c => UnitNames.Ref(_db.Timeline.Units.Find(c.CommitteeId)!, _day))],
            Confirmed = _years.Find(y => y.Year == _year)?.Confirmed == true, Members = members, Cells = cells,
            Others = _all.Where(r => r.Subject != _of && r.Subject != own).GroupBy(r => r.Subject).ToDictionary(g => g.Key, g => Tallies.Of(g)),
            MemberCap = whole ? Cap(_of, members) : null, CellCap = whole ? Cap(own, cells) : null,
            CellGrades = _all.Where(r => r.Subject == own).DistinctBy(r => r.CellId).ToDictionary(r => _keys.Of(TallyBy.Cell, r), r => r.Expected),
            Reasons = [.. _members.Where(r => r.IsNotGraded).CountBy(r => r.Reason ?? "").OrderByDescending(r => r.Value).Select(r => new ReasonTally(r.Key, _rules?.ReasonName(r.Key), r.Value))],
            Dimensions = [.. (_of == ReviewSubject.Staff ? OfStaff : Enum.GetValues<TallyBy>()).Where(by => only is null || by == only).Select(Dimension)],
        };
    }

    public FigureRows Rows(FigureFilter filter)
    {
        var rows = _members.Where(r => IsMeant(r, filter)).Select(r => (Review: r, Person: _db.Timeline.People.Find(r.PersonId!.Value), Place: PlaceOf(TallyBy.Cell, _keys.Of(TallyBy.Cell, r))))
            .Where(r => r.Person is not null).OrderBy(r => r.Place).ThenBy(r => r.Person!.SortKey, StringComparer.Ordinal).Select(r => Row(r.Review, r.Person!));
        var name = filter is { By: TallyBy.Cell or TallyBy.Unit, Key: { } key } ? NameOf(filter.By.Value, key) : null;
        return new(_year, _rules, filter, name, [.. rows]);
    }

    private bool IsMeant(CountedReview review, FigureFilter filter) =>
        (filter.By is not { } by || filter.Key is null || _keys.Of(by, review) == filter.Key)
        && filter.Grade switch
        {
            null => true,
            FigureFilter.NotGraded => review.IsNotGraded && (filter.Reason is null || review.Reason == filter.Reason),
            FigureFilter.Waiting => !review.IsNotGraded && review.Expected is null,
            var grade => !review.IsNotGraded && review.Expected == grade,
        };

    private FigureRow Row(CountedReview review, PersonLine person)
    {
        var post = _keys.PostOf(review);
        var unit = post is null ? null : _db.Timeline.Units.Find(post.UnitId);
        var kind = unit is null ? null : _db.Timeline.Kind(UnitNames.FactsNear(unit, _day).Kind);
        return new(new(person.Code, person.FullName), UnitNames.Ref(_db.Timeline.Units.Find(review.CellId)!, _day), unit is null ? null : UnitNames.On(unit, _day),
            post is null ? null : PostTitles.Of(post, kind), post is null ? null : PostTitles.EnglishOf(post, kind), review.IsNotGraded ? null : review.Expected, review.IsNotGraded ? review.Reason : null, review.IsDecided);
    }

    private TallyDimension Dimension(TallyBy by)
    {
        if (by == TallyBy.Age && !TellsAges) return new(by, null);
        var groups = _members.GroupBy(r => _keys.Of(by, r)).ToDictionary(g => g.Key, g => Tallies.Of(g));
        var keys = TallyBands.Keys(by)?.Where(groups.ContainsKey).Concat(groups.ContainsKey(TallyKeys.Nowhere) ? [TallyKeys.Nowhere] : [])
            ?? groups.Keys.OrderBy(key => PlaceOf(by, key)).ThenBy(key => key, StringComparer.Ordinal);
        return new(by, [.. keys.Select(key => new TallyGroup(key, NameOf(by, key), groups[key]))]);
    }

    /// <summary>Units in the order of the tree; what stands nowhere at the end.</summary>
    private int PlaceOf(TallyBy by, string key)
    {
        var places = by == TallyBy.Cell && _of == ReviewSubject.Member ? _cells ??= Places(Branch.Party) : _units ??= Places(Branch.Government);
        return places.GetValueOrDefault(key, int.MaxValue);
    }

    private Dictionary<string, int> Places(Branch branch) => _db.Timeline.On(_day).Tree(branch).Select((unit, at) => (unit.Code, at)).ToDictionary(u => u.Code, u => u.at);

    private string? NameOf(TallyBy by, string key) => by is TallyBy.Cell or TallyBy.Unit && _db.Timeline.UnitByCode(key) is { } unit ? UnitNames.On(unit, _day) : null;

    /// <summary>Against the caps that bind over the whole; those of groups are told by the board.</summary>
    private GradeCounts? Cap(ReviewSubject subject, GradeSpread tally) => _rules is null ? null
        : GradeCounts.Of(subject, _rules.Grades.ToDictionary(g => g.Code, g => tally.ByGrade.GetValueOrDefault(g.Code)), tally.NotGraded, tally.Waiting, new CycleGroups(_cycles[0], _rules).Whole);

    private bool MaySeeBirths()
    {
        var personal = _db.ScopeFor(Permission.ViewStaffPersonal, _day);
        return personal.IsEverything || (personal.HasUnits && _members.TrueForAll(r => personal.IncludesPerson(r.PersonId!.Value, _keys.PostOf(r)?.UnitId, r.CellId)));
    }
}
