using OrgManager.Data.Seeding;

namespace OrgManager.Tests.Seeding;

/// <summary>The seed files are read strictly, and whatever is wrong is told with the file it is in.</summary>
public sealed class SeedFilesTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("seed");

    public SeedFilesTests()
    {
        var from = Path.Combine(AppContext.BaseDirectory, "seed");
        foreach (var file in Directory.GetFiles(from, "*.*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_directory.FullName, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void The_files_as_shipped_are_read_whole()
    {
        ReadAll();
        Assert.Equal((105, 7, 2, 9), (Files.People.Count, Files.RuleSets.Count(), Files.Scenarios.Count(), Files.Accounts.Accounts.Count));
    }

    [Theory]
    [InlineData("units.json", "\"order\"", "\"ordre\"")]
    [InlineData("unit-kinds.json", "\"headTitle\"", "\"head\"")]
    [InlineData("decisions.json", "\"signedOn\": \"20", "\"signedOn\": \"x0")]
    [InlineData("functions.json", "\"lead\"", "\"leads\"")]
    [InlineData("targets.json", "\"Reduce\"", "\"Rise\"")]
    [InlineData("accounts.json", "\"Admin\"", "\"King\"")]
    [InlineData("reviews-2019.json", "}", "")]
    [InlineData("rules/132-2018.json", "\"grades\"", "\"marks\"")]
    [InlineData("scenarios/2020-hop-nhat-thuong-mai.json", "\"merge\"", "\"blend\"")]
    [InlineData("quotas.csv", "posts", "number")]
    [InlineData("quotas.csv", "2015-01-01", "2015-13-01")]
    [InlineData("quotas.csv", "assigned", "given")]
    [InlineData("people.csv", "Deputy", "Vice")]
    [InlineData("party.csv", "ceremonyOn", "ceremony")]
    [InlineData("events.csv", "verb", "word")]
    public void What_is_broken_is_told_with_its_file(string file, string was, string becomes)
    {
        var path = Path.Combine(_directory.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(was, becomes, StringComparison.Ordinal));

        var broken = Assert.Throws<InvalidDataException>(ReadAll);
        Assert.Contains(file, broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', broken.Message);
    }

    [Theory]
    [InlineData("units.json"), InlineData("people.csv")]
    public void A_file_that_is_missing_is_named(string file)
    {
        File.Delete(Path.Combine(_directory.FullName, file));
        Assert.Contains(file, Assert.Throws<FileNotFoundException>(ReadAll).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events.csv", "coverage", "cover"), InlineData("events.csv", "Secretary:Elected", "Secretary"), InlineData("quotas.csv", "1985/QĐ-UBND", "1/X"), InlineData("party.csv", "CB-VP", "CB-XX"), InlineData("functions.json", "\"QLNL\"", "\"QLXX\"")]
    public async Task What_refers_to_nothing_stops_the_filling(string file, string was, string becomes)
    {
        var path = Path.Combine(_directory.FullName, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(was, becomes, StringComparison.Ordinal));
        await using var org = await TestOrg.StartAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => org.Get<ModelSeeder>().FillAsync(Files, new(2015, 1, 1)));
    }

    private SeedFiles Files => new(_directory.FullName);

    private void ReadAll() => _ = (Files.Kinds, Files.Units, Files.Functions, Files.Decisions, Files.Reviews, Files.Targets, Files.Accounts, Files.Quotas, Files.People, Files.Members, Files.Events,
        Files.RuleSets.ToList(), Files.Scenarios.ToList());
}
