using System.Diagnostics;

namespace OrgManager.Benchmarks;

/// <summary>Plain repeated measurement of a whole use case, after warming up; bounded in time.</summary>
internal static class Measure
{
    private const int WarmUp = 40, Times = 200, AtLeast = 20;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    public static Task<Figure> Async(Func<Task> run) => Async(() => Task.FromResult(0), _ => run());

    /// <param name="prepare">What comes before each run and is not measured.</param>
    public static async Task<Figure> Async<T>(Func<Task<T>> prepare, Func<T, Task> run)
    {
        var warming = Stopwatch.StartNew();
        for (var i = 0; i < WarmUp && (i < 3 || warming.Elapsed < Enough); i++) await run(await prepare());
        var taken = new List<double>();
        var worked = TimeSpan.Zero;
        var measuring = Stopwatch.StartNew();
        while (taken.Count < Times && (taken.Count < AtLeast || measuring.Elapsed < Enough))
        {
            var given = await prepare();
            var (begun, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await run(given);
            taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            worked += Environment.CpuUsage.TotalTime - before;
        }
        return Of(taken) with { Cpu = worked.TotalMilliseconds / taken.Count };
    }

    public static Figure Of(List<double> taken)
    {
        taken.Sort();
        return new(taken[taken.Count / 2], taken[Math.Min(taken.Count - 1, taken.Count * 95 / 100)]);
    }
}
