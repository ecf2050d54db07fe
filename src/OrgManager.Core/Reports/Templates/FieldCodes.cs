using System.Text;
using System.Xml;
using OrgManager.Common;

namespace OrgManager.Reports.Templates;

/// <summary>The fields of a word processor's file, put together from the pieces they are written in: those that count pages and tell days may stand in a template, those that fetch files or start programs may not.</summary>
internal sealed class FieldCodes
{
    private const int LongestTold = 60;
    private static readonly char[] EndOfName = [' ', '\t', '\r', '\n', '\\', '"', '\u00A0'];

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC", "XE", "INDEX", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE",
        "TITLE", "SUBJECT", "AUTHOR", "FILENAME", "NUMWORDS", "NUMCHARS", "REVNUM", "SYMBOL", "EQ", "=", "IF", "HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    };

    /// <summary>Fields begun and not ended, the innermost last, with their codes; null once the code is over and what it says follows.</summary>
    private readonly List<StringBuilder?> _open = [];
    private bool _isCode;

    /// <exception cref="RuleBrokenException">Template.Field: with what the field begins with.</exception>
    public void Read(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                _isCode = xml.LocalName is "instrText" or "delInstrText" && !xml.IsEmptyElement;
                if (xml.LocalName == "fldSimple") Demand(Attribute(xml, "instr"));
                else if (xml.LocalName == "fldChar") Turn(Attribute(xml, "fldCharType"));
                break;
            case XmlNodeType.EndElement:
                _isCode = false;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _isCode:
                if (_open.Count == 0) _open.Add(new());
                _open[^1]?.Append(xml.Value);
                break;
            default: break;
        }
    }

    /// <summary>Those that nothing ended, too.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public void Demand()
    {
        foreach (var code in _open.OfType<StringBuilder>()) Demand(code.ToString());
    }

    private void Turn(string to)
    {
        if (to == "begin")
        {
            _open.Add(new());
            return;
        }
        if (_open.Count == 0) return;
        if (_open[^1] is { } code) Demand(code.ToString());
        if (to == "separate") _open[^1] = null;
        else _open.RemoveAt(_open.Count - 1);
    }

    private static void Demand(string code)
    {
        var told = code.Trim();
        var name = told is ['=', ..] ? "=" : told.Split(EndOfName, 2)[0];
        RuleBrokenException.Unless(told.Length == 0 || Plain.Contains(name), "Template.Field", told[..Math.Min(told.Length, LongestTold)]);
    }

    private static string Attribute(XmlReader xml, string name)
    {
        var found = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == name) found = xml.Value;
        xml.MoveToElement();
        return found;
    }
}
