using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Restructuring.Playing;

/// <summary>The organisation while a scenario is played on its day: as it stood, with what the steps so far have done to it.</summary>
/// <param name="reason">Why a later change that is known already is put right: it follows what its unit has become.</param>
internal sealed class ScenarioStage(OrgTimeline before, DateOnly on, AppliedDecisions decisions, IAggregateSource source, string reason)
{
    private readonly Dictionary<Guid, Aggregate> _here = [];
    private readonly Dictionary<Guid, int> _known = []; // in which state of an aggregate the timeline knows it
    private readonly HashSet<Guid> _gone = [];
    private bool _anyGone; // of which the timeline does not know yet
    private OrgTimeline? _later;
    private readonly Dictionary<Guid, UnitFunctionFacts?> _functionsBefore = [];
    private IReadOnlyList<UnitFunction>? _functions;

    public OrgTimeline Before { get; } = before;
    public DateOnly On => on;
    public AppliedDecisions Decisions => decisions;
    public string Reason => reason;

    /// <summary>What units became: those that merged one, those that were split several, the first of which takes what nobody names.</summary>
    public Dictionary<Guid, List<Guid>> Became { get; } = [];

    /// <summary>The units that cells are to serve, where a step says so.</summary>
    public Dictionary<Guid, HashSet<Guid>> Covered { get; } = [];

    /// <summary>Who was placed by no step, and so went with the rest: the unit and how many.</summary>
    public List<(Guid UnitId, int People)> Unplaced { get; } = [];

    public PositionsOnStage Positions { get; } = new(before, source);

    /// <summary>Levels known of later days from which as many posts as go cannot go.</summary>
    public List<LaterShortage> TooFewLater { get; } = [];

    public OrgSnapshot Day => Now.On(on);

    public OrgTimeline Now
    {
        get
        {
            var changed = _here.Values.Where(a => !_known.TryGetValue(a.Id, out var version) || version != a.Version).ToList();
            if (changed.Count > 0 || _anyGone) _later = (_later ?? Before).With(LinesOf(changed), Before.Seq);
            return _later ?? Before;
        }
    }

    /// <exception cref="RuleBrokenException">Scenario.UnitNotThere.</exception>
    public UnitOn Unit(string code) => Day.Unit(code) ?? throw new RuleBrokenException("Scenario.UnitNotThere", code, on);

    /// <exception cref="RuleBrokenException">Scenario.PersonNotThere.</exception>
    public PersonLine Person(string code) => Before.PersonByCode(code) ?? throw new RuleBrokenException("Scenario.PersonNotThere", code);

    public Guid? DecisionOf(Branch branch) => branch == Branch.Party ? decisions.Party : decisions.State;

    public async Task<IReadOnlyList<T>> LoadAsync<T>(IEnumerable<Guid> ids, CancellationToken ct) where T : Aggregate
    {
        var wanted = ids.Distinct().ToList();
        var missing = wanted.FindAll(id => !_here.ContainsKey(id));
        foreach (var loaded in (await source.LoadAsync<T>(missing, ct)).OrderBy(a => missing.IndexOf(a.Id))) // in the same order wherever they come from, so that the same is refused first
        {
            _here[loaded.Id] = loaded;
            _known[loaded.Id] = loaded.Version;
        }
        return wanted.ConvertAll(id => _here.TryGetValue(id, out var found) ? (T)found : throw new NotFoundException(typeof(T), id));
    }

    public async Task<T> LoadAsync<T>(Guid id, CancellationToken ct) where T : Aggregate => (await LoadAsync<T>([id], ct))[0];

    public async Task<IReadOnlyList<UnitFunction>> FunctionsAsync(CancellationToken ct)
    {
        if (_functions is not null) return _functions;
        _functions = await source.FunctionsAsync(ct);
        foreach (var function in _functions) (_known[function.Id], _functionsBefore[function.Id]) = (function.Version, function.On(on));
        return _functions;
    }

    /// <summary>What a function was on the day without the steps.</summary>
    public UnitFunctionFacts? FunctionBefore(UnitFunction function) => _functionsBefore[function.Id];

    /// <summary>The functions, which are no lines of the timeline, that follow what units became.</summary>
    public IEnumerable<UnitFunction> ChangedFunctions => (_functions ?? []).Where(function => function.Version != _known[function.Id]);

    public T Add<T>(T aggregate) where T : Aggregate
    {
        source.Add(aggregate);
        _here[aggregate.Id] = aggregate;
        return aggregate;
    }

    /// <summary>What was only to begin on the day or later never does.</summary>
    public void Remove(Aggregate aggregate)
    {
        source.Remove(aggregate);
        _here.Remove(aggregate.Id);
        _anyGone = _gone.Add(aggregate.Id);
    }

