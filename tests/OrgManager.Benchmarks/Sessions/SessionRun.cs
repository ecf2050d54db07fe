using System.CommandLine;
using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>Many sessions at once on one served program, in steps of more and more.</summary>
internal static class SessionRun
{
    private const int OpeningAtOnce = 4;
    private static readonly string[] Accounts = ["hr", "director", "inspector"];

    public static Command Command()
    {
        Option<string?> url = new("--url") { Description = "A site that runs already, on loopback; else one is started on generated data." };
        Option<string> sessions = new("--sessions") { DefaultValueFactory = _ => "50,200,500", Description = "How many at once, step by step." };
        Option<double> minutes = new("--minutes") { DefaultValueFactory = _ => 2, Description = "How long each step clicks." };
        Option<int> people = new("--people") { DefaultValueFactory = _ => 20_000, Description = "Size of the generated data." };
        Option<string> database = new("--database") { DefaultValueFactory = _ => "sqlite", Description = "sqlite or postgres." };
        Option<string?> keep = new("--keep") { Description = "A folder in which generated data is kept and found again." };
        var command = new Command("sessions", "Opens circuits over web sockets and clicks through the site.") { url, sessions, minutes, people, database, keep };
        command.SetAction(async (parsed, ct) =>
        {
            var steps = parsed.GetValue(sessions)!.Split(',').Select(int.Parse).ToList();
            var length = TimeSpan.FromMinutes(parsed.GetValue(minutes));
            if (parsed.GetValue(url) is { } given) await StepsAsync(Loopback(given), null, steps, length, ct);
            else await OnOwnSiteAsync(parsed.GetValue(people), Options.Providers(parsed.GetValue(database)!).First(), parsed.GetValue(keep), steps, length, ct);
            return 0;
        });
        return command;
    }

    /// <summary>Other people's machines are not put under load.</summary>
    private static Uri Loopback(string url) => new Uri(url) is { IsLoopback: true } site ? site : throw new InvalidOperationException($"{url} is not on loopback.");

    private static async Task OnOwnSiteAsync(int people, StorageProvider provider, string? keep, List<int> steps, TimeSpan length, CancellationToken ct)
    {
        using var folder = new WorkFolder(keep);
        await using var provinces = new Provinces(folder.Path, Console.Error.WriteLine);
        var storage = await provinces.CopyAsync(provider, people);
        await using (var program = await Served.StartAsync(storage))
        {
            await program.AnswersAsync(StartRows.SignIn);
            Console.WriteLine($"{await Host.LookAsync(folder.Path)}; {provider}, {people:N0} people; the sessions come from the same cores");
            await StepsAsync(program.Address, program, steps, length, ct);
        }
        await provinces.ForgetAsync(storage);
    }

    private static async Task StepsAsync(Uri site, Served? program, List<int> steps, TimeSpan length, CancellationToken ct)
    {
        Console.WriteLine($"{"sessions",8}{"opened",8}{"clicks",8}{"errors",8}{"p50 ms",9}{"p95 ms",9}{"memory MiB",12}{"KB/session",12}  p50/p95 of each");
        await using (var first = await Session.OpenAsync(site, Accounts[0], ct)) await WarmUpAsync(first);
        var sessions = new List<Session>();
        var empty = program?.MemoryMiB;
        foreach (var step in steps)
        {
            var log = new ClickLog();
            await OpenAsync(site, step, sessions, log, ct);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            over.CancelAfter(length);
            await Task.WhenAll(sessions.Select(session => session.WorkAsync(log, over.Token)));
            Console.WriteLine(Line(step, sessions.Count, log, program?.MemoryMiB, empty));
            foreach (var problem in log.Problems) Console.Error.WriteLine(problem);
        }
        foreach (var session in sessions) await session.DisposeAsync();
    }

    private static async Task WarmUpAsync(Session session)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await session.WorkAsync(new(), over.Token);
    }

    private static async Task OpenAsync(Uri site, int count, List<Session> sessions, ClickLog log, CancellationToken ct) =>
        await Parallel.ForEachAsync(Enumerable.Range(sessions.Count, Math.Max(0, count - sessions.Count)), new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnce, CancellationToken = ct }, async (number, token) =>
        {
            try
            {
                var session = await Session.OpenAsync(site, Accounts[number % Accounts.Length], token);
                lock (sessions) sessions.Add(session);
            }
            catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or HttpRequestException or IOException)
            {
                log.Wrong(e.Message);
            }
        });

    private static string Line(int step, int opened, ClickLog log, double? memory, double? empty)
    {
        var all = log.Of();
        var each = new[] { "roster", "chart", "person", "targets" }.Select(name => $"{name} {(log.Of(name) is { } of ? $"{of.P50:0}/{of.P95:0}" : "-")}");
        return $"{step,8}{opened,8}{log.Count,8}{log.Errors,8}{all?.P50,9:0.0}{all?.P95,9:0.0}{memory,12:0}{(memory - empty) * 1024 / Math.Max(1, opened),12:0}  {string.Join(", ", each)}";
    }
}
