using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Change;

namespace OrgManager.Web.Organisation;

/// <summary>From a day on a unit is called otherwise, stands elsewhere, or is no more; what was typed stays when somebody else was quicker.</summary>
public sealed partial class UnitChangeSheet
{
    private static readonly OrgUnitFields[] Fields = [.. Enum.GetValues<OrgUnitFields>().Where(f => f is not (OrgUnitFields.None or OrgUnitFields.All))];
    private readonly Latest _detailsRead = new(), _treeRead = new(), _kindsRead = new();
    private readonly UnitForm _form = new();
    private OrgUnitDetails? _details;
    private UnitTree? _tree;
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private DateOnly? _from;
    private DecisionRef? _decision;
    private OrgUnitFacts? _typed, _before, _saved;
    private OrgUnitFields _typedFields;
    private string _correcting = "";
    private bool _ending;

    [Inject] public required OrgUnitService Units { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter, EditorRequired] public required UnitCard Unit { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;

    private IReadOnlyList<UnitTreeRow> Parents => Unit.Branch == Branch.Party ? _tree!.Party : _tree!.Government;

    /// <summary>A change of this very day set some of the fields otherwise: to set them anew is to correct it.</summary>
    private bool Corrects => !_ending && _details?.History.Any(s => s.From == From && (s.Sets & _form.Changed) != 0) == true;

    protected override async Task OnInitializedAsync()
    {
        _from = AsOf.Day < Unit.StartsOn ? Unit.StartsOn : AsOf.Day;
        await LoadAsync(_detailsRead, ct => Units.GetAsync(Unit.Id, ct), details => _details = details);
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Unit.Branch, ct), kinds => _kinds = kinds);
        await GoToAsync(_from);
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is null) return;
        Conflict = null;
        if (_details?.On(From) is { } facts) _form.Follow(facts);
        await LoadAsync(_treeRead, ct => Organisation.BranchAsync(From, Unit.Branch, ct), tree => _tree = tree);
    }

    /// <summary>Each field that changes, and the day another known change sets it anew.</summary>
    private IEnumerable<(string Field, string Was, string Becomes, DateOnly? Until)> Preview()
    {
        var (was, becomes) = (_details!.On(From)!, _form.Facts);
        foreach (var field in Fields.Where(f => _form.Changed.HasFlag(f)))
        {
            var next = _details.History.Where(s => s.From > From && s.Sets.HasFlag(field)).Select(s => (DateOnly?)s.From).FirstOrDefault();
            yield return (T[$"UnitField.{field}"], Text(field, was), Text(field, becomes), next);
        }
    }

    private string Text(OrgUnitFields field, OrgUnitFacts facts) => field switch
    {
        OrgUnitFields.Name => facts.Name,
        OrgUnitFields.ShortName => facts.ShortName,
        OrgUnitFields.Kind => _kinds.FirstOrDefault(k => k.Code == facts.Kind) is { } kind ? Language.Pick(kind.Name, kind.NameEn) : facts.Kind,
        OrgUnitFields.Parent => Parents.FirstOrDefault(u => u.Id == facts.ParentId)?.Name,
        OrgUnitFields.Autonomy when facts.Autonomy is { } group => T["Unit.Autonomy", group].Value,
        _ => null,
    } ?? Format.None;

    private async Task SaveAsync()
    {
        if (_details is null || LacksDay(_from)) return;
        if (!_ending && _form.Changed == OrgUnitFields.None) { Trouble = T["Change.Nothing"]; return; }
        if (Corrects && string.IsNullOrWhiteSpace(_correcting)) { Trouble = T["Change.CorrectsThatDay", Format.Day(From)]; return; }
        await SaveAsync(() => _ending
            ? Units.EndAsync(_details.Seen, From, _decision?.Id)
            : Units.ChangeAsync(_details.Seen, From, _form.Edit, _decision?.Id, Corrects ? _correcting : null), () => OnSaved.InvokeAsync(Told(Unit.Facts.Name, T[_ending ? "Unit.End" : "Change.Title"], From)));
    }

    /// <summary>What is true now beside what was typed; which of the two holds is chosen before it is saved.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not OrgUnitDetails now || _details is not { } seen) return;
        (_before, _saved, _typed, _typedFields) = (seen.On(From), now.On(From), _form.Facts, _form.Changed);
        _details = now;
        if (_saved is { } saved) _form.Follow(saved);
    }

    private List<ConflictRow> Conflicts()
    {
        if (_before is not { } before || _saved is not { } saved || _typed is not { } typed) return [];
        return [.. Fields.Where(field => Text(field, before) != Text(field, saved)).Select(field => _typedFields.HasFlag(field)
            ? new ConflictRow(T[$"UnitField.{field}"], Text(field, saved), Text(field, typed))
            {
                KeepsSaved = !_form.Changed.HasFlag(field), OnKeepSaved = keep => _form.Take(keep ? saved : typed, field),
            }
            : new ConflictRow(T[$"UnitField.{field}"], Text(field, saved), null))];
    }
}
