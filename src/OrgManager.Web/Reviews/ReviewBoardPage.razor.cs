using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Jobs;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>What is done from a board.</summary>
public enum BoardAct { None, Open, Settle, Deadlines, Roll, Groups, Arrive }

/// <summary>How far each cell is in a year's reviews, what keeps the year open, and how the grades stand against the caps.</summary>
public sealed partial class ReviewBoardPage
{
    private const int FewCells = 12; // seen at one glance, no filter is needed
    private const string JobKind = "OpenReviewYear";

    private readonly Latest _read = new(), _columnsRead = new(), _jobsRead = new();
    private ReviewYears? _shown;
    private IReadOnlyList<JobRow> _jobs = [];
    private IReadOnlySet<string>? _hidden;
    private BoardAct _act;
    private ReviewBoard? _board;

    [Inject] public required ReviewCycleService Cycles { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [Inject] public required JobService Jobs { get; init; }
    [Parameter] public int? YearIn { get; set; }
    [SupplyParameterFromQuery] public string? Year { get; set; }
    [SupplyParameterFromQuery] public string? Committee { get; set; }
    [SupplyParameterFromQuery] public string? State { get; set; }
    [SupplyParameterFromQuery] public string? Late { get; set; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery(Name = "page")] public string? PageIn { get; set; }

    protected override Permission? Lists => IsOfStaff && Actor?.May(Permission.GradeStaff) == true ? Permission.GradeStaff : Permission.ViewReviews;

    protected override string? Place => IsOfStaff ? "staff" : YearIn?.ToString(CultureInfo.InvariantCulture);

    private ReviewSubject Subject => SubjectWords.Of(Navigation);

    private bool IsOfStaff => Subject == ReviewSubject.Staff;

    private int? Asked => YearIn ?? (int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null);

    private int? Shown => _shown?.Boards.Count > 0 ? _shown.Boards[0].Year : Asked ?? (_shown?.Years.Count > 0 ? _shown.Years[0] : null);

    private int PageNumber => int.TryParse(PageIn, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private BoardQuery Query => BoardAddress.Of(name => name switch { "committee" => Committee, "state" => State, "late" => Late, "search" => Search, _ => null }, PageNumber);

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(BoardHidable.List, ct), hidden => _hidden = hidden);
        await LoadAsync(_read, ct => IsOfStaff ? Cycles.StaffBoardsAsync(Asked, Query, ct) : Cycles.BoardsAsync(Asked, Query, ct), shown => _shown = shown);
        if (_shown?.MayOpen.Count > 0) await LoadJobsAsync();
    }

    private Task LoadJobsAsync() => LoadAsync(_jobsRead, Jobs.MineAsync, jobs => _jobs = [.. jobs.Where(j => j.Kind == JobKind)]);

    /// <summary>A year that has been opened meanwhile is shown.</summary>
    private async Task ReadJobsAsync()
    {
        var running = _jobs.Any(j => !j.IsOver);
        await LoadJobsAsync();
        if (running && _jobs.All(j => j.IsOver)) await ReadAsync();
    }

    private void Begin(BoardAct act, ReviewBoard board) => (_act, _board) = (act, board);

    private void Close() => (_act, _board) = (BoardAct.None, null);

    private void ShowYear(int year)
    {
        Close();
        Navigation.NavigateTo(AsOf.Link(SubjectWords.Board(Subject), ("year", year)));
    }

    private Task SavedAsync(SavedChange change)
    {
        Close();
        Saved(change);
        return ReadAsync();
    }
}
