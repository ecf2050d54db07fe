using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>The text of one paragraph over all its runs: a word processor cuts a name into pieces wherever it likes.</summary>
internal sealed class TemplateText(Paragraph paragraph)
{
    private readonly List<Text> _pieces = [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    public string Whole => string.Concat(_pieces.Select(piece => piece.Text));

    /// <summary>Puts a text where a tag stands, in the look of its first piece; the rest of the paragraph keeps its own.</summary>
    public void Replace(TemplateTag tag, string by)
    {
        var (at, first) = (0, true);
        by = VietnameseText.Printable(by);
        foreach (var piece in _pieces)
        {
            var (text, from, until) = (piece.Text, Math.Max(tag.At - at, 0), Math.Min(tag.At + tag.Length - at, piece.Text.Length));
            at += text.Length;
            if (from >= until) continue;
            piece.Text = text[..from] + (first ? by : "") + text[until..];
            piece.Space = SpaceProcessingModeValues.Preserve;
            first = false;
        }
    }

    /// <summary>What was put in on several lines stands on several lines.</summary>
    public void BreakLines()
    {
        foreach (var piece in _pieces.Where(piece => piece.Text.Contains('\n', StringComparison.Ordinal)))
        {
            var lines = piece.Text.Split('\n');
            piece.Text = lines[^1];
            foreach (var line in lines[..^1])
            {
                piece.InsertBeforeSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
                piece.InsertBeforeSelf(new Break());
            }
        }
    }
}
