using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Search;

namespace OrgManager.Staff;

/// <summary>The people in post on a day in every order a roster has, each made when first asked for, so that a page is a piece of it; a change takes the orders over with those who are other in their new places.</summary>
internal sealed class PostOrders
{
    private readonly DateOnly _on;
    private readonly QuotaCategory? _category;
    private readonly LineSet<PersonLine> _people;
    private readonly LineSet<EmploymentLine> _employments;
    private readonly UnitPlaces _units;
    private readonly Lazy<HashSet<Guid>> _unpaid;
    private readonly PostOrder _protocol, _byName, _byUnit, _bySince;

    private PostOrders(OrgSnapshot day, QuotaCategory? category, PostOrders? before)
    {
        (_on, _category, _people, _employments, _units) = (day.Day, category, day.Timeline.People, day.Timeline.Employments, UnitPlaces.Of(day));
        var others = before is null ? null : OtherThan(before);
        _protocol = Next(before?._protocol, ByProtocol, before?._units.AreInOrderOf(_units) == true);
        _byName = Next(before?._byName, ByName, true);
        _byUnit = Next(before?._byUnit, ByUnit, before?._units.AreNamedAs(_units) == true);
        _bySince = Next(before?._bySince, BySince, true);

        _unpaid = new(() => [.. _protocol.Posts.Where(post => post.Employment.Salary?.On(_on) is null).Select(post => post.Employment.Id)]);

        PostOrder Next(PostOrder? known, Comparison<InPost> order, bool isTheSame) => known is not null && others is not null && isTheSame ? known.With(others, order, All) : new(order, All);
    }

    /// <summary>Whether an order is none of those by name, unit or day.</summary>
    public static bool IsProtocol(string? order) => order is not ("name" or "unit" or "since");

    /// <summary>Of everybody, or of those of one category.</summary>
    public static PostOrders Of(OrgSnapshot day, QuotaCategory? category = null) => day.Once((nameof(PostOrders), category), on =>
        on.Timeline.Carried.Next<PostOrders>((nameof(PostOrders), on.Day, category), before => new(on, category, before)));

    /// <summary>The government units, parents first, in protocol order.</summary>
    public IReadOnlyList<RosterUnit> Units => _units.Rows;

    /// <summary>Whether a scope reaches everybody through the unit they work in.</summary>
    public bool AreWithin(Scope scope) => scope.IsEverything || (_units.AreWithin(scope) && PlaceOf(int.MaxValue) == _protocol.Posts.Length);

    /// <summary>By "name", "unit" or "since", else in protocol order: unit, then head, deputies by order, then category and name.</summary>
    /// <param name="unitId">Only this unit and what is below it, which is nobody if it is not there.</param>
    /// <param name="found">Only these.</param>
    public IReadOnlyList<InPost> In(string? order, Guid? unitId = null, PeopleFound? found = null)
    {
        var all = order switch { "name" => _byName, "unit" => _byUnit, "since" => _bySince, _ => _protocol };
        if (unitId is not { } unit) return Piece(0, all.Posts.Length);
        var (first, end) = _units.Below(unit);
        if (!IsProtocol(order)) return [.. Piece(0, all.Posts.Length).Where(post => _units.RankOf(post.Facts.UnitId) is var rank && first <= rank && rank < end)];
        var (from, until) = (PlaceOf(first), PlaceOf(end));
        return Piece(from, until - from);

        IReadOnlyList<InPost> Piece(int from, int count) => found is null ? new ArraySegment<InPost>(all.Posts, from, count) : all.Found(found, from, count);
    }

    /// <summary>Whether of somebody no salary is kept on the day.</summary>
    public bool LacksSalary(InPost post) => _unpaid.Value.Contains(post.Employment.Id);

    /// <summary>Where the people of a unit begin in protocol order.</summary>
    private int PlaceOf(int rank)
    {
        var (posts, low, high) = (_protocol.Posts, 0, _protocol.Posts.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_units.RankOf(posts[middle].Facts.UnitId) < rank) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private IEnumerable<InPost> All() => _employments.Select(Post).OfType<InPost>();

    private InPost? Post(EmploymentLine? line) => line?.Primary.History.SpanOn(_on) is { } span && (_category is null || span.Facts.Category == _category) && _people.Find(line.PersonId) is { } person
        ? new(person, line, span) : null;

    /// <summary>Null if it is not few who are other.</summary>
    private OtherPosts? OtherThan(PostOrders before)
    {
        var others = new Dictionary<Guid, (InPost?, InPost?)>();
        foreach (var (was, now) in before._employments.Until(_employments))
            if (!IsAdded((was ?? now)!.Id, was, now)) return null;
        foreach (var (was, now) in before._people.Until(_people))
            foreach (var line in before._employments.By(LineKeys.EmploymentPerson)[(was ?? now)!.Id].Concat(_employments.By(LineKeys.EmploymentPerson)[(was ?? now)!.Id]))
                if (!IsAdded(line.Id, before._employments.Find(line.Id), _employments.Find(line.Id))) return null;
        return new(others);

        bool IsAdded(Guid id, EmploymentLine? was, EmploymentLine? now)
        {
            if (!others.ContainsKey(id) && (before.Post(was), Post(now)) is var (old, young) && (old ?? young) is not null) others.Add(id, (old, young));
            return others.Count <= OtherPosts.Few;
        }
    }

    private int ByProtocol(InPost a, InPost b)
    {
        var units = _units.RankOf(a.Facts.UnitId).CompareTo(_units.RankOf(b.Facts.UnitId));
        if (units != 0) return units;
        var places = Place(a).CompareTo(Place(b));
        return places != 0 ? places : ByName(a, b);

        static (int, int) Place(InPost post) => post.Facts.Headship switch
        {
            Headship.Head => (0, post.Facts.Order),
            Headship.Deputy => (1, post.Facts.Order),
            _ => (2, (int)post.Facts.Category),
        };
    }

    private static int ByName(InPost a, InPost b) => string.CompareOrdinal(a.Person.SortKey, b.Person.SortKey) is not 0 and var names ? names : a.Employment.Id.CompareTo(b.Employment.Id);

    private int ByUnit(InPost a, InPost b) => string.CompareOrdinal(_units.SortKeyOf(a.Facts.UnitId), _units.SortKeyOf(b.Facts.UnitId)) is not 0 and var units ? units : ByName(a, b);

    private static int BySince(InPost a, InPost b) => a.Since.From.CompareTo(b.Since.From) is not 0 and var days ? days : ByName(a, b);
}
