using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>Deputies against their cap, with the figures of the model organisation's description.</summary>
public class DeputyCapsTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("2019-10-21")]
    [InlineData("2020-07-01")]
    [InlineData("2020-12-31")]
    [InlineData("2021-07-01")]
    [InlineData("2022-01-01")]
    [InlineData("2025-12-31")]
    public async Task On_most_days_no_unit_has_too_many(string day) =>
        Assert.Empty(await FindAsync(day));

    [Theory]
    [InlineData("2021-01-01")]
    [InlineData("2021-06-30")]
    public async Task After_the_second_merger_one_unit_has_three_where_two_are_allowed(string day) =>
        Assert.Equal([("NLATMT", 3, 2, "NĐ 107/2020")], await FindAsync(day));

    [Fact]
    public async Task The_newer_decree_makes_three_findings_of_the_same_data() =>
        Assert.Equal([("VP", 2, 1, "NĐ 370/2025"), ("NLATMT", 2, 1, "NĐ 370/2025"), ("TM", 2, 1, "NĐ 370/2025")], await FindAsync("2026-01-01"));

    [Theory]
    [InlineData("TM", "2020-11-24", 2, 3, 10, "NĐ 24/2014")]
    [InlineData("TM", "2021-06-30", 2, 2, 10, "NĐ 107/2020")]
    [InlineData("TTR", "2021-06-30", 1, 1, 7, "NĐ 107/2020")]
    [InlineData("KC", "2021-06-30", 1, 1, 16, "NĐ 120/2020")]
    [InlineData("KC", "2024-01-01", 1, 3, 16, "NĐ 120/2020")]
    [InlineData("SCT", "2026-01-01", 3, 3, 53, "NĐ 370/2025")]
    public async Task A_unit_s_page_tells_deputies_cap_posts_and_article(string code, string day, int deputies, int most, int posts, string article)
    {
        var cap = (await _org.Get<OrganisationService>().UnitAsync(code, TestDay.Of(day))).Deputies!;

        Assert.Equal((deputies, most, posts, article), (cap.Deputies, cap.Most, cap.Count, cap.Article));
    }

    [Theory]
    [InlineData("2021-06-30"), InlineData("2026-01-01")]
    public async Task Divisions_whose_posts_are_kept_at_their_centre_are_no_finding_of_size(string day) =>
        Assert.DoesNotContain((await _org.Get<UnitRuleService>().FindingsAsync(TestDay.Of(day))).Sizes, f => f.Unit.Code is "KC-HC" or "KC-KCTV");

    [Fact]
    public async Task Only_those_who_see_a_unit_s_posts_are_told_of_its_deputies()
    {
        await _org.SignInAsync("unithead");
        Assert.Empty(await FindAsync("2021-06-30"));
        Assert.Null((await _org.Get<OrganisationService>().UnitAsync("NLATMT", new(2021, 6, 30))).Deputies);

        await _org.SignInAsync("director");
        Assert.Single(await FindAsync("2021-06-30"));
    }

    private async Task<IEnumerable<(string, int, int, string)>> FindAsync(string day) =>
        (await _org.Get<OrganisationService>().DeputyFindingsAsync(TestDay.Of(day))).Select(f => (f.Unit.Code, f.Deputies, f.Cap, f.Article));
}
