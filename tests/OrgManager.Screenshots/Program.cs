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
await using var camera = await Camera.StartAsync(address, args[1]);
foreach (var shot in Shot.All.Where(shot => args.Length == 2 || args[2..].Any(part => shot.Name.Contains(part, StringComparison.Ordinal)))) await camera.TakeAsync(shot);
Console.WriteLine($"{camera.Taken} pictures in {Path.GetFullPath(args[1])}");
return 0;
