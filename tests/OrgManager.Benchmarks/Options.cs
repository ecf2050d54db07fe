using System.CommandLine;
using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>What is to be measured.</summary>
internal sealed record Options(IReadOnlyList<int> People, IReadOnlyList<StorageProvider> Databases, string Row, bool Json, bool Browser, string? Keep)
{
    public bool Wants(Row row) => Row.Split('|').Any(part => row.Name.Contains(part, StringComparison.OrdinalIgnoreCase));

    public static RootCommand Command(Func<Options, CancellationToken, Task<int>> run)
    {
        Option<string> people = new("--people") { Description = "Sizes, as 2000,20000,200000.", DefaultValueFactory = _ => "2000,20000" };
        Option<string> database = new("--database") { Description = "sqlite, postgres or both.", DefaultValueFactory = _ => "both" };
        Option<string> row = new("--row") { Description = "Only rows whose name contains this, or one of several parted by |.", DefaultValueFactory = _ => "" };
        Option<bool> json = new("--json") { Description = "One JSON document on standard output, everything else on standard error." };
        Option<bool> noBrowser = new("--no-browser") { Description = "Without the rows that need Chromium." };
        Option<string?> keep = new("--keep") { Description = "A folder in which generated data is kept and found again." };
        database.AcceptOnlyFromAmong("sqlite", "postgres", "both");
        var root = new RootCommand("Measures every budget of DESIGN §12 on generated data.") { people, database, row, json, noBrowser, keep, SessionRun.Command() };
        root.SetAction((parsed, ct) => run(new(
            [.. parsed.GetValue(people)!.Split(',').Select(int.Parse).Order()], [.. Providers(parsed.GetValue(database)!)],
            parsed.GetValue(row)!, parsed.GetValue(json), !parsed.GetValue(noBrowser), parsed.GetValue(keep)), ct));
        return root;
    }

    internal static IEnumerable<StorageProvider> Providers(string database) => database switch
    {
        "sqlite" => [StorageProvider.Sqlite],
        "postgres" => [StorageProvider.Postgres],
        _ => [StorageProvider.Sqlite, StorageProvider.Postgres],
    };
}
