using System.Globalization;
using OrgManager.Reports.Documents;

namespace OrgManager.Establishment;

/// <summary>The annex as a paper to be signed, across an A4 sheet: the head of Decree 30/2020, the columns of Decree 62/2020.</summary>
public static class PlanAnnexPaper
{
    private const string Blank = "………";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static byte[] Write(PlanAnnex annex) => DocxFile.Write(Document(annex));

    internal static OfficialDocument Document(PlanAnnex annex) => new()
    {
        Layout = DocumentLayout.State, Landscape = true, Form = $"Phụ lục {annex.Number}", Superior = annex.Above, Issuer = annex.Unit.Name, Number = null, Place = Blank,
        Kind = "Kế hoạch", Subject = char.ToUpper(PlanAnnexWords.Subject(annex)[0], Vietnamese) + PlanAnnexWords.Subject(annex)[1..],
        Body = [Table(annex), new DocumentParagraph(PlanAnnexWords.Days(annex), Lead: "Ghi chú:")],
        Signature = new(annex.Signs), Recipients = [annex.Above ?? "Sở Nội vụ", "Lưu: VT, TCCB"],
    };

    private static DocumentTable Table(PlanAnnex annex)
    {
        var width = annex.Categories.Count + 1;
        IEnumerable<DocumentColumn> Group() => annex.Categories.Select(c => PlanAnnexWords.Names[c]).Prepend("Tổng").Select(name => new DocumentColumn(name, 6, DocumentAlign.Right));
        return new(
            [new("TT", 3, DocumentAlign.Centre), new("Loại hình tổ chức", 18), new("Số lượng tổ chức", 5, DocumentAlign.Right), .. Enumerable.Range(0, 3).SelectMany(_ => Group()), new(PlanAnnexWords.Difference, 6, DocumentAlign.Right)],
            [.. annex.Rows.Select((row, at) => Row(annex, row, at + 1)), Row(annex, annex.Total with { Name = "Tổng cộng" }, null) with { Bold = true }])
        {
            Groups = [.. PlanAnnexWords.Groups(annex).Select((head, at) => new DocumentGroup(head, 3 + at * width, width))], Numbered = true, Size = annex.Categories.Count > 2 ? 9 : 10,
        };
    }

    private static DocumentRow Row(PlanAnnex annex, AnnexRow row, int? number)
    {
        IEnumerable<string> Of(PostCounts counts) => annex.Categories.Select(c => counts[c]).Prepend(annex.Sum(counts)).Select(Shown);
        return new([number, row.Name, row.Units is { } units ? Shown(units) : null, .. Of(row.Assigned), .. Of(row.Present), .. Of(row.Planned), Change(annex.Sum(row.Planned) - annex.Sum(row.Assigned))]);
    }

    private static string Shown(int posts) => posts.ToString("N0", Vietnamese);

    /// <summary>With the sign that its head asks for.</summary>
    private static string Change(int posts) => posts switch { > 0 => $"+{Shown(posts)}", < 0 => $"−{Shown(-posts)}", _ => "0" };
}
