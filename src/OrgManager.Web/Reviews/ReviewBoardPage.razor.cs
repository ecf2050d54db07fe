using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Reviews;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Reviews;

/// <summary>How far each cell is in a year's reviews, and how the grades stand against the caps.</summary>
public sealed partial class ReviewBoardPage
{
    private readonly Latest _read = new(), _columnsRead = new();
    private ReviewYears? _shown;
    private IReadOnlySet<string>? _hidden;
    private bool _opening;
    private ReviewBoard? _settling;

    [Inject] public required ReviewCycleService Cycles { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Year { get; set; }

    protected override Permission? Lists => Permission.ViewReviews;

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(BoardHidable.List, ct), hidden => _hidden = hidden);
        int? year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        await LoadAsync(_read, ct => Cycles.BoardsAsync(year, null, ct), shown => _shown = shown);
    }

    private void ShowYear(int year)
    {
        _opening = false;
        Navigation.NavigateTo(AsOf.Link("/reviews", ("year", year)));
    }

    private Task SavedAsync(SavedChange change)
    {
        _settling = null;
        Saved(change);
        return ReadAsync();
    }
}
