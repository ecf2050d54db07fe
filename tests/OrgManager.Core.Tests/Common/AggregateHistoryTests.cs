using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Common;

/// <summary>Where an aggregate adds something of its own to the one mechanism.</summary>
public class AggregateHistoryTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1), Oct = new(2026, 10, 1);
    private static readonly Guid Cell = Guid.NewGuid(), OtherCell = Guid.NewGuid(), Unit = Guid.NewGuid();

    private readonly Employment _employment = Employment.Begin(Guid.NewGuid(), new(Unit, QuotaCategory.CivilServant), Jan);
    private readonly PartyMember _member = PartyMember.Join(Guid.NewGuid(), new(Jan.AddYears(-1), Jan.AddYears(-1), null), Cell, Jan);

    [Fact]
    public void An_employment_ends_once_and_takes_every_post_and_the_salary_with_it()
    {
        _employment.Add(AssignmentKind.Concurrent, new(Unit, QuotaCategory.CivilServant), Apr);
        _employment.SetSalary(new("01.003", 1, 2.34m), Jan);

        _employment.End(Jul, EmploymentEnd.Retirement);

        Assert.All(_employment.Assignments, a => Assert.Equal(Jul, a.EndsOn));
        Assert.Equal(Jul, _employment.SalarySteps[^1].ValidUntil);
        Assert.Equal("History.Ended", Assert.Throws<RuleBrokenException>(() => _employment.End(Oct, EmploymentEnd.Resignation)).Code);
        Assert.Equal(EmploymentEnd.Retirement, _employment.EndReason);
    }

    [Fact]
    public void An_end_of_employment_corrected_or_called_off_reaches_every_post()
    {
        _employment.Add(AssignmentKind.Concurrent, new(Unit, QuotaCategory.CivilServant), Apr);
        _employment.SetSalary(new("01.003", 1, 2.34m), Jan);
        _employment.End(Jul, EmploymentEnd.Retirement);

        _employment.CorrectEnd(Oct, null, "Nhập sai");
        Assert.All(_employment.Assignments, a => Assert.Equal(Oct, a.EndsOn));

        _employment.WithdrawEnd(today: Jan);
        Assert.All(_employment.Assignments, a => Assert.Null(a.EndsOn));
        Assert.Null(_employment.SalarySteps[^1].ValidUntil);
        Assert.Null(_employment.EndReason);
    }

    [Fact]
    public void The_same_salary_again_is_no_change()
    {
        _employment.SetSalary(new("01.003", 1, 2.34m), Jan);
        var version = _employment.Version;

        _employment.SetSalary(new("01.003", 1, 2.34m), Jan);

        Assert.Equal(version, _employment.Version);
    }

    [Fact]
    public void Calling_off_a_move_leaves_a_member_official_who_becomes_so_that_day()
    {
        _member.MakeOfficial(Apr);
        _member.MoveTo(OtherCell, Apr);

        _member.Withdraw(_member.Memberships[1].Id, today: Jan, MembershipFields.Cell);

        Assert.Equal(Apr, _member.OfficialOn);
        Assert.Equal((Cell, Standing.Official), (_member.Memberships[1].CellId, _member.Memberships[1].Standing));
    }

    [Fact]
    public void Calling_off_the_recognition_makes_a_member_probationary_again()
    {
        _member.MakeOfficial(Apr);

        Assert.Throws<RuleBrokenException>(() => _member.Withdraw(_member.Memberships[1].Id, today: Apr));
        Assert.Equal(Apr, _member.OfficialOn);
        _member.Withdraw(_member.Memberships[1].Id, today: Jan);

        Assert.Null(_member.OfficialOn);
        Assert.Equal(Standing.Probationary, Assert.Single(_member.Memberships).Standing);
    }

    [Fact]
    public void Whoever_leaves_leaves_their_offices()
    {
        _member.GiveOffice(Cell, new(PartyPost.Secretary, OfficeBasis.Elected), Apr);

        _member.Leave(Jul, MembershipEnd.TransferOut);

        Assert.Equal((Jul, Jul), (_member.EndsOn, _member.Offices.Single().EndsOn));
        Assert.Equal("History.Ended", Assert.Throws<RuleBrokenException>(() => _member.Leave(Oct, MembershipEnd.Resigned)).Code);
    }
}
