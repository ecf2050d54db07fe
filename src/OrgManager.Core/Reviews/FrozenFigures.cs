using System.Security.Cryptography;
using System.Text;

namespace OrgManager.Reviews;

/// <summary>One review's result as it is frozen.</summary>
public sealed record FrozenResult(ReviewSubject Subject, Guid CellId, Guid? PersonId, string? Grade, string? NotGraded)
{
    internal string Line => $"{Subject}|{CellId:D}|{PersonId:D}|{Grade}|{NotGraded}";
}

/// <param name="Waiting">Without a result yet: the grade comes from the level above.</param>
public sealed record FrozenCount(ReviewSubject Subject, IReadOnlyDictionary<string, int> ByGrade, int NotGraded, int Waiting);

/// <summary>A year's figures as they were frozen.</summary>
/// <param name="Hash">SHA-256 over every single result, so that none is exchanged unnoticed while the figures stay.</param>
public sealed record FrozenFigures(IReadOnlyList<FrozenCount> Counts, string Hash)
{
    public static readonly FrozenFigures None = new([], "");

    /// <summary>The order in which results come makes no difference.</summary>
    public static FrozenFigures Of(IEnumerable<FrozenResult> results)
    {
        var all = results.ToList();
        return new([.. all.GroupBy(r => r.Subject).OrderBy(g => g.Key).Select(Count)], HashOf(all.Select(r => r.Line)));
    }

    private static FrozenCount Count(IGrouping<ReviewSubject, FrozenResult> of) => new(of.Key,
        of.Where(r => r.Grade is not null).GroupBy(r => r.Grade!).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        of.Count(r => r.Grade is null && r.NotGraded is not null), of.Count(r => r.Grade is null && r.NotGraded is null));

    private static string HashOf(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines.Order(StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
