using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static OrgManager.Reports.Documents.DocxBlocks;

namespace OrgManager.Reports.Documents;

/// <summary>What stands around the text: who issues it and under which state or party, number, place and day, title; at the end recipients and signature; over an appendix its title.</summary>
internal sealed class DocxHead(OfficialDocument document)
{
    private const int ShortRule = 1500;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly int Whole = DocxPage.Width(landscape: false), LeftColumn = Whole * 42 / 100, RightColumn = Whole - LeftColumn;

    private bool IsOfParty => document.Layout == DocumentLayout.Party;

    public IEnumerable<OpenXmlElement> All() =>
    [
        TwoColumns([.. Issuer()], [.. Right()]), Gap(12),
        Line(Upper(document.Kind), Look(TextSize, bold: true)), Line(document.Subject, Look(TextSize, bold: true)),
        IsOfParty ? Line("-----", Look(TextSize)) : Rule(Whole, ShortRule), Gap(6),
    ];

    /// <summary>Number and place stand on one line, as deep as the taller column above them.</summary>
    private IEnumerable<Paragraph> Issuer()
    {
        if (document.Superior is { } superior) yield return Line(Upper(superior), Look(13));
        yield return Line(Upper(document.Issuer), Look(13, bold: true));
        if (IsOfParty) yield return Line("*", Look(13));
        else yield return Rule(LeftColumn, ShortRule);
        yield return Line(IsOfParty ? $"Số {document.Number}" : $"Số: {document.Number}", Look(13));
    }

    private IEnumerable<Paragraph> Right()
    {
        if (IsOfParty)
        {
            yield return Line("ĐẢNG CỘNG SẢN VIỆT NAM", Look(14, bold: true, underlined: true));
            if (document.Superior is not null) yield return Gap(14);
            yield return Gap(8);
        }
        else
        {
            yield return Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(12, bold: true));
            yield return Line("Độc lập - Tự do - Hạnh phúc", Look(13, bold: true));
            yield return Rule(RightColumn, 3250);
        }
        yield return Line($"{document.Place}, {Day(document.Date)}", Look(13, italic: true));
    }

    /// <summary>Days under 10 and the months January and February with a nought before them.</summary>
    public static string Day(DateOnly? day) => day is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {known.Day:00} tháng {(known.Month < 3 ? $"{known.Month:00}" : $"{known.Month}")} năm {known.Year}")
        : "ngày … tháng … năm …";

    /// <summary>Recipients at the left, who signs at the right; kept together.</summary>
    public static Table? Signing(OfficialDocument document)
    {
        if (document.Signature is not { } signature && document.Recipients.Count == 0) return null;
        return TwoColumns([.. Recipients(document)], document.Signature is { } signed ? [.. Signature(document, signed)] : [Gap(6)]);
    }

    private static IEnumerable<Paragraph> Recipients(OfficialDocument document)
    {
        yield return Gap(6);
        if (document.Recipients.Count == 0) yield break;
        var ofParty = document.Layout == DocumentLayout.Party;
        yield return ofParty ? Line("Nơi nhận:", Look(14, underlined: true), DocumentAlign.Left) : Line("Nơi nhận:", Look(12, bold: true, italic: true), DocumentAlign.Left);
        var size = ofParty ? 12 : 11;
        for (var i = 0; i < document.Recipients.Count; i++)
            yield return Line($"- {document.Recipients[i]}{(i == document.Recipients.Count - 1 ? "." : ";")}", Look(size), DocumentAlign.Left);
    }

    private static IEnumerable<Paragraph> Signature(OfficialDocument document, DocumentSignature signature)
    {
        yield return Gap(6);
        if (signature.Authority is { } authority) yield return Line(Upper(authority), Look(14, bold: true));
        yield return Line(Upper(signature.Post), Look(14, bold: document.Layout == DocumentLayout.State || signature.Authority is null));
        for (var i = 0; i < 4; i++) yield return Gap(14);
        yield return Line(signature.Name ?? "", Look(14, bold: true));
    }

    /// <summary>Over an appendix.</summary>
    public static IEnumerable<OpenXmlElement> Of(DocumentAppendix appendix)
    {
        yield return Line(appendix.Number is { } number ? $"PHỤ LỤC {number}" : "PHỤ LỤC", Look(14, bold: true));
        yield return Line(Upper(appendix.Title), Look(14, bold: true));
        if (appendix.Attached is { } attached) yield return Line($"({attached})", Look(14, italic: true));
        yield return Rule(DocxPage.Width(appendix.Landscape), ShortRule);
        yield return Gap(6);
    }

    private static Table TwoColumns(Paragraph[] left, Paragraph[] right) => new(
        new TableProperties(
            new TableWidth { Width = Whole.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(new GridColumn { Width = $"{LeftColumn}" }, new GridColumn { Width = $"{RightColumn}" }),
        new TableRow(new TableRowProperties(new CantSplit()), Column(left, LeftColumn), Column(right, RightColumn)));

    private static TableCell Column(Paragraph[] lines, int width) =>
        new([new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), .. lines]);

    private static string Upper(string text) => text.ToUpper(Vietnamese);
}
