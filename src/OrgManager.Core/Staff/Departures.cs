using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Somebody in post who is to leave it, on the first day no longer there.</summary>
internal sealed record Leaving(PostHolder Post, DateOnly On, DepartureKind Kind);

/// <summary>Who leaves: known ends, and retirement by <see cref="RetirementAges"/> where no end is known.</summary>
internal static class Departures
{
    /// <summary>Of those in post on the snapshot's day, who leaves before another; the first to leave first, then by name.</summary>
    public static IEnumerable<Leaving> Of(OrgSnapshot snapshot, DateOnly until) => snapshot.Once(typeof(Departures), InOrder).TakeWhile(leaving => leaving.On < until);

    private static List<Leaving> InOrder(OrgSnapshot snapshot) =>
        [.. snapshot.Posts.Select(post => Of(post, snapshot.Day)).OrderBy(leaving => leaving.On).ThenBy(leaving => leaving.Post.Person.SortKey, StringComparer.Ordinal)];

    private static Leaving Of(PostHolder post, DateOnly on)
    {
        var history = post.Employment.Primary.History;
        if (!history[^1].IsOpen) return new(post, history.Until, DepartureKind.Known);
        var retires = RetirementAges.DayOf(post.Person.Sex, post.Person.Born);
        return new(post, retires, retires <= on ? DepartureKind.Passed : DepartureKind.Retirement);
    }
}
