using System.Text.Json;
using OrgManager.Data;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests;

/// <summary>What one call of the program left: exit code and both streams.</summary>
public sealed record Called(int Code, string Output, string Errors)
{
    /// <summary>The one document on standard output; anything beside it fails.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.True(Code == 0, $"exit {Code}: {Errors}");
            return JsonDocument.Parse(Output).RootElement;
        }
    }

    /// <summary>Refused: this code, one sentence on standard error, nothing on standard output.</summary>
    public string Refused(int code)
    {
        Assert.True(Code == code, $"exit {Code} instead of {code}: {Errors}");
        Assert.Empty(Output);
        var sentence = Assert.Single(Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Trim();
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        return sentence;
    }
}

/// <summary>The command line as it is called, in this process and on a test's own data.</summary>
public static class TestProgram
{
    /// <summary>Assets are looked up under the program's name, also when a test runs it.</summary>
    static TestProgram() => Environment.SetEnvironmentVariable("ASPNETCORE_APPLICATIONNAME", "OrgManager.Web");

    public static Task<Called> RunAsync(TestDatabase database, params IEnumerable<string> words) => RunAsync(words.Concat(SettingsOf(database.Storage)));

    /// <summary>With what is typed on standard input.</summary>
    public static Task<Called> TypeAsync(TestDatabase database, string typed, params IEnumerable<string> words) => RunAsync(words.Concat(SettingsOf(database.Storage)), typed);

    public static async Task<Called> RunAsync(IEnumerable<string> words, string typed = "")
    {
        using StringWriter output = new(), errors = new();
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(2)); // a site that starts where it should have refused
        var code = await new OrgManagerCommand(new StringReader(typed), output, errors).RunAsync([.. words], hung.Token);
        return new(code, output.ToString(), errors.ToString());
    }

    public static IEnumerable<string> SettingsOf(Storage storage)
    {
        yield return $"--Storage:Provider={storage.Provider}";
        yield return $"--Storage:Path={storage.Directory}";
        if (storage.Provider == StorageProvider.Postgres) yield return $"--Storage:Connection={storage.Connection}";
    }
}
