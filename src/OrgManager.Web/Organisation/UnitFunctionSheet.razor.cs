using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

public enum FunctionAct { Change, Correct, End }

/// <summary>Giao một chức năng, nhiệm vụ; cập nhật, đính chính hoặc kết thúc nó.</summary>
public sealed partial class UnitFunctionSheet
{
    private const int MostPeople = 200;
    private readonly Latest _treeRead = new(), _detailsRead = new(), _peopleRead = new();
    private readonly UnitFunctionForm _form = new();
    private IReadOnlyList<(Guid Id, string Name)> _people = [];
    private IReadOnlyList<UnitTreeRow>? _units;
    private UnitFunctionDetails? _details;
    private FunctionAct _act;
    private DateOnly? _from;
    private DecisionRef? _decision;
    private string _reason = "";

    [Inject] public required UnitFunctionService Functions { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required RosterService Roster { get; init; }
    [CascadingParameter] public Actor? Actor { get; set; }

    /// <summary>The unit on whose page it is opened, which leads a new one; in the register none is named.</summary>
    [Parameter] public UnitRef? Lead { get; set; }

    /// <summary>In which tree the units are that may lead it; null for both.</summary>
    [Parameter] public Branch? Branch { get; set; }

    /// <summary>The first day of the unit.</summary>
    [Parameter] public DateOnly? StartsOn { get; set; }
    [Parameter] public bool MayCorrect { get; set; }

    /// <summary>The function to be changed; null for a new one.</summary>
    [Parameter] public UnitFunctionRow? Function { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;
    private IEnumerable<FunctionAct> Acts => Enum.GetValues<FunctionAct>().Where(act => act != FunctionAct.Correct || MayCorrect);
    private UnitFunctionStretch? Version => _details?.History.LastOrDefault(s => s.From <= AsOf.Day);
    private IEnumerable<UnitFunctionStretch> Later => _act == FunctionAct.Change ? _details?.History.Skip(1).Where(s => s.From > From) ?? [] : [];
    private string SaveText => T[Function is null ? "Function.Add" : _act switch { FunctionAct.Correct => "Change.CorrectSave", FunctionAct.End => "FunctionAct.End", _ => "Change.Save" }];

    protected override async Task OnInitializedAsync()
    {
        _form.LeadId = Lead?.Id ?? Guid.Empty;
        if (Function is { } function) await LoadAsync(_detailsRead, ct => Functions.GetAsync(function.Id, ct), details => _details = details);
        await GoToAsync(AsOf.Day < StartsOn ? StartsOn : AsOf.Day);
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is not { } on) return;
        if (_details?.On(on) is { } facts) _form.Follow(facts);
        await LoadAsync(_treeRead, ct => Organisation.TreeAsync(on, ct), tree => _units = Branch switch
        {
            OrgManager.Organisation.Branch.Party => tree.Party,
            OrgManager.Organisation.Branch.Government => tree.Government,
            _ => [.. tree.Government, .. tree.Party],
        });
        await ReadPeopleAsync();
    }

    /// <summary>Who works in the unit chosen, for whoever may see it; heads and deputies first.</summary>
    private async Task ReadPeopleAsync()
    {
        _people = [];
        if (_from is not { } on || Actor?.May(Permission.ViewStaffWork) != true || _units?.FirstOrDefault(unit => unit.Id == _form.LeadId) is not { Posts: not null } lead) return;
        await LoadAsync(_peopleRead, ct => Roster.ListAsync(new(on, lead.Code), new(0, MostPeople), ct), roster => _people = [.. roster.Rows.Select(row => (row.PersonId, Named(row)))]);
    }

    private static string Named(RosterRow row) => Language.Pick(row.Post, row.PostEn) is { Length: > 0 } post ? $"{row.FullName} · {post}" : row.FullName;

    private void Turn(FunctionAct act)
    {
        (_act, Trouble) = (act, null);
        if (act == FunctionAct.Correct && Version is { } version) _form.Follow(version.Facts);
    }

    private IEnumerable<string> Named(UnitFunctionFields fields) =>
        Enum.GetValues<UnitFunctionFields>().Where(f => f is not (UnitFunctionFields.None or UnitFunctionFields.All) && fields.HasFlag(f))
            .Select(f => T[$"FunctionField.{f}"].Value.ToLower(CultureInfo.CurrentUICulture));

    private async Task SaveAsync()
    {
        if (_act != FunctionAct.Correct && LacksDay(_from)) return;
        if (_form.LeadId == Guid.Empty) { Trouble = T["Function.ChooseLead"]; return; }
        if (Function is not null && _act != FunctionAct.End && _form.Changed == UnitFunctionFields.None) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => (Function, _act) switch
        {
            (null, _) => Functions.BeginAsync(_form.Facts, From, _decision?.Id),
            (_, FunctionAct.End) => Functions.EndAsync(_details!.Seen, From, _decision?.Id),
            (_, FunctionAct.Correct) => Functions.CorrectAsync(_details!.Seen, Version!.VersionId, _form.Edit, _reason),
            _ => Functions.ChangeAsync(_details!.Seen, From, _form.Edit, _decision?.Id),
        }, () => OnSaved.InvokeAsync(Told(_form.Name, T[Function is null ? "Function.AddTitle" : "Function.AlterTitle"], _act == FunctionAct.Correct ? null : From)));
    }

    private Task CallOffAsync(UnitFunctionStretch later) => SaveAsync(() => Functions.WithdrawAsync(_details!.Seen, later.VersionId), () => OnSaved.InvokeAsync(Told(_form.Name, T["Change.WithdrawTitle"])));

    protected override void OnConflict(object current)
    {
        if (current is not UnitFunctionDetails now) return;
        _details = now;
        if (now.On(From) is { } facts) _form.Follow(facts);
    }
}
