using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>The roster of one day as one reader may see it.</summary>
internal sealed class RosterView
{
    private const int PlaceFields = (int)(AssignmentFields.Unit | AssignmentFields.Headship);

    private static readonly HashSet<string> Orders = ["name", "unit", "since"];

    private readonly OrgSnapshot _snapshot;
    private readonly RosterQuery _query;
    private readonly Scope _personal, _party;
    private readonly DateOnly _on;

    public RosterView(OrgDbContext db, RosterQuery query)
    {
        (_query, _on, _snapshot) = (query, query.On, db.Timeline.On(query.On));
        Work = db.DemandScope(Permission.ViewStaffWork, _on);
        (_personal, _party) = (Told(db.ScopeFor(Permission.ViewStaffPersonal, _on)), Told(db.ScopeFor(Permission.ViewPartyBasics, _on)));
    }

    /// <summary>Among others one's own row has no columns of its own.</summary>
    private Scope Told(Scope scope) => Work.HasUnits && !scope.HasUnits ? Scope.Nothing : scope;

    public Scope Work { get; }
    public RosterColumns Columns => new(Personal: !_personal.IsNothing, Party: !_party.IsNothing);

    public List<PostHolder> Matching()
    {
        var units = UnitIds();
        var wanted = VietnameseText.SearchKey(_query.Search ?? "");
        return [.. _snapshot.Posts.Where(p => Reaches(Work, p)
            && (units is null || units.Contains(p.Facts.UnitId))
            && _query.Codes?.Contains(p.Person.Code) != false
            && (_query.Category is null || p.Facts.Category == _query.Category)
            && (_query.Headship is null || p.Facts.Headship == _query.Headship)
            && IsOfAge(p) && (!_query.LacksSalary || (Reaches(_personal, p) && p.Employment.Salary?.On(_on) is null))
            && (_query.PartyMember is null || PartyMember(p) == _query.PartyMember)
            && (wanted.Length == 0 || p.Person.SearchKey.Contains(wanted, StringComparison.Ordinal) || (wanted.Length > 1 && p.Person.Initials.Contains(wanted, StringComparison.Ordinal))
                || p.Person.Code.Equals(wanted, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>The units the list runs through; another order than by protocol has none.</summary>
    public static IReadOnlyList<RosterGroup> Groups(List<PostHolder> posts, PageRequest page)
    {
        if (Orders.Contains(page.SortBy ?? "")) return [];
        var (rank, groups, first) = (UnitRanks(posts), new List<RosterGroup>(), 0);
        foreach (var group in posts.GroupBy(p => p.Facts.UnitId).OrderBy(g => rank[g.Key]))
        {
            groups.Add(Group(group.First().Unit, group.Count(), first));
            first += groups[^1].People;
        }
        return groups;
    }

    public static IEnumerable<PostHolder> InOrder(List<PostHolder> posts, PageRequest page)
    {
        var rank = UnitRanks(posts);
        IOrderedEnumerable<PostHolder> Protocol() => posts.OrderBy(p => rank[p.Facts.UnitId]).ThenBy(Place).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal);
        var sorted = page.SortBy switch
        {
            "name" => posts.OrderBy(p => p.Person.SortKey, StringComparer.Ordinal),
            "unit" => posts.OrderBy(p => p.Unit is null ? "" : VietnameseText.SortKey(p.Unit.Name), StringComparer.Ordinal).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal),
            "since" => posts.OrderBy(p => SinceSpan(p).From).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal),
            _ => Protocol(),
        };
        return page.Descending ? sorted.Reverse() : sorted;
    }

    public RosterRow Row(PostHolder p, Dictionary<Guid, DecisionRef> decisions)
    {
        var (since, kind) = (SinceSpan(p), p.Unit?.Kind);
        var (sees, member) = (Reaches(_personal, p), PartyMember(p));
        return new()
        {
            PersonId = p.Person.Id, Code = p.Person.Code, FullName = p.Person.FullName,
            UnitCode = p.Unit?.Code ?? "", UnitName = p.Unit?.Name ?? "", UnitShortName = p.Unit is { Facts.ShortName: { Length: > 0 } shorter } ? shorter : p.Unit?.Name ?? "",
            Category = p.Facts.Category, Headship = p.Facts.Headship,
            Post = PostTitles.Of(p.Facts, kind), PostEn = PostTitles.EnglishOf(p.Facts, kind),
            Since = since.From,
            Decision = DecisionId(p) is { } id ? decisions.GetValueOrDefault(id) : null,
            Born = sees ? p.Person.Born : null, Sex = sees ? p.Person.Sex : null, Salary = sees ? p.Employment.Salary?.On(_on) : null,
            PartyMember = member, PartyMemberSince = member == true ? _snapshot.Member(p.Person.Id)?.Line.AdmittedOn : null,
        };
    }

    public IReadOnlyList<RosterUnit> Units() =>
        [.. _snapshot.Roots(Branch.Government).SelectMany(root => Units(root, 0)).Where(u => Work.Includes(u.Unit.Id)).Select(u => new RosterUnit(u.Unit.Code, u.Unit.Name, u.Depth))];

    private static RosterGroup Group(UnitOn? unit, int people, int first) =>
        unit is { Children.Count: > 0, Kind.OwnRow: { } own } ? new(unit.Code, own, unit.Kind.OwnRowEn, people, first) : new(unit?.Code ?? "", unit?.Name ?? "", null, people, first);

    /// <summary>Since when the person is in this unit and on this post.</summary>
    private static DatedSpan<AssignmentFacts> SinceSpan(PostHolder p) =>
        p.Employment.Primary.History.SetBy(PlaceFields, p.Span.From) ?? p.Span;

    /// <summary>What put the person there.</summary>
    internal static Guid? DecisionId(PostHolder p) => SinceSpan(p).DecisionFor(PlaceFields);

    private static IEnumerable<(UnitOn Unit, int Depth)> Units(UnitOn unit, int depth) => unit.Children.SelectMany(c => Units(c, depth + 1)).Prepend((unit, depth));

    private HashSet<Guid>? UnitIds() =>
        _query.UnitCode is { } code ? [.. _snapshot.Unit(code) is { } unit ? unit.WithDescendants().Select(u => u.Id) : []] : null;

    private bool Reaches(Scope scope, PostHolder p) => scope.IncludesPerson(p.Person.Id, p.Facts.UnitId, _snapshot.Member(p.Person.Id)?.Facts.CellId);

    private bool IsOfAge(PostHolder p)
    {
        if (_query is { AgeFrom: null, AgeTo: null }) return true;
        var age = _on.Year - p.Person.Born.Year - (p.Person.Born.AddYears(_on.Year - p.Person.Born.Year) > _on ? 1 : 0);
        return Reaches(_personal, p) && age >= (_query.AgeFrom ?? 0) && age <= (_query.AgeTo ?? int.MaxValue);
    }

    private bool? PartyMember(PostHolder p) => Reaches(_party, p) ? _snapshot.Member(p.Person.Id) is not null : null;

    private static (int, int) Place(PostHolder p) => p.Facts.Headship switch
    {
        Headship.Head => (0, p.Facts.Order),
        Headship.Deputy => (1, p.Facts.Order),
        _ => (2, (int)p.Facts.Category),
    };

    /// <summary>Where each unit stands in its tree, parents first.</summary>
    private static Dictionary<Guid, int> UnitRanks(List<PostHolder> posts)
    {
        var roots = posts.Select(p => p.Unit).OfType<UnitOn>().Select(Root).Distinct();
        var ranks = OrgSnapshot.InOrder(roots).SelectMany(r => r.WithDescendants()).Select((unit, rank) => (unit.Id, rank)).ToDictionary(u => u.Id, u => u.rank);
        foreach (var post in posts) ranks.TryAdd(post.Facts.UnitId, int.MaxValue);
        return ranks;
    }

    private static UnitOn Root(UnitOn unit) => unit.Parent is { } parent ? Root(parent) : unit;
}
