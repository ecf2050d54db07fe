using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static OrgManager.Reports.Documents.DocxBlocks;

namespace OrgManager.Reports.Documents;

/// <summary>What stands around the text: who issues it and under which state or party, number, place and day, title; at the end recipients and signature; over an appendix its title.</summary>
internal sealed class DocxHead(OfficialDocument document, DocxLook look)
{
    private const int ShortRule = 1500;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private int Whole => look.Width(document.Landscape);
    private int LeftColumn => Whole * 42 / 100;
    private int RightColumn => Whole - LeftColumn;

    private bool IsOfParty => document.Layout == DocumentLayout.Party;

    public IEnumerable<OpenXmlElement> All() =>
    [
        .. document.Form is { } form ? [Line(form, Look(12, italic: true), DocumentAlign.Right), Gap(6)] : Array.Empty<OpenXmlElement>(),
        IsOfParty ? PartyHead() : TwoColumns([.. Issuer()], [.. Right()]), Gap(12),
        Line(Upper(document.Kind), Look(TextSize, bold: true)), Line(document.Subject, Look(TextSize, bold: true)),
        IsOfParty ? Line("-----", Look(TextSize)) : Rule(Whole, ShortRule), Gap(6),
    ];

    /// <summary>Number and place stand on one line, however many lines the names above them take.</summary>
    private Table PartyHead()
    {
        var head = TwoColumns([.. Issuer(), Line("*", Look(13))], [Line("ĐẢNG CỘNG SẢN VIỆT NAM", Look(14, bold: true, underlined: true))]);
        var number = Line(document.Number is { } known ? $"Số {known}" : "", Look(13));
        head.Append(TwoColumns([number], [PlaceAndDay()]).Elements<TableRow>().Select(row => row.CloneNode(deep: true)));
        return head;
    }

    private IEnumerable<Paragraph> Issuer()
    {
        if (document.Superior is { } superior) yield return Line(Upper(superior), Look(13));
        yield return Line(Upper(document.Issuer), Look(13, bold: true));
        if (IsOfParty) yield break;
        yield return Rule(LeftColumn, ShortRule);
        if (document.Number is { } number) yield return Line($"Số: {number}", Look(13));
    }

    private IEnumerable<Paragraph> Right()
    {
        yield return Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(12, bold: true));
        yield return Line("Độc lập - Tự do - Hạnh phúc", Look(13, bold: true));
        yield return Rule(RightColumn, 3250);
        yield return PlaceAndDay();
    }

    private Paragraph PlaceAndDay() => Line($"{document.Place}, {document.Dated ?? Day(document.Date)}", Look(13, italic: true));

    /// <summary>Days under 10 and the months January and February with a nought before them.</summary>
    public static string Day(DateOnly? day) => day is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {known.Day:00} tháng {(known.Month < 3 ? $"{known.Month:00}" : $"{known.Month}")} năm {known.Year}")
        : "ngày … tháng … năm …";

    /// <summary>Recipients at the left, who signs at the right; kept together.</summary>
    public Table? Signing()
    {
        if (document.Signature is null && document.Recipients.Count == 0) return null;
        return TwoColumns([.. Recipients()], document.Signature is { } signed ? [.. Signature(signed, IsOfParty)] : [Gap(6)]);
    }

    private IEnumerable<Paragraph> Recipients()
    {
        yield return Gap(6);
        if (document.Recipients.Count == 0) yield break;
        yield return IsOfParty ? Line("Nơi nhận:", Look(14, underlined: true), DocumentAlign.Left) : Line("Nơi nhận:", Look(12, bold: true, italic: true), DocumentAlign.Left);
        var size = IsOfParty ? 12 : 11;
        for (var i = 0; i < document.Recipients.Count; i++)
            yield return Line($"- {document.Recipients[i]}{(i == document.Recipients.Count - 1 ? "." : ";")}", Look(size), DocumentAlign.Left);
    }

    /// <summary>Who signs, with room for it.</summary>
    internal static IEnumerable<Paragraph> Signature(DocumentSignature signature, bool ofParty)
    {
        yield return Gap(6);
        if (signature.Authority is { } authority) yield return Line(Upper(authority), Look(14, bold: true));
        yield return Line(Upper(signature.Post), Look(14, bold: !ofParty || signature.Authority is null));
        if (signature.Hint is { } hint) yield return Line($"({hint})", Look(12, italic: true));
        for (var i = 0; i < 4; i++) yield return Gap(14);
        yield return Line(signature.Name ?? "", Look(14, bold: true));
    }

    /// <summary>Over an appendix.</summary>
    public static IEnumerable<OpenXmlElement> Of(DocumentAppendix appendix, int width)
    {
        if (!appendix.IsPart) yield return Line(appendix.Number is { } number ? $"PHỤ LỤC {number}" : "PHỤ LỤC", Look(14, bold: true));
        yield return Line(Upper(appendix.Title), Look(14, bold: true));
        if (appendix.Attached is { } attached) yield return Line($"({attached})", Look(14, italic: true));
        yield return Rule(width, ShortRule);
        yield return Gap(6);
    }

    private Table TwoColumns(Paragraph[] left, Paragraph[] right) => Columns((left, LeftColumn), (right, RightColumn));

    /// <summary>Several who sign beside each other; where nobody does, the place is narrower.</summary>
    internal static Table Signatures(IReadOnlyList<DocumentSignature> columns, int width)
    {
        var weights = columns.Select(one => one is { Post: "", Name: null, Authority: null } ? 2 : 3).ToList();
        return Columns([.. columns.Select((one, i) => (Signature(one, ofParty: true).ToArray(), width * weights[i] / weights.Sum()))]);
    }

    /// <summary>Beside each other without lines between them, on one page.</summary>
    internal static Table Columns(params IReadOnlyList<(Paragraph[] Lines, int Width)> columns) => new(
        new TableProperties(
            new TableWidth { Width = $"{columns.Sum(c => c.Width)}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(columns.Select(c => new GridColumn { Width = $"{c.Width}" })),
        new TableRow([new TableRowProperties(new CantSplit()), .. columns.Select(c => Column(c.Lines, c.Width))]));

    private static TableCell Column(Paragraph[] lines, int width) =>
        new([new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), .. lines]);

    private static string Upper(string text) => text.ToUpper(Vietnamese);
}
