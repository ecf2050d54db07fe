using System.Globalization;
using OrgManager.Screenshots;

// A picture of every page as every role sees it, light and dark, wide and narrow, Vietnamese and English.
// First: dotnet run --project src/OrgManager.Web -- serve --sample
// Then:  dotnet run --project tests/OrgManager.Screenshots -- http://localhost:5080 FOLDER [part of a name …]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var address))
{
    Console.Error.WriteLine("usage: ADDRESS FOLDER [part of a name ...]");
    return 2;
}
var wanted = Shot.All.Where(shot => args.Length == 2 || Shot.Sizes.Any(size => args[2..].Any(part => shot.Name(size.Width).Contains(part, StringComparison.Ordinal))));
var taken = 0;
await Parallel.ForEachAsync(wanted.GroupBy(shot => shot.User), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (shots, _) =>
{
    await using var camera = await Camera.StartAsync(address, args[1]);
    foreach (var shot in shots) await camera.TakeAsync(shot);
    Interlocked.Add(ref taken, camera.Taken);
});
Console.WriteLine($"{taken} pictures in {Path.GetFullPath(args[1])}");
return 0;
