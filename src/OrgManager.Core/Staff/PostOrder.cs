using System.Collections;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>People in post one after the other, each with their place in the order of all names, by which a search tells whom it found.</summary>
internal sealed record PostOrder(IReadOnlyList<PostHolder> Posts, IReadOnlyList<int> Names)
{
    public static readonly PostOrder Nobody = new([], []);

    public PostOrder Piece(int first, int count) => new(new ArraySegment<PostHolder>((PostHolder[])Posts, first, count), new ArraySegment<int>((int[])Names, first, count));

    /// <summary>Those of them that were found.</summary>
    /// <param name="names">By place in the order of names.</param>
    public PostOrder Found(BitArray names) => Kept((_, name) => names[name]);

    public PostOrder Where(Func<PostHolder, bool> holds) => Kept((post, _) => holds(post));

    private PostOrder Kept(Func<PostHolder, int, bool> holds)
    {
        var (posts, names) = (new List<PostHolder>(), new List<int>());
        for (var at = 0; at < Posts.Count; at++)
            if (holds(Posts[at], Names[at]))
            {
                posts.Add(Posts[at]);
                names.Add(Names[at]);
            }
        return new(posts, names);
    }
}
