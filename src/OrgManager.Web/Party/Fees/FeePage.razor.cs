using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Fees;

/// <summary>Đảng phí: the cells over the months of a year, or one cell in one month with what each member is to give.</summary>
public sealed partial class FeePage
{
    private readonly Latest _read = new(), _yearRead = new();
    private FeeList? _list;
    private FeeYear? _year;
    private FeeRow? _edited;

    [Inject] public required FeeService Fees { get; init; }
    [SupplyParameterFromQuery(Name = "cell")] public string? CellAsked { get; set; }
    [SupplyParameterFromQuery(Name = "month")] public string? MonthAsked { get; set; }
    [SupplyParameterFromQuery(Name = "year")] public string? YearAsked { get; set; }

    protected override Permission? Lists => Permission.ViewPartyRecord;

    private DateOnly Month => FeeWords.Read(MonthAsked, AsOf.Today);
    private FeeRule Rule => FeeRules.Of(_list?.Month ?? (_year is { Months: [.., var last] } ? last : AsOf.Today));
    private IReadOnlyList<(string, string)> Crumbs => [(T["Menu.Party"], "/cells"), (T["Fee.Title"], "/cells/fees")];

    private string Facts => _list is not null ? T["Fee.ListFacts", _list.Cell.Name, T.Count("Noun.Member", _list.Rows.Count), _list.Free, _list.Unknown]
        : _year is not null ? T["Fee.YearFacts", _year.Year, Format.Number(_year.Total), Format.Number(_year.PassedUp)] : T["Fee.Facts"];

    private IEnumerable<(string, string)> Cells => _year?.Cells.Select(c => (c.Cell.Code, c.Cell.Name)) ?? (_list is null ? [] : [(_list.Cell.Code, _list.Cell.Name)]);

    /// <summary>From a year back to the month ahead, and the one that is shown.</summary>
    private IEnumerable<(string, string)> Months => Enumerable.Range(-12, 14).Select(at => FeeRules.First(AsOf.Today).AddMonths(at)).Append(_list!.Month).Distinct().OrderDescending().Select(m => (FeeWords.Address(m), FeeWords.Month(m)));

    private IEnumerable<(string, string)> Years => Enumerable.Range(AsOf.Today.Year - 10, 11).Append(_year!.Year).Distinct().OrderDescending().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => (y, y));

    protected override async Task ReadAsync()
    {
        if (CellAsked is not { Length: > 0 } cell)
        {
            await LoadAsync(_yearRead, ct => Fees.YearAsync(FeeWords.ReadYear(YearAsked, AsOf.Today.Year), ct), year => (_year, _list) = (year, null));
            return;
        }
        await LoadAsync(_read, ct => Fees.ListAsync(cell, Month, ct), list => _list = list);
    }

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private Task SavedAsync(SavedChange change)
    {
        _edited = null;
        Saved(change);
        return ReadAsync();
    }
}
