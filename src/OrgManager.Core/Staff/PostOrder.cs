using System.Numerics;
using OrgManager.Organisation;
using OrgManager.Search;

namespace OrgManager.Staff;

/// <summary>People in post in one order, made when first asked for: of all of them, or of the order as it was before a few became other.</summary>
internal sealed class PostOrder
{
    private readonly IComparer<InPost> _order;
    private readonly Func<IEnumerable<InPost>> _all;
    private InPost[]? _posts;
    private Before? _before;
    private int[]? _places; // by place in the order of names, the place here; -1 for who is in no post

    private PostOrder(IComparer<InPost> order, Func<IEnumerable<InPost>> all, Before? before) => (_order, _all, _before) = (order, all, before);

    public PostOrder(Comparison<InPost> order, Func<IEnumerable<InPost>> all) : this(Comparer<InPost>.Create(order), all, null) { }

    public InPost[] Posts
    {
        get
        {
            if (_posts is { } made) return made;
            _posts = _before is { } before ? before.Others.In(before.Posts, _order) ?? Sorted() : Sorted();
            _before = null;
            return _posts;
        }
    }

    /// <summary>The same order of people of whom some are other; it must place those who are not as this does.</summary>
    public PostOrder With(OtherPosts others, Comparison<InPost> order, Func<IEnumerable<InPost>> all) => new(Comparer<InPost>.Create(order), all,
        _posts is { } made ? new(made, others) : _before is { } before && before.Others.And(others) is { } both ? new(before.Posts, both) : null);

    /// <summary>Those of them who were found, in this order, of a piece of it: nobody else is looked at.</summary>
    public MarkedPosts Found(PeopleFound found, int first, int count)
    {
        var (posts, marks) = (Posts, new ulong[(count + 63) >> 6]);
        var places = _places ??= Places(posts, found.Names);
        foreach (var name in found.Numbers)
            if ((uint)(places[name] - first) is var at && at < (uint)count) marks[at >> 6] |= 1UL << (int)(at & 63);
        return new(posts, first, marks);
    }

    private InPost[] Sorted()
    {
        InPost[] posts = [.. _all()];
        Array.Sort(posts, _order);
        return posts;
    }

    private static int[] Places(InPost[] posts, NameOrder names)
    {
        var places = new int[names.People.Count];
        Array.Fill(places, -1);
        for (var at = 0; at < posts.Length; at++) places[names.RankOf(posts[at].Person)] = at;
        return places;
    }

    private sealed record Before(InPost[] Posts, OtherPosts Others);
}

/// <summary>People of an order who are marked in it.</summary>
internal sealed class MarkedPosts(InPost[] posts, int first, ulong[] marks) : IReadOnlyList<InPost>
{
    private (int Word, int Before) _at; // marks before a word, so that one after the other is quick

    public int Count { get; } = marks.Sum(BitOperations.PopCount);

    public InPost this[int index]
    {
        get
        {
            var (word, before) = _at.Before <= index ? _at : (0, 0);
            for (var here = BitOperations.PopCount(marks[word]); before + here <= index; here = BitOperations.PopCount(marks[word])) (word, before) = (word + 1, before + here);
            _at = (word, before);
            var bits = marks[word];
            for (; before < index; before++) bits &= bits - 1;
            return posts[first + (word << 6) + BitOperations.TrailingZeroCount(bits)];
        }
    }

    public IEnumerator<InPost> GetEnumerator()
    {
        for (var word = 0; word < marks.Length; word++)
            for (var bits = marks[word]; bits != 0; bits &= bits - 1) yield return posts[first + (word << 6) + BitOperations.TrailingZeroCount(bits)];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
