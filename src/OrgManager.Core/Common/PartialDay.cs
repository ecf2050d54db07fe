using System.Globalization;
using System.Text.Json.Serialization;

namespace OrgManager.Common;

/// <summary>As much as a paper gives of a day where it does not give the day.</summary>
public enum DayPart { Month, Year }

/// <summary>A day as a paper gives it: whole ("15/05/1987"), or the month ("05/1987") or the year ("1987") alone. It stands in order by the first day it may be.</summary>
/// <param name="First">The day, or the first it may be.</param>
/// <param name="Only">What alone is known; null where the day is.</param>
public readonly record struct PartialDay(DateOnly First, DayPart? Only = null) : IComparable<PartialDay>
{
    private const int Earliest = 1900, Latest = 2100;
    private static readonly char[] Separators = ['/', '-', '.', ' '];

    /// <summary>The last day it may be.</summary>
    [JsonIgnore]
    public DateOnly Last => Only switch
    {
        DayPart.Month => First.AddMonths(1).AddDays(-1),
        DayPart.Year => First.AddYears(1).AddDays(-1),
        _ => First,
    };

    [JsonIgnore]
    public bool IsDay => Only is null;

    public static implicit operator PartialDay(DateOnly day) => new(day);

    public static PartialDay OfMonth(int year, int month) => new(new(year, month, 1), DayPart.Month);

    public static PartialDay OfYear(int year) => new(new(year, 1, 1), DayPart.Year);

    /// <summary>So many months later, no better known.</summary>
    public PartialDay AddMonths(int months) => this with { First = First.AddMonths(months) };

    /// <summary>Reads a year, a month of a year, or a day, parted by "/", "-", "." or blanks as papers have them.</summary>
    public static bool TryParse(string? text, out PartialDay day)
    {
        day = default;
        var parts = (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (numbers is not [.., >= Earliest and < Latest and var year]) return false;
        switch (numbers)
        {
            case [_]:
                day = OfYear(year);
                return true;
            case [>= 1 and <= 12 and var month, _]:
                day = OfMonth(year, month);
                return true;
            case [>= 1 and var date, >= 1 and <= 12 and var month, _] when date <= DateTime.DaysInMonth(year, month):
                day = new DateOnly(year, month, date);
                return true;
            default:
                return false;
        }
    }

    public int CompareTo(PartialDay other) => (First, Only is null ? -1 : (int)Only).CompareTo((other.First, other.Only is null ? -1 : (int)other.Only));

    public static bool operator <(PartialDay a, PartialDay b) => a.CompareTo(b) < 0;

    public static bool operator >(PartialDay a, PartialDay b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartialDay a, PartialDay b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartialDay a, PartialDay b) => a.CompareTo(b) >= 0;

    /// <summary>As the paper has it.</summary>
    public override string ToString() => First.ToString(Only switch { DayPart.Month => "MM/yyyy", DayPart.Year => "yyyy", _ => "dd/MM/yyyy" }, CultureInfo.InvariantCulture);
}
