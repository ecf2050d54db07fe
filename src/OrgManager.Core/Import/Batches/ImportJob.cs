using System.Globalization;
using OrgManager.Jobs;

namespace OrgManager.Import;

/// <summary>An import asked for on the site; it tells how many people are new, changed, the same and left out.</summary>
internal sealed class ImportJob(ImportService imports) : IJobKind
{
    public const string Kind = "Import";

    public string Name => Kind;

    public async Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct)
    {
        var done = await imports.RunAsync(Guid.Parse(input!), progress, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{done.Counts.New}|{done.Counts.Changed}|{done.Counts.Same}|{done.Counts.LeftOut}");
    }
}
