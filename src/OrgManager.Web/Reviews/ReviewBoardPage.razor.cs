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
    private readonly Latest _read = new();
    private ReviewYears? _shown;
    private bool _opening;
    private ReviewBoard? _settling;

    [Inject] public required ReviewCycleService Cycles { get; init; }
    [SupplyParameterFromQuery] public string? Year { get; set; }

    protected override Permission? Lists => Permission.ViewReviews;

    protected override Task ReadAsync()
    {
        int? year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        return LoadAsync(_read, ct => Cycles.BoardsAsync(year, ct), shown => _shown = shown);
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
