using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Web.Party;

/// <summary>What may be done with a member.</summary>
public enum MemberAct { Official, Move, Participation, GiveOffice, EndOffice, Leave }

/// <summary>A member a dialog may be about.</summary>
public sealed record MemberChoice(Guid Id, PersonRef Person);

/// <summary>What is to become of a member; which of it counts depends on the act.</summary>
public sealed class MemberForm
{
    public MemberAct Act { get; set; }
    public Guid? CellId { get; set; }
    public Participation Participation { get; set; } = Participation.Exempt;
    public MembershipEnd Reason { get; set; }
    public Guid? UnitId { get; set; }
    public PartyPost Post { get; set; }
    public OfficeBasis Basis { get; set; }

    /// <summary>The office to end.</summary>
    public Guid? OfficeId { get; set; }

    public OfficeFacts Office => new(Post, Basis);

    /// <summary>What of the membership the act sets.</summary>
    public MembershipFields Sets => Act switch
    {
        MemberAct.Official => MembershipFields.Standing,
        MemberAct.Move => MembershipFields.Cell,
        MemberAct.Participation => MembershipFields.Participation,
        _ => MembershipFields.None,
    };

    /// <summary>The membership after the act; null where the act leaves it as it is.</summary>
    public MembershipFacts? On(MembershipFacts was) => Act switch
    {
        MemberAct.Official => was with { Standing = Standing.Official },
        MemberAct.Move when CellId is { } cell => was with { CellId = cell },
        MemberAct.Participation => was with { Participation = Participation },
        _ => null,
    };
}
