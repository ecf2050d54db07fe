using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What is written into a member's record in words.</summary>
public static class RecordText
{
    public const int Length = 300;

    /// <summary>Trimmed and composed; null where there is nothing.</summary>
    /// <exception cref="RuleBrokenException">Record.TextTooLong.</exception>
    internal static string? Of(string? text)
    {
        var told = string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Nfc(text.Trim());
        RuleBrokenException.Unless(told is null || told.Length <= Length, "Record.TextTooLong", Length);
        return told;
    }
}
