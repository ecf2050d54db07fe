using System.Collections.Concurrent;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>The organisation on one day: units with their posts, people, members and offices. Immutable; a unit, and what stands in it, is looked up when first asked for.</summary>
public sealed class OrgSnapshot
{
    private readonly ConcurrentDictionary<Guid, UnitOn> _units = new();
    private readonly ConcurrentDictionary<Guid, Scope> _scopes = new();
    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();
    private readonly Scope _scope;
    private readonly Func<Guid, bool>? _offices;

    internal OrgSnapshot(OrgTimeline timeline, DateOnly day) : this(timeline, day, Scope.Everything) { }

    private OrgSnapshot(OrgTimeline timeline, DateOnly day, Scope scope, Func<Guid, bool>? offices = null) => (Timeline, Day, _scope, _offices) = (timeline, day, scope, offices);

    public DateOnly Day { get; }
    public IEnumerable<UnitOn> Units => Timeline.Units.Select(Unit).OfType<UnitOn>();
    public IEnumerable<PostHolder> Posts => Units.SelectMany(unit => unit.Posts).Concat(Own(Post, post => post.Unit is null));
    public IEnumerable<MemberOn> Members => Units.SelectMany(unit => unit.Members).Concat(Own(Member, member => Unit(member.Facts.CellId) is null));

    internal OrgTimeline Timeline { get; }

    /// <summary>The same day, cut to the units and people a scope reaches; what is left stands in the tree as far as it is joined.</summary>
    public OrgSnapshot VisibleTo(Scope scope) => scope.IsEverything ? this : new(Timeline, Day, scope);

    /// <summary>The same, and of party offices only those of some people.</summary>
    /// <param name="offices">Whose offices are shown; everybody's if null.</param>
    internal OrgSnapshot VisibleTo(Scope scope, Func<Guid, bool>? offices) => offices is null ? VisibleTo(scope) : new(Timeline, Day, scope, offices);

    /// <summary>Whether the offices of a member are among those shown.</summary>
    internal bool ShowsOffices(Guid personId) => _offices?.Invoke(personId) != false;

    /// <summary>What is made of this day, and asked for by many sessions, is made once and goes with it; as <see cref="OrgTimeline.Once"/>.</summary>
    internal T Once<T>(object key, Func<OrgSnapshot, T> make) where T : class => (T)_made.GetOrAdd(key, _ => new(() => make(this))).Value;

    public UnitOn? Unit(Guid id) => _units.TryGetValue(id, out var known) ? known : Timeline.Units.Find(id) is { } line ? Unit(line) : null;

    public UnitOn? Unit(string code) => Timeline.UnitByCode(code) is { } line ? Unit(line) : null;

    /// <summary>The unit of a person's primary post, and be it out of reach of a snapshot that was cut.</summary>
    internal Guid? UnitOf(Guid personId)
    {
        foreach (var line in Timeline.Employments.By(LineKeys.EmploymentPerson)[personId])
            if (line.Primary.History.On(Day) is { } post) return post.UnitId;
        return null;
    }

    /// <summary>The cell of a member, likewise.</summary>
    internal Guid? CellOf(Guid personId)
    {
        foreach (var line in Timeline.Members.By(LineKeys.MemberPerson)[personId])
            if (line.History.On(Day) is { } membership) return membership.CellId;
        return null;
    }

    public PostHolder? Post(Guid personId)
    {
        foreach (var line in Timeline.Employments.By(LineKeys.EmploymentPerson)[personId])
            if (line.Primary.History.SpanOn(Day) is { } span)
                return Unit(span.Facts.UnitId) is { } unit ? unit.Posts.FirstOrDefault(post => post.Person.Id == personId) : OwnPost(line, span);
        return null;
    }

    public MemberOn? Member(Guid personId)
    {
        foreach (var line in Timeline.Members.By(LineKeys.MemberPerson)[personId])
            if (line.History.SpanOn(Day) is { } span)
                return Unit(span.Facts.CellId) is { } cell ? cell.Members.FirstOrDefault(member => member.Person.Id == personId) : OwnMembership(line);
        return null;
    }

    /// <summary>The units that stand under nothing, in protocol order.</summary>
    public IEnumerable<UnitOn> Roots(Branch branch) =>
        InOrder((_scope.IsEverything ? Timeline.Units.By(LineKeys.AtTop)[branch].Select(Unit).OfType<UnitOn>() : Units).Where(u => u.Parent is null && u.Branch == branch));

    /// <summary>A unit and everything below it, parents first, in protocol order; empty if it is not there on the day.</summary>
    public IEnumerable<UnitOn> Subtree(Guid id) => Unit(id) is { } unit ? unit.WithDescendants() : [];