    /// <summary>What a step of this very scenario set is set anew; what another change set on the same day is not.</summary>
    public string? Over<TFacts>(Dated<TFacts>? history, int fields) where TFacts : class, IFacts<TFacts> =>
        history?.SpanOn(on) is { } span && span.From == on && (span.Sets & fields) != 0 ? null : reason;

    /// <exception cref="RuleBrokenException">OrgUnit.Circle: a unit would stand under itself.</exception>
    public void DemandTree()
    {
        foreach (var unit in _here.Values.OfType<OrgUnit>().OrderBy(u => u.Code, StringComparer.Ordinal))
        {
            var seen = new HashSet<Guid>();
            for (var (id, facts) = (unit.Id, unit.On(on)); facts is not null; facts = facts.ParentId is { } parent ? Now.Units.Find(id = parent)?.History.On(on) : null)
                RuleBrokenException.Unless(seen.Add(id), "OrgUnit.Circle", unit.Code, on);
        }
    }

    /// <summary>The units in which something may be other than before: those touched, where people, posts and members were or are, who is served and who serves, and all above.</summary>
    public IReadOnlyCollection<Guid> TouchedUnits()
    {
        var touched = new HashSet<Guid>();
        foreach (var lines in new[] { Touched(), Known() })
        {
            touched.UnionWith(lines.Units.Select(u => u.Id));
            touched.UnionWith(lines.Quotas.Select(q => q.UnitId));
            touched.UnionWith(lines.Employments.Select(e => e.Primary.History.On(on)?.UnitId).OfType<Guid>());
            touched.UnionWith(lines.Members.Select(m => m.History.On(on)?.CellId).OfType<Guid>());
            touched.UnionWith(lines.Coverages.Select(c => c.UnitId).OfType<Guid>());
            touched.UnionWith(lines.Coverages.Select(c => c.History.On(on)?.CellId).OfType<Guid>());
        }
        foreach (var unit in touched.ToList())
            foreach (var day in new[] { Before.On(on), Day })
                for (var above = day.Unit(unit)?.Parent; above is not null && touched.Add(above.Id);) above = above.Parent;
        var cells = new CoverageOn(Day);
        touched.UnionWith(touched.Select(Day.Unit).OfType<UnitOn>().Where(u => u.Branch == Branch.Government).SelectMany(cells.CellsOf).ToList());
        return touched;
    }

    /// <summary>The units and cells that are new.</summary>
    public Scope Founded() => Scope.Of(_here.Values.OfType<OrgUnit>().Where(u => Before.Units.Find(u.Id) is null).Select(u => u.Id));

    /// <summary>The aggregates that were there before and may be other now.</summary>
    public IReadOnlyCollection<Guid> TouchedIds()
    {
        var known = Known();
        return [.. known.Units.Select(l => l.Id), .. known.Quotas.Select(l => l.Id), .. known.Employments.Select(l => l.Id), .. known.Members.Select(l => l.Id), .. known.Coverages.Select(l => l.Id), .. ChangedFunctions.Select(f => f.Id), .. Positions.TouchedIds];
    }

    /// <summary>The same lines as they were.</summary>
    private OrgLines Known()
    {
        var lines = new OrgLines();
        foreach (var id in _here.Keys.Concat(_gone))
        {
            if (Before.Units.Find(id) is { } unit) lines.Units.Add(unit);
            else if (Before.Quotas.Find(id) is { } quota) lines.Quotas.Add(quota);
            else if (Before.Employments.Find(id) is { } employment) lines.Employments.Add(employment);
            else if (Before.Members.Find(id) is { } member) lines.Members.Add(member);
            else if (Before.Coverages.Find(id) is { } coverage) lines.Coverages.Add(coverage);
        }
        return lines;
    }

    /// <summary>Everything the steps touched.</summary>
    public OrgLines Touched()
    {
        var lines = new OrgLines();
        foreach (var aggregate in _here.Values) lines.Add(aggregate);
        return lines;
    }

    private OrgLines LinesOf(List<Aggregate> changed)
    {
        var lines = new OrgLines();
        lines.Gone.UnionWith(_gone);
        _anyGone = false;
        foreach (var aggregate in changed)
        {
            lines.Add(aggregate);
            _known[aggregate.Id] = aggregate.Version;
        }
        return lines;
    }
}

/// <summary>From a later day on a unit is known to have fewer posts than a step takes from it.</summary>
/// <param name="Posts">How many it was known to have, <paramref name="Less"/> how many go.</param>
internal sealed record LaterShortage(Guid UnitId, QuotaCategory Category, DateOnly From, int Posts, int Less);
