using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Statistics;

/// <summary>A year's reviews in figures, told apart by what the address asks for, beside every other year.</summary>
public sealed partial class StatisticsPage
{
    private const string Everybody = "*"; // the key of the sum
    private readonly Latest _read = new();
    private ReviewFigures? _shown;
    private TallyBy _by;

    [Inject] public required ReviewStatisticsService Statistics { get; init; }

    /// <summary>None for the latest kept.</summary>
    [Parameter] public int Year { get; set; }
    [SupplyParameterFromQuery] public string? By { get; set; }
    [SupplyParameterFromQuery] public string? Committee { get; set; }

    protected override string? Place => $"{Subject}/{Year}";
    protected override Permission? Lists => IsOfStaff && Actor?.May(Permission.GradeStaff) == true ? Permission.GradeStaff : Permission.ViewReviews;

    private ReviewSubject Subject => SubjectWords.Of(Navigation);

    private bool IsOfStaff => Subject == ReviewSubject.Staff;

    private IEnumerable<TallyBy> Ways => Enum.GetValues<TallyBy>().Where(by => !IsOfStaff || by is not (TallyBy.Office or TallyBy.PartyAge));

    protected override Task ReadAsync()
    {
        var by = Enum.TryParse<TallyBy>(By, ignoreCase: true, out var asked) && Ways.Contains(asked) ? asked : TallyBy.Cell;
        return LoadAsync(_read, ct => IsOfStaff ? Statistics.OfStaffAsync(Year, by, ct) : Statistics.OfYearAsync(Year, Committee, by, ct), shown => (_shown, _by) = (shown, by));
    }

    private TallyTable.Row RowOf(TallyGroup group) => new(TallyWords.NameOf(T, _by, group), group.Tally, group.Key, _by switch
    {
        TallyBy.Cell when group.Key.Length > 0 => AsOf.Link($"/reviews/{_shown!.Year}/{Uri.EscapeDataString(group.Key)}"),
        TallyBy.Unit when group.Key.Length > 0 => AsOf.Link($"/units/{Uri.EscapeDataString(group.Key)}"),
        _ => null,
    }, _by == TallyBy.Cell && _shown!.CellGrades.GetValueOrDefault(group.Key) is { } grade ? RuleWords.Grade(_shown.Rules!, grade) : null);

    private string Rows(string? key, string? grade) => MembersAddress.Of(AsOf, Subject, _shown!.Year, Committee, key == Everybody ? null : _by, key, grade);

    private string StateOf(YearTally year) => T[year.Confirmed ? "Reviews.Confirmed" : "Reviews.Provisional"];

    private string Here(int year, TallyBy by) => AsOf.Link(SubjectWords.Figures(Subject, year, "statistics"), ("by", by == TallyBy.Cell ? null : $"{by}"), ("committee", Committee));
}
