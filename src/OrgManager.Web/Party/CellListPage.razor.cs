using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>The cells of the day with their members, the committee above them, and what asks for attention.</summary>
public sealed partial class CellListPage
{
    private readonly Latest _read = new(), _columnsRead = new();
    private CellList? _list;
    private IReadOnlySet<string> _hidden = new HashSet<string>();
    private bool _admitting, _columnsKnown;
    private UnitRef? _covered;

    [Inject] public required CellService Cells { get; init; }
    [Inject] public required AccountService Accounts { get; init; }

    protected override Permission? Lists => Permission.ViewPartyBasics;

    protected override async Task ReadAsync()
    {
        if (!_columnsKnown) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(CellHidable.List, ct), hidden => (_hidden, _columnsKnown) = (hidden, true));
        await LoadAsync(_read, ct => Cells.ListAsync(AsOf.Day, ct), list => _list = list);
    }

    private string Summary(CellList list) =>
        $"{T.Count("Noun.Cell", list.Cells.Count)} · {T["Cells.MembersOf", T.Count("Noun.Member", list.Members), Format.Number(list.Official), Format.Number(list.Probationary)]}";

    private void OpenMember(string code)
    {
        _admitting = false;
        Saved(T["Member.AdmittedIn", code]);
        Navigation.NavigateTo(AsOf.Link($"/members/{Uri.EscapeDataString(code)}"));
    }

    private async Task SavedAsync(SavedChange change)
    {
        _covered = null;
        Saved(change);
        await ReadAsync();
    }
}
