using OrgManager.Common;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>A rule file beside the data that cannot be used stops the program with a sentence that names it.</summary>
public class UnusableRulesTests
{
    [Theory]
    [InlineData("report targets --on 2019-10-21 --json"), InlineData("serve --urls http://127.0.0.1:0"), InlineData("migrate")]
    public async Task The_program_says_which_file_and_does_nothing(string verb)
    {
        await using var database = TestDatabase.Absent();
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(database.Storage.Directory, RuleFiles.Folder)).FullName, "fee-rules.json");
        await File.WriteAllTextAsync(file, "{");

        var sentence = (await TestProgram.RunAsync([.. verb.Split(' '), .. TestProgram.SettingsOf(database.Storage)], "")).Refused(OrgManagerCommand.Failed);

        Assert.Contains(file, sentence, StringComparison.Ordinal);
        Assert.Equal([RuleFiles.Folder], Directory.EnumerateFileSystemEntries(database.Storage.Directory).Select(Path.GetFileName));
    }
}
