using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Tuyển dụng, tiếp nhận: somebody new, in post from a day on.</summary>
public sealed partial class RecruitSheet
{
    private readonly Latest _unitsRead = new(), _kindsRead = new();
    private readonly PostForm _form = new() { Category = QuotaCategory.CivilServant, Headship = Headship.None };
    private IReadOnlyList<UnitTreeRow> _units = [];
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private string _name = "", _code = "";
    private Sex _sex;
    private DateOnly? _born, _from;
    private DecisionRef? _decision;
    private bool _loaded, _tried;

    [Inject] public required StaffService Staff { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }

    /// <summary>Code of the unit the list is narrowed to, if it is: most likely the one to work in.</summary>
    [Parameter] public string? Unit { get; set; }

    /// <summary>Gets the staff number of whoever is new.</summary>
    [Parameter] public EventCallback<string> OnRecruited { get; set; }

    private AssignmentFacts? Post => _form is { UnitId: { } unit, Category: { } category } ? _form.On(new(unit, category)) : null;

    /// <summary>Once saving was tried, what is missing is marked where it is missing.</summary>
    private string? Wrong(bool missing) => _tried && missing ? "true" : null;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Branch.Government, ct), kinds => _kinds = kinds);
        await GoToAsync(AsOf.Day);
        _form.UnitId = _units.FirstOrDefault(u => u.Code == Unit)?.Id;
        _loaded = true;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is { } on) await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(on, Branch.Government, ct), tree => _units = tree.Government);
    }

    private async Task SaveAsync()
    {
        _tried = true;
        if (LacksDay(_from) || _from is not { } from) return;
        if (_born is not { } born) { Trouble = T["Staff.BornMissing"]; return; }
        if (Post is not { } post) { Trouble = T["Staff.PlaceMissing"]; return; }
        if (post is { Headship: Headship.None, Position: null or "" }) { Trouble = T["Staff.PositionMissing"]; return; }
        await SaveAsync(() => Staff.RecruitAsync(new(new(_code.Trim(), _name, _sex, born), post), from, _decision?.Id), () => OnRecruited.InvokeAsync(_code.Trim()));
    }
}
