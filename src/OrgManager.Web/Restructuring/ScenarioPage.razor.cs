using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Restructuring.Annexes;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>One scenario: its steps, what they would do at every change of them, and the way from a draft to the deed.</summary>
public sealed partial class ScenarioPage
{
    private readonly Latest _read = new();
    private ScenarioDetails? _details;
    private ScenarioTrial? _trial;
    private ScenarioPlacing? _placing;
    private IReadOnlyList<ScenarioConflict> _conflicts = [];
    private IReadOnlyList<Reading> _readings = [];
    private IReadOnlyList<AnnexKind> _annexes = [];
    private StepNames? _names;
    private StepWords? _words;
    private ScenarioAct _act;
    private int? _step;
    private StepForm? _begin;
    private bool _stale;

    [Inject] public required ScenarioViewService Scenarios { get; init; }
    [Inject] public required ScenarioDraftService Drafts { get; init; }
    [Inject] public required ScenarioLifeService Life { get; init; }
    [Inject] public required ScenarioAnnexService Annexes { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromQuery] public string? View { get; set; }
    [SupplyParameterFromQuery] public string? Branch { get; set; }

    protected override string? Place => Id.ToString();

    private string? Shown => View is "before" or "after" ? View : null;
    private bool IsOpen => _details!.State is ScenarioState.Draft or ScenarioState.Submitted or ScenarioState.Approved;

    /// <summary>A board for each branch in which units end or split.</summary>
    private IEnumerable<Branch> Boards
    {
        get
        {
            var sources = IsOpen ? new BoardPlan(_details!.Steps).Sources : [];
            return Enum.GetValues<Branch>().Where(branch => sources.Any(code => _trial!.Simulation.Before.Unit(code)?.Branch == branch));
        }
    }

    protected override async Task ReadAsync()
    {
        await LoadAsync(_read, ReadAsync, Show);
        StateHasChanged();
    }

    private async Task<Read> ReadAsync(CancellationToken ct)
    {
        var details = await Scenarios.GetAsync(Id, ct);
        var open = details.State is ScenarioState.Draft or ScenarioState.Submitted or ScenarioState.Approved;
        return new(details, await Scenarios.SimulateAsync(Id, ct), await Organisation.TreeAsync(open ? details.EffectiveOn : details.EffectiveOn.AddDays(-1), ct),
            open && details.Steps.Count > 0 ? await Scenarios.PlacingAsync(Id, ct: ct) : null,
            details.State is ScenarioState.Submitted or ScenarioState.Approved ? await Scenarios.ConflictsAsync(Id, ct) : [],
            details.Rights.SetReaders ? await Scenarios.ReadingsAsync(Id, ct) : [], await AnnexesAsync(details, ct));
    }

    /// <summary>Of an approved scenario that can still be done; an old one that was applied tells no steps.</summary>
    private async Task<IReadOnlyList<AnnexKind>> AnnexesAsync(ScenarioDetails details, CancellationToken ct)
    {
        if (details.State is not (ScenarioState.Approved or ScenarioState.Applied) || Actor?.May(Permission.Export) != true) return [];
        try
        {
            return await Annexes.KindsAsync(Id, ct);
        }
        catch (Exception e) when (e is RuleBrokenException or AccessDeniedException) // the organisation has moved on, which the steps tell; or the papers are not for the reader
        {
            return [];
        }
    }

    private void Show(Read read)
    {
        (_details, _trial, _placing, _conflicts, _readings, _annexes, _stale) = (read.Details, read.Trial, read.Placing, read.Conflicts, read.Readings, read.Annexes, false);
        var units = Named(read.Tree.Government, OrgManager.Organisation.Branch.Government).Concat(Named(read.Tree.Party, OrgManager.Organisation.Branch.Party));
        _names = new(units, _trial.Simulation, _details.Steps);
        _words = new(T, _names);
    }

    private static IEnumerable<NamedUnit> Named(IReadOnlyList<UnitTreeRow> rows, Branch branch)
    {
        var above = new Stack<UnitTreeRow>();
        foreach (var row in rows)
        {
            while (above.TryPeek(out var last) && last.Depth >= row.Depth) above.Pop();
            yield return new(row.Code, row.Name, branch, above.TryPeek(out var parent) ? parent.Code : null, row.Kind);
            above.Push(row);
        }
    }

