using OrgManager.Establishment;

namespace OrgManager.Restructuring.Annexes;

/// <summary>What a step does, as a decision says it: papers are in Vietnamese whatever the reader's language.</summary>
/// <param name="names">Names of units and people by their codes.</param>
internal sealed class StepWords(Func<string, string> names)
{
    private static readonly Dictionary<QuotaCategory, string> Categories = new()
    {
        [QuotaCategory.CivilServant] = "công chức", [QuotaCategory.PublicEmployeeBudget] = "viên chức hưởng lương ngân sách nhà nước",
        [QuotaCategory.PublicEmployeeOwnRevenue] = "viên chức hưởng lương từ nguồn thu", [QuotaCategory.SupportContract] = "hợp đồng hỗ trợ, phục vụ",
    };

    public string Of(ScenarioStep step) => step switch
    {
        FoundStep found => $"Thành lập {found.Unit.Name}{Under(found.Unit.Parent)}.",
        MergeStep merge => $"Hợp nhất {List(merge.Units)} thành {merge.Into.Name}{Under(merge.Into.Parent)}.",
        AbsorbStep absorb => $"Sáp nhập {List(absorb.Units)} vào {names(absorb.Into)}.",
        DivideStep divide => $"Chia {names(divide.Unit)} thành {Join(divide.Into.Select(part => part.Name))}.",
        SeparateStep separate => $"Tách {Join(separate.Into.Select(part => part.Name))} từ {names(separate.Unit)}.",
        MoveStep move => move.Parent is { } parent ? $"Chuyển nguyên trạng {names(move.Unit)} về trực thuộc {names(parent)}." : $"Chuyển {names(move.Unit)} thành đơn vị độc lập.",
        RenameStep rename => $"Đổi tên {names(rename.Unit)} thành {rename.Name}.",
        DissolveStep dissolve => $"Giải thể {names(dissolve.Unit)}.",
        SetAutonomyStep autonomy => autonomy.Group is { } group ? $"Phân loại tự chủ tài chính của {names(autonomy.Unit)}: nhóm {group}." : $"Bỏ phân loại tự chủ tài chính của {names(autonomy.Unit)}.",
        SetQuotaStep quota => $"{(quota.Quota == QuotaKind.Assigned ? "Giao" : "Phân bổ")} {names(quota.Unit)} {quota.Posts} chỉ tiêu {Name(quota.Category)}.",
        ConvertPaySourceStep convert => $"Chuyển {convert.Posts} chỉ tiêu của {names(convert.Unit)} từ {Name(convert.From)} sang {Name(convert.To)}.",
        MovePeopleStep people => $"Điều động {List(people.People)} đến {names(people.To)}.",
        MoveFunctionsStep functions => $"Chuyển {(functions.Functions.Count == 1 ? "nhiệm vụ" : "các nhiệm vụ")} {Join(functions.Functions.Select(name => $"“{name}”"))} từ {names(functions.Unit)} sang {names(functions.To)}.",
        SetHeadStep lead => $"Bổ nhiệm {names(lead.Person)} giữ chức vụ {Post(lead.Headship)} {names(lead.Unit)}.",
        SetCoverageStep coverage => $"{names(coverage.Cell)} gồm đảng viên của {(coverage.Units.Count == 0 ? "các cá nhân được chỉ định" : List(coverage.Units))}.",
        _ => step.Op,
    };

    public static string Name(QuotaCategory category) => Categories[category];

    private static string Post(Leadership leadership) => leadership switch
    {
        Leadership.Head => "cấp trưởng", Leadership.Deputy => "cấp phó", _ => "ủy viên",
    };

    private string Under(string? parent) => parent is null ? "" : $" thuộc {names(parent)}";

    private string List(IEnumerable<string> codes) => Join(codes.Select(names));

    private static string Join(IEnumerable<string> words) => words.ToList() is { Count: > 1 } many ? $"{string.Join(", ", many.SkipLast(1))} và {many[^1]}" : words.FirstOrDefault() ?? "";
}
