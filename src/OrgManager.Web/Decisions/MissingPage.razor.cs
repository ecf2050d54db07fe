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
    private readonly Latest _read = new(), _columnsRead = new(), _allRead = new();
    private readonly Dictionary<ChangeRef, ChangeRow> _chosen = []; // by the first place a row stands for
    private ChangeArea? _shown;
    private MissingList? _list;
    private IReadOnlySet<string>? _hidden;
    private bool _naming;

    [Inject] public required MissingDecisions Missing { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Area { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private ChangeArea? Only => Enum.TryParse<ChangeArea>(Area, ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null;
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private IReadOnlyList<ChangeRow> Chosen => [.. _chosen.Values.OrderByDescending(row => row.On)];
    private bool AllChosen => _list?.Rows.All(row => _chosen.ContainsKey(row.Refs[0])) == true;

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(MissingHidable.List, ct), hidden => _hidden = hidden);
        var (area, skip) = (Only, (PageNumber - 1) * PageSize);
        await LoadAsync(_read, ct => Missing.ListAsync(area, new(skip, PageSize), ct), Show);
    }

    /// <summary>What was chosen on other pages stays so while the list is the same one; once it is another, or something changed, only what is in sight does. A page past the end, as after naming all of the last one, is the first.</summary>
    private void Show(MissingList list)
    {
        var isSame = _list?.Seq == list.Seq && _shown == Only;
        (_list, _shown) = (list, Only);
        if (!isSame)
            foreach (var gone in _chosen.Keys.Except(list.Rows.Select(row => row.Refs[0])).ToList()) _chosen.Remove(gone);
        if (list is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private bool Shows(string column) => _hidden?.Contains(column) != true;

    private void Toggle(ChangeRow row)
    {
        if (!_chosen.Remove(row.Refs[0])) _chosen[row.Refs[0]] = row;
    }

    private void ToggleAll()
    {
        var all = AllChosen;
        foreach (var row in _list!.Rows)
            if (all) _chosen.Remove(row.Refs[0]);
            else _chosen[row.Refs[0]] = row;
    }

    /// <summary>Those of the other pages, too.</summary>
    private Task ChooseAllAsync() => LoadAsync(_allRead, ct => Missing.ListAsync(Only, new(0, int.MaxValue), ct), list =>
    {
        Show(list with { Rows = [.. list.Rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)] });
        foreach (var row in list.Rows) _chosen[row.Refs[0]] = row;
    });

    private async Task SavedAsync(SavedChange change)
    {
        _naming = false;
        _chosen.Clear();
        Saved(change);
        await ReadAsync();
    }
}
