using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>What was entered wrongly in a member's file is put right with a reason; what is ahead is called off.</summary>
public class PartyMemberAmendmentTests
{
    private const string Slip = "Gõ nhầm";
    private static readonly DateOnly Decided = new(2025, 1, 1), Ceremony = new(2025, 1, 15), Official = new(2026, 1, 15), Jul = new(2026, 7, 1), Oct = new(2026, 10, 1);
    private static readonly Guid Cell = Guid.NewGuid();
    private readonly PartyMember _member = PartyMember.Join(Guid.NewGuid(), new(Decided, Ceremony, null), Cell, Decided);

    [Fact]
    public void The_days_of_the_admission_are_corrected_and_stay_in_order()
    {
        Refusal.Is("History.ReasonMissing", () => _member.CorrectAdmission(new(Decided, Ceremony, null), " "));
        Refusal.Is("PartyMember.DaysOutOfOrder", () => _member.CorrectAdmission(new(Ceremony, Decided, null), Slip));
        Refusal.Is("PartyMember.RecognisedOtherwise", () => _member.CorrectAdmission(new(Decided, Ceremony, Official), Slip));
        _member.CorrectAdmission(new(Decided.AddDays(-3), Ceremony.AddDays(1), null), Slip);
        Assert.Equal((Decided.AddDays(-3), Ceremony.AddDays(1), null), (_member.AdmittedOn, _member.CeremonyOn, _member.OfficialOn));
    }

    [Fact]
    public void Another_official_day_moves_the_recognition_with_it()
    {
        _member.MakeOfficial(Official);
        _member.CorrectAdmission(new(Decided, Ceremony, Official.AddDays(5)), Slip);
        Assert.Equal((Official.AddDays(5), Official.AddDays(5)), (_member.OfficialOn, _member.Memberships[^1].ValidFrom));
        _member.CorrectDay(_member.Memberships[^1].Id, Official.AddDays(9), Slip);
        Assert.Equal(Official.AddDays(9), _member.OfficialOn);
        Refusal.Is("PartyMember.DaysOutOfOrder", () => _member.CorrectDay(_member.Memberships[^1].Id, Ceremony, Slip));
    }

    [Fact]
    public void Who_came_as_official_was_so_on_the_first_day()
    {
        var member = PartyMember.Join(Guid.NewGuid(), new(Decided, Ceremony, Official), Cell, Jul);
        Refusal.Is("PartyMember.DaysOutOfOrder", () => member.CorrectAdmission(new(Decided, Ceremony, Oct), Slip));
        Refusal.Is("PartyMember.DaysOutOfOrder", () => member.CorrectDay(member.Memberships[0].Id, Official.AddDays(-1), Slip));
        member.CorrectAdmission(new(Decided, Ceremony, Official.AddDays(2)), Slip);
        Assert.Equal((Official.AddDays(2), Jul), (member.OfficialOn, member.Memberships[0].ValidFrom));
    }

    [Fact]
    public void A_recognition_that_never_was_is_corrected_to_probation()
    {
        _member.MakeOfficial(Official);
        _member.Correct(_member.Memberships[^1].Id, new(MembershipFields.Standing, Standing: Standing.Probationary), Slip);
        Assert.Equal((null, Standing.Probationary), (_member.OfficialOn, _member.Memberships[^1].Standing));
    }

    [Fact]
    public void An_office_is_corrected_and_so_is_its_day()
    {
        var office = Give(PartyPost.DeputySecretary, Official);
        Give(PartyPost.Secretary, Official);
        Refusal.Is("PartyMember.HoldsOffice", () => _member.CorrectOffice(office.Id, new(PartyPost.Secretary, OfficeBasis.Elected), Slip));
        Refusal.Is("History.ReasonMissing", () => _member.CorrectOffice(office.Id, new(PartyPost.CommitteeMember, OfficeBasis.Elected), ""));
        _member.CorrectOffice(office.Id, new(PartyPost.CommitteeMember, OfficeBasis.InCharge), Slip);
        _member.CorrectDay(office.Versions[0].Id, Jul, Slip);
        Assert.Equal((new OfficeFacts(PartyPost.CommitteeMember, OfficeBasis.InCharge), Jul), (office.Versions[0].Facts, office.Versions[0].ValidFrom));
    }

    [Fact]
    public void The_end_of_an_office_is_corrected_called_off_or_never_was()
    {
        var office = Give(PartyPost.Secretary, Official);
        _member.EndOffice(Cell, PartyPost.Secretary, Jul);
        _member.CorrectOfficeEnd(office.Id, Oct, Slip);
        Assert.Equal(Oct, office.EndsOn);
        Refusal.Is("History.InForce", () => _member.WithdrawOfficeEnd(office.Id, today: Oct));
        _member.WithdrawOfficeEnd(office.Id, today: Jul);
        Assert.Null(office.EndsOn);
    }

    [Fact]
    public void An_office_that_has_not_begun_is_called_off()
    {
        var office = Give(PartyPost.Secretary, Jul);
        Refusal.Is("History.InForce", () => _member.WithdrawOffice(office.Id, today: Jul));
        _member.WithdrawOffice(office.Id, today: Official);
        Assert.Empty(_member.Offices);
        Assert.Throws<NotFoundException>(() => _member.WithdrawOffice(office.Id, today: Official));
    }

    [Fact]
    public void Offices_that_ended_with_the_membership_follow_its_corrected_end()
    {
        var (kept, over) = (Give(PartyPost.Secretary, Official), Give(PartyPost.CommitteeMember, Official));
        _member.EndOffice(Cell, PartyPost.CommitteeMember, Jul.AddDays(-1));
        _member.Leave(Jul, MembershipEnd.Removed);
        _member.CorrectEnd(Oct, MembershipEnd.Expelled, Slip);
        Assert.Equal((Oct, Oct, MembershipEnd.Expelled), (_member.EndsOn, kept.EndsOn, _member.EndReason));
        Assert.Equal(Jul.AddDays(-1), over.EndsOn);

        _member.WithdrawEnd(today: Jul);
        Assert.Equal((null, null, null), (_member.EndsOn, kept.EndsOn, _member.EndReason));
        Refusal.Is("History.NoEnd", () => _member.CorrectEnd(Oct, null, Slip));
    }

    [Fact]
    public void An_office_lasts_no_longer_than_a_membership_whose_end_is_known()
    {
        _member.Leave(Oct, MembershipEnd.TransferOut);
        var office = Give(PartyPost.Secretary, Official);
        Assert.Equal(Oct, office.EndsOn);
        _member.CorrectOfficeEnd(office.Id, Jul, Slip);
        _member.WithdrawOfficeEnd(office.Id, today: Official);
        Assert.Equal(Oct, office.EndsOn);
    }

    private PartyOffice Give(PartyPost post, DateOnly from)
    {
        _member.GiveOffice(Cell, new(post, OfficeBasis.Elected), from);
        return _member.Offices.Single(o => o.Versions[0].Post == post);
    }
}
