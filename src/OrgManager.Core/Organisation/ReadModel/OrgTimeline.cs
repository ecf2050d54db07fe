using System.Collections.Concurrent;
using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>Every dated row of the organisation in memory, as it stood after one change set. Immutable: a write makes the next one.</summary>
public sealed class OrgTimeline
{
    private const int SnapshotsKept = 64;

    public static readonly OrgTimeline Empty = new();

    private readonly ConcurrentDictionary<DateOnly, OrgSnapshot> _snapshots = new();
    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();
    private Dictionary<string, UnitKindFacts>? _kinds;

    private OrgTimeline() { }

    /// <summary>What the version before has made and this one may go on from.</summary>
    internal Carried Carried { get; private init; } = new();

    /// <summary>Of which class the province is, by which some rules go.</summary>
    internal ProvinceClass Province { get; private init; } = ProvinceClass.II;

    /// <summary>Nothing yet, in a province of a class.</summary>
    internal static OrgTimeline EmptyIn(ProvinceClass province) => new() { Province = province };

    /// <summary>Number of the change set it includes; all later ones are unknown to it.</summary>
    public long Seq { get; private init; }
    public LineSet<KindLine> Kinds { get; private init; } = LineSet<KindLine>.Empty;
    public LineSet<UnitLine> Units { get; private init; } = LineSet<UnitLine>.Empty;
    public LineSet<SuccessionLine> Successions { get; private init; } = LineSet<SuccessionLine>.Empty;
    public LineSet<QuotaLine> Quotas { get; private init; } = LineSet<QuotaLine>.Empty;
    public LineSet<PersonLine> People { get; private init; } = LineSet<PersonLine>.Empty;
    public LineSet<EmploymentLine> Employments { get; private init; } = LineSet<EmploymentLine>.Empty;
    public LineSet<MemberLine> Members { get; private init; } = LineSet<MemberLine>.Empty;
    public LineSet<CoverageLine> Coverages { get; private init; } = LineSet<CoverageLine>.Empty;

    /// <summary>The same with these lines in place of the ones of their owners.</summary>
    public OrgTimeline With(OrgLines changed, long seq) => new()
    {
        Seq = seq, Province = Province, Carried = Carried,
        Kinds = Kinds.With(changed.Kinds),
        Units = Units.With(changed.Units).Without(changed.Gone),
        Successions = Successions.With(changed.Successions).Without(changed.Gone),
        Quotas = Quotas.With(changed.Quotas).Without(changed.Gone),
        People = People.With(changed.People).Without(changed.Gone),
        Employments = Employments.With(changed.Employments).Without(changed.Gone),
        Members = Members.With(changed.Members).Without(changed.Gone),
        Coverages = Coverages.With(changed.Coverages).Without(changed.Gone),
    };

    /// <summary>One day of it.</summary>
    public OrgSnapshot On(DateOnly day)
    {
        if (_snapshots.TryGetValue(day, out var known)) return known;
        if (_snapshots.Count >= SnapshotsKept) _snapshots.Clear();
        return _snapshots.GetOrAdd(day, d => new OrgSnapshot(this, d));
    }

    /// <summary>What is made of all of it, and asked for by many sessions, is made once and goes with it. It knows no reader: who may see what is asked when it is read.</summary>
    internal T Once<T>(object key, Func<OrgTimeline, T> make) where T : class => (T)_made.GetOrAdd(key, _ => new(() => make(this))).Value;

    /// <summary>A unit and all that stand, stood last or will stand first below it, seen from a day.</summary>
    public IEnumerable<Guid> EverUnder(Guid above, DateOnly seenFrom) => Units.Where(unit => IsUnder(unit, above, seenFrom)).Select(unit => unit.Id);

    private bool IsUnder(UnitLine unit, Guid above, DateOnly seenFrom)
    {
        var (first, last) = (unit.History.From, unit.History.Until.AddDays(-1));
        var day = seenFrom < first ? first : seenFrom > last ? last : seenFrom;
        for (var line = unit; line is not null; line = line.History.On(day)?.ParentId is { } parent ? Units.Find(parent) : null)
            if (line.Id == above) return true;
        return false;
    }

    public UnitLine? UnitByCode(string code) => Units.By(LineKeys.UnitCode)[code].FirstOrDefault();

    /// <summary>Whether a unit is there on a day and stands under another, or is it.</summary>
    public bool StandsUnder(Guid unitId, Guid above, DateOnly day)
    {
        for (var facts = Units.Find(unitId)?.History.On(day); facts is not null; facts = facts.ParentId is { } parent ? Units.Find(unitId = parent)?.History.On(day) : null)
            if (unitId == above) return true;
        return false;
    }

    public PersonLine? PersonByCode(string code) => People.By(LineKeys.PersonCode)[code].FirstOrDefault();

    /// <summary>What a kind is; a code that no kind has reads as a plain unit without titles.</summary>
    public UnitKindFacts Kind(string code) =>
        (_kinds ??= Kinds.ToDictionary(k => k.Facts.Code, k => k.Facts)).TryGetValue(code, out var kind)
            ? kind
            : new() { Code = code, Name = code, NameEn = code, Branch = Branch.Government, Order = int.MaxValue };

    /// <summary>The days on which some unit or quota becomes other than it was, oldest first.</summary>
    public IReadOnlyList<DateOnly> UnitAndQuotaTurns() =>
        [.. Units.SelectMany(u => Turns(u.History)).Concat(Quotas.SelectMany(q => Turns(q.History))).Distinct().Order()];

    internal static IEnumerable<DateOnly> Turns<TFacts>(Dated<TFacts> history) where TFacts : class, IFacts<TFacts> =>
        history.Select(span => span.From).Concat(history.Until == DateOnly.MaxValue ? [] : [history.Until]);
}
