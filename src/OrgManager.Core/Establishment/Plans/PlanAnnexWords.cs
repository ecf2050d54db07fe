using System.Globalization;

namespace OrgManager.Establishment;

/// <summary>What the annex says, in a workbook and in a paper alike; it is a Vietnamese document in any language of the screen.</summary>
internal static class PlanAnnexWords
{
    public const string Difference = "Tăng (+), giảm (−)";

    public static readonly Dictionary<QuotaCategory, string> Names = new()
    {
        [QuotaCategory.CivilServant] = "Công chức", [QuotaCategory.PublicEmployeeBudget] = "Viên chức hưởng lương từ NSNN",
        [QuotaCategory.PublicEmployeeOwnRevenue] = "Viên chức hưởng lương từ nguồn thu", [QuotaCategory.SupportContract] = "Hợp đồng lao động",
    };

    public static string Subject(PlanAnnex annex) =>
        annex.Block == EstablishmentBlock.Administration ? $"biên chế công chức năm {annex.Year}" : $"số lượng người làm việc trong đơn vị sự nghiệp công lập năm {annex.Year}";

    /// <summary>Each group of columns with its day.</summary>
    public static string[] Groups(PlanAnnex annex) => [$"Biên chế được giao năm {annex.Year - 1} ({Day(annex.AssignedOn)})", $"Có mặt đến {Day(annex.PresentOn)}", $"Kế hoạch năm {annex.Year} ({Day(annex.PlannedOn)})"];

    public static string Days(PlanAnnex annex) =>
        $"Biên chế được giao năm {annex.Year - 1}: mức có hiệu lực ngày {Day(annex.AssignedOn)}. Có mặt: ngày {Day(annex.PresentOn)}. Kế hoạch: từ ngày {Day(annex.PlannedOn)}. Tăng, giảm: kế hoạch so với được giao.";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
