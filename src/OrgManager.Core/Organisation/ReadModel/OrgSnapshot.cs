using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>The organisation on one day: units with their posts, people, members and offices. Immutable.</summary>
public sealed class OrgSnapshot
{
    private readonly Dictionary<Guid, UnitOn> _units = [];
    private readonly Dictionary<Guid, PostHolder> _posts = [];
    private readonly Dictionary<Guid, MemberOn> _members = [];

    internal OrgSnapshot(OrgTimeline timeline, DateOnly day) : this(timeline, day, Scope.Everything) { }

    private OrgSnapshot(OrgTimeline timeline, DateOnly day, Scope scope)
    {
        (Timeline, Day) = (timeline, day);
        PlaceUnits(scope);
        PlaceQuota();
        PlacePeople(scope);
        PlaceMembers(scope);
    }

    public DateOnly Day { get; }
    public IEnumerable<UnitOn> Units => _units.Values;
    public IEnumerable<PostHolder> Posts => _posts.Values;
    public IEnumerable<MemberOn> Members => _members.Values;

    internal OrgTimeline Timeline { get; }

    /// <summary>The same day, cut to the units and people a scope reaches; what is left stands in the tree as far as it is joined.</summary>
    public OrgSnapshot VisibleTo(Scope scope) => scope.IsEverything ? this : new(Timeline, Day, scope);

    public UnitOn? Unit(Guid id) => _units.GetValueOrDefault(id);

    public UnitOn? Unit(string code) => _units.Values.FirstOrDefault(u => u.Code == code);

    public PostHolder? Post(Guid personId) => _posts.GetValueOrDefault(personId);

    public MemberOn? Member(Guid personId) => _members.GetValueOrDefault(personId);

    /// <summary>The units that stand under nothing, in protocol order.</summary>
    public IEnumerable<UnitOn> Roots(Branch branch) => InOrder(_units.Values.Where(u => u.Parent is null && u.Branch == branch));

    /// <summary>A unit and everything below it, parents first, in protocol order; empty if it is not there on the day.</summary>
    public IEnumerable<UnitOn> Subtree(Guid id) => Unit(id) is { } unit ? unit.WithDescendants() : [];

    public IEnumerable<UnitOn> Tree(Branch branch) => Roots(branch).SelectMany(root => root.WithDescendants());

    internal static IOrderedEnumerable<UnitOn> InOrder(IEnumerable<UnitOn> units) =>
        units.OrderBy(u => u.Facts.Order).ThenBy(u => u.Kind.Order).ThenBy(u => u.Code, StringComparer.Ordinal);

    private void PlaceUnits(Scope scope)
    {
        foreach (var line in Timeline.Units)
            if (line.History.SpanOn(Day) is { } span && scope.Includes(line.Id))
                _units[line.Id] = new UnitOn(line, span, Timeline.Kind(span.Facts.Kind));
        foreach (var unit in InOrder(_units.Values))
            if (unit.Facts.ParentId is { } parentId && Unit(parentId) is { } parent) unit.PutUnder(parent);
    }

    private void PlaceQuota()
    {
        foreach (var line in Timeline.Quotas)
            if (line.History.On(Day) is { } level) Unit(line.UnitId)?.AddQuota(line.Kind, line.Category, level.Posts);
    }

    private void PlacePeople(Scope scope)
    {
        foreach (var line in Timeline.Employments)
        {
            if (line.Primary.History.SpanOn(Day) is not { } span || Timeline.People.Find(line.PersonId) is not { } person) continue;
            var unit = Unit(span.Facts.UnitId);
            if (unit is null && scope.PersonId != line.PersonId) continue;
            var holder = new PostHolder(person, line, span, unit);
            _posts[person.Id] = holder;
            unit?.AddPost(holder);
        }
    }

    private void PlaceMembers(Scope scope)
    {
        foreach (var line in Timeline.Members)
        {
            if (line.History.SpanOn(Day) is not { } span || Timeline.People.Find(line.PersonId) is not { } person) continue;
            var cell = Unit(span.Facts.CellId);
            var offices = line.Offices.Select(o => (o.UnitId, Span: o.History.SpanOn(Day))).Where(o => o.Span is not null)
                .Select(o => new OfficeOn(person, o.UnitId, o.Span!)).ToList();
            foreach (var office in offices) Unit(office.UnitId)?.AddOffice(office);
            if (cell is null && scope.PersonId != line.PersonId) continue;
            var member = new MemberOn(person, line, span, offices);
            _members[person.Id] = member;
            cell?.AddMember(member);
        }
    }
}
