using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>Somebody in post on a day: the primary assignment.</summary>
public sealed record PostHolder(PersonLine Person, EmploymentLine Employment, DatedSpan<AssignmentFacts> Span, UnitOn? Unit)
{
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
public sealed class UnitOn(UnitLine line, DatedSpan<OrgUnitFacts> span, UnitKindFacts kind)
{
    private readonly List<UnitOn> _children = [];
    private readonly List<PostHolder> _posts = [];
    private readonly List<MemberOn> _members = [];
    private readonly List<OfficeOn> _offices = [];
    private int _receives;

    public Guid Id => line.Id;
    public string Code => line.Code;
    public Branch Branch => line.Branch;
    public UnitLine Line => line;
    public DatedSpan<OrgUnitFacts> Span => span;
    public OrgUnitFacts Facts => span.Facts;
    public UnitKindFacts Kind => kind;
    public string Name => span.Facts.Name;
    public UnitOn? Parent { get; private set; }

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<UnitOn> Children => _children;
    public IReadOnlyList<PostHolder> Posts => _posts;
    public IReadOnlyList<MemberOn> Members => _members;
    public IReadOnlyList<OfficeOn> Offices => _offices;

    /// <summary>Posts set from above for this unit and all below it; null where it is no receiver.</summary>
    public PostCounts? Assigned { get; private set; }

    /// <summary>Posts allocated to this unit itself, not to those below it.</summary>
    public PostCounts Allocated { get; private set; }

    /// <summary>People whose primary post is in this unit itself, each counted once.</summary>
    public PostCounts Present { get; private set; }

    public PostHolder? Head => _posts.Where(p => p.Facts.Headship == Headship.Head).MinBy(p => p.Facts.Order);
    public IEnumerable<PostHolder> Deputies => _posts.Where(p => p.Facts.Headship == Headship.Deputy).OrderBy(p => p.Facts.Order).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal);

    public int Official => _members.Count(m => m.Facts.Standing == Standing.Official);
    public int Probationary => _members.Count(m => m.Facts.Standing == Standing.Probationary);

    public IEnumerable<UnitOn> WithDescendants() => _children.SelectMany(child => child.WithDescendants()).Prepend(this);

    /// <summary>Whether a level of this category is assigned to the unit from above, be it 0.</summary>
    public bool Receives(QuotaCategory category) => (_receives & (1 << (int)category)) != 0;

    /// <summary>The unit and those below it to which it allocates what it receives: all but those that receive the category themselves.</summary>
    public IEnumerable<UnitOn> AllocatesTo(QuotaCategory category) =>
        _children.Where(child => !child.Receives(category)).SelectMany(child => child.AllocatesTo(category)).Prepend(this);

    public PostCounts AllocatedBelow() => WithDescendants().Aggregate(PostCounts.None, (sum, unit) => sum + unit.Allocated);

    public PostCounts PresentBelow() => WithDescendants().Aggregate(PostCounts.None, (sum, unit) => sum + unit.Present);

    internal void PutUnder(UnitOn parent)
    {
        Parent = parent;
        parent._children.Add(this);
    }

    internal void AddQuota(QuotaKind quota, QuotaCategory category, int posts)
    {
        if (quota == QuotaKind.Allocated) Allocated = Allocated.Plus(category, posts);
        else
        {
            Assigned = (Assigned ?? PostCounts.None).Plus(category, posts);
            _receives |= 1 << (int)category;
        }
    }

    internal void AddPost(PostHolder post)
    {
        _posts.Add(post);
        Present = Present.Plus(post.Facts.Category, 1);
    }

    internal void AddMember(MemberOn member) => _members.Add(member);

    internal void AddOffice(OfficeOn office) => _offices.Add(office);
}
