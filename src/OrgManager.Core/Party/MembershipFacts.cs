using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Dự bị hay chính thức.</summary>
public enum Standing { Probationary, Official }

/// <summary>Sinh hoạt đảng: bình thường, được miễn, bị đình chỉ. Exempt and suspended members still count.</summary>
public enum Participation { Active, Exempt, Suspended }

[Flags]
public enum MembershipFields { None = 0, Cell = 1, Standing = 2, Participation = 4, All = 7 }

/// <summary>A member's place in the party on one day.</summary>
public sealed record MembershipFacts(Guid CellId, Standing Standing, Participation Participation = Participation.Active) : IFacts<MembershipFacts>
{
    public static int AllFields => (int)MembershipFields.All;

    public MembershipFacts Overlay(int fields, MembershipFacts values)
    {
        var sets = (MembershipFields)fields;
        return new(
            sets.HasFlag(MembershipFields.Cell) ? values.CellId : CellId,
            sets.HasFlag(MembershipFields.Standing) ? values.Standing : Standing,
            sets.HasFlag(MembershipFields.Participation) ? values.Participation : Participation);
    }
}

/// <summary>The fields a change of a membership names.</summary>
public sealed record MembershipEdit(MembershipFields Sets, Guid CellId = default, Standing Standing = default, Participation Participation = default)
{
    internal FactsEdit<MembershipFacts> Edit => new((int)Sets, new(CellId, Standing, Participation));
}

/// <summary>In which cell, as what, during one stretch of time.</summary>
public sealed class CellMembership : DatedVersion<MembershipFacts>
{
    internal CellMembership() { }

    public Guid MemberId { get; internal init; }
    public Guid CellId { get; private set; }
    public Standing Standing { get; private set; }
    public Participation Participation { get; private set; }

    public override MembershipFacts Facts
    {
        get => new(CellId, Standing, Participation);
        protected set => (CellId, Standing, Participation) = (value.CellId, value.Standing, value.Participation);
    }

    internal override (string Type, Guid Id) Owner => (nameof(PartyMember), MemberId);
    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Party;
    internal override DatedVersion<MembershipFacts> NewRow() => new CellMembership { MemberId = MemberId };
}
