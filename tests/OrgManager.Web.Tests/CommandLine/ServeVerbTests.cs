using System.Net;
using System.Net.Sockets;
using OrgManager.Data.Maintenance;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

public class ServeVerbTests
{
    [Fact]
    public async Task On_an_empty_database_it_prints_a_link_that_makes_the_first_administrator_once()
    {
        await using var database = TestDatabase.Absent();
        await using var program = ServedProgram.Start(database);
        var address = await program.AddressAsync();
        var link = new Uri((await program.Errors.WaitForAsync("first administrator")).Split(' ')[^1]);
        Assert.Equal(address.Authority, link.Authority);
        using var client = Browser(address);
        var visitor = new TestVisitor(client);
        (string, string)[] fields = [("Input.User", "root"), ("Input.Password", "Correct#Horse-2026"), ("Input.Again", "Correct#Horse-2026")];

        Assert.Null((await visitor.GetAsync("/account/first-administrator?token=guessed")).Page.QuerySelector("input[type=password]"));
        Assert.Equal("/", (await visitor.SubmitAsync(link.PathAndQuery, fields)).Location);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
        Assert.Null((await visitor.GetAsync(link.PathAndQuery)).Page.QuerySelector("input[type=password]"));
        Assert.Equal("/", (await new TestVisitor(client).SignInAsync("root", "Correct#Horse-2026")).Location);
        Assert.Equal((OrgManagerCommand.Done, ""), (await program.StopAsync(), program.Output.Whole));
    }

    [Fact]
    public async Task Once_there_is_an_account_no_link_is_printed()
    {
        await using var database = await TestDatabase.ModelAsync();
        await using var program = ServedProgram.Start(database);
        await program.AddressAsync();

        await program.StopAsync();

        Assert.DoesNotContain("first administrator", program.Errors.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_kept_by_a_second_start()
    {
        await using var database = await TestDatabase.ModelAsync();
        var before = await HeadAsync(database);
        await using var program = ServedProgram.Start(database, "--sample");
        await program.AddressAsync();

        Assert.Equal(OrgManagerCommand.Done, await program.StopAsync());

        Assert.Equal(before, await HeadAsync(database));
    }

    [Fact]
    public async Task While_another_process_uses_the_data_it_waits_and_says_so()
    {
        await using var database = await TestDatabase.ModelAsync();
        var held = await DataLock.TakeAsync(database.Storage, TimeSpan.Zero, _ => { });
        await using var program = ServedProgram.Start(database);
        var waitsFor = TestDatabase.IsPostgres ? "finish preparing the database org_" : database.Storage.Directory;
        Assert.Contains(waitsFor, await program.Errors.WaitForAsync("Waiting"), StringComparison.Ordinal);
        Assert.DoesNotContain("answers at", program.Errors.Whole, StringComparison.Ordinal);

        held.Dispose();

        await program.AddressAsync();
    }

    [Fact]
    public async Task A_busy_port_is_told_before_a_database_is_made()
    {
        await using var database = TestDatabase.Absent();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var sentence = (await TestProgram.RunAsync(database, "serve", "--urls", url)).Refused(OrgManagerCommand.Failed);

        Assert.Contains(url, sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(database.Storage.Directory));
        (await TestProgram.RunAsync(database, "verify")).Refused(OrgManagerCommand.Failed);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task A_sample_is_served_to_this_machine_only(string urls)
    {
        await using var absent = TestDatabase.Absent();
        await using var sample = await TestDatabase.ModelAsync();

        var asked = (await TestProgram.RunAsync(absent, "serve", "--sample", "--urls", urls)).Refused(OrgManagerCommand.Failed);
        var found = (await TestProgram.RunAsync(sample, "serve", "--urls", urls)).Refused(OrgManagerCommand.Failed);

        Assert.Contains(urls.Split(';')[^1], asked, StringComparison.Ordinal);
        Assert.Equal(asked, found);
        Assert.Empty(Directory.EnumerateFileSystemEntries(absent.Storage.Directory));
    }

    private static HttpClient Browser(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private static async Task<string> HeadAsync(TestDatabase database) =>
        (await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("head").GetRawText();
}
