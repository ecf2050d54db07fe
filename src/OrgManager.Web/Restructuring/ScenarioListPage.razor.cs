using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Restructuring;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>Sắp xếp tổ chức: the scenarios a reader may know of, and what the open ones would do.</summary>
public sealed partial class ScenarioListPage
{
    private const int MostTried = 12;
    private readonly Latest _read = new(), _effectsRead = new();
    private readonly HashSet<Guid> _chosen = [];
    private readonly Dictionary<Guid, IReadOnlyList<TargetEffect>> _effects = [];
    private IReadOnlyList<ScenarioRow>? _rows;
    private ScenarioRow? _undone;
    private Acts _act;

    [Inject] public required ScenarioViewService Scenarios { get; init; }
    [SupplyParameterFromQuery(Name = "state")] public string? Asked { get; set; }
    [SupplyParameterFromQuery] public string? Search { get; set; }

    private string? Only => Asked is "open" or "over" ? Asked : null;
    private bool MayDraft => Actor?.May(Permission.DraftScenarios) == true;
    private bool Undoes => Actor?.May(Permission.Administer) == true;

    /// <summary>An administrator undoes what was applied, and opens none.</summary>
    private bool Opens => ScenarioRoles.Reads(Actor);
    private IReadOnlyList<ScenarioRow> Shown => ScenarioFilter.Of(_rows!, Only, Search);

    protected override async Task ReadAsync()
    {
        await LoadAsync(_read, Scenarios.ListAsync, rows => _rows = rows);
        if (_rows is null || !Opens) return;
        StateHasChanged(); // what each would do comes after the list
        foreach (var row in _rows.Where(row => row.State is ScenarioState.Draft or ScenarioState.Submitted or ScenarioState.Approved).Take(MostTried))
            await LoadAsync(_effectsRead, ct => Scenarios.SimulateAsync(row.Id, ct), trial => _effects[row.Id] = trial.Simulation.Targets);
    }

    private void Show(Guid id) => Navigation.NavigateTo(AsOf.Link($"/scenarios/{id}"));

    private void Close() => (_act, _undone) = (Acts.None, null);

    private enum Acts { None, New, Import, Undo }
}
