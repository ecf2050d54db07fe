using System.Text;
using System.Xml;

namespace OrgManager.Import;

/// <summary>Takes text out of an element without building what is around it.</summary>
internal static class XmlText
{
    /// <summary>What stands in the parts of this name of the element the reader stands at, cut to <paramref name="most"/> characters; phonetic signs are left out. The reader stands at the element's end afterwards.</summary>
    public static string In(XmlReader xml, string name, int most)
    {
        if (xml.IsEmptyElement) return "";
        var (top, found, aside, within) = (xml.Depth, new StringBuilder(), int.MaxValue, false);
        while (xml.Read() && xml.Depth > top)
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.LocalName == "rPh" && !xml.IsEmptyElement) aside = Math.Min(aside, xml.Depth);
                    within = xml.LocalName == name && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    if (xml.Depth <= aside) aside = int.MaxValue;
                    within = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when within && aside == int.MaxValue:
                    Take(xml, found, most);
                    break;
                default: break;
            }
        return found.ToString();
    }

    private static void Take(XmlReader xml, StringBuilder found, int most)
    {
        var part = new char[Math.Min(256, Math.Max(1, most - found.Length))];
        while (found.Length < most && xml.ReadValueChunk(part, 0, Math.Min(part.Length, most - found.Length)) is > 0 and var read) found.Append(part, 0, read);
    }
}
