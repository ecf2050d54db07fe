using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>Called wrongly: exit 2, one sentence, and nothing was touched.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("report")]
    [InlineData("report nonsense --on 2019-10-21")]
    [InlineData("report targets")]
    [InlineData("report targets --on")]
    [InlineData("report targets --on 2019-10-21 --nonsense")]
    [InlineData("report targets --on 2019-10-21 more")]
    [InlineData("report targets --on 2019-10-21 --on 2020-01-01")]
    [InlineData("migrate more")]
    [InlineData("verify --nonsense")]
    [InlineData("sample")]
    [InlineData("sample --model --until yesterday")]
    [InlineData("sample --model --people 300")]
    [InlineData("sample --model --seed 3")]
    [InlineData("sample --people 300 --until 2019-10-21")]
    [InlineData("sample --people")]
    [InlineData("sample --people many")]
    [InlineData("sample --units 40 --cells 30")]
    [InlineData("serve --nonsense")]
    [InlineData("serve more")]
    [InlineData("backup")]
    [InlineData("backup --to")]
    [InlineData("restore")]
    [InlineData("user")]
    [InlineData("user add")]
    [InlineData("user add somebody")]
    [InlineData("user add somebody --role King")]
    [InlineData("user add somebody --role Admin --scope")]
    [InlineData("user reset-password")]
    public async Task A_wrong_verb_or_option_is_told(string words) =>
        await RefusedAsync([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    [Theory]
    [InlineData("21/10/2019")]
    [InlineData("2019-02-30")]
    [InlineData("2019-2-3")]
    [InlineData("20191021")]
    [InlineData("today")]
    [InlineData("9999-12-31")]
    [InlineData("")]
    public async Task A_day_is_yyyy_MM_dd_and_nothing_else(string day) =>
        Assert.Contains("--on", await RefusedAsync("report", "party", "--on", day), StringComparison.Ordinal);

    [Theory]
    [InlineData("--Nonsense:Key=1")]
    [InlineData("--Storage:Nonsense=1")]
    [InlineData("--Storage=1:2")]
    [InlineData("--Storage:Provider=Oracle")]
    [InlineData("--Storage:Provider=")]
    [InlineData("--Storage:Provider")]
    [InlineData("--Storage:Path=")]
    [InlineData("--Storage:Path")]
    [InlineData("--Storage:Provider=Postgres")]
    [InlineData("--Storage:Provider=Postgres --Storage:Connection=nonsense")]
    [InlineData("--Logging:LogLevel:Default=Nonsense")]
    public async Task A_setting_unknown_unusable_or_without_a_value_is_told(string settings) =>
        await RefusedAsync(["report", "party", "--on", "2019-10-21", .. settings.Split(' ')]);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("localhost:5080")]
    [InlineData("http://")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:0/below")]
    [InlineData("http://127.0.0.1:0;nonsense")]
    public async Task An_address_that_is_none_is_told(string url) =>
        Assert.Contains(url.Split(';')[^1], await RefusedAsync("serve", "--urls", url), StringComparison.Ordinal);

    [Theory]
    [InlineData("--help")]
    [InlineData("report targets --help")]
    [InlineData("serve -h")]
    public async Task Help_is_no_mistake(string words)
    {
        var called = await TestProgram.RunAsync(words.Split(' '));

        Assert.Equal(OrgManagerCommand.Done, called.Code);
        Assert.NotEmpty(called.Output);
        Assert.Empty(called.Errors);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var help = (await TestProgram.RunAsync(["--help"])).Output;

        Assert.All(["serve", "migrate", "sample", "report", "verify", "backup", "restore", "user"], verb => Assert.Contains($"  {verb}", help, StringComparison.Ordinal));
    }

    private static async Task<string> RefusedAsync(params IEnumerable<string> words)
    {
        var (all, nowhere) = (words.ToList(), Path.Combine(Path.GetTempPath(), $"org_{Guid.NewGuid():N}"));
        if (!all.Exists(word => word.StartsWith("--Storage:Path", StringComparison.Ordinal))) all.Add($"--Storage:Path={nowhere}");
        var sentence = (await TestProgram.RunAsync(all)).Refused(OrgManagerCommand.WrongUsage);
        Assert.False(Directory.Exists(nowhere));
        return sentence;
    }
}
