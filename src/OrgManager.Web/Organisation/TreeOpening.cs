using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>Which branches of the tree are open: as many levels as fit a page, but for what the address opens and closes.</summary>
public sealed class TreeOpening
{
    /// <summary>In the address, in the place of codes: every branch.</summary>
    public const string Every = "*";

    private const int Fits = 120;

    private readonly HashSet<string> _opened, _closed;
    private readonly int _levels;

    /// <param name="opened">Codes of units that are open, or <see cref="Every"/>.</param>
    /// <param name="closed">Codes of units that are closed, or <see cref="Every"/>; the top stays open where there is but one.</param>
    public TreeOpening(IReadOnlyList<UnitTreeRow> rows, string? opened, string? closed)
    {
        (_opened, _closed) = (CodesIn(opened), CodesIn(closed));
        _levels = _opened.Contains(Every) ? int.MaxValue : _closed.Contains(Every) ? Top(rows) : Levels(rows);
    }

    public bool IsOpen(UnitTreeRow row) => _opened.Contains(row.Code) || (row.Depth < _levels && !_closed.Contains(row.Code));

    /// <summary>What the address says once this unit is closed, or opened.</summary>
    public (string Opened, string Closed) Toggled(UnitTreeRow row)
    {
        var (opened, closed, open) = (_opened.ToHashSet(), _closed.ToHashSet(), IsOpen(row));
        opened.Remove(row.Code);
        closed.Remove(row.Code);
        if (open && row.Depth < _levels) closed.Add(row.Code);
        if (!open && row.Depth >= _levels) opened.Add(row.Code);
        return (Text(opened), Text(closed));
    }

    private static HashSet<string> CodesIn(string? address) => [.. (address ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static string Text(HashSet<string> codes) => string.Join(',', codes.Order(StringComparer.Ordinal));

    /// <summary>How many levels are open so that the page is no longer than a few screens.</summary>
    private static int Levels(IReadOnlyList<UnitTreeRow> rows)
    {
        var (levels, shown) = (0, 0);
        foreach (var level in rows.CountBy(row => row.Depth).OrderBy(level => level.Key))
        {
            if ((shown += level.Value) > Fits && level.Key > 0) return Math.Max(levels, Top(rows));
            levels = level.Key;
        }
        return int.MaxValue;
    }

    private static int Top(IReadOnlyList<UnitTreeRow> rows) => rows.Any(row => row is { Depth: > 0, HasChildren: true }) && rows.Count(row => row.Depth == 0) == 1 ? 1 : 0;
}
