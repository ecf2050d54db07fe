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
    private UnitTree? _tree;
    private IReadOnlySet<string>? _hidden;
    private IReadOnlyList<UnitFunctionRow> _leaderless = [];
    private HashSet<string> _closed = [];
    private bool _founding;

    [Inject] public required UnitFunctionService Functions { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Branch { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = "only")] public string? OnlyWith { get; set; }

    /// <summary>Codes of the units whose branches are closed.</summary>
    [SupplyParameterFromQuery(Name = "closed")] public string? ClosedUnits { get; set; }

    private bool IsParty => Branch == "party";
    private Branch Shown => IsParty ? OrgManager.Organisation.Branch.Party : OrgManager.Organisation.Branch.Government;
    private bool ShowsPosts => !IsParty && _tree!.Government.Any(row => row.Posts is not null);
    private QuotaCategory? Only => One<QuotaCategory>(Category);
    private Difference? With => One<Difference>(OnlyWith);
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));
    private IEnumerable<(string, string)> Differences => Enum.GetValues<Difference>().Select(side => (side.ToString(), T[side == Difference.NoHead ? "Units.NoHead" : $"Posts.{side}"].Value));

    /// <summary>What "close all" closes: every branch below the top, or the top where there is nothing else.</summary>
    private IEnumerable<string> Foldable
    {
        get
        {
            var parents = (IsParty ? _tree!.Party : _tree!.Government).Where(row => row.HasChildren).ToList();
            return (parents.Exists(row => row.Depth > 0) ? parents.Where(row => row.Depth > 0) : parents).Select(row => row.Code);
        }
    }

    protected override void OnParametersSet() => _closed = [.. (ClosedUnits ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(UnitHidable.List, ct), hidden => _hidden = hidden);
        await LoadAsync(_read, async ct => (await Organisation.TreeAsync(AsOf.Day, ct), await Functions.WithoutLeadAsync(AsOf.Day, ct: ct)), read => (_tree, _leaderless) = read);
    }

    /// <summary>The new unit's own page, on a day it is there.</summary>
    private void ShowNew((string Code, DateOnly From) founded)
    {
        var path = $"/units/{Uri.EscapeDataString(founded.Code)}";
        Navigation.NavigateTo(founded.From <= AsOf.Day ? AsOf.Link(path) : $"{path}?{AsOf.Key}={founded.From:yyyy-MM-dd}");
    }

    /// <summary>Leaving and coming back finds the tree as it was left.</summary>
    private void Close(IEnumerable<string> codes) => Choose("closed", string.Join(',', codes.Order(StringComparer.Ordinal)));

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private string Summary(UnitTree tree) => IsParty ? T.Cells(tree)
        : $"{T.Units(tree)} · {T["Units.PostsOf", Format.Number(tree.Totals.Allocated.Total), Format.Number(tree.Totals.Present.Total)]}";

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
