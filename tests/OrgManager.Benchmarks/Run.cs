using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>Every row wanted, on every database and size wanted.</summary>
internal static class Run
{
    public static async Task<int> AllAsync(Options options, CancellationToken ct)
    {
        var folder = options.Keep is { } keep ? Path.GetFullPath(keep) : Directory.CreateTempSubdirectory("orgmanager-").FullName;
        MakeReachable(folder);
        var measured = new List<Measured>();
        await using (var provinces = new Provinces(folder, Console.Error.WriteLine))
            foreach (var provider in options.Databases)
                foreach (var people in options.People)
                    await OnAsync(provinces, provider, people, options, measured, ct);
        if (options.Keep is null) Directory.Delete(folder, recursive: true);

        var host = await Host.LookAsync(folder);
        if (options.Json) Console.WriteLine(Table.AsJson(host, measured));
        else foreach (var line in Table.Lines(host, measured)) Console.WriteLine(line);
        return 0;
    }

    private static async Task OnAsync(Provinces provinces, StorageProvider provider, int people, Options options, List<Measured> measured, CancellationToken ct)
    {
        var storage = await provinces.CopyAsync(provider, people);
        await using (var province = new Province(storage))
        {
            await province.SignInAsync("hr");
            await MeasureAsync((await ReadRows.OfAsync(province)).Concat(ChangeRows.Of(province)));
        }
        await MeasureAsync(StartRows.Of(provinces, provider, storage));
        await provinces.ForgetAsync(storage);

        async Task MeasureAsync(IEnumerable<Row> rows)
        {
            foreach (var row in rows.Where(options.Wants))
            {
                ct.ThrowIfCancellationRequested();
                await Console.Error.WriteLineAsync($"{provider}, {people:N0} people: {row.Name} …");
                measured.Add(await OneAsync(row));
            }
        }

        async Task<Measured> OneAsync(Row row)
        {
            if (row.MeasureAsync is null) return new($"{provider}", people, row.Name, row.Budget, null, "not built");
            try
            {
                return new($"{provider}", people, row.Name, row.Budget, await row.MeasureAsync());
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(e.ToString());
                return new($"{provider}", people, row.Name, row.Budget, null, "failed");
            }
        }
    }

    /// <summary>PostgreSQL runs as a user of its own, who must get there.</summary>
    private static void MakeReachable(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}
