using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>Đơn vị, tổ chức: any node of either tree. What it is called and where it stands changes over time; the past stays known.</summary>
public sealed class OrgUnit : Aggregate
{
    public const int CodeLength = 20;

    private readonly List<OrgUnitVersion> _versions = [];

    private OrgUnit() { }

    /// <summary>Short, stable, unique in both trees; it does not change when the unit is renamed.</summary>
    public string Code { get; private init; } = "";
    public Branch Branch { get; private init; }
    public IReadOnlyList<OrgUnitVersion> Versions => History.Versions;
    public DateOnly StartsOn => History.StartsOn;
    public DateOnly? EndsOn => History.EndsOn;

    internal override Guid? TrailUnitId => Id;
    private History<OrgUnitVersion, OrgUnitFacts> History => new(_versions);

    /// <summary>Thành lập: the unit is there from this day on.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.CodeMissing, OrgUnit.NameMissing, OrgUnit.AutonomyUnknown.</exception>
    public static OrgUnit Found(string code, Branch branch, OrgUnitFacts facts, DateOnly from, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(code.Length is > 0 and <= CodeLength && !code.Any(char.IsWhiteSpace), "OrgUnit.CodeMissing", CodeLength);
        var unit = new OrgUnit { Code = code, Branch = branch };
        unit.History.Begin(new OrgUnitVersion(), from, facts, decisionId);
        return unit;
    }

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static OrgUnit Sketch(UnitLine line)
    {
        var unit = new OrgUnit { Id = line.Id, Code = line.Code, Branch = line.Branch };
        foreach (var span in line.History)
        {
            var version = new OrgUnitVersion { Id = span.VersionId };
            version.Restore(span);
            unit._versions.Add(version);
        }
        return unit;
    }

    public OrgUnitFacts? On(DateOnly day) => History.On(day);

    /// <inheritdoc cref="History{TVersion,TFacts}.Change"/>
    public void Change(DateOnly from, OrgUnitEdit edit, Guid? decisionId = null, string? correcting = null) => TouchIf(History.Change(from, edit.Edit, decisionId, correcting));

    /// <inheritdoc cref="History{TVersion,TFacts}.Correct"/>
    public void Correct(Guid versionId, OrgUnitEdit edit, string reason) => TouchIf(History.Correct(versionId, edit.Edit, reason));

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectDay"/>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        History.CorrectDay(versionId, to, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid versionId, DateOnly today, OrgUnitFields? fields = null)
    {
        History.Withdraw(versionId, today, (int?)fields);
        Touch();
    }

    /// <summary>Units above became another: it stands under that from the day on, and where it was known to be put under one of them later.</summary>
    internal void Follow(IReadOnlyCollection<Guid> units, Guid into, DateOnly on, Guid? decisionId, string reason)
    {
        var edit = new OrgUnitEdit { ParentId = into }.Edit;
        if (History.On(on)?.ParentId is { } above && units.Contains(above)) TouchIf(History.Change(on, edit, decisionId, reason));
        foreach (var later in History.Versions.Where(v => v.ValidFrom > on && v.ParentId is { } parent && units.Contains(parent) && (v.Sets & (int)OrgUnitFields.Parent) != 0).ToList())
            TouchIf(History.Correct(later.Id, edit, reason));
    }

    /// <summary>Giải thể, or whatever else makes it end: from this day on it is not there.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.End" path="/exception"/>
    public void End(DateOnly on, Guid? decisionId = null)
    {
        History.End(on, decisionId);
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
}
