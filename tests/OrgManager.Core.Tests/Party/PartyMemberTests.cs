using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>One member's file: probation, cell, offices, and leaving.</summary>
public class PartyMemberTests
{
    private static readonly DateOnly Decided = new(2025, 1, 1), Ceremony = new(2025, 1, 15), Official = new(2026, 1, 15), Jul = new(2026, 7, 1);
    private static readonly Guid Cell = Guid.NewGuid(), Other = Guid.NewGuid();
    private static readonly OfficeFacts Secretary = new(PartyPost.Secretary, OfficeBasis.Elected);

    [Theory]
    [InlineData("2025-01-16", "2025-01-15", null), InlineData("2025-01-01", "2025-01-15", "2025-01-15"), InlineData("2025-01-01", "2025-01-15", "2024-12-31")]
    public void Decision_ceremony_and_official_day_follow_each_other(string admitted, string ceremony, string? official) =>
        Refusal.Is("PartyMember.DaysOutOfOrder", () => PartyMember.Join(Guid.NewGuid(), new(TestDay.Of(admitted), TestDay.Of(ceremony), official is null ? null : TestDay.Of(official)), Cell, Decided));

    [Fact]
    public void Who_joins_is_probationary_until_recognised()
    {
        var member = Joined();
        Assert.Equal((Standing.Probationary, null), (member.Memberships[^1].Standing, member.OfficialOn));
        Refusal.Is("PartyMember.DaysOutOfOrder", () => member.MakeOfficial(Ceremony));
        member.MakeOfficial(Official);
        Assert.Equal([(Decided, Standing.Probationary), (Official, Standing.Official)], member.Memberships.Select(m => (m.ValidFrom, m.Standing)));
        Refusal.Is("PartyMember.AlreadyOfficial", () => member.MakeOfficial(Jul));
    }

    [Fact]
    public void Who_comes_as_an_official_member_is_one_and_whose_day_is_still_to_come_is_not()
    {
        Assert.Equal(Standing.Official, PartyMember.Join(Guid.NewGuid(), new(Decided, Ceremony, Official), Cell, Official).Memberships[0].Standing);
        Assert.Equal(Standing.Probationary, PartyMember.Join(Guid.NewGuid(), new(Decided, Ceremony, Official), Cell, Official.AddDays(-1)).Memberships[0].Standing);
    }

    [Fact]
    public void A_recognition_ahead_that_is_called_off_leaves_the_member_on_probation()
    {
        var member = Joined();
        member.MakeOfficial(Official);
        member.Withdraw(member.Memberships[^1].Id, today: Decided);
        Assert.Equal((null, 1), (member.OfficialOn, member.Memberships.Count));
        member.MakeOfficial(Jul);
    }

    [Fact]
    public void Cell_standing_and_participation_change_each_by_itself()
    {
        var member = Joined();
        member.MoveTo(Other, Jul);
        member.MakeOfficial(Official); // entered late
        member.SetParticipation(Participation.Exempt, Jul);
        Assert.Equal((Other, Standing.Official, Participation.Exempt), (member.Memberships[^1].CellId, member.Memberships[^1].Standing, member.Memberships[^1].Participation));
        member.Correct(member.Memberships[^1].Id, new(MembershipFields.Cell, CellId: Cell), "Gõ nhầm");
        Assert.Equal(Cell, member.Memberships[^1].CellId);
    }

    [Fact]
    public void An_office_is_held_by_a_member_and_once()
    {
        var member = Joined();
        Refusal.Is("PartyMember.NotThere", () => member.GiveOffice(Cell, Secretary, Decided.AddDays(-1)));
        member.GiveOffice(Cell, Secretary, Official);
        Refusal.Is("PartyMember.HoldsOffice", () => member.GiveOffice(Cell, Secretary with { Basis = OfficeBasis.Appointed }, Jul));
        member.GiveOffice(Other, Secretary, Jul);
        member.EndOffice(Cell, PartyPost.Secretary, Jul);
        Assert.Equal([Jul, null], member.Offices.Select(o => o.EndsOn));
        Assert.Throws<OrgManager.Common.NotFoundException>(() => member.EndOffice(Cell, PartyPost.Secretary, Jul.AddDays(5)));
    }

    [Fact]
    public void Offices_end_with_the_membership_and_all_of_a_unit_with_the_unit()
    {
        var member = Joined();
        member.GiveOffice(Cell, Secretary, Official);
        member.GiveOffice(Other, Secretary, Official);
        member.EndOffices(Other, Jul);
        member.Leave(Jul.AddDays(9), MembershipEnd.TransferOut);
        Assert.Equal([Jul.AddDays(9), Jul], member.Offices.OrderBy(o => o.UnitId == Other).Select(o => o.EndsOn!.Value));
        Assert.Equal((Jul.AddDays(9), MembershipEnd.TransferOut), (member.EndsOn, member.EndReason));
        Refusal.Is("History.Ended", () => member.Leave(Jul, MembershipEnd.Died));
    }

    private static PartyMember Joined() => PartyMember.Join(Guid.NewGuid(), new(Decided, Ceremony, null), Cell, Decided);
}
