using System.Globalization;

namespace OrgManager.Party;

/// <summary>Numbers of minutes go on from the last: "05-BB/CB" is followed by "06-BB/CB".</summary>
public static class MeetingNumbers
{
    public const string First = "01-BB/CB";

    /// <summary>As wide as the last was; where it begins with no number, none is known.</summary>
    public static string? After(string? last)
    {
        if (last is null) return First;
        var digits = last.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 6) return null;
        return (int.Parse(last[..digits], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0') + last[digits..];
    }
}