    private string Summary(ScenarioDetails details)
    {
        string[] parts =
        [
            T["Scenario.From", Format.Day(details.EffectiveOn)], T.Count("Noun.Step", details.Steps.Count),
            .. details.Author.Length > 0 ? new[] { T["Scenario.By", details.Author].Value } : [],
            .. details.State is ScenarioState.Draft ? new[] { T.Count("Noun.Reader", details.Readers.Count), T["Scenario.NotPublished"].Value } : [],
        ];
        return string.Join(" · ", parts);
    }

    private void Open(ScenarioAct act) => (_act, _step, _begin) = (act, null, null);

    private void EditStep(int? number) => (_act, _step, _begin) = (ScenarioAct.Step, number, null);

    private void PutBack(SetAsideStep aside) => (_act, _step, _begin) = (ScenarioAct.Step, null, StepForm.Of(aside.Step));

    /// <summary>The cell serves what its step says already, or what the steps would leave it.</summary>
    private void Cover(string cell)
    {
        var known = _details!.Steps.ToList().FindLastIndex(step => step is SetCoverageStep coverage && coverage.Cell == cell);
        (_act, _step, _begin) = (ScenarioAct.Step, known < 0 ? null : known + 1, new() { Op = "set-coverage", Unit = cell });
    }

    /// <summary>Somebody else was quicker, or the organisation has moved: what is true now is shown when the dialog is closed.</summary>
    private Task CloseAsync()
    {
        (_act, _step, _begin) = (ScenarioAct.None, null, null);
        return _stale ? ReadAsync() : Task.CompletedTask;
    }

    private async Task GuardedAsync(Func<Seen, Task> change)
    {
        try
        {
            await change(_details!.Seen);
        }
        catch (Exception e) when (e is ConflictException or RuleBrokenException { Code: "Scenario.Moved" })
        {
            _stale = true;
            throw;
        }
    }

    private Task SaveStepAsync(int? number, ScenarioStep step) =>
        GuardedAsync(seen => number is { } at ? Drafts.ReplaceStepAsync(seen, at, step) : Drafts.AddStepAsync(seen, step));

    private Task SetStepsAsync(IReadOnlyList<ScenarioStep> steps) => GuardedAsync(seen => Drafts.SetStepsAsync(seen, steps));

    private Task MoveStepAsync((int Number, int To) move) => EditAsync(seen => Drafts.MoveStepAsync(seen, move.Number, move.To));

    private Task RemoveStepAsync(int number) => EditAsync(seen => Drafts.RemoveStepAsync(seen, number));

    private Task DropAsync(int index) => EditAsync(seen => Drafts.DropSetAsideAsync(seen, index));

    private async Task EditAsync(Func<Seen, Task> change)
    {
        await RunAsync(() => GuardedAsync(change), () => { });
        await ReadAsync();
    }

    private Task TurnAsync(ScenarioAct act, string reason) => GuardedAsync(seen => act switch
    {
        ScenarioAct.Submit => Life.SubmitAsync(seen),
        ScenarioAct.Return => Life.ReturnAsync(seen, reason),
        ScenarioAct.Approve => Life.ApproveAsync(seen, _trial!.Outcome),
        ScenarioAct.Apply => Life.ApplyAsync(seen),
        ScenarioAct.Rebase => Life.RebaseAsync(seen),
        _ => Life.WithdrawAsync(seen, reason),
    });

    /// <summary>What is returned is a draft again, which whoever returned it may not see.</summary>
    private async Task TurnedAsync(ScenarioAct act)
    {
        Saved($"{_details?.Name} · {T[$"ScenarioDone.{act}"]}");
        if (act == ScenarioAct.Return) Navigation.NavigateTo(AsOf.Link("/scenarios"));
        else await ReadAsync();
    }

    private void GoTo(Guid id) => Navigation.NavigateTo(AsOf.Link($"/scenarios/{id}"));

    private sealed record Read(ScenarioDetails Details, ScenarioTrial Trial, UnitTree Tree, ScenarioPlacing? Placing, IReadOnlyList<ScenarioConflict> Conflicts, IReadOnlyList<Reading> Readings, IReadOnlyList<AnnexKind> Annexes);
}
