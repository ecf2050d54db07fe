using System.Text;
using System.Text.RegularExpressions;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>The two ways Vietnamese was written before Unicode.</summary>
public enum LegacyEncoding { Tcvn3, Vni }

/// <summary>A text as the file has it and as it is read, to be looked at before anything is believed.</summary>
public sealed record LegacySample(string Before, string After);

/// <summary>Text made with the fonts .VnTime (TCVN3) or VNI-Times: known by the font of its cell, else by letters that Vietnamese in Unicode never has.</summary>
public static partial class LegacyText
{
    private const int FewestSigns = 3;
    private const string Tcvn3Only = "µ¸¶·¹¨©®¬«\u00AD¾¼½»";

    private static readonly Dictionary<char, char> Tcvn3 = Pairs(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ");

    private static readonly Dictionary<char, string> VniMarks = new()
    {
        ['ø'] = "\u0300", ['ù'] = "\u0301", ['û'] = "\u0309", ['õ'] = "\u0303", ['ï'] = "\u0323",
        ['â'] = "\u0302", ['à'] = "\u0302\u0300", ['á'] = "\u0302\u0301", ['å'] = "\u0302\u0309", ['ã'] = "\u0302\u0303", ['ä'] = "\u0302\u0323",
        ['ê'] = "\u0306", ['è'] = "\u0306\u0300", ['é'] = "\u0306\u0301", ['ú'] = "\u0306\u0309", ['ü'] = "\u0306\u0303", ['ë'] = "\u0306\u0323",
    };

    private static readonly Dictionary<char, char> VniLetters = Pairs("ñôöìíæóòîÑÔÖÌÍÆÓÒÎ", "đơưìíỉĩịỵĐƠƯÌÍỈĨỊỴ");

    /// <param name="font">As the cell names it.</param>
    public static LegacyEncoding? OfFont(string? font) => font switch
    {
        not null when font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) => LegacyEncoding.Tcvn3,
        not null when font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) => LegacyEncoding.Vni,
        _ => null,
    };

    /// <summary>Of a whole sheet, where no font tells.</summary>
    public static LegacyEncoding? OfTexts(IEnumerable<string> texts)
    {
        var (tcvn3, vni) = (0, 0);
        foreach (var (text, times) in texts.CountBy(text => text))
        {
            if (text.Any(IsUnicodeVietnamese)) return null;
            tcvn3 += text.Count(Tcvn3Only.Contains) * times;
            vni += VniSyllable().Count(text) * times;
        }
        return tcvn3 >= FewestSigns && tcvn3 >= vni ? LegacyEncoding.Tcvn3 : vni >= FewestSigns ? LegacyEncoding.Vni : null;
    }

    /// <param name="capitals">The font shows capitals, as those whose names end in H.</param>
    public static string Convert(string text, LegacyEncoding from, bool capitals = false)
    {
        var read = from == LegacyEncoding.Tcvn3 ? string.Concat(text.Select(c => Tcvn3.GetValueOrDefault(c, c))) : OfVni(text);
        return VietnameseText.Nfc(capitals ? read.ToUpperInvariant() : read);
    }

    /// <summary>A mark follows the letter it stands on; ô and ö are letters of their own.</summary>
    private static string OfVni(string text)
    {
        var read = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var marked = i > 0 && "aeouyôöAEOUYÔÖ".Contains(text[i - 1]) ? VniMarks.GetValueOrDefault(char.ToLowerInvariant(text[i])) : null;
            read.Append(marked ?? VniLetters.GetValueOrDefault(text[i], text[i]).ToString());
        }
        return read.ToString();
    }

    private static bool IsUnicodeVietnamese(char c) => c is >= '\u1EA0' and <= '\u1EF9' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'đ' or 'Đ' or 'ă' or 'Ă';

    private static Dictionary<char, char> Pairs(string from, string to) => from.Zip(to).ToDictionary(pair => pair.First, pair => pair.Second);

    [GeneratedRegex("[aeouyôöAEOUYÔÖ][øùûõïâêåäãáàéèúüëØÙÛÕÏÂÊÅÄÃÁÀÉÈÚÜË]|ñ|Ñ")]
    private static partial Regex VniSyllable();
}
