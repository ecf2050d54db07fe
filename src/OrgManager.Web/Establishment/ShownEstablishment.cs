using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>What of the table the address asks for; the page shows it and its file holds it, both from here.</summary>
public sealed class ShownEstablishment(EstablishmentTable table, QuotaCategory? only, bool everyColumn, bool onlyDiffering, EstablishmentBlock? block = null, IReadOnlySet<string>? hidden = null)
{
    /// <summary>In the address: every column, which are those that have something to say without it.</summary>
    public const string Columns = "columns", EveryColumn = "all";

    /// <summary>In the address: one block alone; and what the reader's choice of columns is kept under.</summary>
    public const string BlockAsked = "block", List = "quota";

    public EstablishmentTable Table => table;
    public QuotaCategory? Only => only;
    public bool OnlyDiffering => onlyDiffering;
    public EstablishmentBlock? Block => block;
    public IReadOnlyList<EstablishmentPart> Parts { get; } = [.. table.Parts.Where(part => block is null || part.Block == block)];
    public EstablishmentFigures Total => Parts.Count == table.Parts.Count ? table.Total : Parts.Aggregate(EstablishmentFigures.None, (sum, part) => sum + part.Sum);
    public IReadOnlyList<ColumnGroup> Groups => EstablishmentColumns.Of(Total, only, everyColumn, hidden);

    /// <summary>Each block has a sum of its own where there is more than one.</summary>
    public bool HasBlocks => Parts.Count > 1;

    public static ShownEstablishment Of(EstablishmentTable table, Func<string, string?> address, IReadOnlySet<string> hidden) =>
        new(table, CategoryOf(address("category")), address(Columns) == EveryColumn, address("differs") == "1", BlockOf(address(BlockAsked)), hidden);

    public static QuotaCategory? CategoryOf(string? name) => Enum.TryParse<QuotaCategory>(name, ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null;

    public static EstablishmentBlock? BlockOf(string? name) => Enum.TryParse<EstablishmentBlock>(name, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;

    public IEnumerable<EstablishmentRow> Rows(EstablishmentPart part) => part.Rows.Where(row => !onlyDiffering || Findings(row).Any());

    /// <summary>What stands in a cell of a unit's line, or of a sum (null); null where nothing is kept, or it stands in the sums only.</summary>
    public static int? Figure(EstablishmentRow? row, EstablishmentFigures figures, PostMeasure measure, QuotaCategory? category) =>
        IsOfWhole(row, measure) ? null : EstablishmentColumns.Of(figures, measure, category);

    /// <summary>What the root receives is for all below it, not for its own people: it stands in the sums.</summary>
    public static bool IsOfWhole(EstablishmentRow? row, PostMeasure measure) => row is { IsOwn: true, HasUnits: true } && measure is (PostMeasure.Assigned or PostMeasure.Unallocated);

    /// <summary>What is to be looked at in a line, in the category shown or in all.</summary>
    public IEnumerable<(string Key, FindingLevel Level, int Posts)> Findings(EstablishmentRow row)
    {
        var (figures, ofWhole) = (row.Figures, row is { IsOwn: true, HasUnits: true });
        if (!ofWhole && Sum(figures.Overallocated) is > 0 and var beyond) yield return ("Finding.Overallocated", FindingLevel.Block, beyond);
        if (Sum(figures.Over) is > 0 and var over) yield return ("Finding.Over", FindingLevel.Block, over);
        if (!ofWhole && Sum(figures.Unallocated) is > 0 and var free) yield return ("Finding.Unallocated", FindingLevel.Warn, free);
        if (Sum(figures.Unused) is > 0 and var unused) yield return ("Finding.Unused", FindingLevel.Warn, unused);
    }

    /// <summary>Who leaves posts unused, and how many: "TTR 1, QLCN 1"; of the root's own people under their name.</summary>
    public string UnusedByUnit => string.Join(", ", Parts.SelectMany(part => part.Rows).Where(row => Sum(row.Figures.Unused) > 0)
        .Select(row => $"{(row.OwnRow is null ? row.Unit.Code : NameOf(row))} {Format.Number(Sum(row.Figures.Unused))}"));

    public static string NameOf(EstablishmentRow row) => row.OwnRow is null ? row.Unit.Name : Language.Pick(row.OwnRow, row.OwnRowEn ?? row.OwnRow);

    public static string NameOf(IStringLocalizer<Texts> t, EstablishmentBlock block) => $"{(block == EstablishmentBlock.Administration ? "I." : "II.")} {t[$"EstablishmentBlock.{block}"]}";

    public string NameOfTotal(IStringLocalizer<Texts> t) => t[HasBlocks ? "Units.Whole" : "Total"];

    /// <summary>Posts of what is shown: one category, or all.</summary>
    public int Sum(PostCounts counts) => only is { } one ? counts[one] : counts.Total;
}
