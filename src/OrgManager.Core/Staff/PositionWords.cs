using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OrgManager.Common;

namespace OrgManager.Staff;

/// <summary>
/// English for the positions every department has. A position is typed freely, so what is not known here is shown as it was typed.
/// Titles of heads and deputies are not among them: those are data of the kinds of units.
/// </summary>
internal static partial class PositionWords
{
    private static readonly FrozenDictionary<string, string> Positions = new Dictionary<string, string>
    {
        ["Chuyên viên"] = "Specialist", ["Chuyên viên chính"] = "Principal specialist", ["Chuyên viên cao cấp"] = "Senior specialist",
        ["Thanh tra viên"] = "Inspector", ["Thanh tra viên chính"] = "Principal inspector", ["Thanh tra viên cao cấp"] = "Senior inspector",
        ["Kỹ sư"] = "Engineer", ["Kỹ sư tư vấn"] = "Consulting engineer", ["Kế toán"] = "Accountant", ["Kế toán viên"] = "Accountant", ["Kế toán trưởng"] = "Chief accountant",
        ["Cán sự"] = "Junior officer", ["Nhân viên"] = "Office worker", ["Văn thư"] = "Records clerk", ["Thủ quỹ"] = "Cashier",
        ["Lái xe"] = "Driver", ["Bảo vệ"] = "Guard", ["Tạp vụ"] = "Cleaner",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["công nghệ thông tin"] = "information technology", ["hội nhập quốc tế"] = "international integration", ["kế hoạch"] = "planning", ["kế toán"] = "accounting",
        ["pháp chế"] = "legal affairs", ["quản trị"] = "administration", ["tài chính"] = "finance", ["thống kê"] = "statistics", ["tổ chức"] = "organisation",
        ["tổng hợp"] = "general affairs", ["xuất nhập khẩu"] = "import and export",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"Chuyên viên (kế hoạch)" is "Specialist (planning)"; null where a part of it is not known.</summary>
    public static string? English(string? position)
    {
        if (position is null || Parts().Match(VietnameseText.Nfc(position)) is not { Success: true } parts) return null;
        var (name, field) = (Positions.GetValueOrDefault(parts.Groups["name"].Value), parts.Groups["field"]);
        return name is null || !field.Success ? name : Fields.GetValueOrDefault(field.Value) is { } english ? $"{name} ({english})" : null;
    }

    [GeneratedRegex(@"^\s*(?<name>[^()]+?)\s*(\(\s*(?<field>[^()]+?)\s*\))?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
