using OrgManager.Web.CommandLine;
using OrgManager.Web.Setup;

namespace OrgManager.Web.Tests.CommandLine;

public class ArgumentsTests
{
    [Fact]
    public void Settings_are_split_off_wherever_they_stand_and_only_those()
    {
        var (words, settings) = Arguments.Split(["--Storage:Path=/a=b", "report", "targets", "--urls", "http://x:1", "--on", "2019-10-21", "--json"]);

        Assert.Equal(["report", "targets", "--on", "2019-10-21", "--json"], words);
        Assert.Equal([("Storage:Path", "/a=b"), ("Urls", "http://x:1")], settings.Select(s => (s.Key, s.Value)).OrderBy(s => s.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--urls=http://x:1")]
    [InlineData("--URLS=http://x:1")]
    public void The_address_may_be_given_with_a_sign_of_equality(string word) =>
        Assert.Equal("http://x:1", Arguments.Split([word]).Settings["urls"]);

    [Fact]
    public void The_last_of_two_settings_counts() =>
        Assert.Equal("b", Arguments.Split(["--Storage:Path=a", "--storage:path=b"]).Settings["Storage:Path"]);

    [Theory]
    [InlineData("--urls")]
    [InlineData("--Storage:Path")]
    public void A_setting_needs_a_value(string word) =>
        Assert.Contains(word, Assert.Throws<UsageException>(() => Arguments.Split(["serve", word])).Message, StringComparison.Ordinal);
}
