using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Functions;

/// <summary>Sổ chức năng, nhiệm vụ of the day; filters stand in the address.</summary>
public sealed partial class FunctionListPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new();
    private FunctionList? _list;
    private UnitFunctionRow? _function;
    private bool _opened;

    [Inject] public required FunctionRegister Register { get; init; }
    [SupplyParameterFromQuery(Name = FunctionAddress.Search)] public string? Search { get; set; }
    [SupplyParameterFromQuery(Name = FunctionAddress.Field)] public string? Field { get; set; }
    [SupplyParameterFromQuery(Name = FunctionAddress.Lead)] public string? Lead { get; set; }
    [SupplyParameterFromQuery(Name = FunctionAddress.Unit)] public string? Unit { get; set; }
    [SupplyParameterFromQuery(Name = FunctionAddress.Finding)] public string? Finding { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private FunctionQuery Query => FunctionAddress.Of(name => name switch
    {
        FunctionAddress.Search => Search, FunctionAddress.Field => Field, FunctionAddress.Lead => Lead, FunctionAddress.Unit => Unit, _ => Finding,
    });

    private bool IsFiltered => Query != new FunctionQuery();
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private IEnumerable<(string, string)> Fields => _list!.Fields.Select(known => (FunctionAddress.FieldOf(known.Name), $"{known.Name ?? T["Function.NoField"]} ({Format.Number(known.Count)})"));
    private IEnumerable<(string, string)> Findings => Enum.GetValues<FunctionFinding>().Select(finding => (finding.ToString(), $"{T[$"FunctionFinding.{finding}"]} ({Format.Number(_list!.Findings.GetValueOrDefault(finding))})"));

    /// <summary>A unit that leads nothing on this day stands under its code.</summary>
    private IEnumerable<(string, string)> Leads
    {
        get
        {
            var units = _list!.Leads.Select(unit => (unit.Code, unit.Name));
            return Query.Lead is { } code && _list.Leads.All(unit => unit.Code != code) ? units.Prepend((code, code)) : units;
        }
    }

    protected override Task ReadAsync()
    {
        var (query, skip) = (Query, (PageNumber - 1) * PageSize);
        return LoadAsync(_read, ct => Register.ListAsync(query, AsOf.Day, new(skip, PageSize), ct), Show);
    }

    private void Show(FunctionList list)
    {
        _list = list;
        if (list is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);

    private void Open(UnitFunctionRow? function) => (_function, _opened) = (function, true);

    private async Task SavedAsync(SavedChange change)
    {
        _opened = false;
        Saved(change);
        await ReadAsync();
    }
}
