using OrgManager.Common;

namespace OrgManager.Staff;

/// <summary>The few who are in post otherwise than before, or came, or went: by their employment, each as it was and as it is.</summary>
internal sealed class OtherPosts(Dictionary<Guid, (InPost? Was, InPost? Is)> posts)
{
    public const int Few = 1_000;

    private Dictionary<Guid, (InPost? Was, InPost? Is)> Posts => posts;

    /// <summary>Those and the ones after them; null if that is not few any more.</summary>
    public OtherPosts? And(OtherPosts later)
    {
        var both = new Dictionary<Guid, (InPost? Was, InPost? Is)>(posts);
        foreach (var (id, (was, now)) in later.Posts) both[id] = (both.TryGetValue(id, out var earlier) ? earlier.Was : was, now);
        return both.Count <= Few ? new(both) : null;
    }

    /// <summary>An order with them in their new places; null if somebody does not stand where they should, so that all has to be sorted.</summary>
    public InPost[]? In(InPost[] before, IComparer<InPost> order) =>
        SortedArray.Replaced(before, posts.Values.Select(other => other.Was).OfType<InPost>(), posts.Values.Select(other => other.Is).OfType<InPost>(), order);
}
