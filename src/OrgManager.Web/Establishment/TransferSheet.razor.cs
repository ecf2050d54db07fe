using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Điều chuyển: posts go from one unit to another; both sides are shown before they are saved, and saved together.</summary>
public sealed partial class TransferSheet
{
    private readonly Latest _read = new(), _sidesRead = new();
    private IReadOnlyList<UnitTreeRow>? _units;
    private QuotaCategory _category;
    private Guid? _giver, _taker;
    private int _posts = 1;
    private IReadOnlyList<TransferSide>? _sides;
    private DateOnly? _from;
    private DecisionRef? _decision;

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required QuotaService Quotas { get; init; }
    [Inject] public required EstablishmentService Establishment { get; init; }
    [Parameter, EditorRequired] public required UnitRef Root { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    protected override Task OnInitializedAsync() => GoToAsync(AsOf.Day);

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is { } on) await LoadAsync(_read, ct => Organisation.BranchAsync(on, Branch.Government, ct), tree => _units = [.. tree.Government.Where(u => u.Posts is not null)]);
        await PreviewAsync();
    }

    /// <summary>What saving would do, told by what would do it; a refusal is told before it comes to saving.</summary>
    private async Task PreviewAsync()
    {
        (_sides, Trouble) = (null, null);
        if (_from is { } from && _giver is { } giver && _taker is { } taker)
            await LoadAsync(_sidesRead, ct => Establishment.TransferAsync(new(giver, taker, _category, _posts), from, ct), sides => _sides = sides);
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_giver is not { } giver || _taker is not { } taker) { Trouble = T["Quota.ChooseBoth"]; return; }
        await SaveAsync(() => Quotas.TransferAsync(new(giver, taker, _category, _posts), from, _decision?.Id), () => OnSaved.InvokeAsync(new(T["Quota.Transfer"], from)));
    }
}
