using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>A level of a line: the day it begins (or, with nothing after it, ends).</summary>
internal sealed record LedgerLevel(QuotaLine Line, DateOnly On, int? Before, int? After, Guid? DecisionId);

/// <summary>Reads the ledger of one unit off the timeline.</summary>
internal sealed class LedgerView
{
    private readonly OrgDbContext _db;
    private readonly LedgerQuery _query;
    private readonly UnitLine _root;
    private readonly List<QuotaLine> _all;
    private readonly List<LedgerLevel> _levels;
    private readonly Dictionary<DateOnly, LedgerDay> _days = [];
    private int _count, _same;

    public LedgerView(OrgDbContext db, LedgerQuery query, UnitLine root)
    {
        (_db, _query, _root) = (db, query, root);
        var scope = AccessRules.LastingScopeFor(db, Permission.ViewQuota);
        var below = db.Timeline.EverUnder(root.Id, query.On).Where(id => scope.Includes(id)).ToHashSet();
        _all = [.. db.Timeline.Quotas.Where(q => below.Contains(q.UnitId) && (query.Category is null || q.Category == query.Category))];
        _levels = [.. _all.Where(q => q.Kind == query.Kind).SelectMany(LevelsOf)];
    }

    private IEnumerable<LedgerLevel> OfYear => _levels.Where(level => _query.Year is not { } year || level.On.Year == year);

    /// <summary>The days on which some level is given anew without a difference.</summary>
    public List<DateOnly> DaysOfSame => [.. OfYear.Where(level => level.Before == level.After).Select(level => level.On).Distinct()];

    /// <param name="moves">What was moved on those days: a level from which posts went and to which as many came is no level given anew.</param>
    public IReadOnlyList<LedgerLevel> Levels(PageRequest page, ILookup<DateOnly, QuotaMove> moves)
    {
        var moved = moves.SelectMany(day => day).SelectMany(move => MoveSide.Of(move, _db.Timeline).Select(side => (move.On, side.UnitId, side.Kind, side.Category))).ToHashSet();
        bool IsSame(LedgerLevel level) => level.Before == level.After && !moved.Contains((level.On, level.Line.UnitId, level.Line.Kind, level.Line.Category));
        var asked = OfYear.Where(level => _query.WithSame || !IsSame(level)).ToList();
        (_count, _same) = (asked.Count, OfYear.Count(IsSame));
        return [.. asked.OrderByDescending(level => level.On).ThenBy(level => Order(level).Depth).ThenBy(level => Order(level).Order).ThenBy(level => Code(level), StringComparer.Ordinal).ThenBy(level => level.Line.Category)
            .Skip(page.Skip).Take(page.Take)];
    }

    public QuotaLedger Ledger(IReadOnlyList<LedgerLevel> shown, ILookup<DateOnly, QuotaMove> moves, Dictionary<Guid, DecisionRef> decisions)
    {
        var first = _db.Timeline.Quotas.Count == 0 ? DateOnly.MaxValue : _db.Timeline.Quotas.Min(q => q.History.From);
        foreach (var day in shown.Select(level => level.On).Distinct()) _days[day] = new(_db.Timeline, day, [.. moves[day]], day == first);
        return new()
        {
            Query = _query, Root = UnitNames.Ref(_root, _query.On), Above = [.. Above().Reverse().Select(u => new UnitRef(u.Id, u.Code, u.Name))],
            Rows = [.. shown.Select(level => Row(level, decisions))], Count = _count,
            SameCount = _same,
            Points = Points(), Years = [.. _levels.Select(level => level.On.Year).Distinct().OrderDescending()],
            Kinds = [.. _all.Select(q => q.Kind).Distinct().Order()],
            MayChange = AccessRules.Reaches(_db, Permission.ChangeQuota, _root.Id, _query.On),
            MayCorrect = AccessRules.Reaches(_db, Permission.ChangeQuota, _root.Id, _query.On) && AccessRules.Reaches(_db, Permission.CorrectHistory, _root.Id, _query.On),
        };
    }

    private static IEnumerable<LedgerLevel> LevelsOf(QuotaLine line)
    {
        int? before = null;
        foreach (var span in line.History)
        {
            yield return new(line, span.From, before, span.Facts.Posts, span.DecisionFor(1));
            before = span.Facts.Posts;
        }
        if (line.History[^1] is { IsOpen: false } last) yield return new(line, last.Until, before, null, last.EndDecisionId);
    }

    private LedgerRow Row(LedgerLevel level, Dictionary<Guid, DecisionRef> decisions)
    {
        var unit = _db.Timeline.Units.Find(level.Line.UnitId)!;
        var kind = level.Line.Kind == QuotaKind.Allocated && _db.Timeline.On(level.On).Unit(unit.Id) is { Children.Count: > 0 } whole ? whole.Kind : null;
        return new(level.On, UnitNames.Ref(unit, level.After is null ? level.On.AddDays(-1) : level.On), kind?.OwnRow, kind?.OwnRowEn, level.Line.Kind, level.Line.Category,
            level.Before, level.After, _days[level.On].PartsOf(level.Line), level.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null);
    }

    /// <summary>Level by level, not day by day: what each step adds is summed up along the years.</summary>
    private List<LedgerPoint> Points()
    {
        var (steps, sum) = (new SortedDictionary<DateOnly, int>(), 0);
        foreach (var level in _levels) steps[level.On] = steps.GetValueOrDefault(level.On) + (level.After ?? 0) - (level.Before ?? 0);
        return [.. steps.Select(step => new LedgerPoint(step.Key, sum += step.Value))];
    }

    private (int Depth, int Order) Order(LedgerLevel level)
    {
        var unit = _db.Timeline.Units.Find(level.Line.UnitId)!;
        return (unit.Id == _root.Id ? 0 : 1, UnitNames.FactsNear(unit, level.On).Order);
    }

    private string Code(LedgerLevel level) => _db.Timeline.Units.Find(level.Line.UnitId)!.Code;

    private IEnumerable<UnitOn> Above()
    {
        var scope = _db.ScopeFor(Permission.ViewQuota, _query.On);
        for (var above = _db.Timeline.On(_query.On).Unit(_root.Id)?.Parent; above is not null && scope.Includes(above.Id); above = above.Parent) yield return above;
    }
}
