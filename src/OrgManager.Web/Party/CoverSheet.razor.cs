using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>A cell is to serve a government unit, or a leader by name, from a day on; of cell and unit one may be given.</summary>
public sealed partial class CoverSheet
{
    private readonly Latest _placesRead = new(), _unitsRead = new();
    private IReadOnlyList<PartyPlace> _places = [];
    private IReadOnlyList<UnitTreeRow> _units = [];
    private Guid? _cell, _unit;
    private PartyPerson? _person;
    private DateOnly? _from;
    private DecisionRef? _decision;
    private bool _loaded, _byName;

    [Inject] public required CoverageService Coverage { get; init; }
    [Inject] public required CellService Cells { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter] public UnitRef? Cell { get; set; }
    [Parameter] public UnitRef? Unit { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_cell, _unit) = (Cell?.Id, Unit?.Id);
        await GoToAsync(AsOf.Day);
        _loaded = true;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is not { } on) return;
        await LoadAsync(_placesRead, ct => Cells.PlacesAsync(on, ct), places => _places = places);
        await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(on, Branch.Government, ct), tree => _units = tree.Government);
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_cell is not { } cell) { Trouble = T["Member.ChooseCell"]; return; }
        if ((_byName ? _person?.Id : _unit) is not { } served) { Trouble = T[_byName ? "Member.PersonMissing" : "Member.ChooseUnit"]; return; }
        await SaveAsync(() => _byName ? Coverage.CoverPersonAsync(cell, served, from, _decision?.Id) : Coverage.CoverUnitAsync(cell, served, from, _decision?.Id), () => OnSaved.InvokeAsync(new($"{T["Cover.Title"]} · {Cell?.Name ?? Unit?.Name}", from)));
    }
}
