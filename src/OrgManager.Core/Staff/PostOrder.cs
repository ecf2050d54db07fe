using System.Collections;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>People in post one after the other, or a piece of them; a search tells by their places in the order of all names whom it found.</summary>
internal sealed class PostOrder
{
    private readonly PostHolder[] _all;
    private readonly Lazy<int[]> _places; // by place in the order of names, the place here; -1 for who is in no post
    private readonly int _first, _count;

    private PostOrder(PostHolder[] all, Lazy<int[]> places, int count, int first) => (_all, _places, _count, _first) = (all, places, count, first);

    public PostOrder(PostHolder[] all, NameOrder names) : this(all, new Lazy<int[]>(() => Places(all, names)), all.Length, 0) { }

    public IReadOnlyList<PostHolder> Posts => new ArraySegment<PostHolder>(_all, _first, _count);

    public PostOrder Piece(int first, int count) => new(_all, _places, count, _first + first);

    /// <summary>Those of them that were found, in this order: nobody else is looked at.</summary>
    /// <param name="names">By place in the order of names.</param>
    public IReadOnlyList<PostHolder> Found(IEnumerable<int> names)
    {
        var found = new BitArray(_count);
        foreach (var name in names)
            if ((uint)(_places.Value[name] - _first) is var at && at < (uint)_count) found[(int)at] = true;
        var posts = new List<PostHolder>();
        for (var at = 0; at < _count; at++)
            if (found[at]) posts.Add(_all[_first + at]);
        return posts;
    }

    private static int[] Places(PostHolder[] all, NameOrder names)
    {
        var places = new int[names.People.Count];
        Array.Fill(places, -1);
        for (var at = 0; at < all.Length; at++) places[names.RankOf(all[at].Person)] = at;
        return places;
    }
}
