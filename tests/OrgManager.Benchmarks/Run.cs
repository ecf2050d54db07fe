using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>Every row wanted, on every database and size wanted.</summary>
internal static class Run
{
    public static async Task<int> AllAsync(Options options, CancellationToken ct)
    {
        using var folder = new WorkFolder(options.Keep);
        var measured = new List<Measured>();
        await using (var provinces = new Provinces(folder.Path, Console.Error.WriteLine))
            foreach (var provider in options.Databases)
                foreach (var people in options.People)
                    await OnAsync(provinces, provider, people, options, measured, ct);

        var host = await Host.LookAsync(folder.Path);
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
            await MeasureAsync((await ReadRows.OfAsync(province)).Concat(await ScenarioRows.OfAsync(province)).Concat(await ImportRows.OfAsync(province)).Concat(ChangeRows.Of(province)));
            await province.SignInAsync("partyclerk");
            await MeasureAsync(await ReviewRows.OfAsync(province));
        }
        await MeasureAsync(StartRows.Of(provinces, provider, storage, people));
        if (options.Browser)
            await using (var browser = new Browser(storage)) await MeasureAsync(BrowserRows.Of(browser));
        await provinces.ForgetAsync(storage);

        async Task MeasureAsync(IEnumerable<Row> rows)
        {
            foreach (var row in rows.Where(options.Wants))
            {
                ct.ThrowIfCancellationRequested();
                await Console.Error.WriteAsync($"{provider}, {people:N0} people: {row.Name} … ");
                measured.Add(await OneAsync(row));
                await Console.Error.WriteLineAsync(measured[^1].Told);
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
}
