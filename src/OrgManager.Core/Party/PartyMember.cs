using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Why somebody left this party organisation.</summary>
public enum MembershipEnd { TransferOut, Died, Removed, Expelled, Resigned }

/// <summary>Đảng viên: a person's party file in this organisation, with one cell on any day and the offices held.</summary>
public sealed partial class PartyMember : Aggregate
{
    private readonly List<CellMembership> _memberships = [];
    private readonly List<PartyOffice> _offices = [];

    private PartyMember() { }

    public Guid PersonId { get; private init; }
    public DateOnly AdmittedOn { get; private set; }
    public DateOnly CeremonyOn { get; private set; }
    public DateOnly? OfficialOn { get; private set; }

    /// <inheritdoc cref="AdmissionFacts.AdmittedAs"/>
    public DayPart? AdmittedAs { get; private set; }
    public DayPart? CeremonyAs { get; private set; }
    public DayPart? OfficialAs { get; private set; }

    /// <summary>Null where there were none.</summary>
    public IReadOnlyList<TimeOut>? TimesOut { get; private set; }
    public AdmissionFacts Admission => new(AdmittedOn, CeremonyOn, OfficialOn) { AdmittedAs = AdmittedAs, CeremonyAs = CeremonyAs, OfficialAs = OfficialAs, TimesOut = TimesOut ?? [] };
    public MembershipEnd? EndReason { get; private set; }
    public IReadOnlyList<CellMembership> Memberships => History.Versions;
    public IReadOnlyList<PartyOffice> Offices => [.. _offices.OrderBy(o => o.Versions[0].ValidFrom)];
    public DateOnly? EndsOn => History.EndsOn;

    /// <summary>The cell on the day, or, outside the membership, the last one.</summary>
    internal Guid CellNear(DateOnly day) => History.On(day)?.CellId ?? Memberships[^1].CellId;

    internal override Guid? TrailUnitId => Memberships[^1].CellId;
    internal override FieldClass FieldClass => FieldClass.Party;
    private History<CellMembership, MembershipFacts> History => new(_memberships);

    /// <summary>Kết nạp, or taken over from elsewhere: in this cell from this day on; official if recognised by then.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.DaysOutOfOrder: decision, ceremony, official day must follow each other; PartyMember.CeremonyDayMissing, PartyMember.TimeOutOutOfOrder.</exception>
    public static PartyMember Join(Guid personId, AdmissionFacts days, Guid cellId, DateOnly from, Guid? decisionId = null)
    {
        var member = new PartyMember { PersonId = personId };
        days.DemandOrder();
        member.Set(days.OfficialOn <= from ? days : days with { OfficialOn = null });
        member.Admission.DemandOrder();
        member.History.Begin(new CellMembership { MemberId = member.Id }, from,
            new(cellId, member.OfficialOn is null ? Standing.Probationary : Standing.Official), decisionId);
        return member;
    }

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static PartyMember Sketch(MemberLine line)
    {
        var member = new PartyMember { Id = line.Id, PersonId = line.PersonId, EndReason = line.EndReason };
        member.Set(line.Admission);
        foreach (var span in line.History)
        {
            var version = new CellMembership { Id = span.VersionId, MemberId = line.Id };
            version.Restore(span);
            member._memberships.Add(version);
        }
        member._offices.AddRange(line.Offices.Select(office => PartyOffice.Sketch(line.Id, office)));
        return member;
    }

    /// <summary>The member follows into what the cell becomes on a day: from then on, and where a later move into that cell is known.</summary>
    internal void Follow(IReadOnlyCollection<Guid> cells, Guid into, DateOnly on, Guid? decisionId, string reason)
    {
        var edit = new MembershipEdit(MembershipFields.Cell, CellId: into).Edit;
        if (History.On(on) is { } here && cells.Contains(here.CellId)) TouchIf(History.Change(on, edit, decisionId, reason));
        foreach (var later in History.Versions.Where(v => v.ValidFrom > on && cells.Contains(v.CellId) && (v.Sets & (int)MembershipFields.Cell) != 0).ToList())
            TouchIf(History.Correct(later.Id, edit, reason));
    }

    /// <summary>The offices in cells that become another end with them; those that were known to begin later begin in what they became.</summary>
    internal void FollowOffices(IReadOnlyCollection<Guid> cells, Guid into, DateOnly on, Guid? decisionId)
    {
        foreach (var office in _offices.Where(o => cells.Contains(o.UnitId) && (o.EndsOn ?? Effective.Open) > on).ToList())
        {
            if (office.Versions[0].ValidFrom < on) office.History.CutOff(on, decisionId);
            else
            {
                var first = office.Versions[0];
                var given = PartyOffice.Begin(Id, into, first.Facts, first.ValidFrom, first.Says[0].DecisionId);
                if (office.EndsOn is { } end) given.History.End(end, office.Versions[^1].EndDecisionId);
                _offices.Remove(office);
                _offices.Add(given);
            }
            Touch();
        }
    }

