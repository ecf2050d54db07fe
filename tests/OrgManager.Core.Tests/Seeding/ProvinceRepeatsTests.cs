using System.Text.Json;
using OrgManager.Common;
using OrgManager.Reports;
using OrgManager.Staff;

namespace OrgManager.Tests.Seeding;

/// <summary>What is shown of a province hangs on its numbers and its seed alone.</summary>
public class ProvinceRepeatsTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task The_same_seed_gives_the_same_reports_and_lists_and_another_seed_others()
    {
        var first = await ShownAsync(province.Org);
        await using (var again = await SmallProvince.StartAsync(SmallProvince.Size)) Assert.Equal(first, await ShownAsync(again));
        await using var other = await SmallProvince.StartAsync(SmallProvince.Size with { Seed = 8 });
        Assert.All(first.Zip(await ShownAsync(other)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    private static async Task<List<string>> ShownAsync(TestOrg org)
    {
        var day = SmallProvince.LastDay;
        var roster = await org.Get<RosterService>().ListAsync(new(day), new PageRequest(0, 300));
        return
        [
            JsonSerializer.Serialize(await org.Get<ReportService>().HeadcountAsync(day)),
            JsonSerializer.Serialize(await org.Get<ReportService>().PartyAsync(day)),
            string.Join('\n', roster.Rows.Select(r => $"{r.Code} {r.FullName} {r.UnitCode} {r.Post} {r.Since} {r.Decision?.Number} {r.Born} {r.PartyMemberSince}")),
        ];
    }
}
