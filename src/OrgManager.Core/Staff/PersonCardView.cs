using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Staff;

/// <summary>One person as one reader may see them, on the day asked for or, when not in post on it, on the nearest day they were.</summary>
internal sealed class PersonCardView
{
    private readonly OrgDbContext _db;
    private readonly PersonLine _person;
    private readonly List<EmploymentLine> _employments;
    private readonly EmploymentLine _employment;
    private readonly DateOnly _on, _day;
    private readonly bool _personal, _opensFile;
    private readonly List<PersonHappening> _events;

    /// <exception cref="NotFoundException">Nobody with this number was ever in post.</exception>
    public PersonCardView(OrgDbContext db, string code, DateOnly on)
    {
        (_db, _on) = (db, on);
        _person = db.Timeline.PersonByCode(code) ?? throw new NotFoundException(typeof(Person), code);
        _employments = [.. db.Timeline.Employments.By(LineKeys.EmploymentPerson)[_person.Id].OrderBy(e => e.Primary.History.From)];
        _employment = _employments.LastOrDefault(e => e.Primary.History.From <= on) ?? _employments.FirstOrDefault() ?? throw new NotFoundException(typeof(Employment), code);
        var (first, last) = (_employment.Primary.History.From, _employment.Primary.History.Until.AddDays(-1));
        _day = on < first ? first : on > last ? last : on;
        (_personal, _opensFile) = (May(Permission.ViewStaffPersonal), OpensFile());
        _events = new PersonHappenings(db, _person, _employments).Of(_personal, _opensFile);
    }

    public IEnumerable<Guid?> DecisionIds => Spans.Select(s => s.Span).Select(s => s.DecisionFor(s.Sets))
        .Concat(Salaries.Select(s => s.DecisionFor(1))).Append(_employment.Primary.History[^1].EndDecisionId).Concat(_events.Select(e => e.DecisionId));

    private IEnumerable<(AssignmentLine Line, DatedSpan<AssignmentFacts> Span)> Spans => _employments.SelectMany(e => e.Assignments).SelectMany(line => line.History.Select(span => (line, span)));
    private IEnumerable<DatedSpan<SalaryFacts>> Salaries => _employments.SelectMany(e => e.Salary ?? Enumerable.Empty<DatedSpan<SalaryFacts>>());

    /// <summary>The position that the post of the day told is.</summary>
    public Task<JobPositionFacts?> PositionAsync(CancellationToken ct) =>
        _employment.Primary.History.On(_day) is { } now ? HeldPosition.OfAsync(_db, now.UnitId, PostTitles.Of(now, KindOn(now.UnitId, _day)), _day, ct) : Task.FromResult<JobPositionFacts?>(null);

    public bool IsOwn => _person.Id == _db.Actor.PersonId;

    public bool Reaches(Scope scope) => scope.IncludesPerson(_person.Id, _employment.Primary.History.On(_day)!.UnitId, _db.Timeline.On(_day).Member(_person.Id)?.Facts.CellId);

    public PersonCard Card(Dictionary<Guid, DecisionRef> decisions)
    {
        var (history, now) = (_employment.Primary.History, _employment.Primary.History.On(_day)!);
        DecisionRef? Decision(Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;
        return new()
        {
            PersonId = _person.Id, Code = _person.Code, FullName = _person.FullName,
            IsInPost = _day == _on, Unit = Unit(now.UnitId, _day), Category = now.Category,
            Post = PostTitles.Of(now, KindOn(now.UnitId, _day)), PostEn = PostTitles.EnglishOf(now, KindOn(now.UnitId, _day)),
            StartsOn = history.From, EndsOn = End(history[^1]), EndReason = _employment.EndReason, EndDecision = Decision(history[^1].EndDecisionId),
            Posts = [.. Spans.OrderByDescending(s => s.Span.From).ThenBy(s => s.Line.Kind).Select(s => Post(s.Line, s.Span, Decision(s.Span.DecisionFor(s.Span.Sets))))],
            Personal = _personal
                ? new(_person.Born, _person.Sex, [.. Salaries.OrderByDescending(s => s.From).Select(s => new PersonSalary(s.VersionId, s.From, End(s), s.Facts, Decision(s.DecisionFor(1))))])
                : null,
            Party = May(Permission.ViewPartyBasics) ? Party() : null,
            Events = [.. _events.Select(e => e with { Decision = Decision(e.DecisionId) })],
            MayChange = May(Permission.ChangeStaffWork), MayCorrect = May(Permission.CorrectHistory), MayPay = May(Permission.ChangeStaffPersonal),
        };
    }

    private bool May(Permission permission) => Reaches(_db.ScopeFor(permission, _day));

    private bool OpensFile() =>
        _db.Timeline.MembershipNear(_person.Id, _on) is { } file && _db.ScopeFor(Permission.ViewPartyRecord, file.On).IncludesPerson(_person.Id, null, file.CellId);

    private PersonParty Party()
    {
        var disciplines = _db.Timeline.MembershipNear(_person.Id, _on) is { } near && RecordReach.Reaches(_db, near, Permission.ViewDiscipline);
        if (_db.Timeline.On(_on).Member(_person.Id) is not { } member) return new(false, null, null, null, _opensFile) { SeesDiscipline = disciplines };
        return _opensFile && _db.Timeline.Units.Find(member.Facts.CellId) is { } cell
            ? new(true, member.Line.Admission.Admitted, member.Facts.Standing, UnitNames.Ref(cell, _on), _opensFile) { OfficialOn = member.Line.Admission.Official, Age = PartyAge.Of(_db.Timeline, _person.Id, _on), SeesDiscipline = disciplines }
            : new(true, member.Line.Admission.Admitted, null, null, _opensFile) { SeesDiscipline = disciplines };
    }

    private PersonPost Post(AssignmentLine line, DatedSpan<AssignmentFacts> span, DecisionRef? decision)
    {
        var kind = KindOn(span.Facts.UnitId, span.From);
        return new(span.VersionId, line.Kind, span.From, End(span), Unit(span.Facts.UnitId, span.From),
            PostTitles.Of(span.Facts, kind), PostTitles.EnglishOf(span.Facts, kind), span.Facts.Category, decision);
    }

    private UnitRef Unit(Guid id, DateOnly day) => UnitNames.Ref(_db.Timeline.Units.Find(id)!, day);

    private UnitKindFacts KindOn(Guid unitId, DateOnly day) => _db.Timeline.Kind(UnitNames.FactsNear(_db.Timeline.Units.Find(unitId)!, day).Kind);

    private static DateOnly? End<TFacts>(DatedSpan<TFacts> span) where TFacts : class, IFacts<TFacts> => span.IsOpen ? null : span.Until;
}
