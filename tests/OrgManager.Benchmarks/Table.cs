using System.Text.Json;

namespace OrgManager.Benchmarks;

/// <summary>Everything that was measured: for people one block for each database, or one JSON document.</summary>
internal static class Table
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private const int NameWidth = 52;

    public static string AsJson(Host host, IReadOnlyList<Measured> all) => JsonSerializer.Serialize(new { host, rows = all.Select(m => new
    {
        m.Database, m.People, m.Row, m.Figure?.P50, m.Figure?.P95, m.Figure?.Unit, m.Figure?.Cpu, budget = m.Budget?.Limit, m.Problem,
        met = m is { Budget: { } budget, Figure: { } figure } ? budget.IsMetBy(figure.P95) : (bool?)null,
    }) }, Json);

    public static IEnumerable<string> Lines(Host host, IReadOnlyList<Measured> all)
    {
        yield return host.ToString();
        foreach (var database in all.GroupBy(m => m.Database))
        {
            var sizes = database.Select(m => m.People).Distinct().Order().ToList();
            yield return "";
            yield return $"{database.Key,-NameWidth}{"",12}{string.Concat(sizes.Select(size => $"{$"{size:N0} people",29}"))}";
            yield return $"{"",-NameWidth}{"budget",12}{string.Concat(sizes.Select(_ => $"{"p50",9}{"p95",8}{"",4}{"cpu",8}"))}{string.Concat(sizes.Skip(1).Select(_ => $"{"growth",8}"))}";
            foreach (var row in database.GroupBy(m => m.Row)) yield return Line([.. row.OrderBy(m => m.People)], sizes);
        }
        yield return "";
        yield return "Budgets are for 20,000 people at the 95th percentile; growth is of the median, from one size to the next; cpu is processor time, in ms.";
    }

    private static string Line(List<Measured> row, List<int> sizes)
    {
        var of = sizes.Select(size => row.Find(m => m.People == size)).ToList();
        var growth = of.Zip(of.Skip(1)).Select(pair => $"{(Middle(pair.First) is > 0 and { } before && Middle(pair.Second) is { } after ? $"{after / before:0.0}×" : ""),8}");
        return $"{row[0].Row,-NameWidth}{row[0].Budget,12}{string.Concat(of.Select(Cell))}{string.Concat(growth)}  {Verdict(row)}";
    }

    private static double? Middle(Measured? m) => m?.Figure is { } figure ? figure.P50 ?? figure.P95 : null;

    private static string Cell(Measured? m) => m?.Figure is { } figure ? $"{Number(figure.P50),9}{Number(figure.P95),8} {figure.Unit,-3}{Number(figure.Cpu),8}" : $"{m?.Problem ?? "",29}";

    private static string Number(double? value) => value switch { null => "", >= 100 => $"{value:N0}", >= 10 => $"{value:0.0}", _ => $"{value:0.00}" };

    /// <summary>Judged at 20,000 people, or at the size nearest to it.</summary>
    private static string Verdict(List<Measured> row) =>
        row.MinBy(m => Math.Abs(Math.Log(m.People / 20_000.0))) is { Budget: { } budget, Figure: { } figure } ? budget.IsMetBy(figure.P95) ? "met" : "MISSED" : "";
}
