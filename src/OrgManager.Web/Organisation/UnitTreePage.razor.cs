using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>Both trees on the day; branch, category, difference and what is closed stand in the address.</summary>
public sealed partial class UnitTreePage
{
    private readonly Latest _read = new(), _columnsRead = new();
    private ShownTree? _tree;
    private TreeOpening? _opening;
    private IReadOnlySet<string>? _hidden;
    private IReadOnlyList<UnitFunctionRow> _leaderless = [];
    private int _most = ShownTree.Most;
    private bool _founding;

    [Inject] public required UnitFunctionService Functions { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Branch { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = "only")] public string? OnlyWith { get; set; }

    /// <summary>What is open and closed beyond what is so at first: <see cref="TreeOpening"/>.</summary>
    [SupplyParameterFromQuery(Name = "open")] public string? Opened { get; set; }
    [SupplyParameterFromQuery(Name = "closed")] public string? Closed { get; set; }

    private bool IsParty => Branch == "party";
    private Branch Shown => IsParty ? OrgManager.Organisation.Branch.Party : OrgManager.Organisation.Branch.Government;
    private QuotaCategory? Only => One<QuotaCategory>(Category);
    private Difference? With => One<Difference>(OnlyWith);
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));
    private IEnumerable<(string, string)> Differences => Enum.GetValues<Difference>().Select(side => (side.ToString(), T[side == Difference.NoHead ? "Units.NoHead" : $"Posts.{side}"].Value));

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(UnitHidable.List, ct), hidden => _hidden = hidden);
        await ReadTreeAsync();
    }

    private Task ReadTreeAsync() =>
        LoadAsync(_read, async ct => (await Organisation.BranchAsync(AsOf.Day, Shown, ct), await Functions.WithoutLeadAsync(AsOf.Day, ct: ct)), read =>
        {
            _opening = new(IsParty ? read.Item1.Party : read.Item1.Government, With is null ? Opened : TreeOpening.Every, Closed);
            (_tree, _leaderless) = (new(T, read.Item1, Shown, Only, With, _opening, _most), read.Item2);
        });

    private Task ShowMoreAsync()
    {
        _most += ShownTree.Most;
        return ReadTreeAsync();
    }

    /// <summary>The new unit's own page, on a day it is there.</summary>
    private void ShowNew((string Code, DateOnly From) founded)
    {
        var path = $"/units/{Uri.EscapeDataString(founded.Code)}";
        Navigation.NavigateTo(founded.From <= AsOf.Day ? AsOf.Link(path) : $"{path}?{AsOf.Key}={founded.From:yyyy-MM-dd}");
    }

    private void Toggle(UnitTreeRow row)
    {
        var (opened, closed) = _opening!.Toggled(row);
        Open(opened, closed);
    }

    /// <summary>Leaving and coming back finds the tree as it was left.</summary>
    private void Open(string? opened, string? closed) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["open"] = Given(opened), ["closed"] = Given(closed) }), replace: true);

    private static string? Given(string? codes) => string.IsNullOrEmpty(codes) ? null : codes;

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
