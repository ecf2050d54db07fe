using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>What a function was, and who led it, during one stretch of time.</summary>
public sealed class UnitFunctionVersion : DatedVersion<UnitFunctionFacts>
{
    public const int NameLength = 300, FieldLength = 100;

    internal UnitFunctionVersion() { }

    public Guid FunctionId { get; private init; }
    public string Name { get; private set; } = "";
    public string? Field { get; private set; }
    public Guid LeadId { get; private set; }
    public Guid? PersonId { get; private set; }
    public IReadOnlyList<Guid> CoordinatorIds { get; private set; } = [];

    public override UnitFunctionFacts Facts
    {
        get => new(Name, LeadId, Field) { CoordinatorIds = CoordinatorIds, PersonId = PersonId };
        protected set
        {
            var (name, area) = (VietnameseText.Nfc(value.Name).Trim(), VietnameseText.Nfc(value.Field ?? "").Trim());
            RuleBrokenException.Unless(name.Length is > 0 and <= NameLength, "UnitFunction.NameMissing", NameLength);
            RuleBrokenException.Unless(area.Length <= FieldLength, "UnitFunction.FieldTooLong", FieldLength);
            RuleBrokenException.Unless(!value.CoordinatorIds.Contains(value.LeadId), "UnitFunction.LeadCoordinates");
            (Name, Field, LeadId, CoordinatorIds, PersonId) = (name, area.Length == 0 ? null : area, value.LeadId, value.CoordinatorIds, value.PersonId);
        }
    }

    internal override (string Type, Guid Id) Owner => (nameof(UnitFunction), FunctionId);
    internal override Guid? TrailUnitId => LeadId;
    internal override DatedVersion<UnitFunctionFacts> NewRow() => new UnitFunctionVersion { FunctionId = FunctionId };
}

/// <summary>Chức năng, nhiệm vụ: each is led by exactly one unit, or one person in it, others co-ordinate ("một việc chỉ giao một đơn vị chủ trì và chịu trách nhiệm chính").</summary>
public sealed class UnitFunction : Aggregate
{
    private readonly List<UnitFunctionVersion> _versions = [];

    private UnitFunction() { }

    public IReadOnlyList<UnitFunctionVersion> Versions => History.Versions;
    public DateOnly StartsOn => History.StartsOn;
    public DateOnly? EndsOn => History.EndsOn;

    internal override Guid? TrailUnitId => _versions.Count == 0 ? null : History.Versions[^1].LeadId;
    private History<UnitFunctionVersion, UnitFunctionFacts> History => new(_versions);

    /// <summary>Giao chức năng, nhiệm vụ: it is so from this day on.</summary>
    /// <exception cref="RuleBrokenException">UnitFunction.NameMissing, UnitFunction.FieldTooLong; UnitFunction.LeadCoordinates: the lead is among those who co-ordinate.</exception>
    public static UnitFunction Begin(UnitFunctionFacts facts, DateOnly from, Guid? decisionId = null)
    {
        var function = new UnitFunction();
        function.History.Begin(new UnitFunctionVersion(), from, facts, decisionId);
        return function;
    }

    public UnitFunctionFacts? On(DateOnly day) => History.On(day);

    /// <inheritdoc cref="History{TVersion,TFacts}.Change"/>
    public void Change(DateOnly from, UnitFunctionEdit edit, Guid? decisionId = null) => TouchIf(History.Change(from, edit.Edit, decisionId));

    /// <inheritdoc cref="History{TVersion,TFacts}.Correct"/>
    public void Correct(Guid versionId, UnitFunctionEdit edit, string reason) => TouchIf(History.Correct(versionId, edit.Edit, reason));

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectDay"/>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        History.CorrectDay(versionId, to, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid versionId, DateOnly today, UnitFunctionFields? fields = null)
    {
        History.Withdraw(versionId, today, (int?)fields);
        Touch();
    }

    /// <summary>From this day on nobody has this function any more.</summary>
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

    /// <summary>Units became another: what they led it leads, where they co-ordinated it does, from this day on and where it was known that they would later.</summary>
    /// <param name="reason">Why what is set on this very day already, perhaps by another unit becoming something, or on a later one is set anew.</param>
    internal void Follow(IReadOnlyCollection<Guid> units, Guid into, DateOnly on, Guid? decisionId, string reason)
    {
        var versions = History.Versions.Where(v => v.Until > on).ToList();
        for (var i = versions.Count - 1; i >= 0; i--) // the last first, so that nothing passes on who leads to where the same would co-ordinate
        {
            var (was, now, sets) = (versions[i].Facts, Followed(versions[i].Facts), (UnitFunctionFields)versions[i].Sets);
            var inherits = i > 0 ? Followed(versions[i - 1].Facts) : null;
            var day = versions[i].ValidFrom < on ? on : versions[i].ValidFrom;
            if (!now.CoordinatorIds.SequenceEqual(was.CoordinatorIds) && (inherits is null || sets.HasFlag(UnitFunctionFields.Coordinators) || !now.CoordinatorIds.SequenceEqual(inherits.CoordinatorIds)))
                Set(day, new() { CoordinatorIds = now.CoordinatorIds });
            if (now.LeadId != was.LeadId && (inherits is null || sets.HasFlag(UnitFunctionFields.Lead))) Set(day, new() { LeadId = now.LeadId });
        }

        UnitFunctionFacts Followed(UnitFunctionFacts facts)
        {
            var lead = units.Contains(facts.LeadId) ? into : facts.LeadId;
            return facts with { LeadId = lead, CoordinatorIds = [.. facts.CoordinatorIds.Select(id => units.Contains(id) ? into : id).Where(id => id != lead)] };
        }

        void Set(DateOnly day, UnitFunctionEdit edit) => TouchIf(History.Change(day, edit.Edit, decisionId, reason));
    }

    /// <summary>Another unit leads it from this day on, until a later change gives it to yet another, and does not co-ordinate it meanwhile; who leads it by name, or was to, does only if they work there.</summary>
    internal void HandTo(Guid unit, Func<Guid, DateOnly, bool> worksThere, DateOnly on, Guid? decisionId, string reason)
    {
        if (On(on) is null) return;
        var led = History.Versions.Where(v => v.Until > on).TakeWhile(v => v.ValidFrom <= on || !((UnitFunctionFields)v.Sets).HasFlag(UnitFunctionFields.Lead)).ToList();
        foreach (var version in led.AsEnumerable().Reverse()) // the last first, so that none passes on who leads to where the same is to co-ordinate
        {
            var (day, says) = version.ValidFrom <= on ? (on, UnitFunctionFields.All) : (version.ValidFrom, (UnitFunctionFields)version.Sets);
            if (says.HasFlag(UnitFunctionFields.Coordinators) && version.CoordinatorIds.Contains(unit)) Set(day, new() { CoordinatorIds = [.. version.CoordinatorIds.Where(id => id != unit)] });
            if (says.HasFlag(UnitFunctionFields.Person) && version.PersonId is { } person && !worksThere(person, day)) Set(day, new() { PersonId = null });
        }
        Set(on, new() { LeadId = unit });

        void Set(DateOnly day, UnitFunctionEdit edit) => TouchIf(History.Change(day, edit.Edit, decisionId, reason));
    }
}
