using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>What of the table the address asks for; the page shows it and its file holds it, both from here.</summary>
public sealed class ShownEstablishment(EstablishmentTable table, QuotaCategory? only, bool everyColumn, bool onlyDiffering)
{
    /// <summary>In the address: every column, which are those that have something to say without it.</summary>
    public const string Columns = "columns", EveryColumn = "all";

    public EstablishmentTable Table => table;
    public QuotaCategory? Only => only;
    public bool OnlyDiffering => onlyDiffering;
    public IReadOnlyList<ColumnGroup> Groups { get; } = EstablishmentColumns.Of(table, only, everyColumn);

    /// <summary>Each block has a sum of its own where there is more than one.</summary>
    public bool HasBlocks => table.Parts.Count > 1;

    public static ShownEstablishment Of(EstablishmentTable table, Func<string, string?> address) =>
        new(table, CategoryOf(address("category")), address(Columns) == EveryColumn, address("differs") == "1");

    public static QuotaCategory? CategoryOf(string? name) => Enum.TryParse<QuotaCategory>(name, ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null;

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

    public static string NameOf(EstablishmentRow row) => row.OwnRow is null ? row.Unit.Name : Language.Pick(row.OwnRow, row.OwnRowEn ?? row.OwnRow);

    public static string NameOf(IStringLocalizer<Texts> t, EstablishmentBlock block) => $"{(block == EstablishmentBlock.Administration ? "I." : "II.")} {t[$"EstablishmentBlock.{block}"]}";

    public string NameOfTotal(IStringLocalizer<Texts> t) => t[HasBlocks ? "Units.Whole" : "Total"];

    private int Sum(PostCounts counts) => only is { } one ? counts[one] : counts.Total;
}
