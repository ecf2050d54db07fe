using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>What a cell serves is served no more from a day on; or was entered wrongly.</summary>
public sealed partial class CoverageSheet
{
    private readonly Latest _read = new(), _cellsRead = new();
    private CoverageDetails? _details;
    private List<UnitTreeRow> _cells = [];
    private CoverAct _act;
    private DateOnly? _day;
    private Guid? _right;
    private DecisionRef? _decision;
    private string _reason = "";

    [Inject] public required CoverageService Coverage { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService Kinds { get; init; }
    [Parameter, EditorRequired] public required CellCard Cell { get; set; }
    [Parameter, EditorRequired] public required CellServed Served { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private IEnumerable<CoverAct> Acts => Enum.GetValues<CoverAct>().Where(act => act switch
    {
        CoverAct.Withdraw => Cell.MayChange && Served.Since > AsOf.Today,
        CoverAct.End => Cell.MayChange && Served.EndsOn is null,
        CoverAct.WithdrawEnd => Cell.MayChange && Served.EndsOn > AsOf.Today,
        CoverAct.WrongEnd => Cell.MayCorrect && Served.EndsOn <= AsOf.Today,
        _ => Cell.MayCorrect,
    });

    protected override async Task OnInitializedAsync()
    {
        (_act, _day) = (Acts.FirstOrDefault(), AsOf.Day);
        await LoadAsync(_cellsRead, CellsAsync, cells => _cells = cells);
        await LoadAsync(_read, ct => Coverage.GetAsync(Served.CoverageId, ct), details => _details = details);
    }

    private async Task<List<UnitTreeRow>> CellsAsync(CancellationToken ct)
    {
        var kinds = (await Kinds.ListAsync(Branch.Party, ct)).Where(k => k.Cell).Select(k => k.Code).ToHashSet();
        return [.. (await Organisation.BranchAsync(Served.Since, Branch.Party, ct)).Party.Where(u => kinds.Contains(u.Kind))];
    }

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen } || (_act is not (CoverAct.WrongCell or CoverAct.WithdrawEnd or CoverAct.Withdraw) && LacksDay(_day))) return;
        if (_act == CoverAct.WrongCell && _right is null) { Trouble = T["Member.ChooseCell"]; return; }
        await SaveAsync(() => _act switch
        {
            CoverAct.Withdraw => Coverage.WithdrawAsync(seen, Served.VersionId, _reason),
            CoverAct.End => Coverage.EndAsync(Cell.Id, Served.ServedId, _day!.Value, _decision?.Id),
            CoverAct.WithdrawEnd => Coverage.WithdrawEndAsync(seen),
            CoverAct.WrongCell => Coverage.CorrectAsync(seen, Served.VersionId, _right!.Value, _reason),
            CoverAct.WrongDay => Coverage.CorrectDayAsync(seen, Served.VersionId, _day!.Value, _reason),
            _ => Coverage.CorrectEndAsync(seen, _day, _reason),
        }, () => OnSaved.InvokeAsync(Told((Served.Unit?.Name ?? Served.Person?.FullName)!, T[_act is CoverAct.End ? "Cover.Ended" : _act is CoverAct.Withdraw or CoverAct.WithdrawEnd ? "Change.WithdrawTitle" : "Change.CorrectTitle"], _act == CoverAct.End ? _day : null)));
    }

    protected override void OnConflict(object current) => _details = current as CoverageDetails ?? _details;
}

/// <summary>What may be done with a line of coverage.</summary>
public enum CoverAct { Withdraw, End, WithdrawEnd, WrongDay, WrongCell, WrongEnd }
