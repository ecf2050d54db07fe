using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>The people in post on a day in every order a roster has: each made once for the day when first asked for, so that a page is a piece of it.</summary>
internal sealed class PostOrders
{
    private readonly OrgSnapshot _day;
    private readonly QuotaCategory? _category;
    private readonly NameOrder _names;
    private readonly List<(UnitOn Unit, int Depth)> _units = [];
    private readonly Dictionary<Guid, int> _ranks = [];
    private readonly Lazy<PostOrder> _protocol, _byName, _byUnit, _bySince;
    private readonly Lazy<int[]> _starts;

    private PostOrders(OrgSnapshot day, QuotaCategory? category)
    {
        (_day, _category, _names) = (day, category, NameOrder.Of(day.Timeline.People));
        foreach (var root in day.Roots(Branch.Government)) AddTree(root, 0);
        foreach (var (unit, _) in _units) _ranks.Add(unit.Id, _ranks.Count);
        (_protocol, _byName) = (new(() => Sorted(Protocol)), new(() => Sorted(p => (UInt128)_names.RankOf(p.Person))));
        (_byUnit, _bySince) = (new(ByUnit), new(() => Sorted(p => Key((uint)RosterView.SinceSpan(p).From.DayNumber, 0, _names.RankOf(p.Person)))));
        _starts = new(Starts);

        PostOrder ByUnit()
        {
            var keys = _units.Select(u => UnitNames.SortKey(u.Unit)).Distinct().Order(StringComparer.Ordinal).Select((key, rank) => (key, rank)).ToDictionary(k => k.key, k => k.rank + 1);
            return Sorted(p => Key((uint)(p.Unit is null ? 0 : keys[UnitNames.SortKey(p.Unit)]), 0, _names.RankOf(p.Person)));
        }
    }

    /// <summary>Whether an order is none of those by name, unit or day.</summary>
    public static bool IsProtocol(string? order) => order is not ("name" or "unit" or "since");

    /// <summary>Of everybody, or of those of one category.</summary>
    public static PostOrders Of(OrgSnapshot day, QuotaCategory? category = null) => day.Once((nameof(PostOrders), category), on => new PostOrders(on, category));

    /// <summary>The government units, parents first, in protocol order.</summary>
    public IReadOnlyList<RosterUnit> Units => field ??= [.. _units.Select(u => new RosterUnit(u.Unit.Code, u.Unit.Name, u.Depth))];

    /// <summary>Whether a scope reaches everybody through the unit they work in.</summary>
    public bool AreWithin(Scope scope) => scope.IsEverything || (_units.TrueForAll(u => scope.Includes(u.Unit.Id)) && _starts.Value[^1] == _protocol.Value.Posts.Count);

    /// <summary>By "name", "unit" or "since", else in protocol order: unit, then head, deputies by order, then category and name.</summary>
    /// <param name="unitCode">Only this unit and what is below it, which is nobody if it is not there.</param>
    /// <param name="found">Only these, by place in the order of names.</param>
    public IReadOnlyList<PostHolder> In(string? order, string? unitCode, IEnumerable<int>? found = null)
    {
        var all = order switch { "name" => _byName.Value, "unit" => _byUnit.Value, "since" => _bySince.Value, _ => _protocol.Value };
        if (unitCode is null) return Cut(all);
        if (_day.Unit(unitCode) is not { } unit || !_ranks.TryGetValue(unit.Id, out var rank)) return [];
        var end = rank + 1;
        while (end < _units.Count && _units[end].Depth > _units[rank].Depth) end++;
        return ReferenceEquals(all, _protocol.Value)
            ? Cut(all.Piece(_starts.Value[rank], _starts.Value[end] - _starts.Value[rank]))
            : [.. Cut(all).Where(p => _ranks.TryGetValue(p.Facts.UnitId, out var at) && rank <= at && at < end)];

        IReadOnlyList<PostHolder> Cut(PostOrder of) => found is null ? of.Posts : of.Found(found);
    }

    private void AddTree(UnitOn unit, int depth)
    {
        _units.Add((unit, depth));
        foreach (var child in unit.Children) AddTree(child, depth + 1);
    }

    private PostOrder Sorted(Func<PostHolder, UInt128> keyOf)
    {
        PostHolder[] posts = [.. _day.Posts.Where(post => _category is null || post.Facts.Category == _category)];
        Array.Sort(Array.ConvertAll(posts, post => keyOf(post)), posts);
        return new(posts, _names);
    }

    private UInt128 Protocol(PostHolder post)
    {
        var (place, order) = post.Facts.Headship switch
        {
            Headship.Head => (0u, post.Facts.Order),
            Headship.Deputy => (1u, post.Facts.Order),
            _ => (2u, (int)post.Facts.Category),
        };
        return Key((uint)_ranks.GetValueOrDefault(post.Facts.UnitId, int.MaxValue), ((ulong)place << 32) | ((uint)order ^ 0x80000000), _names.RankOf(post.Person));
    }

    private static UInt128 Key(uint first, ulong second, int last) => ((UInt128)first << 96) | ((UInt128)second << 32) | (uint)last;

    /// <summary>Where each unit begins in protocol order; the last is the end of all.</summary>
    private int[] Starts()
    {
        var starts = new int[_units.Count + 1];
        for (var rank = 0; rank < _units.Count; rank++) starts[rank + 1] = starts[rank] + (_category is { } category ? _units[rank].Unit.Present[category] : _units[rank].Unit.Posts.Count);
        return starts;
    }
}
