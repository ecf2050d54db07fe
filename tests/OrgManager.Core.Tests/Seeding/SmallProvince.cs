using OrgManager.Data.Seeding;
using OrgManager.Data.Seeding.Province;

namespace OrgManager.Tests.Seeding;

/// <summary>A small made-up province for tests that only read it; shared by the tests of a class.</summary>
public sealed class SmallProvince : IAsyncLifetime
{
    public static readonly ProvinceSize Size = new(People: 300, Units: 40, Cells: 30, Years: 10, Seed: 7);
    public static readonly DateOnly LastDay = new(2026, 1, 1);

    public TestOrg Org { get; private set; } = null!;

    public async Task InitializeAsync() => Org = await StartAsync(Size);

    public async Task DisposeAsync() => await Org.DisposeAsync();

    public static async Task<TestOrg> StartAsync(ProvinceSize size)
    {
        var org = await TestOrg.StartAsync();
        await org.Get<SampleFiller>().FillProvinceAsync(size, _ => { });
        return org;
    }
}
