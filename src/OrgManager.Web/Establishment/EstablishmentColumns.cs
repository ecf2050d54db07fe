using OrgManager.Establishment;

namespace OrgManager.Web.Establishment;

/// <summary>What a column of the table counts.</summary>
public enum PostMeasure { Assigned, Allocated, Unallocated, Present, Unused, Over }

/// <summary>A group of columns: one category, or (null) all together.</summary>
public sealed record ColumnGroup(QuotaCategory? Category, IReadOnlyList<PostMeasure> Measures);

/// <summary>Which columns stand in the table: few enough to be read, and none left out that has something to say.</summary>
public static class EstablishmentColumns
{
    private static readonly PostMeasure[] All = Enum.GetValues<PostMeasure>();
    private static readonly PostMeasure[] Sums = [PostMeasure.Allocated, PostMeasure.Present, PostMeasure.Unused, PostMeasure.Over];

    public static IReadOnlyList<ColumnGroup> Of(EstablishmentTable table, QuotaCategory? only, bool every)
    {
        if (only is { } one) return [new(one, All)];
        var kept = Enum.GetValues<QuotaCategory>().Where(category => every || table.Total.Keeps(category));
        return [.. kept.Select(category => new ColumnGroup(category, every ? All : Few(category, table.Total))), new(null, every ? All : Sums)];
    }

    /// <summary>Whole for the two categories that targets count; of the others what is there, and an excess where there is one.</summary>
    private static PostMeasure[] Few(QuotaCategory category, EstablishmentFigures total) => category switch
    {
        QuotaCategory.CivilServant or QuotaCategory.PublicEmployeeBudget => All,
        _ => [.. Sums.Where(measure => measure is PostMeasure.Allocated or PostMeasure.Present || Of(total, measure, category) > 0)],
    };

    /// <summary>The figure of a line; null where nothing of the category is kept on it, or nothing is assigned to it.</summary>
    public static int? Of(EstablishmentFigures figures, PostMeasure measure, QuotaCategory? category)
    {
        if (category is { } kept && !figures.Keeps(kept)) return null;
        var counts = measure switch
        {
            PostMeasure.Assigned => figures.Assigned,
            PostMeasure.Unallocated => figures.Assigned is null ? null : figures.Unallocated,
            PostMeasure.Allocated => figures.Allocated,
            PostMeasure.Present => figures.Present,
            PostMeasure.Unused => figures.Unused,
            _ => (PostCounts?)figures.Over,
        };
        return counts is not { } known ? null : category is { } one ? known[one] : known.Total;
    }
}
