using DocumentFormat.OpenXml.Wordprocessing;

namespace OrgManager.Reports.Documents;

/// <summary>Margins and lines as the rules in force for a paper ask for them; lengths in twentieths of a point, as the format counts them.</summary>
internal sealed record DocxLook(int Right, string Indent, string Line, LineSpacingRuleValues LineRule)
{
    public const int Short = 11906, Long = 16838, Top = 1134, Bottom = 1134, Left = 1701; // A4; 20, 20 and 30 mm

    private static readonly DocxLook Usual = new(1021, "720", "264", LineSpacingRuleValues.Auto), // 18 mm; 1.27 cm
        Hd05 = new(850, "567", "380", LineSpacingRuleValues.Exact); // 15 mm, 10 mm, 19 points

    public static DocxLook Of(OfficialDocument document) => document is { Layout: DocumentLayout.Party, Guidance: PartyGuidance.Hd05 } ? Hd05 : Usual;

    public int Width(bool landscape) => (landscape ? Long : Short) - Left - Right;
}
