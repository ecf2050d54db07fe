namespace OrgManager.Data.Seeding.Province;

/// <summary>A whole number split by weights, the largest remainders rounded up.</summary>
internal static class Split
{
    public static List<int> By(IReadOnlyList<double> weights, int total, int least)
    {
        var (free, sum) = (total - least * weights.Count, weights.Sum());
        var exact = weights.Select(w => free * w / sum).ToList();
        var parts = exact.Select(e => least + (int)e).ToList();
        var missing = total - parts.Sum();
        foreach (var at in Enumerable.Range(0, weights.Count).OrderByDescending(i => exact[i] - (int)exact[i]).ThenBy(i => i).Take(missing)) parts[at]++;
        return parts;
    }
}
