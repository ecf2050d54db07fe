using OrgManager.Reviews;
using OrgManager.Reviews.Papers;
using OrgManager.Reviews.Statistics;
using OrgManager.Tests.Organisation;

namespace OrgManager.Tests.Reviews;

/// <summary>Where no year was ever reviewed.</summary>
public class FirstYearTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_pages_are_empty_whatever_year_is_asked_for()
    {
        foreach (var year in new int?[] { null, 0, -3, 2019, 20_000 }) Assert.Empty((await _org.Get<ReviewCycleService>().BoardsAsync(year)).Boards);
        foreach (var year in new[] { 0, -3, 2019, 20_000 })
        {
            Assert.Empty((await _org.Get<PaperService>().PageAsync(year)).Committees);
            Assert.Empty((await _org.Get<PartyYearService>().OfYearAsync(year)).Cells);
            Assert.NotNull(await _org.Get<ReviewStatisticsService>().OfYearAsync(year));
        }
    }
}
