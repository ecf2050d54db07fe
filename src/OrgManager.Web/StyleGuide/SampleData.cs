using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reviews;
using OrgManager.Targets;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Change;
using OrgManager.Web.Establishment;
using OrgManager.Web.Home;
using OrgManager.Web.Organisation;
using OrgManager.Web.Search;
using Radzen;

namespace OrgManager.Web.StyleGuide;

/// <summary>What the style guide shows: invented, and the same every time.</summary>
internal static class SampleData
{
    public const string NewName = "Phòng Quản lý công nghiệp và năng lượng", OthersName = "Phòng Công nghiệp", Category = nameof(QuotaCategory.CivilServant);

    public static readonly DateOnly Day = new(2026, 1, 1);
    public static readonly DecisionRef Decision = new(Guid.Empty, "12/QĐ-SCT", new(2025, 12, 15), "Sở Công Thương tỉnh Mẫu", "Về việc sắp xếp các phòng chuyên môn");
    public static readonly UnitRef Unit = new(new(1, 0, 0, new byte[8]), "QLCN", "Phòng Quản lý công nghiệp");

    public static readonly (string Name, int Allocated, int Present)[] Units = [("Văn phòng", 12, 11), (Unit.Name, 7, 6), ("Thanh tra", 5, 5)];

    public static readonly IReadOnlyList<TargetProgress> Targets =
    [
        Target("A", TargetDirection.Reduce, 8, 7, 12.5m, 10) with { BaselineValue = 8 },
        Target("B", TargetDirection.ReachShare, 0, 50, 50, 60) with { Count = 1, Total = 2, GoalPercent = 100, GoalValue = 2, Status = TargetStatus.Behind },
    ];

    public static readonly RuleSetFacts Rules = new()
    {
        Id = "sample", Kind = "party", Name = "Quy định 132-QĐ/TW", NameEn = "Rules 132-QĐ/TW", Basis = [new("132-QĐ/TW", new(2018, 3, 8))], ValidFrom = new(2018, 3, 8),
        Grades = [new("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", "Excellent"), new("HTTNV", "Hoàn thành tốt nhiệm vụ", "Good"), new("HTNV", "Hoàn thành nhiệm vụ", "Completed")],
        Scale = new("Levels", null, []), Caps = [new("HTXSNV", 20, ["HTTNV"], "GrassrootsCommittee", "Floor", "Warn")],
    };

    public static readonly GradeCounts Caps = new(ReviewSubject.Member, new Dictionary<string, int> { ["HTXSNV"] = 13, ["HTTNV"] = 58, ["HTNV"] = 2 }, 4, 0, 11, OverCap: true);

    public static readonly ChartData Chart = new(
        [new(new(2021, 1, 1), 0, "8", false), new(new(2023, 7, 1), 5, "7", false), new(new(2027, 1, 1), 10, "6", true)],
        [new(new(2021, 1, 1), 0, false), new(new(2028, 12, 31), 10, false)], Day) { DayLabel = Format.Day(Day), GoalLabel = "10" };

    public static readonly IReadOnlyList<UnitEvent> Events =
    [
        new(new(2040, 1, 1), UnitEventKind.NameChanged) { Before = new(Unit.Name), After = new(NewName), Decision = Decision, VersionId = Guid.Empty },
        new(new(2025, 1, 1), UnitEventKind.QuotaSet) { Quota = QuotaKind.Allocated, Posts = [new(QuotaCategory.CivilServant, 8, 7)] },
        new(new(2015, 1, 1), UnitEventKind.Founded) { After = new(Unit.Name), Decision = Decision, VersionId = Guid.Empty },
    ];

    public static readonly (string Name, DateTime AtUtc) QuickerUser = ("Nguyễn Văn A", new(2026, 1, 1, 2, 30, 0, DateTimeKind.Utc));

    public static readonly IReadOnlyList<SearchChoice> Choices =
    [
        new("People", "people", "Công Thị Mẫu", "Chuyên viên · Văn phòng", "/styleguide"),
        new("Units", "tree", Unit.Name, Unit.Code, "/styleguide"), new("Units", "tree", OthersName, "OLD", "/styleguide"), new("Cells", "party", "Chi bộ Công nghiệp", "CB-CN", "/styleguide"),
        new("Decisions", "doc", "12/QĐ-SCT", "về việc sắp xếp phòng công nghiệp", "/styleguide"),
    ];

