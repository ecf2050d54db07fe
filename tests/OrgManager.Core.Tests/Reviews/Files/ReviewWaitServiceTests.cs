using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>What waits for whom.</summary>
public class ReviewWaitServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Each_is_told_what_waits_for_their_own_hand()
    {
        await FullFiles.SubmitAsync(_org, "partyclerk", "CB006");
        await FullFiles.SubmitAsync(_org, "self", "CB035");

        Assert.Equal([(ReviewStep.Opinions, 1, "CB-VP")], (await WaitingAsync("cell1")).Files.Select(f => (f.Step, f.Count, f.Cell?.Code)));
        Assert.Equal([(ReviewStep.Opinions, 2, null)], (await WaitingAsync("partyclerk")).Files.Select(f => (f.Step, f.Count, f.Cell?.Code)));
        Assert.Empty((await WaitingAsync("secretary")).Files);
        Assert.Empty((await WaitingAsync("self")).Files);
        Assert.True((await WaitingAsync("unithead")).Comments > 0);
        Assert.Equal(0, (await WaitingAsync("hr")).Comments);
    }

    [Fact]
    public async Task The_committee_is_told_of_what_it_is_to_decide()
    {
        await FullFiles.ProposeAsync(_org, "CB035", "CB-CN", "HTTNV");
        Assert.Equal([ReviewStep.Decision], (await WaitingAsync("secretary")).Files.Select(f => f.Step));
    }

    private async Task<ReviewWaiting> WaitingAsync(string user)
    {
        await _org.SignInAsync(user);
        return await _org.Get<ReviewWaitService>().WaitingAsync();
    }
}
