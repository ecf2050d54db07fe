using System.Runtime.InteropServices;
using OrgManager.Establishment;

namespace OrgManager.Organisation;

public sealed record UnitBeforeAfter(Guid Id, string Code, string Before, string After);

public sealed record PostsBeforeAfter(Guid Id, string Code, PostCounts Before, PostCounts After);

/// <summary>Somebody in post on one of the two days, or in another unit on each; codes of units, null where not in post.</summary>
public sealed record PersonMoved(Guid PersonId, string Code, string FullName, string? From, string? To);

/// <summary>What is other on one day than on another: units, posts, people, members.</summary>
public sealed class OrgDiff
{
    private readonly OrgSnapshot _before, _after;

    private OrgDiff(OrgSnapshot before, OrgSnapshot after) => (_before, _after) = (before, after);

    public IReadOnlyList<UnitOn> Created { get; private init; } = [];
    public IReadOnlyList<UnitOn> Ended { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> Renamed { get; private init; } = [];

    /// <summary>Codes of the parents before and after; empty for the top.</summary>
    public IReadOnlyList<UnitBeforeAfter> Moved { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> KindChanged { get; private init; } = [];
    public IReadOnlyList<UnitBeforeAfter> AutonomyChanged { get; private init; } = [];

    /// <summary>Successions dated after the first day and not after the second.</summary>
    public IReadOnlyList<SuccessionLine> Successions { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Assigned { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Allocated { get; private init; } = [];
    public IReadOnlyList<PostsBeforeAfter> Present { get; private set; } = [];
    public IReadOnlyList<PersonMoved> People => field ??= Moves(_before, _after, t => t.Employments, line => line.PersonId, (line, day) => line.Primary.History.On(day)?.UnitId);

    /// <summary>The same for party members and their cells.</summary>
    public IReadOnlyList<PersonMoved> Members => field ??= Moves(_before, _after, t => t.Members, line => line.PersonId, (line, day) => line.History.On(day)?.CellId);

    /// <summary>People in post by unit on both days.</summary>
    internal IReadOnlyDictionary<Guid, PostCounts> PresentBefore => field ??= Presence(_before);
    internal IReadOnlyDictionary<Guid, PostCounts> PresentAfter => field ??= Presence(_after);

    public bool IsEmpty => Created.Count + Ended.Count + Renamed.Count + Moved.Count + KindChanged.Count + AutonomyChanged.Count
        + Assigned.Count + Allocated.Count + Present.Count + People.Count + Members.Count == 0;

    public static OrgDiff Between(OrgSnapshot before, OrgSnapshot after)
    {
        var touched = OrgDiffReach.Between(before, after);
        IEnumerable<UnitOn> UnitsOf(OrgSnapshot day) => touched is null ? day.Units : touched.Units(day);
        var pairs = UnitsOf(before).Select(u => (Before: (UnitOn?)u, After: after.Unit(u.Id))).ToList();
        pairs.AddRange(UnitsOf(after).Where(u => before.Unit(u.Id) is null).Select(u => ((UnitOn?)null, (UnitOn?)u)));
        var other = pairs.Where(u => u is { Before: { } was, After: { } now } && !was.Facts.Equals(now.Facts)).Select(u => (Before: u.Before!, After: u.After!)).ToList();
        var diff = new OrgDiff(before, after)
        {
            Created = [.. OrgSnapshot.InOrder(pairs.Where(u => u.Before is null).Select(u => u.After!)).OrderBy(u => u.Branch)],
            Ended = [.. OrgSnapshot.InOrder(pairs.Where(u => u.After is null).Select(u => u.Before!)).OrderBy(u => u.Branch)],
            Renamed = Changed(u => u.Name),
            Moved = Changed(u => u.Parent?.Code ?? ""),
            KindChanged = Changed(u => u.Facts.Kind),
            AutonomyChanged = Changed(u => $"{u.Facts.Autonomy}"),
            Successions = [.. after.Timeline.Successions.Where(s => before.Day < s.On && s.On <= after.Day)],
            Assigned = Posts(unit => unit.Assigned ?? PostCounts.None),
            Allocated = Posts(unit => unit.Allocated),
        };
        diff.Present = touched is null
            ? Posts(unit => diff.PresentBefore.GetValueOrDefault(unit.Id), unit => diff.PresentAfter.GetValueOrDefault(unit.Id))
            : Posts(unit => unit.Present);
        return diff;

        UnitBeforeAfter[] Changed(Func<UnitOn, string> of) =>
            [.. other.Where(u => of(u.Before) != of(u.After)).Select(u => new UnitBeforeAfter(u.After.Id, u.After.Code, of(u.Before), of(u.After)))];

        PostsBeforeAfter[] Posts(Func<UnitOn, PostCounts> was, Func<UnitOn, PostCounts>? now = null) =>
        [
            .. from u in pairs
               let unit = (u.Before ?? u.After)!
               let posts = new PostsBeforeAfter(unit.Id, unit.Code, u.Before is null ? PostCounts.None : was(u.Before), u.After is null ? PostCounts.None : (now ?? was)(u.After))
               where posts.Before != posts.After
               select posts,
        ];
    }

    /// <summary>People by unit, counted in one pass over the employments: nobody is looked at more closely than their unit and category.</summary>
    private static Dictionary<Guid, PostCounts> Presence(OrgSnapshot day)
    {
        var present = new Dictionary<Guid, PostCounts>();
        foreach (var line in day.Timeline.Employments)
            if (line.Primary.History.On(day.Day) is { } post)
            {
                ref var posts = ref CollectionsMarshal.GetValueRefOrAddDefault(present, post.UnitId, out _);
                posts = posts.Plus(post.Category, 1);
            }
        return present;
    }

    /// <summary>Who stands elsewhere on one day than on the other, as far as the days reach; somebody out of reach on both is not told.</summary>
    private static PersonMoved[] Moves<TLine>(OrgSnapshot before, OrgSnapshot after, Func<OrgTimeline, LineSet<TLine>> lines, Func<TLine, Guid> person, Func<TLine, DateOnly, Guid?> place)
        where TLine : class, ILine
    {
        var (were, are) = (lines(before.Timeline), lines(after.Timeline));
        var (from, to) = (new Dictionary<Guid, Guid>(), new Dictionary<Guid, Guid>());
        if (before.Day != after.Day)
            foreach (var now in ReferenceEquals(were, are) ? are : are.Where(line => ReferenceEquals(were.Find(line.Id), line))) Note(now, now);
        foreach (var (was, now) in were.Until(are)) Note(was, now);
        return
        [
            .. from.Keys.Concat(to.Keys).Distinct()
                .Select(id => (Person: after.Timeline.People.Find(id), From: CodeOf(before, from, id), To: CodeOf(after, to, id)))
                .Where(m => m.Person is not null && m.From != m.To)
                .Select(m => new PersonMoved(m.Person!.Id, m.Person.Code, m.Person.FullName, m.From, m.To)),
        ];

        void Note(TLine? was, TLine? now)
        {
            var (old, current) = (was is null ? null : place(was, before.Day), now is null ? null : place(now, after.Day));
            if (old == current) return;
            if (old is { } left) from[person((was ?? now)!)] = left;
            if (current is { } reached) to[person((now ?? was)!)] = reached;
        }

        static string? CodeOf(OrgSnapshot day, Dictionary<Guid, Guid> places, Guid person) => places.TryGetValue(person, out var unit) ? day.Unit(unit)?.Code : null;
    }
}
