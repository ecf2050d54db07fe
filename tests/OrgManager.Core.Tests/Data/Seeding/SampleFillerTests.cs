using OrgManager.Data;
using OrgManager.Data.Seeding;
using OrgManager.Organisation;

namespace OrgManager.Tests.Data.Seeding;

public class SampleFillerTests
{
    private static readonly DateOnly FirstDay = new(2015, 1, 1);
    private readonly List<string> _said = [];

    [Fact]
    public async Task A_filled_sample_says_so_and_is_not_filled_again()
    {
        await using var org = await TestOrg.StartModelAsync();
        Assert.Equal(Filling.Sample, await org.Get<SampleFiller>().LookAsync());
        var before = (await org.SnapshotAsync(FirstDay)).Timeline.Seq;

        await SmallOrg.AssertBrokenAsync("Sample.NotEmpty", () => FillAsync(org, SeedFiles.BesideTheProgram));
        await SmallOrg.AssertBrokenAsync("Sample.NotEmpty", () => org.FillModelAsync());

        Assert.Equal(before, (await org.SnapshotAsync(FirstDay)).Timeline.Seq);
    }

    [Fact]
    public async Task A_database_that_holds_anything_is_refused_and_keeps_it()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        await org.FoundAsync("KH", FirstDay);
        Assert.Equal(Filling.Real, await org.Get<SampleFiller>().LookAsync());

        await SmallOrg.AssertBrokenAsync("Sample.NotEmpty", () => FillAsync(org, SeedFiles.BesideTheProgram));

        Assert.Equal(["KH"], (await org.SnapshotAsync(FirstDay)).Units.Select(u => u.Code));
        await org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_filling_that_was_broken_off_is_started_over()
    {
        await using var org = TestOrg.On(TestDatabase.Absent());
        var incomplete = Directory.CreateTempSubdirectory("seed_").FullName;
        CopySeed(incomplete);
        File.Delete(Path.Combine(incomplete, "targets.json")); // read when everything before is in

        await Assert.ThrowsAsync<FileNotFoundException>(() => FillAsync(org, new SeedFiles(incomplete)));
        Assert.Equal(Filling.BrokenOffSample, await org.Get<SampleFiller>().LookAsync());
        Assert.NotEmpty((await org.SnapshotAsync(FirstDay)).Units);

        await FillAsync(org, SeedFiles.BesideTheProgram);

        Assert.Equal(Filling.Sample, await org.Get<SampleFiller>().LookAsync());
        Assert.Contains(_said, sentence => sentence.Contains("broken off", StringComparison.Ordinal));
        Assert.False(await org.Get<SampleFiller>().HasNoAccountsAsync());
        await org.AssertSoundAsync();
        Directory.Delete(incomplete, recursive: true);
    }

    [Fact]
    public async Task An_empty_database_is_empty_and_has_no_accounts()
    {
        await using var org = await TestOrg.StartAsync();

        Assert.Equal(Filling.Empty, await org.Get<SampleFiller>().LookAsync());
        Assert.True(await org.Get<SampleFiller>().HasNoAccountsAsync());
        Assert.Equal(new("OrgManager", Sample: false, FirstDay: null), await org.Get<OrganisationInfo>().GetAsync());
    }

    [Fact]
    public async Task The_header_names_the_organisation_and_says_whether_it_is_a_sample()
    {
        await using var model = await TestOrg.StartModelAsync();
        Assert.Equal(new("Sở Công Thương tỉnh Mẫu", Sample: true, FirstDay), await model.Get<OrganisationInfo>().GetAsync());

        await using var real = await SmallOrg.StartWithKindsAsync();
        var id = await real.FoundAsync("S", FirstDay, kind: "Department", name: "Sở Nội vụ");
        await real.Units.ChangeAsync(await real.SeeAsync(id), real.Today, new() { Name = "Sở Nội vụ và Lao động" });
        Assert.Equal(new("Sở Nội vụ và Lao động", Sample: false, FirstDay), await real.Get<OrganisationInfo>().GetAsync());
    }

    private Task FillAsync(TestOrg org, SeedFiles files) => org.Get<SampleFiller>().FillAsync(files, FirstDay, scenarios: true, _said.Add);

    private static void CopySeed(string to)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "seed");
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
