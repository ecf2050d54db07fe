using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Điều chuyển: posts go from one unit to another; both sides are shown before they are saved, and saved together.</summary>
public sealed partial class TransferSheet
{
    private readonly Latest _read = new();
    private IReadOnlyList<UnitTreeRow>? _units;
    private QuotaCategory _category;
    private Guid? _giver, _taker;
    private int _posts = 1;
    private DateOnly? _from;
    private DecisionRef? _decision;

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required QuotaService Quotas { get; init; }
    [Parameter, EditorRequired] public required UnitRef Root { get; set; }
    [Parameter] public EventCallback OnSaved { get; set; }

    protected override Task OnInitializedAsync() => GoToAsync(AsOf.Day);

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is { } on) await LoadAsync(_read, ct => Organisation.TreeAsync(on, ct), tree => _units = [.. tree.Government.Where(u => u.Posts is not null)]);
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_giver is not { } giver || _taker is not { } taker) { Trouble = T["Quota.ChooseBoth"]; return; }
        await SaveAsync(() => Quotas.TransferAsync(new(giver, taker, _category, _posts), from, _decision?.Id), () => OnSaved.InvokeAsync());
    }

    private UnitTreeRow? Find(Guid? id) => _units?.FirstOrDefault(u => u.Id == id);

    /// <summary>The unit itself or the nearest above it that something of the category is assigned to.</summary>
    private UnitTreeRow? ReceiverOf(UnitTreeRow unit)
    {
        var depth = int.MaxValue;
        foreach (var row in _units!.Take(_units!.ToList().IndexOf(unit) + 1).Reverse().Where(row => row == unit || row.Depth < depth))
        {
            if (row.Depth >= depth) continue;
            depth = row.Depth;
            if (row.Posts?.Assigned?[_category] > 0) return row;
        }
        return null;
    }
}
