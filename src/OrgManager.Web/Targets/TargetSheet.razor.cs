using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>Thêm or sửa mục tiêu: the whole definition, with what it would say on the day looked at before it is saved.</summary>
public sealed partial class TargetSheet
{
    private const int UsualYears = 5;
    private readonly Latest _read = new(), _kindsRead = new(), _unitsRead = new(), _previewRead = new();
    private TargetDefinition? _definition;
    private TargetForm? _form;
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private IReadOnlyList<UnitTreeRow> _units = [];
    private TargetPreview? _preview;
    private string? _refused;
    private string _reason = "";
    private bool _active = true;

    [Inject] public required TargetService Targets { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }

    /// <summary>Of the target to edit; null for a new one.</summary>
    [Parameter] public string? Code { get; set; }

    /// <summary>With the code of the target where it is followed.</summary>
    [Parameter] public EventCallback<string?> OnSaved { get; set; }

    private string? Subtitle => _definition is { Facts: var facts } ? $"{facts.Code} · {Language.Pick(facts.ShortName, facts.Name)}" : null;

    private TargetFacts Begun => new()
    {
        Code = "", Name = "", ShortName = "", Wording = "", WordingEn = "", Binding = true, Metric = TargetMetric.UnitsOfKinds, Set = [], Direction = TargetDirection.Reduce, GoalPercent = 0,
        StartsOn = new(AsOf.Day.Year, 1, 1), BaselineOn = new(AsOf.Day.Year, 1, 1), Due = new(AsOf.Day.Year + UsualYears, 12, 31),
    };

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Branch.Government, ct), kinds => _kinds = kinds);
        await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(AsOf.Day, Branch.Government, ct), tree => _units = tree.Government);
        if (Code is null) _form = new(Begun, Begun, new Dictionary<Guid, DecisionRef>(), AsOf.Day);
        else await LoadAsync(_read, ct => Targets.GetAsync(Code, ct), definition => (_active, _form) = (definition.IsActive, Show(definition, definition.Facts)));
        await PreviewAsync();
    }

    private TargetForm Show(TargetDefinition definition, TargetFacts typed)
    {
        _definition = definition;
        return new(definition.Facts, typed, definition.Decisions, AsOf.Day);
    }

    /// <summary>What is typed judged on the day; while it cannot be, why not.</summary>
    private async Task PreviewAsync()
    {
        if (_form is not { } form) return;
        _refused = Unread(form);
        if (_refused is null) await LoadAsync(_previewRead, ct => Targets.PreviewAsync(form.Read(), AsOf.Day, ct), preview => _preview = Code is null ? preview with { Before = null } : preview);
    }

    private string? Unread(TargetForm form) => form.Wrong switch { null => null, "" => T["Target.SomethingMissing"].Value, var wrong => T["Target.NotRead", wrong].Value };

    private async Task SaveAsync()
    {
        if (_form is not { } form) return;
        Trouble = Unread(form);
        if (Trouble is not null) return;
        var facts = form.Read();
        if (_definition is { } now && now.IsActive == _active && facts.SaysSameAs(now.Facts)) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => _definition is null ? Targets.DefineAsync([facts]) : Targets.ReviseAsync(_definition.Seen, facts, _active, _reason),
            () => OnSaved.InvokeAsync(_active ? facts.Code : null));
    }

    /// <summary>A preview that is refused says so in its place.</summary>
    protected override void OnUnreadable(string message)
    {
        if (_form is null) Trouble = message;
        else _refused = message;
    }

    /// <summary>What somebody else changed meanwhile is told, and taken over where nothing was typed.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not TargetDefinition now || _definition is not { } seen || _form is not { } form) return;
        Trouble += " " + string.Join(" ", TargetField.Differences(T, seen.Facts, now.Facts));
        var typed = TargetField.Follow(T, form.Read(), seen.Facts, now.Facts);
        if (_active == seen.IsActive) _active = now.IsActive;
        _form = Show(now with { Decisions = form.Decisions(now.Decisions) }, typed);
    }
}
