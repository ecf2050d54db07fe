using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>Somebody in post on a day: the primary assignment, or of who leads a unit one beside it.</summary>
public sealed record PostHolder(PersonLine Person, EmploymentLine Employment, DatedSpan<AssignmentFacts> Span, UnitOn? Unit)
{
    public AssignmentKind Kind { get; init; }
    public AssignmentFacts Facts => Span.Facts;
}

/// <summary>An office held on a day.</summary>
public sealed record OfficeOn(PersonLine Person, Guid UnitId, DatedSpan<OfficeFacts> Span)
{
    public OfficeFacts Facts => Span.Facts;
}

/// <summary>A party member on a day.</summary>
public sealed record MemberOn(PersonLine Person, MemberLine Line, DatedSpan<MembershipFacts> Span, IReadOnlyList<OfficeOn> Offices)
{
    public MembershipFacts Facts => Span.Facts;
}

/// <summary>One unit on one day.</summary>
public sealed class UnitOn
{
    private readonly OrgSnapshot _day;
    private UnitOn? _parent;
    private UnitOn[]? _children;
    private UnitQuota? _quota;
    private UnitStaff? _staff;
    private UnitSums? _sums;
    private PostHolder[]? _leadsBeside;
    private MemberOn[]? _members;
    private OfficeOn[]? _offices;
    private (Guid, Guid?)[]? _atWork;

    internal UnitOn(OrgSnapshot day, UnitLine line, DatedSpan<OrgUnitFacts> span, UnitKindFacts kind) => (_day, Line, Span, Kind) = (day, line, span, kind);

    public Guid Id => Line.Id;
    public string Code => Line.Code;
    public Branch Branch => Line.Branch;
    internal ProvinceClass Province => _day.Timeline.Province;
    internal OrgTimeline Timeline => _day.Timeline;
    public UnitLine Line { get; }
    public DatedSpan<OrgUnitFacts> Span { get; }
    public OrgUnitFacts Facts => Span.Facts;
    public UnitKindFacts Kind { get; }
    public string Name => Facts.Name;
    public UnitOn? Parent => Facts.ParentId is { } parent ? _parent ??= _day.Unit(parent) : null;

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<UnitOn> Children => _children ??= [.. OrgSnapshot.InOrder(_day.UnitsUnder(this))];
    public IReadOnlyList<PostHolder> Posts => Staff.Posts;
    public IReadOnlyList<MemberOn> Members => _members ??= [.. _day.MembersIn(this)];

    /// <summary>The members of a cell with the units they work in, which decide who may see its numbers.</summary>
    internal IReadOnlyList<(Guid PersonId, Guid? UnitId)> MembersAtWork => _atWork ??= [.. Members.Select(m => (m.Person.Id, _day.UnitOf(m.Person.Id)))];
    public IReadOnlyList<OfficeOn> Offices => _offices ??= [.. _day.OfficesIn(this)];

    /// <summary>Posts set from above for this unit and all below it; null where it is no receiver.</summary>
    public PostCounts? Assigned => Quota.Assigned;

    /// <summary>Posts allocated to this unit itself, not to those below it.</summary>
    public PostCounts Allocated => Quota.Allocated;

    /// <summary>People whose primary post is in this unit itself, each counted once.</summary>
    public PostCounts Present => Staff.Present;

    /// <summary>Whoever leads it by their primary post or, where nobody does, beside another: kiêm nhiệm, giao quyền, phụ trách.</summary>
    public PostHolder? Head => Posts.Where(p => p.Facts.Headship == Headship.Head).MinBy(p => p.Facts.Order)
        ?? LeadsBeside.Where(p => p.Facts.Headship == Headship.Head).OrderBy(p => p.Kind).MinBy(p => p.Facts.Order);
    public IEnumerable<PostHolder> Deputies => Posts.Where(p => p.Facts.Headship == Headship.Deputy).OrderBy(p => p.Facts.Order).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal);

    public int Official => Members.Count(m => m.Facts.Standing == Standing.Official);
    public int Probationary => Members.Count(m => m.Facts.Standing == Standing.Probationary);

    private PostHolder[] LeadsBeside => _leadsBeside ??= [.. _day.LeadsBesideIn(this)];
    private UnitQuota Quota => _quota ??= UnitQuota.Of(_day.QuotasOf(this));
    private UnitStaff Staff => _staff ??= UnitStaff.Of(_day.PostsIn(this));
    private UnitSums Sums => _sums ??= new(
        Children.Aggregate(Allocated, (sum, child) => sum + child.Sums.Allocated), Children.Aggregate(Present, (sum, child) => sum + child.Sums.Present),
        Children.Aggregate(Official, (sum, child) => sum + child.Sums.Official), Children.Aggregate(Probationary, (sum, child) => sum + child.Sums.Probationary),
        Quota.HasLevels || Children.Any(child => child.Sums.HasLevels));

    /// <summary>The unit and everything below it, parents first, in protocol order.</summary>
    public IEnumerable<UnitOn> WithDescendants()
    {
        var all = new List<UnitOn>();
        AddTo(all);
        return all;
    }

    /// <summary>Whether a level of this category is assigned to the unit from above, be it 0.</summary>
    public bool Receives(QuotaCategory category) => (Quota.Receives & (1 << (int)category)) != 0;

    /// <summary>The unit and those below it to which it allocates what it receives: all but those that receive the category themselves.</summary>
    public IEnumerable<UnitOn> AllocatesTo(QuotaCategory category) =>
        Children.Where(child => !child.Receives(category)).SelectMany(child => child.AllocatesTo(category)).Prepend(this);

    public PostCounts AllocatedBelow() => Sums.Allocated;

    /// <summary>Whether any level, be it 0, is allocated to the unit or to one below it; else its posts are counted where it belongs to.</summary>
    public bool HasLevelsBelow() => Sums.HasLevels;

    public PostCounts PresentBelow() => Sums.Present;

    public int OfficialBelow() => Sums.Official;

    public int ProbationaryBelow() => Sums.Probationary;

    private void AddTo(List<UnitOn> all)
    {
        all.Add(this);
        foreach (var child in Children) child.AddTo(all);
    }

    private sealed record UnitSums(PostCounts Allocated, PostCounts Present, int Official, int Probationary, bool HasLevels);

    private sealed record UnitStaff(PostHolder[] Posts, PostCounts Present)
    {
        public static UnitStaff Of(IEnumerable<PostHolder> posts)
        {
            var (all, present) = (posts.ToArray(), PostCounts.None);
            foreach (var post in all) present = present.Plus(post.Facts.Category, 1);
            return new(all, present);
        }
    }

    private sealed record UnitQuota(PostCounts? Assigned, PostCounts Allocated, int Receives, bool HasLevels)
    {
        public static UnitQuota Of(IEnumerable<(QuotaLine Quota, int Posts)> levels)
        {
            var quota = new UnitQuota(null, PostCounts.None, 0, false);
            foreach (var (line, posts) in levels)
                quota = line.Kind == QuotaKind.Allocated
                    ? quota with { Allocated = quota.Allocated.Plus(line.Category, posts), HasLevels = true }
                    : quota with { Assigned = (quota.Assigned ?? PostCounts.None).Plus(line.Category, posts), Receives = quota.Receives | (1 << (int)line.Category) };
            return quota;
        }
    }
}