    public static IReadOnlyList<TimelineLine> Lines(IStringLocalizer<Texts> t) =>
    [
        new(new(2040, 1, 1), UnitEventArea.Organisation, t["UnitEventArea.Organisation"], NewName, Decision, Missing: false) { Amend = t["Change.Correct"], OnAmend = () => Task.CompletedTask },
        new(new(2025, 1, 1), UnitEventArea.Quota, t["UnitEventArea.Quota"], "8 → 7", null, Missing: true), new(new(2015, 1, 1), UnitEventArea.Organisation, t["UnitEventArea.Organisation"], Unit.Name, Decision, Missing: false),
    ];

    public static IReadOnlyList<HomeFinding> Found(IStringLocalizer<Texts> t) =>
    [
        new(FindingLevel.Block, t.Count("Finding.Over", 2), "", "VP 2", "/styleguide"), new(FindingLevel.Warn, t.Count("Finding.NoHead", 1), "", Unit.Name, "/styleguide"),
        new(FindingLevel.Info, t.Count("Finding.Retiring", 4), "", null, "/styleguide"),
    ];

    public static IReadOnlyList<(string Name, string Text)> Columns(IStringLocalizer<Texts> t) =>
        [(UnitHidable.Kind, t["Unit.Kind"]), (UnitHidable.Head, t["Unit.Head"]), (UnitHidable.Allocated, t["Posts.Allocated"]), (UnitHidable.Present, t["Posts.Present"])];

    /// <summary>A field that both changed, and one that only the other did.</summary>
    public static IReadOnlyList<ConflictRow> Conflicts(IStringLocalizer<Texts> t, bool keepsSaved, Action<bool> choose) =>
        [new(t["UnitField.Name"], OthersName, NewName) { KeepsSaved = keepsSaved, OnKeepSaved = choose }, new(t["Unit.Kind"], "Phòng", null)];

    /// <summary>It stays for a day, that it can be looked at.</summary>
    public static NotificationMessage SavedToast(IStringLocalizer<Texts> t, AsOf asOf)
    {
        var toast = SavedNotice.Of(t, asOf, new($"{Unit.Name} · {t["UnitField.Name"]}", new(2040, 1, 1)));
        toast.Duration = TimeSpan.FromDays(1).TotalMilliseconds;
        return toast;
    }

    public static IEnumerable<(string, string)> Categories(IStringLocalizer<Texts> t) => Enum.GetValues<QuotaCategory>().Select(c => (c.ToString(), t.ShortName(c)));

    /// <summary>8 was typed for a unit that somebody else has just given 6.</summary>
    public static AllocationForm Conflict()
    {
        var other = new UnitRef(new(2, 0, 0, new byte[8]), "VP", "Văn phòng");
        var form = new AllocationForm(new(Unit, QuotaCategory.CivilServant, Day, 20, Decision, [new(Unit, null, null, 7, 7, false, 6, null), new(other, null, null, 12, 12, false, 13, null)]));
        form.Lines[0].Typed = "8";
        form.Follow([new(new(Unit.Id, QuotaKind.Allocated, QuotaCategory.CivilServant, 6), 6)]);
        return form;
    }

    private static TargetProgress Target(string code, TargetDirection direction, decimal baseline, decimal value, decimal progress, decimal required) => new()
    {
        Code = code, Name = "Divisions", ShortName = "Phòng và tương đương", Wording = "giảm số phòng và tương đương", WordingEn = "fewer divisions", LegalBasis = Decision, Binding = true,
        Metric = direction == TargetDirection.ReachShare ? TargetMetric.AutonomousShare : TargetMetric.UnitsOfKinds, Direction = direction, Set = ["Division"], StartsOn = new(2021, 1, 1), Due = new(2028, 12, 31),
        BaselineOn = direction == TargetDirection.Reduce ? new(2020, 12, 31) : null, BaselineValue = baseline, Value = value, Count = (int)value, Total = 8, GoalPercent = 20, GoalValue = 6, Missing = 1,
        ProgressPercent = progress, RequiredPercent = required, Status = TargetStatus.OnTrack, Gap = null,
    };
}
