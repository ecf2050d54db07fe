using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Forecast;

/// <summary>Posts and people of the years to come: a chart, the targets, quarter by quarter and unit by unit, who leaves, and how old the staff is.</summary>
public sealed partial class ForecastPage
{
    private readonly Latest _read = new(), _peopleRead = new(), _agesRead = new();
    private OrgManager.Establishment.Forecast? _forecast;
    private DepartureList? _leaving;
    private AgePyramid? _ages;

    [Inject] public required ForecastService Forecasts { get; init; }
    [Inject] public required AgeService Ages { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = ShownForecast.By)] public string? ByAsked { get; set; }
    [SupplyParameterFromQuery(Name = ShownForecast.MeasureAsked)] public string? MeasureAsked { get; set; }
    [SupplyParameterFromQuery(Name = ShownForecast.PeriodAsked)] public string? PeriodAsked { get; set; }
    [SupplyParameterFromQuery(Name = ShownForecast.Approved)] public string? ApprovedAsked { get; set; }

    private bool WithApproved => ApprovedAsked != ShownForecast.Without;
    private QuotaCategory? Only => ShownEstablishment.CategoryOf(Category);
    private bool ByYear => ByAsked == ShownForecast.Years;
    private ForecastPeriod? Period => ForecastPeriod.Parse(PeriodAsked);
    private ShownForecast Shown => new(_forecast!, Only, ByYear, ShownForecast.MeasureOf(MeasureAsked));
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));

    /// <summary>What stands below, to go down, and the way up.</summary>
    private IEnumerable<(string, string)> Units => _forecast!.Above.Reverse().Concat(_forecast.Rows.Where(row => !row.IsOwn && row.Unit.Code != _forecast.Root.Code).Select(row => row.Unit)).Select(unit => (unit.Code, unit.Name));

    private IReadOnlyList<(string, string)> Crumbs =>
    [
        (T["Menu.Quota"], "/quota"), .. (_forecast?.Above ?? []).Select(above => (above.Name, $"/quota/forecast?unit={Uri.EscapeDataString(above.Code)}")),
    ];

    protected override async Task ReadAsync()
    {
        await LoadAsync(_read, ct => Forecasts.OfUnitAsync(AsOf.Day, Unit, WithApproved, ct), forecast => _forecast = forecast);
        if (Problem is not null || !MaySeeStaff) return;
        await LoadAsync(_agesRead, ct => Ages.PyramidAsync(AsOf.Day, Unit, ct), ages => _ages = ages);
        if (Period is not { } period) _leaving = null;
        else await LoadAsync(_peopleRead, ct => Forecasts.LeavingAsync(AsOf.Day, Unit, period.From > AsOf.Day ? period.From : AsOf.Day.AddDays(1), period.To, WithApproved, ct), leaving => _leaving = Narrowed(leaving));
    }

    private DepartureList Narrowed(DepartureList leaving) => Only is { } category ? leaving with { All = [.. leaving.All.Where(l => l.Category == category)] } : leaving;

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);
}
