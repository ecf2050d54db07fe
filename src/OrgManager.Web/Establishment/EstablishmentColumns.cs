using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

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

    /// <summary>What the reader's choice calls the sums of all categories.</summary>
    private const string Sum = "sum";

    /// <param name="hidden">Names of measures and categories the reader has put away (<see cref="Hidable"/>).</param>
    public static IReadOnlyList<ColumnGroup> Of(EstablishmentFigures total, QuotaCategory? only, bool every, IReadOnlySet<string>? hidden = null)
    {
        IReadOnlyList<ColumnGroup> groups = only is { } one ? [new(one, All)]
            : [.. Enum.GetValues<QuotaCategory>().Where(category => every || total.Keeps(category)).Select(category => new ColumnGroup(category, every ? All : Few(category, total))), new(null, every ? All : Sums)];
        if (hidden is not { Count: > 0 }) return groups;
        return [.. groups.Where(group => only is not null || !hidden.Contains(NameOf(group.Category)))
            .Select(group => group with { Measures = [.. group.Measures.Where(measure => !hidden.Contains(NameOf(measure)))] }).Where(group => group.Measures.Count > 0)];
    }

    /// <summary>What may be put away: measures, and whole categories.</summary>
    public static IReadOnlyList<(string Name, string Text)> Hidable(IStringLocalizer<Texts> t) =>
    [
        .. All.Select(measure => (NameOf(measure), t[$"Posts.{measure}"].Value)),
        .. Enum.GetValues<QuotaCategory>().Select(category => (NameOf(category), t.Name(category))), (Sum, t["Quota.SumColumns"]),
    ];

    private static string NameOf(PostMeasure measure) => measure.ToString().ToLowerInvariant();

    private static string NameOf(QuotaCategory? category) => category?.ToString().ToLowerInvariant() ?? Sum;

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
