using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>Đính chính what was entered wrongly, with a reason; hủy what is not yet in force.</summary>
public sealed partial class UnitAmendSheet
{
    private readonly Latest _detailsRead = new(), _treeRead = new(), _kindsRead = new();
    private readonly UnitForm _form = new();
    private OrgUnitDetails? _details;
    private UnitTree? _tree;
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private bool _wrongDay;
    private DateOnly? _day;
    private string _reason = "";

    [Inject] public required OrgUnitService Units { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter, EditorRequired] public required UnitCard Unit { get; set; }
    [Parameter, EditorRequired] public required UnitEvent Happened { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private bool IsAhead => Happened.On > AsOf.Today;
    private bool IsEnd => Happened.Kind == UnitEventKind.Ended;
    private IReadOnlyList<UnitTreeRow> Parents => _tree is null ? [] : Unit.Branch == Branch.Party ? _tree.Party : _tree.Government;
    private OrgUnitStretch? Version => _details?.History.SingleOrDefault(s => s.Id == Happened.VersionId);

    /// <summary>What that change itself set; the rest was so before and is corrected there.</summary>
    private IEnumerable<OrgUnitFields> Fields => Enum.GetValues<OrgUnitFields>().Where(f => f is not (OrgUnitFields.None or OrgUnitFields.All or OrgUnitFields.Order) && Version?.Sets.HasFlag(f) == true);

    protected override async Task OnInitializedAsync()
    {
        _day = Happened.On;
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Unit.Branch, ct), kinds => _kinds = kinds);
        await LoadAsync(_treeRead, ct => Organisation.BranchAsync(Happened.On, Unit.Branch, ct), tree => _tree = tree);
        await LoadAsync(_detailsRead, ct => Units.GetAsync(Unit.Id, ct), Show);
    }

    private void Show(OrgUnitDetails details)
    {
        _details = details;
        if (Version is { } version) _form.Follow(version.Facts);
    }

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen }) return;
        if (!IsAhead && LacksDay(_day)) return;
        if (!IsAhead && !IsEnd && !_wrongDay && _form.Changed == OrgUnitFields.None) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => (IsAhead, IsEnd) switch
        {
            (true, true) => Units.WithdrawEndAsync(seen),
            (true, false) => Units.WithdrawAsync(seen, Happened.VersionId!.Value),
            (false, true) => Units.CorrectEndAsync(seen, _day, _reason),
            _ when _wrongDay => Units.CorrectDayAsync(seen, Happened.VersionId!.Value, _day!.Value, _reason),
            _ => Units.CorrectAsync(seen, Happened.VersionId!.Value, _form.Edit, _reason),
        }, () => OnSaved.InvokeAsync(Told(Unit.Facts.Name, T[IsAhead ? "Change.WithdrawTitle" : "Change.CorrectTitle"])));
    }

    protected override void OnConflict(object current)
    {
        if (current is OrgUnitDetails now) Show(now);
    }
}
