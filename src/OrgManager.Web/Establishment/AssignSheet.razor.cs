using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Giao: the levels a unit receives from above for itself and all below it, from a day on.</summary>
public sealed partial class AssignSheet
{
    private readonly Latest _read = new(), _levelsRead = new();
    private List<UnitTreeRow>? _units;
    private List<QuotaLine> _lines = [];
    private UnitTreeRow? _unit;
    private DateOnly? _from;
    private DecisionRef? _decision;
    private IReadOnlyList<QuotaDetails> _levels = [];
    private string _reason = "";

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required QuotaService Quotas { get; init; }
    [Parameter, EditorRequired] public required EstablishmentTable Table { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;

    /// <summary>Levels set already for later days, of the categories that change: they stay.</summary>
    private IEnumerable<(QuotaCategory Category, QuotaLevelDetails Level)> Later =>
        from line in _lines
        where line.IsChanged
        from quota in _levels
        where (quota.Kind, quota.Category) == (QuotaKind.Assigned, line.Category)
        from level in quota.Levels
        where level.From > From
        select (line.Category, level);

    private bool Corrects => _lines.Any(l => l.IsChanged && l.BeginsThatDay);

    protected override Task OnInitializedAsync() => GoToAsync(new(AsOf.Day.Year + 1, 1, 1));

    private async Task GoToAsync(DateOnly? day)
    {
        (_from, Trouble) = (day, null);
        if (day is not { } on) return;
        await LoadAsync(_read, ct => Organisation.BranchAsync(on, Branch.Government, ct), tree => _units = [.. tree.Government.Where(u => u.Posts is not null)]);
        await ShowAsync(_unit?.Code ?? (Table.Receivers.Count > 0 ? Table.Receivers[0].Unit : Table.Root).Code);
    }

    private Task Choose(ChangeEventArgs choice) => ShowAsync(choice.Value?.ToString() ?? "");

    private async Task ShowAsync(string code)
    {
        if (_units is not { Count: > 0 } units) return;
        var unit = _unit = units.Find(u => u.Code == code) ?? units[0];
        await LoadAsync(_levelsRead, ct => Quotas.OfUnitAsync(unit.Id, ct), levels => _levels = levels);
        _lines = [.. Enum.GetValues<QuotaCategory>().Select(Of)];
    }

    private QuotaLine Of(QuotaCategory category)
    {
        var level = _levels.FirstOrDefault(q => (q.Kind, q.Category) == (QuotaKind.Assigned, category))?.Levels.FirstOrDefault(l => l.From <= From && (l.Until is null || From < l.Until));
        return new(category, level?.Posts, level?.From == From);
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _unit is not { } unit) return;
        if (_lines.Find(l => l.Wrong) is { } wrong) { Trouble = T["Quota.NotANumber", wrong.Typed]; return; }
        var changes = _lines.Where(l => l.IsChanged).Select(l => l.Setting(unit.Id, QuotaKind.Assigned)).ToList();
        if (changes.Count == 0) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => Quotas.ReviseAsync(changes, From, _decision?.Id, _reason), () => OnSaved.InvokeAsync(new(T["Quota.Assign"], From)));
    }

    protected override void OnConflict(object current)
    {
        if (current is not IReadOnlyList<SeenQuota> now) return;
        foreach (var line in _lines) line.Follow(now);
    }
}
