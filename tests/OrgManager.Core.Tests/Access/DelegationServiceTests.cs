using OrgManager.Access;
using OrgManager.Reviews;

namespace OrgManager.Tests.Access;

/// <summary>A deputy acts for the secretary of a cell for a time.</summary>
public class DelegationServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    private DelegationService Delegations => _org.Get<DelegationService>();

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
}
