namespace OrgManager.Common;

/// <summary>
/// The one mechanism of dated history: Change, Correct, Withdraw and End over the versions of one owner. Versions follow each other without gap
/// or overlap; each field holds from the change that set it until the next change that sets it, whatever order they were entered in.
/// </summary>
public readonly struct History<TVersion, TFacts>(List<TVersion> versions)
    where TVersion : DatedVersion<TFacts>
    where TFacts : class, IFacts<TFacts>
{
    private static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(2199, 12, 31); // a slip of the keyboard lies outside

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TVersion> Versions => [.. versions.OrderBy(v => v.ValidFrom)];

    public DateOnly StartsOn => versions.Min(v => v.ValidFrom);

    /// <summary>The first day it no longer holds, or null while no end is known.</summary>
    public DateOnly? EndsOn => Last.ValidUntil;

    private TVersion Last => versions.MaxBy(v => v.ValidFrom)!;

    public TFacts? On(DateOnly day) => VersionOn(day)?.Facts;

    /// <summary>The versions with a value on some day of [from, until).</summary>
    public IEnumerable<TVersion> Within(DateOnly from, DateOnly until) => Versions.Where(v => v.ValidFrom < until && from < v.Until);

    public void Begin(TVersion first, DateOnly from, TFacts facts, Guid? decisionId)
    {
        DemandPlausible(from);
        first.Begin(from, facts, decisionId);
        versions.Add(first);
    }

    /// <summary>From this day on it is so, until the next change that names the same field. May lie in the past (late) or ahead.</summary>
    /// <returns>Whether anything changed: what was said for that very day already is no change.</returns>
    /// <param name="correcting">Why what a change of that very day set otherwise is corrected; null where it is not to be.</param>
    /// <exception cref="RuleBrokenException">History.NotThere: nothing holds on that day. History.SetThatDay: a change of that day set one of these fields otherwise, which is a <see cref="Correct"/>.</exception>
    public bool Change(DateOnly from, FactsEdit<TFacts> edit, Guid? decisionId, string? correcting = null)
    {
        DemandPlausible(from);
        var version = VersionOn(from) ?? throw new RuleBrokenException("History.NotThere", from);
        var said = correcting is not null && version.ValidFrom == from ? version.Sets & edit.Fields : 0;
        var corrected = said != 0 && Correct(version.Id, edit with { Fields = said }, correcting!);
        edit = edit with { Fields = edit.Fields & ~AlreadySaid(version, from, edit) };
        if (edit.Fields == 0) return corrected;

        if (version.ValidFrom == from) version.Say(edit, decisionId);
        else
        {
            var rest = (TVersion)version.RestFrom(from);
            rest.Say(edit, decisionId);
            version.EndOn(from, null);
            versions.Add(rest);
        }
        PassOn();
        return true;
    }

    /// <summary>So it is from a day on which nothing holds: until what is known of later days begins or, where none is, from then on.</summary>
    /// <exception cref="RuleBrokenException">History.SetThatDay: something holds on that day.</exception>
    internal void Fill(DateOnly from, TFacts facts, Guid? decisionId)
    {
        DemandPlausible(from);
        RuleBrokenException.Unless(VersionOn(from) is null, "History.SetThatDay", from);
        var next = Versions.FirstOrDefault(v => v.ValidFrom > from);
        var filling = (TVersion)versions[0].NewRow();
        filling.Begin(from, facts, decisionId);
        if (next is not null) filling.EndOn(next.ValidFrom, null);
        versions.Add(filling);
    }

    /// <summary>What was entered for the first day of this version was wrong; it is replaced there, and wherever it was inherited.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; History.NotSetHere: the version only inherited one of these fields.</exception>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    public bool Correct(Guid versionId, FactsEdit<TFacts> edit, string reason)
    {
        var version = Find(versionId);
        DemandReason(reason);
        RuleBrokenException.Unless((version.Sets & edit.Fields) == edit.Fields, "History.NotSetHere", version.ValidFrom);
        if (version.Facts.Overlay(edit.Fields, edit.Values).Equals(version.Facts)) return false;

        version.Amend(edit);
        PassOn();
        return true;
    }

    /// <summary>What was entered took effect on another day than was entered; the beginning too may be moved this way.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; History.NotThere: nothing holds on that day; History.SetThatDay: another change of that day set the same; History.ChangesBefore: the beginning cannot pass the next change.</exception>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        DemandPlausible(to);
        var version = Find(versionId);
        DemandReason(reason);
        if (VersionOn(version.ValidFrom.AddDays(-1)) is not { } before)
        {
            RuleBrokenException.Unless(to < version.Until, "History.ChangesBefore", version.ValidUntil);
            version.BeginOn(to);
            return;
        }
        if (to == version.ValidFrom) return;
        var there = VersionOn(to) ?? throw new RuleBrokenException("History.NotThere", to);
        AlreadySaid(there, to, new(version.Sets, version.Facts));
        Join(before, version);
        PassOn();
        foreach (var saying in version.Says) Change(to, new(saying.Fields, version.Facts), saying.DecisionId);
    }

    /// <summary>Calls off what a change not yet in force was to set: all of it, or only <paramref name="fields"/>. What was before goes on.</summary>
    /// <exception cref="RuleBrokenException">History.InForce; History.StartStays: the beginning itself is not called off this way; History.NotSetHere.</exception>
    public void Withdraw(Guid versionId, DateOnly today, int? fields = null)
    {
        var version = Find(versionId);
        RuleBrokenException.Unless(version.ValidFrom > today, "History.InForce", version.ValidFrom);
        var before = VersionOn(version.ValidFrom.AddDays(-1)) ?? throw new RuleBrokenException("History.StartStays", version.ValidFrom);
        var taken = fields ?? version.Sets;
        RuleBrokenException.Unless((version.Sets & taken) == taken, "History.NotSetHere", version.ValidFrom);

        version.Unsay(taken);
        if (version.Says.Count == 0) Join(before, version);
        PassOn();
    }

    /// <summary>From this day on it no longer holds.</summary>
    /// <exception cref="RuleBrokenException">History.Ended: an end is known already; History.ChangesAfterEnd: it began or changes on or after that day.</exception>
    public void End(DateOnly on, Guid? decisionId)
    {
        var last = Last;
        RuleBrokenException.Unless(EndsOn is null, "History.Ended", EndsOn);
        RuleBrokenException.Unless(last.ValidFrom < on, "History.ChangesAfterEnd", last.ValidFrom);
        DemandPlausible(on);
        last.EndOn(on, decisionId);
    }

    /// <summary>From this day on it is no longer told here; what was known of later days is told elsewhere, as when units become another.</summary>
    /// <exception cref="RuleBrokenException">History.ChangesAfterEnd: it began on or after that day.</exception>
    public void CutOff(DateOnly on, Guid? decisionId)
    {
        RuleBrokenException.Unless(StartsOn < on, "History.ChangesAfterEnd", StartsOn);
        foreach (var later in versions.Where(v => v.ValidFrom >= on).ToList()) versions.Remove(later);
        if (Last.Until > on) Last.EndOn(on, decisionId);
    }

    /// <summary>The end was entered wrongly: it was on another day, or (null) never.</summary>
    /// <exception cref="RuleBrokenException">History.NoEnd; History.ReasonMissing; History.ChangesAfterEnd.</exception>
    public void CorrectEnd(DateOnly? on, string reason)
    {
        DemandReason(reason);
        if (on is { } day) DemandPlausible(day);
        var last = Last;
        RuleBrokenException.Unless(EndsOn is not null, "History.NoEnd");
        RuleBrokenException.Unless(last.ValidFrom < (on ?? Effective.Open), "History.ChangesAfterEnd", last.ValidFrom);
        last.EndOn(on ?? Effective.Open, last.EndDecisionId);
    }

    /// <summary>Calls off an end that has not come yet.</summary>
    /// <exception cref="RuleBrokenException">History.NoEnd; History.InForce: it has ended already, see <see cref="CorrectEnd"/>.</exception>
    public void WithdrawEnd(DateOnly today)
    {
        RuleBrokenException.Unless(EndsOn is not null, "History.NoEnd");
        RuleBrokenException.Unless(EndsOn > today, "History.InForce", EndsOn);
        Last.EndOn(Effective.Open, null);
    }

    /// <summary>Bổ sung văn bản: the decision behind a change (or the end) that has none yet; with a reason also in place of one named wrongly.</summary>
    /// <returns>Whether anything changed: the same decision named again is no change.</returns>
    /// <exception cref="RuleBrokenException">History.DecisionNamed: another decision is named already, and no reason is given to exchange it; History.ReasonMissing: the reason is blank; History.NotSetHere, History.NoEnd: there is no such change.</exception>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    public bool NameDecision(Said what, Guid decisionId, string? reason = null)
    {
        var version = Find(what.VersionId);
        if (reason is not null) DemandReason(reason);
        if (what.IsEnd) RuleBrokenException.Unless(version == Last && EndsOn is not null, "History.NoEnd");
        else RuleBrokenException.Unless((version.Sets & what.Fields) == what.Fields, "History.NotSetHere", version.ValidFrom);

        var named = what.IsEnd ? [version.EndDecisionId] : version.Says.Where(s => (s.Fields & what.Fields) != 0).Select(s => s.DecisionId).ToList();
        if (named.TrueForAll(d => d == decisionId)) return false;
        RuleBrokenException.Unless(reason is not null || named.TrueForAll(d => d is null || d == decisionId), "History.DecisionNamed", what.IsEnd ? EndsOn : version.ValidFrom);
        if (what.IsEnd) version.NameEndDecision(decisionId);
        else version.NameDecision(what.Fields, decisionId);
        return true;
    }

    private static void DemandPlausible(DateOnly day) => RuleBrokenException.Unless(Earliest <= day && day <= Latest, "History.DayImplausible", day);

    private TVersion? VersionOn(DateOnly day) => versions.Find(v => v.Covers(day));

    private TVersion Find(Guid versionId) =>
        versions.Find(v => v.Id == versionId) ?? throw new NotFoundException(typeof(TVersion), versionId);

    /// <summary>Those of the edit's fields that a change of this very day set to the same.</summary>
    private static int AlreadySaid(TVersion version, DateOnly day, FactsEdit<TFacts> edit)
    {
        if (version.ValidFrom != day) return 0;
        var said = version.Sets & edit.Fields;
        RuleBrokenException.Unless(version.Facts.Overlay(said, edit.Values).Equals(version.Facts), "History.SetThatDay", day);
        return said;
    }

    private void Join(TVersion before, TVersion version)
    {
        before.EndOn(version.Until, version.EndDecisionId);
        versions.Remove(version);
    }

    private static void DemandReason(string reason) =>
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");

    private void PassOn()
    {
        var inOrder = Versions;
        foreach (var (before, after) in inOrder.Zip(inOrder.Skip(1))) after.Inherit(before.Facts);
    }
}
