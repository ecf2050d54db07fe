using System.Globalization;
using OrgManager.Decisions;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The register of the plan: as offices do, one document for many changes of one kind.</summary>
internal sealed class DecisionBook(string province)
{
    private const int DaysAhead = 12;

    private readonly Dictionary<(string Topic, PlannedUnit? By, DateOnly On), PlannedDecision> _known = [];
    private readonly Dictionary<(string Series, int Year), int> _numbers = [];

    /// <summary>In the order in which they came up.</summary>
    public List<PlannedDecision> All { get; } = [];

    private string Authority => $"Ủy ban nhân dân {province}";

    /// <summary>The province founds, renames, merges.</summary>
    public PlannedDecision OfProvince(string subject, DateOnly on) => Of(subject, null, on, "/QĐ-UBND", Authority, subject);

    public PlannedDecision Assignment(DateOnly on) => OfProvince($"Giao biên chế, số lượng người làm việc năm {on.Year}", on);

    /// <summary>Recruitment, moves, appointments and leavings of a quarter.</summary>
    public PlannedDecision Staff(PlannedUnit department, DateOnly on) =>
        OfDepartment(department, "Tuyển dụng, điều động, bổ nhiệm và giải quyết chế độ cán bộ quý", Quarter(on), $"{(on.Month + 2) / 3}/{on.Year}");

    public PlannedDecision Salary(PlannedUnit department, DateOnly on) => OfDepartment(department, "Nâng bậc lương, xếp lương năm", new(on.Year, 1, 1), $"{on.Year}");

    public PlannedDecision Allocation(PlannedUnit department, DateOnly on) =>
        OfDepartment(department, "Phân bổ biên chế, số lượng người làm việc từ ngày", on, on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

    /// <summary>Founding cells, admissions, moves between cells and appointments of a half-year.</summary>
    public PlannedDecision Party(PlannedUnit committee, DateOnly on) =>
        Of("Party", committee, new(on.Year, on.Month < 7 ? 1 : 7, 1), "-QĐ/ĐU", committee.Name, $"Công tác tổ chức đảng, đảng viên sáu tháng {(on.Month < 7 ? "đầu" : "cuối")} năm {on.Year}");

    public PlannedDecision Review(PlannedUnit committee, int year, DateOnly on) =>
        Of("Review", committee, on, "-QĐ/ĐU", committee.Name, $"Công nhận kết quả xếp loại chất lượng tổ chức đảng và đảng viên năm {year}");

    private PlannedDecision OfDepartment(PlannedUnit department, string topic, DateOnly on, string when) =>
        Of(topic, department, on, department.Parent is null ? "/QĐ-CTUBND" : $"/QĐ-{department.Code}", department.Name, $"{topic} {when}");

    private PlannedDecision Of(string topic, PlannedUnit? by, DateOnly on, string mark, string issuer, string subject)
    {
        if (_known.TryGetValue((topic, by, on), out var known)) return known;
        var signedOn = on.AddDays(-DaysAhead);
        var number = _numbers[(issuer + mark, signedOn.Year)] = _numbers.GetValueOrDefault((issuer + mark, signedOn.Year)) + 1;
        var decision = new PlannedDecision(new(DecisionKind.Decision, $"{number}{mark}", issuer, signedOn, on, subject));
        All.Add(decision);
        return _known[(topic, by, on)] = decision;
    }

    private static DateOnly Quarter(DateOnly on) => new(on.Year, (on.Month - 1) / 3 * 3 + 1, 1);
}