    public IEnumerable<UnitOn> Tree(Branch branch) => Roots(branch).SelectMany(root => root.WithDescendants());

    /// <summary>What a grant over a unit reaches; over the whole, which is the longest to find out, it is kept while no unit stands elsewhere.</summary>
    internal Scope ScopeUnder(Guid id) => _scopes.GetOrAdd(id, unit => _scope.IsEverything && Timeline.Units.Find(unit)?.History.On(Day) is { ParentId: null }
        ? Timeline.Carried.OfUnits(Timeline, Day, (nameof(ScopeUnder), Day, unit), facts => facts.ParentId, () => Under(unit)) : Under(unit));

    private Scope Under(Guid id) => Scope.Of(Subtree(id).Select(u => u.Id));

    internal static IOrderedEnumerable<UnitOn> InOrder(IEnumerable<UnitOn> units) =>
        units.OrderBy(u => u.Facts.Order).ThenBy(u => u.Kind.Order).ThenBy(u => u.Code, StringComparer.Ordinal);

    internal IEnumerable<UnitOn> UnitsUnder(UnitOn above) =>
        Timeline.Units.By(LineKeys.UnitParents)[above.Id].Select(Unit).OfType<UnitOn>().Where(unit => unit.Facts.ParentId == above.Id);

    internal IEnumerable<(QuotaLine Quota, int Posts)> QuotasOf(UnitOn unit) =>
        from quota in Timeline.Quotas.By(LineKeys.QuotaUnit)[unit.Id]
        let level = quota.History.On(Day)
        where level is not null
        select (quota, level.Posts);

    internal IEnumerable<PostHolder> PostsIn(UnitOn unit) =>
        from line in Timeline.Employments.By(LineKeys.PostUnits)[unit.Id]
        let span = line.Primary.History.SpanOn(Day)
        where span is not null && span.Facts.UnitId == unit.Id
        let person = Timeline.People.Find(line.PersonId)
        where person is not null
        select new PostHolder(person, line, span, unit);

    /// <summary>Those who lead a unit beside the post by which they count as present.</summary>
    internal IEnumerable<PostHolder> LeadsBesideIn(UnitOn unit) =>
        from line in Timeline.Employments.By(LineKeys.PostUnits)[unit.Id]
        from post in line.Assignments
        where post.Kind != AssignmentKind.Primary
        let span = post.History.SpanOn(Day)
        where span is not null && span.Facts.UnitId == unit.Id && span.Facts.Headship != Headship.None
        let person = Timeline.People.Find(line.PersonId)
        where person is not null
        select new PostHolder(person, line, span, unit) { Kind = post.Kind };

    internal IEnumerable<MemberOn> MembersIn(UnitOn cell) =>
        from line in Timeline.Members.By(LineKeys.MemberCells)[cell.Id]
        where line.History.On(Day)?.CellId == cell.Id
        let member = MemberOf(line)
        where member is not null
        select member;

    internal IEnumerable<OfficeOn> OfficesIn(UnitOn unit) =>
        from line in Timeline.Members.By(LineKeys.OfficeUnits)[unit.Id]
        let member = MemberOf(line)
        where member is not null
        from office in member.Offices
        where office.UnitId == unit.Id
        select office;

    private UnitOn? Unit(UnitLine line)
    {
        if (_units.TryGetValue(line.Id, out var known)) return known;
        return line.History.SpanOn(Day) is { } span && _scope.Includes(line.Id) ? _units.GetOrAdd(line.Id, new UnitOn(this, line, span, Timeline.Kind(span.Facts.Kind))) : null;
    }

    private MemberOn? MemberOf(MemberLine line) => line.History.SpanOn(Day) is { } span && Timeline.People.Find(line.PersonId) is { } person
        ? new(person, line, span, [.. from office in line.Offices
                                      let held = office.History.SpanOn(Day)
                                      where held is not null && _offices?.Invoke(line.PersonId) != false
                                      select new OfficeOn(person, office.UnitId, held)])
        : null;

    private PostHolder? OwnPost(EmploymentLine line, Common.DatedSpan<AssignmentFacts> span) =>
        _scope.PersonId == line.PersonId && Timeline.People.Find(line.PersonId) is { } person ? new(person, line, span, null) : null;

    private MemberOn? OwnMembership(MemberLine line) => _scope.PersonId == line.PersonId ? MemberOf(line) : null;

    /// <summary>One's own record, where its unit is out of reach.</summary>
    private IEnumerable<T> Own<T>(Func<Guid, T?> of, Func<T, bool> isOutside) where T : class =>
        _scope.PersonId is { } person && of(person) is { } own && isOutside(own) ? [own] : [];
}
