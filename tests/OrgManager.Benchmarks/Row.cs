namespace OrgManager.Benchmarks;

/// <summary>A limit of DESIGN §12.</summary>
/// <param name="AtLeast">The figure must reach it, instead of staying below.</param>
internal sealed record Budget(double Limit, string Unit = "ms", bool AtLeast = false)
{
    public bool IsMetBy(double figure) => AtLeast ? figure >= Limit : figure <= Limit;

    public override string ToString() => $"{(AtLeast ? "≥ " : "≤ ")}{Limit:0.###} {Unit}";
}

/// <summary>What was measured; the budget judges the 95th percentile. Where one figure is all there is, the median is missing.</summary>
internal sealed record Figure(double? P50, double P95, string Unit = "ms")
{
    /// <summary>Milliseconds of processor time, which other work on the machine disturbs less.</summary>
    public double? Cpu { get; init; }

    public static Figure Single(double value, string unit) => new(null, value, unit);
}

/// <summary>One line of the table. Without a way to measure it, it is told as not built.</summary>
internal sealed record Row(string Name, Budget? Budget, Func<Task<Figure>>? MeasureAsync);

internal sealed record Measured(string Database, int People, string Row, Budget? Budget, Figure? Figure, string? Problem = null)
{
    /// <summary>In a word, while the others are being measured.</summary>
    public string Told => Figure is { } figure ? $"{figure.P50:0.00} / {figure.P95:0.00} {figure.Unit}, cpu {figure.Cpu:0.00}" : Problem ?? "";
}
