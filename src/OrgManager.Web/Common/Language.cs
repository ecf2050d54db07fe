using System.Globalization;

namespace OrgManager.Web.Common;

/// <summary>The two languages of the site, and the culture whose figures each writes.</summary>
public static class Language
{
    public const string Vietnamese = "vi", English = "en";

    public static readonly IReadOnlyList<string> All = [Vietnamese, English];

    public static readonly IReadOnlyList<CultureInfo> Cultures = [new("vi-VN"), new("en-GB")];

    public static string Current => IsEnglish ? English : Vietnamese;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    public static CultureInfo CultureOf(string language) => language == English ? Cultures[1] : Cultures[0];

    /// <summary>The English text in English, where there is one.</summary>
    public static string Pick(string vietnamese, string? english) => IsEnglish && !string.IsNullOrEmpty(english) ? english : vietnamese;
}
