using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Search;

namespace OrgManager.Staff;

/// <summary>The roster of one day as one reader may see it.</summary>
internal sealed class RosterView
{
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

    /// <summary>One page of the people that match. Where nothing is filtered, nobody off the page is looked at.</summary>
    /// <param name="narrowed">Also to people in these units.</param>
    public RosterPage Page(PageRequest page, Scope? narrowed)
    {
        var orders = PostOrders.Of(_snapshot, _query.Category);
        var found = VietnameseText.SearchKey(_query.Search ?? "") is { Length: > 0 } wanted ? PeopleIndex.Of(_snapshot.Timeline).Having(wanted) : null;
        IReadOnlyList<InPost> posts = _query.UnitCode is not { } code ? orders.In(page.SortBy, found: found) : _snapshot.Unit(code) is { } unit ? orders.In(page.SortBy, unit.Id, found) : [];
        var conditions = Conditions(orders, narrowed).ToList();
        return new(_snapshot, conditions.Count == 0 ? posts : [.. posts.Where(p => conditions.TrueForAll(holds => holds(p)))], page);
    }

    private IEnumerable<Func<InPost, bool>> Conditions(PostOrders orders, Scope? narrowed)
    {
        if (!orders.AreWithin(Work)) yield return p => Reaches(Work, p);
        if (narrowed is not null && !orders.AreWithin(narrowed)) yield return p => narrowed.IncludesPerson(p.Person.Id, p.Facts.UnitId, null);
        if (_query.Codes is { } codes) yield return p => codes.Contains(p.Person.Code);
        if (_query.Headship is { } headship) yield return p => p.Facts.Headship == headship;
        if (_query is not { AgeFrom: null, AgeTo: null }) yield return IsOfAge;
        if (_query.LacksSalary) yield return p => orders.LacksSalary(p) && Reaches(_personal, p);
        if (_query.PartyMember is { } member) yield return p => PartyMember(p) == member;
    }

    public RosterRow Row(InPost p, Dictionary<Guid, DecisionRef> decisions)
    {
        var (unit, kind) = (_snapshot.Unit(p.Facts.UnitId), _snapshot.Unit(p.Facts.UnitId)?.Kind);
        var (sees, member) = (Reaches(_personal, p), PartyMember(p));
        return new()
        {
            PersonId = p.Person.Id, Code = p.Person.Code, FullName = p.Person.FullName,
            UnitCode = unit?.Code ?? "", UnitName = unit?.Name ?? "", UnitShortName = unit is { Facts.ShortName: { Length: > 0 } shorter } ? shorter : unit?.Name ?? "",
            Category = p.Facts.Category, Headship = p.Facts.Headship,
            Post = PostTitles.Of(p.Facts, kind), PostEn = PostTitles.EnglishOf(p.Facts, kind),
            Since = p.Since.From,
            Decision = p.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null,
            Born = sees ? p.Person.Born : null, Sex = sees ? p.Person.Sex : null, Salary = sees ? p.Employment.Salary?.On(_on) : null,
            PartyMember = member, PartyMemberSince = member == true ? _snapshot.Member(p.Person.Id)?.Line.AdmittedOn : null, PartyMemberSinceAs = member == true ? _snapshot.Member(p.Person.Id)?.Line.Admission.AdmittedAs : null,
        };
    }

    public IReadOnlyList<RosterUnit> Units() => PostOrders.Of(_snapshot) is var orders && orders.AreWithin(Work) ? orders.Units
        : [.. orders.Units.Where(u => _snapshot.Unit(u.Code) is { } unit && Work.Includes(unit.Id))];

    private bool Reaches(Scope scope, InPost p) => scope.IncludesPerson(p.Person.Id, p.Facts.UnitId, null) || (scope.HasUnits && scope.Includes(_snapshot.CellOf(p.Person.Id)));

    private bool IsOfAge(InPost p)
    {
        var age = _on.Year - p.Person.Born.Year - (p.Person.Born.AddYears(_on.Year - p.Person.Born.Year) > _on ? 1 : 0);
        return Reaches(_personal, p) && age >= (_query.AgeFrom ?? 0) && age <= (_query.AgeTo ?? int.MaxValue);
    }

    private bool? PartyMember(InPost p) => Reaches(_party, p) ? _snapshot.CellOf(p.Person.Id) is not null : null;
}
