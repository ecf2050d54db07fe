using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Tests.Common;

/// <summary>Rules that an administrator lays beside the data.</summary>
public sealed class RuleFilesTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory();

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void Every_table_that_is_built_in_may_be_replaced() =>
        Assert.Equal(typeof(RuleFiles).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal), RuleFiles.Names.Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_built_in_is_taken_as_a_file_of_the_house_too()
    {
        foreach (var name in RuleFiles.Names)
        {
            using var built = typeof(RuleFiles).Assembly.GetManifestResourceStream(name)!;
            using var text = new StreamReader(built);
            await WriteAsync(name, await text.ReadToEndAsync());
        }
        Assert.Equal(RuleFiles.Names.Count, RuleFiles.Use(_data.FullName).Count);
        Assert.Empty(RuleFiles.Use(Path.Combine(_data.FullName, "none")));
    }

    [Fact]
    public async Task A_file_beside_the_data_goes_before_the_one_built_in_and_the_others_stay()
    {
        Assert.Equal(5, AppointmentTerms.Years); // read before the folder is there: what other tests see stays
        await WriteAsync("appointment-terms.json", """{"years": 4, "confirmed": true, "note": "Theo quy định mới"}""");
        Assert.Equal(["appointment-terms.json"], RuleFiles.Use(_data.FullName).Select(Path.GetFileName));
        try
        {
            Assert.Equal((4, true), RuleFiles.Read<AppointmentTerms.File>("appointment-terms.json") is var terms ? (terms.Years, terms.Confirmed) : default);
            Assert.NotEmpty(RuleFiles.Read<StreamliningRules.File>("streamlining.json").Reasons);
        }
        finally
        {
            RuleFiles.Use(Path.Combine(_data.FullName, "none"));
        }
    }

    [Theory]
    [InlineData("appointment-terms.json", "{", "cannot be used")]
    [InlineData("appointment-terms.json", "null", "says nothing")]
    [InlineData("appointment-terms.json", """{"years": 4}""", "confirmed")]
    [InlineData("appointment-terms.json", """{"years": 4, "confirmed": true, "yers": 5}""", "yers")]
    [InlineData("appointment-terms.json", """{"years": "vài", "confirmed": true}""", "years")]
    [InlineData("transfer-rules.json", """{"rules": []}""", "\"rules\" is empty")]
    [InlineData("transfer-rules.json", """{"rules": null}""", "rules")]
    [InlineData("cell-rules.json", """{"rules": [{"matter": "FewestOfficial", "from": "2011-01-19", "value": 3, "article": "Đ", "articleEn": "S", "confirmed": true}], "badges": {"years": [30], "days": ["02-03"], "article": "Đ", "articleEn": "S", "confirmed": true}}""", "OfficialForCommittee")]
    [InlineData("public-holidays.json", """{"fixed": ["30-04"], "days": [{"from": "2027-02-05", "to": "2027-02-11", "name": "Tết"}]}""", "30-04")]
    [InlineData("public-holidays.json", """{"fixed": ["04-30"], "days": [{"from": "2027-02-05", "to": "2027-02-01", "name": "Tết"}]}""", "before it begins")]
    [InlineData("deputy-caps.json", """{"grace": [{"from": "2026-01-01", "years": 5, "confirmed": true}], "rules": [{"from": "2026-01-01", "kinds": ["Office"], "counts": "Posts", "article": "NĐ 1/2026", "articleEn": "Decree 1/2026", "bands": [], "confirmed": true}]}""", "NĐ 1/2026 for Office")]
    [InlineData("deputy-caps.json", """{"grace": [{"from": "2026-01-01", "years": 5, "confirmed": true}], "rules": [{"from": "2026-01-01", "kinds": ["Office"], "counts": "Posts", "article": "NĐ 1/2026", "articleEn": "Decree 1/2026", "bands": [{"from": 5, "deputies": 1}], "confirmed": true}]}""", "begin with 0")]
    [InlineData("deputy-caps.json", """{"grace": [{"from": "2026-01-01", "years": 5, "confirmed": true}], "rules": [{"from": "2026-01-01", "kinds": ["Office"], "counts": "Posts", "article": "NĐ 1/2026", "articleEn": "Decree 1/2026", "bands": [{"from": 0, "deputies": 1}, {"from": 15, "deputies": 3}, {"from": 10, "deputies": 2}], "confirmed": true}]}""", "and rise")]
    [InlineData("cell-rule.json", "{}", "cell-rules.json")]
    public async Task A_file_that_cannot_be_used_is_named_with_what_is_wrong(string name, string said, string why)
    {
        await WriteAsync(name, said);
        var refused = Assert.Throws<RuleFileException>(() => RuleFiles.Use(_data.FullName));
        Assert.Contains(Path.Combine(_data.FullName, "rules", name), refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, string said) => File.WriteAllTextAsync(Path.Combine(_data.CreateSubdirectory(RuleFiles.Folder).FullName, name), said);
}
