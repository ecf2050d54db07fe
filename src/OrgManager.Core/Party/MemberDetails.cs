using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>A member's file as it was seen.</summary>
public sealed record MemberDetails(Seen Seen, Guid PersonId, AdmissionFacts Admission, IReadOnlyList<MembershipStretch> Memberships, IReadOnlyList<OfficeStretch> Offices)
{
    public DateOnly AdmittedOn => Admission.AdmittedOn;
    public DateOnly? OfficialOn => Admission.OfficialOn;

    public MembershipFacts? On(DateOnly day) => Memberships.LastOrDefault(m => m.From <= day && (m.Until is null || day < m.Until))?.Facts;

    internal static MemberDetails Of(PartyMember m) => new(new(m.Id, m.Version), m.PersonId, m.Admission,
        [.. m.Memberships.Select(v => new MembershipStretch(v.Id, v.ValidFrom, v.ValidUntil, v.Facts, (MembershipFields)v.Sets))],
        [.. m.Offices.Select(o => new OfficeStretch(o.Id, o.UnitId, o.Versions[0].ValidFrom, o.EndsOn, o.Versions[^1].Facts))]);
}

/// <param name="Until">The first day it is so no more, or null.</param>
public sealed record MembershipStretch(Guid VersionId, DateOnly From, DateOnly? Until, MembershipFacts Facts, MembershipFields Sets);

/// <inheritdoc cref="MembershipStretch"/>
public sealed record OfficeStretch(Guid OfficeId, Guid UnitId, DateOnly From, DateOnly? Until, OfficeFacts Facts);
