using System.Globalization;
using OrgManager.Benchmarks;
using OrgManager.Tests;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{(TestDatabase.IsPostgres ? "PostgreSQL" : "SQLite")}, model organisation, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB");
Console.WriteLine($"{"",-44}{"p50 ms",10}{"p95 ms",10}");

await using var org = await TestOrg.StartModelAsync();
foreach (var row in Rows.Of(org).Where(row => args.Length == 0 || args.Any(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
{
    var (p50, p95) = await Measure.Async(row.RunAsync);
    Console.WriteLine($"{row.Name,-44}{p50,10:0.000}{p95,10:0.000}");
}
