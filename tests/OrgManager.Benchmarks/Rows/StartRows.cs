using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>The published program from the start of its process, as often as shows how it varies.</summary>
internal static class StartRows
{
    private const int Times = 5, Warming = 50, Idle = 200;
    public const string Ready = "/health/ready", SignIn = "/account/signin";

    public static IEnumerable<Row> Of(Provinces provinces, StorageProvider provider, Storage data, int people)
    {
        yield return new("province generated", new(60, "s"), async () => Figure.Single(await provinces.GenerateAsync(provider, people), "s"));
        yield return new("start of the program, empty, to its first page", new(1.5, "s"), () => EmptyAsync(provinces, provider));
        yield return new("start of the program with data, to ready", null, () => RepeatedAsync(() => StartAsync(data, Ready)));
        yield return new("start of the program with data, to its first page", new(3, "s"), () => RepeatedAsync(() => StartAsync(data, SignIn)));
        yield return new("memory with data, idle", null, () => MemoryAsync(data));
        yield return new("memory with data, after a minute of 50 sessions", null, () => LoadedAsync(data));
        yield return new("memory of a signed-in session, idle", new(400, "KB"), () => SessionMemoryAsync(data));
    }

    private static async Task<Figure> EmptyAsync(Provinces provinces, StorageProvider provider)
    {
        var empty = await provinces.EmptyAsync(provider);
        await StartAsync(empty, SignIn); // its database is made
        var figure = await RepeatedAsync(() => StartAsync(empty, SignIn));
        await provinces.ForgetAsync(empty);
        return figure;
    }

    private static async Task<Figure> RepeatedAsync(Func<Task<double>> start)
    {
        var taken = new List<double>();
        for (var i = 0; i < Times; i++) taken.Add(await start());
        return Measure.Of(taken) with { Unit = "s" };
    }

    private static async Task<double> StartAsync(Storage storage, string path)
    {
        await using var program = await Served.StartAsync(storage);
        return await program.AnswersAsync(path);
    }

    private static async Task<Figure> MemoryAsync(Storage data)
    {
        await using var program = await Served.StartAsync(data);
        await program.AnswersAsync(SignIn);
        return Figure.Single(program.MemoryMiB, "MiB");
    }

    private static async Task<Figure> LoadedAsync(Storage data)
    {
        await using var program = await Served.StartAsync(data);
        await program.AnswersAsync(SignIn);
        var sessions = new List<Session>();
        for (var i = 0; i < Warming; i++) sessions.Add(await Session.OpenAsync(program.Address, "hr", default));
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Task.WhenAll(sessions.Select(session => session.WorkAsync(new(), over.Token)));
        foreach (var session in sessions) await session.DisposeAsync();
        return Figure.Single(program.MemoryMiB, "MiB");
    }

    /// <summary>The system's count before and after many sessions, of which the first few have warmed the program up.</summary>
    private static async Task<Figure> SessionMemoryAsync(Storage data)
    {
        await using var program = await Served.StartAsync(data);
        await program.AnswersAsync(SignIn);
        var sessions = new List<Session>();
        await OpenAsync(Warming);
        var before = program.MemoryMiB;
        await OpenAsync(Idle);
        var figure = Figure.Single((program.MemoryMiB - before) * 1024 / Idle, "KB");
        foreach (var session in sessions) await session.DisposeAsync();
        return figure;

        async Task OpenAsync(int count)
        {
            for (var i = 0; i < count; i++) sessions.Add(await Session.OpenAsync(program.Address, "hr", default));
        }
    }
}
