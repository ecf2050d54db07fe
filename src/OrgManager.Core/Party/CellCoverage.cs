using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Which cell serves something on one day.</summary>
public sealed record CoverageFacts(Guid CellId) : IFacts<CoverageFacts>
{
    public static int AllFields => 1;

    public CoverageFacts Overlay(int fields, CoverageFacts values) => (fields & 1) != 0 ? values : this;
}

/// <summary>The serving cell during one stretch of time.</summary>
public sealed class CoverageVersion : DatedVersion<CoverageFacts>
{
    internal CoverageVersion() { }

    public Guid CoverageId { get; private init; }
    public Guid CellId { get; private set; }

    public override CoverageFacts Facts
    {
        get => new(CellId);
        protected set => CellId = value.CellId;
    }

    internal override (string Type, Guid Id) Owner => (nameof(CellCoverage), CoverageId);
    internal override Guid? TrailUnitId => CellId;
    internal override DatedVersion<CoverageFacts> NewRow() => new CoverageVersion { CoverageId = CoverageId };
}

/// <summary>That a cell serves a government unit, or a leader by name: so dissolving a unit shows whose members are stranded.</summary>
public sealed class CellCoverage : Aggregate
{
    private readonly List<CoverageVersion> _versions = [];

    private CellCoverage() { }

    /// <summary>The government unit served; null if a person is.</summary>
    public Guid? UnitId { get; private init; }

    /// <summary>The person served; null if a unit is.</summary>
    public Guid? PersonId { get; private init; }
    public IReadOnlyList<CoverageVersion> Versions => History.Versions;
    public DateOnly? EndsOn => History.EndsOn;

    private History<CoverageVersion, CoverageFacts> History => new(_versions);

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static CellCoverage Sketch(CoverageLine line)
    {
        var coverage = new CellCoverage { Id = line.Id, UnitId = line.UnitId, PersonId = line.PersonId };
        foreach (var span in line.History)
        {
            var version = new CoverageVersion { Id = span.VersionId };
            version.Restore(span);
            coverage._versions.Add(version);
        }
        return coverage;
    }

    public static CellCoverage OfUnit(Guid unitId, Guid cellId, DateOnly from, Guid? decisionId = null) =>
        Begin(new() { UnitId = unitId }, cellId, from, decisionId);

    public static CellCoverage OfPerson(Guid personId, Guid cellId, DateOnly from, Guid? decisionId = null) =>
        Begin(new() { PersonId = personId }, cellId, from, decisionId);

    public Guid? CellOn(DateOnly day) => History.On(day)?.CellId;

    /// <summary>Served by another cell from this day on.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void MoveTo(Guid cellId, DateOnly from, Guid? decisionId = null, string? correcting = null) => TouchIf(History.Change(from, new(1, new(cellId)), decisionId, correcting));

    /// <inheritdoc cref="History{TVersion,TFacts}.Correct"/>
    public void Correct(Guid versionId, Guid cellId, string reason) => TouchIf(History.Correct(versionId, new(1, new(cellId)), reason));

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectDay"/>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        History.CorrectDay(versionId, to, reason);
        Touch();
    }

    /// <summary>Whether calling off this stretch leaves nothing: it is the only one.</summary>
    public bool IsOnly(Guid versionId) => _versions is [var only] && only.Id == versionId;

    /// <summary>Demands that the stretch has not begun, and why it is called off.</summary>
    /// <exception cref="NotFoundException">There is no such stretch.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; History.InForce: it has begun.</exception>
    public void DemandAhead(Guid versionId, DateOnly today, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        var from = (_versions.Find(v => v.Id == versionId) ?? throw new NotFoundException(typeof(CoverageVersion), versionId)).ValidFrom;
        RuleBrokenException.Unless(from > today, "History.InForce", from);
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid versionId, DateOnly today)
    {
        History.Withdraw(versionId, today);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.End"/>
    public void End(DateOnly on, Guid? decisionId = null)
    {
        History.End(on, decisionId);
        Touch();
    }

    /// <summary>Where it was known to be served later by a cell that becomes another, it will be by that.</summary>
    internal void Follow(IReadOnlyCollection<Guid> cells, Guid into, DateOnly on, string reason)
    {
        foreach (var later in History.Versions.Where(v => v.ValidFrom > on && cells.Contains(v.CellId)).ToList())
            TouchIf(History.Correct(later.Id, new(1, new(into)), reason));
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CutOff"/>
    internal void CutOff(DateOnly on, Guid? decisionId)
    {
        History.CutOff(on, decisionId);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectEnd"/>
    public void CorrectEnd(DateOnly? on, string reason)
    {
        History.CorrectEnd(on, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.WithdrawEnd"/>
    public void WithdrawEnd(DateOnly today)
    {
        History.WithdrawEnd(today);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.NameDecision"/>
    public void NameDecision(Said what, Guid decisionId, string? reason = null) => TouchIf(History.NameDecision(what, decisionId, reason));

    private static CellCoverage Begin(CellCoverage coverage, Guid cellId, DateOnly from, Guid? decisionId)
    {
        coverage.History.Begin(new CoverageVersion(), from, new(cellId), decisionId);
        return coverage;
    }
}
