using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Transfers;

/// <summary>Chuyển sinh hoạt đảng: the letters under way with both confirmations, what is late, and the acts that lead from one state to the next.</summary>
public sealed partial class TransferPage
{
    private const string Late = "Overdue";

    private readonly Latest _read = new(), _cellsRead = new();
    private TransferList? _list;
    private IReadOnlyList<PartyPlace> _cells = [];
    private TransferRow? _revised, _acted;
    private bool _drafting;

    [Inject] public required TransferRegister Register { get; init; }
    [SupplyParameterFromQuery(Name = "state")] public string? StateAsked { get; set; }
    [SupplyParameterFromQuery(Name = "cell")] public string? CellAsked { get; set; }
    [SupplyParameterFromQuery(Name = "year")] public string? YearAsked { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }
    [SupplyParameterFromQuery(Name = "person")] public string? PersonAsked { get; set; }

    protected override Permission? Lists => Permission.ViewPartyRecord;

    private TransferQuery Query => QueryOf(StateAsked, CellAsked, YearAsked, AsOf.Today);
    private int Open => _list!.States.Where(s => s.Key is TransferState.Draft or TransferState.Issued or TransferState.Received).Sum(s => s.Value);
    private TransferRule Rule => TransferRules.On(AsOf.Today);

    private IEnumerable<(string, string)> States => Enum.GetValues<TransferState>().Select(state => (state.ToString(), $"{TransferWords.State(T, state)} ({Format.Number(_list!.States.GetValueOrDefault(state))})"))
        .Prepend((Late, $"{T["Transfer.Overdue"]} ({Format.Number(_list!.Overdue)})"));

    private IEnumerable<(string, string)> Years => _list!.Years.Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => (year, year));

    /// <summary>What the address asks for; without a year, this one.</summary>
    internal static TransferQuery QueryOf(string? state, string? cell, string? year, DateOnly today) => new(
        Enum.TryParse<TransferState>(state, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null,
        year == "all" ? null : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1900 and < 2200 ? number : today.Year,
        string.IsNullOrEmpty(cell) ? null : cell, string.Equals(state, Late, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page of a member opens the dialog here.</summary>
    protected override void OnInitialized() => _drafting = ActAsked == "draft";

    protected override async Task ReadAsync()
    {
        await LoadAsync(_cellsRead, ct => Register.CellsAsync(AsOf.Today, ct), cells => _cells = cells);
        await LoadAsync(_read, ct => Register.ListAsync(Query, ct), list => _list = list);
    }

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private void Close()
    {
        (_drafting, _revised, _acted) = (false, null, null);
        ForgetAct();
    }

    private Task SavedAsync(SavedChange change)
    {
        Close();
        Saved(change);
        return ReadAsync();
    }
}
