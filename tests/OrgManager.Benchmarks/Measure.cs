using System.Diagnostics;

namespace OrgManager.Benchmarks;

/// <summary>Plain repeated measurement of a whole use case, after warming up.</summary>
internal static class Measure
{
    private const int WarmUp = 30, Times = 200;

    public static async Task<(double P50, double P95)> Async(Func<Task> run)
    {
        for (var i = 0; i < WarmUp; i++) await run();
        var taken = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await run();
            taken[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        Array.Sort(taken);
        return (taken[Times / 2], taken[Times * 95 / 100]);
    }
}
