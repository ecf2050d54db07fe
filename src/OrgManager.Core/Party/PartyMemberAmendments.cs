using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Đính chính what was entered wrongly, hủy what is not yet in force.</summary>
public sealed partial class PartyMember
{
    /// <summary>The change by which the member became official here; null for who is on probation, or came as official.</summary>
    private CellMembership? Recognition => Memberships.Skip(1).FirstOrDefault(m => m.ValidFrom == OfficialOn && SetsStanding(m.Sets));

    /// <summary>The days of the admission were entered wrongly. Another official day moves the recognition with it.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; PartyMember.DaysOutOfOrder; PartyMember.RecognisedOtherwise: who is not official becomes so by a change, not by a correction; PartyMember.RecognisedHere: of who was recognised here the day is known; PartyMember.CeremonyDayMissing, PartyMember.TimeOutOutOfOrder.</exception>
    public void CorrectAdmission(AdmissionFacts days, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        RuleBrokenException.Unless(days.OfficialOn is null == OfficialOn is null, "PartyMember.RecognisedOtherwise");
        days.DemandOrder();
        RuleBrokenException.Unless(days.OfficialAs is null || Recognition is null, "PartyMember.RecognisedHere");
        if (days.OfficialOn is { } official && official != OfficialOn)
        {
            if (Recognition is { } recognition) History.CorrectDay(recognition.Id, official, reason);
            else RuleBrokenException.Unless(official <= History.StartsOn, "PartyMember.DaysOutOfOrder");
        }
        Set(days);
        Touch();
    }

    /// <summary>What was entered for a day of the membership was wrong; the official day follows a corrected standing.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Correct" path="/exception"/>
    public void Correct(Guid membershipId, MembershipEdit edit, string reason)
    {
        if (!History.Correct(membershipId, edit.Edit, reason)) return;
        if (edit.Sets.HasFlag(MembershipFields.Standing))
        {
            Set(Admission with { OfficialOn = edit.Standing == Standing.Official ? _memberships.Find(m => m.Id == membershipId)!.ValidFrom : null, OfficialAs = null });
            RuleBrokenException.Unless(OfficialOn is not null || CeremonyAs is null, "PartyMember.CeremonyDayMissing");
        }
        Touch();
    }

    /// <summary>A change of the membership, or an office, took effect on another day than was entered.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.DaysOutOfOrder and those of <see cref="History{TVersion,TFacts}.CorrectDay"/>.</exception>
    public void CorrectDay(Guid versionId, DateOnly to, string reason)
    {
        if (_offices.Find(o => o.Versions.Any(v => v.Id == versionId)) is { } office) office.History.CorrectDay(versionId, to, reason);
        else CorrectMembershipDay(versionId, to, reason);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.Withdraw"/>
    public void Withdraw(Guid membershipId, DateOnly today, MembershipFields? fields = null)
    {
        var version = _memberships.Find(m => m.Id == membershipId);
        var taken = fields ?? (MembershipFields?)version?.Sets;
        History.Withdraw(membershipId, today, (int?)fields);
        if (version?.ValidFrom == OfficialOn && taken?.HasFlag(MembershipFields.Standing) == true) (OfficialOn, OfficialAs) = (null, null);
        Touch();
    }

    /// <summary>The day or the reason of leaving was entered wrongly, or (null) the member never left. Offices that ended with it follow.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectEnd" path="/exception"/>
    public void CorrectEnd(DateOnly? on, MembershipEnd? why, string reason)
    {
        var was = EndsOn;
        History.CorrectEnd(on, reason);
        foreach (var office in _offices.Where(o => o.EndsOn == was)) office.History.CorrectEnd(on, reason);
        EndReason = on is null ? null : why ?? EndReason;
        Touch();
    }

    /// <summary>Calls off a leaving that has not come yet, and the ends of offices with it.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.WithdrawEnd" path="/exception"/>
    public void WithdrawEnd(DateOnly today)
    {
        var was = EndsOn;
        History.WithdrawEnd(today);
        foreach (var office in _offices.Where(o => o.EndsOn == was)) office.History.WithdrawEnd(today);
        EndReason = null;
        Touch();
    }

    /// <summary>The office was another one, or came in another way, than was entered.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.HoldsOffice and those of a correction.</exception>
    public void CorrectOffice(Guid officeId, OfficeFacts office, string reason)
    {
        var line = OfficeOf(officeId);
        var from = line.Versions[^1].ValidFrom;
        RuleBrokenException.Unless(!_offices.Exists(o => o != line && o.UnitId == line.UnitId && o.History.On(from)?.Post == office.Post), "PartyMember.HoldsOffice", from);
        TouchIf(line.History.Correct(line.Versions[^1].Id, new(OfficeFacts.AllFields, office), reason));
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.CorrectEnd"/>
    public void CorrectOfficeEnd(Guid officeId, DateOnly? on, string reason)
    {
        var office = OfficeOf(officeId);
        office.History.CorrectEnd(on, reason);
        EndWithMembership(office);
        Touch();
    }

    /// <inheritdoc cref="History{TVersion,TFacts}.WithdrawEnd"/>
    public void WithdrawOfficeEnd(Guid officeId, DateOnly today)
    {
        var office = OfficeOf(officeId);
        office.History.WithdrawEnd(today);
        EndWithMembership(office);
        Touch();
    }

    /// <summary>Calls off an office that has not begun: it was never held.</summary>
    /// <exception cref="RuleBrokenException">History.InForce.</exception>
    public void WithdrawOffice(Guid officeId, DateOnly today)
    {
        var office = OfficeOf(officeId);
        RuleBrokenException.Unless(office.History.StartsOn > today, "History.InForce", office.History.StartsOn);
        _offices.Remove(office);
        Touch();
    }

    private void CorrectMembershipDay(Guid membershipId, DateOnly to, string reason)
    {
        var recognises = Recognition?.Id == membershipId;
        var began = Memberships[0].Id == membershipId && OfficialOn is not null && Recognition is null;
        RuleBrokenException.Unless((!recognises || CeremonyOn < to) && (!began || OfficialOn <= to), "PartyMember.DaysOutOfOrder");
        History.CorrectDay(membershipId, to, reason);
        if (recognises) OfficialOn = to;
    }

    /// <summary>An office without an end of its own ends when the member leaves, where that is known.</summary>
    private void EndWithMembership(PartyOffice office)
    {
        if (office.EndsOn is null && EndsOn is { } leaving) office.History.End(leaving, Memberships[^1].EndDecisionId);
    }

    private PartyOffice OfficeOf(Guid officeId) => _offices.Find(o => o.Id == officeId) ?? throw new NotFoundException(typeof(PartyOffice), officeId);

    private static bool SetsStanding(int sets) => ((MembershipFields)sets).HasFlag(MembershipFields.Standing);
}
