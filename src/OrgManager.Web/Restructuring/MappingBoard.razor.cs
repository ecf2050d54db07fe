using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>Cards of the people of the units that end or split, in columns of the units they come to; moving one writes the steps.</summary>
public sealed partial class MappingBoard
{
    private readonly List<string> _added = [];
    private BoardView? _view;
    private string? _dragged, _over;
    private ScenarioSimulation? _shown;

    [CascadingParameter] public Actor? Actor { get; set; }
    [Parameter, EditorRequired] public required ScenarioSimulation Tried { get; set; }
    [Parameter, EditorRequired] public required StepNames Names { get; set; }
    [Parameter, EditorRequired] public Branch Branch { get; set; }
    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Saves all steps anew.</summary>
    [Parameter, EditorRequired] public required Func<IReadOnlyList<ScenarioStep>, Task> Save { get; set; }
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>What else stands in those units: functions, and the cells that serve them.</summary>
    [Parameter] public ScenarioPlacing? Placing { get; set; }

    /// <summary>Which units a cell serves is to be said; gets its code.</summary>
    [Parameter] public EventCallback<string> OnCoverage { get; set; }

    private bool IsParty => Branch == Branch.Party;
    private IReadOnlyList<string> Columns => [.. _view!.Targets, .. _added.Where(code => !_view.Targets.Contains(code))];
    private IReadOnlyList<NamedUnit> Others => [.. Names.UnitsAt(Names.Steps.Count).Where(unit => unit.Branch == Branch && !Columns.Contains(unit.Code))];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Tried) && _view is not null) return;
        (_shown, _view) = (Tried, new(Names.Steps, Tried, Names, Branch));
    }

    /// <summary>Functions by the unit that leads them now and the one that will.</summary>
    private IEnumerable<IGrouping<(string From, string? To), PlacedFunction>> Functions => (IsParty ? [] : Placing?.Functions ?? []).GroupBy(function => (function.From.Code, function.To?.Code));

    /// <summary>Which cell serves the units that people come to.</summary>
    private IEnumerable<PlacedCoverage> Served => IsParty ? [] : (Placing?.Cells ?? []).Where(served => Columns.Contains(served.Unit.Code) && (served.CellBefore ?? served.CellAfter) is not null);

    private Task HandAsync(PlacedFunction function, string? target) =>
        string.IsNullOrEmpty(target) || target == function.To?.Code ? Task.CompletedTask : ChangeAsync(_view!.Plan.Hand(function.Name, function.From.Code, target));

    private string? Counts(string target)
    {
        if (_view!.After(target) is not { } unit) return null;
        return IsParty ? T["OrgChart.Members", Format.Number(unit.Official), Format.Number(unit.Probationary)].Value
            : T["Board.PostsOf", Format.Number(unit.Present.Total), Format.Number(unit.Allocated.Total)].Value;
    }

    /// <summary>Left in the middle of the column where it was picked up, a card stays.</summary>
    private async Task DropAsync(string target)
    {
        var card = _view!.Cards.FirstOrDefault(one => one.Code == _dragged);
        (_dragged, _over) = (null, null);
        if (card is not null && MayEdit) await MoveAsync(card, target);
    }

    private Task MoveAsync(BoardCard card, string? target) =>
        target is null || (card.IsPlaced && card.At == target) ? Task.CompletedTask : ChangeAsync(_view!.Plan.Move(card.Code, card.Source, target));

    private Task LeadAsync(BoardCard card, string? chosen) =>
        ChangeAsync(_view!.Plan.Lead(card.Code, card.Source, Enum.TryParse<Leadership>(chosen, out var post) ? post : null));

    private async Task ChangeAsync(IReadOnlyList<ScenarioStep> steps)
    {
        var saved = false;
        await RunAsync(() => Save(steps), () => saved = true);
        await OnSaved.InvokeAsync();
        if (!saved) _shown = null; // what a select shows is set back
    }

    private string Post(Leadership? leads) => leads is { } post ? new StepWords(T, Names).Post(post, IsParty) : T[IsParty ? "Board.Member" : "Board.Staff"];

    private string Lower(Leadership? leads) => Post(leads) is { Length: > 0 } post ? char.ToLower(post[0], CultureInfo.CurrentUICulture) + post[1..] : "";
}
