using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>Biến động chưa có văn bản: what this reader may enter and lacks its decision; one is named for those chosen.</summary>
public sealed partial class MissingPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new(), _columnsRead = new();
    private readonly HashSet<ChangeRef> _chosen = []; // by the first place a row stands for
    private MissingList? _list;
    private IReadOnlySet<string>? _hidden;
    private bool _naming;

    [Inject] public required MissingDecisions Missing { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Area { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private ChangeArea? Only => Enum.TryParse<ChangeArea>(Area, ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null;
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private IReadOnlyList<ChangeRow> Chosen => [.. (_list?.Rows ?? []).Where(row => _chosen.Contains(row.Refs[0]))];
    private bool AllChosen => _list?.Rows.All(row => _chosen.Contains(row.Refs[0])) == true;

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(MissingHidable.List, ct), hidden => _hidden = hidden);
        var (area, skip) = (Only, (PageNumber - 1) * PageSize);
        await LoadAsync(_read, ct => Missing.ListAsync(area, new(skip, PageSize), ct), Show);
    }

    /// <summary>Only what is in sight stays chosen. A page past the end, as after naming all of the last one, is the first.</summary>
    private void Show(MissingList list)
    {
        _list = list;
        _chosen.IntersectWith(list.Rows.Select(row => row.Refs[0]));
        if (list is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private bool Shows(string column) => _hidden?.Contains(column) != true;

    private void Toggle(ChangeRow row)
    {
        if (!_chosen.Remove(row.Refs[0])) _chosen.Add(row.Refs[0]);
    }

    private void ToggleAll()
    {
        if (AllChosen) _chosen.Clear();
        else _chosen.UnionWith(_list!.Rows.Select(row => row.Refs[0]));
    }

    private async Task SavedAsync(SavedChange change)
    {
        _naming = false;
        _chosen.Clear();
        Saved(change);
        await ReadAsync();
    }
}
