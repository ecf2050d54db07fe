using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Access;

/// <summary>A deputy acts for the secretary of a cell for a time.</summary>
public class DelegationServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    private DelegationService Delegations => _org.Get<DelegationService>();
    private UserService Users => _org.Get<UserService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task From_the_first_day_to_the_last_the_deputy_does_what_the_secretary_may()
    {
        await _org.SignInAsync("cell1");
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));

        await FullFiles.SubmitAsync(_org, "hr", "CB006"); // from paper, by the deputy
        await FullFiles.MoveAsync(_org, "hr", "CB006", ReviewAct.Gather);
        await FullFiles.EnterAsync(_org, "CB006", "CB-VP", "HTTNV");
        await _org.Get<ReviewFileService>().ProposeAsync([(await FullFiles.FileAsync(_org, "CB006")).Seen]);

        _org.Time.Advance(TimeSpan.FromDays(11));
        await _org.SignInAsync("hr");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FullFiles.FileAsync(_org, "CB006"));
    }

    [Fact]
    public async Task The_secretarys_own_review_is_moved_by_the_deputy()
    {
        await FullFiles.SubmitAsync(_org, "cell1", "CB005");
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));

        await FullFiles.MoveAsync(_org, "hr", "CB005", ReviewAct.Gather);

        Assert.Equal(ReviewStep.Meeting, (await FullFiles.FileAsync(_org, "CB005")).Step);
    }

    [Fact]
    public async Task It_is_taken_back_at_once_and_given_to_nobody_else_than_a_member_with_an_account()
    {
        await _org.SignInAsync("cell1");
        await Refusal.IsAsync("Delegation.Oneself", () => Delegations.GiveAsync("CB-VP", "CB005", _org.Today, _org.Today.AddDays(10)));
        await Refusal.IsAsync("Delegation.NotAMember", () => Delegations.GiveAsync("CB-VP", "CB035", _org.Today, _org.Today.AddDays(10)));
        await Refusal.IsAsync("Delegation.NoAccount", () => Delegations.GiveAsync("CB-VP", "CB006", _org.Today, _org.Today.AddDays(10)));
        await Refusal.IsAsync("Delegation.TooLong", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddYears(2)));
        await Refusal.IsAsync("Grant.DaysOutOfOrder", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Delegations.GiveAsync("CB-CN", "CB035", _org.Today, _org.Today.AddDays(1)));
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));

        await Delegations.EndAsync("CB-VP", Assert.Single(await Delegations.ListAsync("CB-VP")).Id);

        Assert.True(Assert.Single(await Delegations.ListAsync("CB-VP")).IsOver);
        await _org.SignInAsync("hr");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FullFiles.FileAsync(_org, "CB006"));
    }

    [Fact]
    public async Task It_is_lent_no_longer_than_it_is_held_not_for_days_past_and_not_far_ahead()
    {
        await _org.SignInAsync("admin");
        await Users.AddAsync(new("bithu", AccountService.SamplePassword, Role.CellSecretary, "CB-VP", Until: _org.Today.AddDays(30)));
        await _org.SignInAsync("bithu");

        await Refusal.IsAsync("Delegation.BeyondOwn", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(31)));
        await Refusal.IsAsync("Delegation.BeyondOwn", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today.AddDays(40), _org.Today.AddDays(41)));
        await Refusal.IsAsync("Delegation.TooFarAhead", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today.AddDays(DelegationService.MostDaysAhead + 1), _org.Today.AddDays(90)));
        await Refusal.IsAsync("Grant.InThePast", () => Delegations.GiveAsync("CB-VP", "CB009", _org.Today.AddDays(-1), _org.Today.AddDays(1)));
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(30));
    }

    [Fact]
    public async Task What_is_held_by_two_grants_one_after_the_other_is_lent_over_both()
    {
        await _org.SignInAsync("admin");
        await Users.AddAsync(new("bithu", AccountService.SamplePassword, Role.CellSecretary, "CB-VP", Until: _org.Today.AddDays(10)));
        await Users.GrantAsync("bithu", Role.CellSecretary, "CB-VP", _org.Today.AddDays(10), _org.Today.AddDays(20));
        await _org.SignInAsync("bithu");

        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(20));
    }

    [Theory]
    [InlineData(0, 0), InlineData(1, 0), InlineData(2, 5)]
    public async Task What_was_lent_ends_with_the_right_of_who_lent_it(int how, int after)
    {
        await _org.SignInAsync("cell1");
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today.AddDays(20), _org.Today.AddDays(30));

        await _org.SignInAsync("admin");
        if (how == 0) await Users.RevokeAsync("cell1", Role.CellSecretary);
        else if (how == 1) await Users.DisableAsync("cell1");
        else await Users.RevokeGrantAsync((await _org.Get<UserViewService>().CardAsync("cell1")).Grants.Single().Seen, _org.Today.AddDays(5));

        _org.Actor = Actor.System;
        Assert.Equal([(_org.Today.AddDays(20), _org.Today.AddDays(20)), (_org.Today, _org.Today.AddDays(after))], (await Delegations.ListAsync("CB-VP")).Select(d => (d.From, d.Until)));
        await _org.SignInAsync("hr");
        Assert.Equal(after > 0, _org.Actor.Roles.Contains(Role.CellSecretary));
    }

    [Fact]
    public async Task Who_is_no_member_of_the_cell_any_more_acts_for_nobody_in_it()
    {
        await _org.SignInAsync("cell1");
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));
        _org.Actor = Actor.System;
        var party = _org.Get<PartyService>();
        await party.LeaveAsync((await party.MemberOnAsync(await _org.PersonIdAsync("CB009"), _org.Today)).Seen, _org.Today, MembershipEnd.Resigned);

        Assert.True(Assert.Single(await Delegations.ListAsync("CB-VP")).IsOver);
        await _org.SignInAsync("hr");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FullFiles.FileAsync(_org, "CB006"));
        _org.Actor = Actor.System;
        Assert.DoesNotContain((await _org.Get<PrivacyService>().WhyAsync("CB006")).Classes.Single(c => c.Class == Permission.ViewPartyRecord).SeenBy, s => s.User == "hr");
    }

    [Fact]
    public async Task Administrators_see_who_lent_a_right()
    {
        await _org.SignInAsync("cell1");
        var secretary = _org.Actor.Name;
        await Delegations.GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));

        await _org.SignInAsync("admin");
        var views = _org.Get<UserViewService>();
        Assert.Equal([null, secretary], (await views.CardAsync("hr")).Grants.Select(g => g.LentBy).Order());
        Assert.Contains((await views.ListAsync(new(), new(Take: 50))).Rows.Single(r => r.Name == "hr").Grants, g => g.LentBy == secretary);
    }
}
