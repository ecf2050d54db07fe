using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Bí thư, phó bí thư, ủy viên ban thường vụ, cấp ủy viên (đảng ủy viên, chi ủy viên), chủ nhiệm và ủy viên ủy ban kiểm tra; in protocol order.</summary>
public enum PartyPost { Secretary, DeputySecretary, StandingMember, CommitteeMember, InspectionHead, InspectionMember }

/// <summary>Bầu (chuẩn y), chỉ định, phân công phụ trách.</summary>
public enum OfficeBasis { Elected, Appointed, InCharge }

[Flags]
public enum OfficeFields { None = 0, Post = 1, Basis = 2, All = 3 }

/// <summary>What somebody is in a party unit on one day.</summary>
public sealed record OfficeFacts(PartyPost Post, OfficeBasis Basis) : IFacts<OfficeFacts>
{
    public static int AllFields => (int)OfficeFields.All;

    public OfficeFacts Overlay(int fields, OfficeFacts values) => new(
        ((OfficeFields)fields).HasFlag(OfficeFields.Post) ? values.Post : Post,
        ((OfficeFields)fields).HasFlag(OfficeFields.Basis) ? values.Basis : Basis);
}

/// <summary>Post and basis during one stretch of time.</summary>
public sealed class PartyOfficeVersion : DatedVersion<OfficeFacts>
{
    internal PartyOfficeVersion() { }

    public Guid OfficeId { get; private init; }
    public Guid MemberId { get; internal init; }
    public PartyPost Post { get; private set; }
    public OfficeBasis Basis { get; private set; }

    public override OfficeFacts Facts
    {
        get => new(Post, Basis);
        protected set => (Post, Basis) = (value.Post, value.Basis);
    }

    internal override (string Type, Guid Id) Owner => (nameof(PartyMember), MemberId);
    internal override FieldClass FieldClass => FieldClass.Party;
    internal override DatedVersion<OfficeFacts> NewRow() => new PartyOfficeVersion { OfficeId = OfficeId, MemberId = MemberId };
}

/// <summary>Chức vụ đảng, cấp ủy: one member's office in one cell or committee.</summary>
public sealed class PartyOffice : Entity
{
    private readonly List<PartyOfficeVersion> _versions = [];

    private PartyOffice() { }

    public Guid MemberId { get; private init; }
    public Guid UnitId { get; private init; }
    public IReadOnlyList<PartyOfficeVersion> Versions => History.Versions;
    public DateOnly? EndsOn => History.EndsOn;

    internal override (string Type, Guid Id) Owner => (nameof(PartyMember), MemberId);
    internal override Guid? TrailUnitId => UnitId;
    internal override FieldClass FieldClass => FieldClass.Party;
    internal History<PartyOfficeVersion, OfficeFacts> History => new(_versions);

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static PartyOffice Sketch(Guid memberId, OfficeLine line)
    {
        var office = new PartyOffice { Id = line.Id, MemberId = memberId, UnitId = line.UnitId };
        foreach (var span in line.History)
        {
            var version = new PartyOfficeVersion { Id = span.VersionId, MemberId = memberId };
            version.Restore(span);
            office._versions.Add(version);
        }
        return office;
    }

    internal static PartyOffice Begin(Guid memberId, Guid unitId, OfficeFacts facts, DateOnly from, Guid? decisionId)
    {
        var office = new PartyOffice { MemberId = memberId, UnitId = unitId };
        office.History.Begin(new PartyOfficeVersion { MemberId = memberId }, from, facts, decisionId);
        return office;
    }
}