    /// <summary>Công nhận đảng viên chính thức, from this day on.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.AlreadyOfficial, PartyMember.DaysOutOfOrder and those of a change.</exception>
    public void MakeOfficial(DateOnly on, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(OfficialOn is null, "PartyMember.AlreadyOfficial", OfficialOn);
        RuleBrokenException.Unless(CeremonyOn < on, "PartyMember.DaysOutOfOrder");
        Change(on, new(MembershipFields.Standing, Standing: Standing.Official), decisionId);
        (OfficialOn, OfficialAs) = (on, null);
    }

    /// <summary>Chuyển sinh hoạt to another cell from this day on.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void MoveTo(Guid cellId, DateOnly from, Guid? decisionId = null, string? correcting = null) =>
        TouchIf(History.Change(from, new MembershipEdit(MembershipFields.Cell, CellId: cellId).Edit, decisionId, correcting));

    /// <summary>Miễn sinh hoạt, đình chỉ sinh hoạt, or back to normal, from this day on.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.Change" path="/exception"/>
    public void SetParticipation(Participation participation, DateOnly from, Guid? decisionId = null) =>
        Change(from, new(MembershipFields.Participation, Participation: participation), decisionId);

    /// <summary>Bầu, chỉ định or phân công: an office in a cell or committee from this day on, until the member leaves if that is known.</summary>
    /// <exception cref="RuleBrokenException">PartyMember.NotThere: not a member on that day; PartyMember.HoldsOffice: holds one in that unit already.</exception>
    public void GiveOffice(Guid unitId, OfficeFacts office, DateOnly from, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(History.On(from) is not null, "PartyMember.NotThere", from);
        var same = _offices.Find(o => o.UnitId == unitId && o.History.On(from)?.Post == office.Post);
        RuleBrokenException.Unless(same is null, "PartyMember.HoldsOffice", from);
        var given = PartyOffice.Begin(Id, unitId, office, from, decisionId);
        EndWithMembership(given);
        _offices.Add(given);
        Touch();
    }

    /// <summary>Thôi giữ chức vụ đảng, from this day on.</summary>
    /// <exception cref="NotFoundException">No such office is held on the day before.</exception>
    public void EndOffice(Guid unitId, PartyPost post, DateOnly on, Guid? decisionId = null)
    {
        var office = _offices.Find(o => o.UnitId == unitId && o.History.On(on.AddDays(-1))?.Post == post)
            ?? throw new NotFoundException(typeof(PartyOffice), post);
        office.History.End(on, decisionId);
        Touch();
    }

    /// <summary>An office goes to somebody else, or gives way to another, from this day on; one that was to begin on that day is not held at all.</summary>
    internal void GiveUpOffice(Guid unitId, PartyPost post, DateOnly on, Guid? decisionId)
    {
        foreach (var office in _offices.Where(o => o.UnitId == unitId && o.History.On(on)?.Post == post).ToList())
        {
            if (office.Versions[0].ValidFrom < on) office.History.CutOff(on, decisionId);
            else _offices.Remove(office);
            Touch();
        }
    }

    /// <summary>Ends every office held in a unit, as when the unit ends.</summary>
    public void EndOffices(Guid unitId, DateOnly on, Guid? decisionId = null)
    {
        foreach (var office in _offices.Where(o => o.UnitId == unitId && o.EndsOn is null))
        {
            office.History.End(on, decisionId);
            Touch();
        }
    }

    /// <summary>Chuyển đi, từ trần, xóa tên, khai trừ, xin ra: no longer a member here from this day on. Offices end with it.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.End" path="/exception"/>
    public void Leave(DateOnly on, MembershipEnd reason, Guid? decisionId = null)
    {
        History.End(on, decisionId);
        foreach (var office in _offices.Where(o => o.EndsOn is null)) office.History.End(on, decisionId);
        EndReason = reason;
        Touch();
    }

    /// <summary>Of the membership, or of an office.</summary>
    /// <inheritdoc cref="History{TVersion,TFacts}.NameDecision"/>
    public void NameDecision(Said what, Guid decisionId, string? reason = null) =>
        TouchIf(_offices.Find(o => o.Versions.Any(v => v.Id == what.VersionId)) is { } office
            ? office.History.NameDecision(what, decisionId, reason)
            : History.NameDecision(what, decisionId, reason));

    private void Set(AdmissionFacts days)
    {
        (AdmittedOn, CeremonyOn, OfficialOn) = (days.AdmittedOn, days.CeremonyOn, days.OfficialOn);
        (AdmittedAs, CeremonyAs, OfficialAs) = (days.AdmittedAs, days.CeremonyAs, OfficialOn is null ? null : days.OfficialAs);
        TimesOut = days.TimesOut.Count == 0 ? null : days.TimesOut;
    }

    private void Change(DateOnly from, MembershipEdit edit, Guid? decisionId) => TouchIf(History.Change(from, edit.Edit, decisionId));
}
