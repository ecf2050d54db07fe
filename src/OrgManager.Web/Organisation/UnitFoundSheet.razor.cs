using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>Thành lập: a unit of either branch, from a day on.</summary>
public sealed partial class UnitFoundSheet
{
    private readonly Latest _treeRead = new(), _kindsRead = new();
    private readonly UnitForm _form = new();
    private UnitTree? _tree;
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private DateOnly? _from;
    private DecisionRef? _decision;
    private string _code = "";

    [Inject] public required OrgUnitService Units { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter, EditorRequired] public Branch Branch { get; set; }

    /// <summary>Gets the code of the new unit, and the day it is there from.</summary>
    [Parameter] public EventCallback<(string Code, DateOnly From)> OnFounded { get; set; }

    private IReadOnlyList<UnitTreeRow> Parents => Branch == Branch.Party ? _tree!.Party : _tree!.Government;

    private string? Above => Parents.FirstOrDefault(u => u.Id == _form.ParentId)?.Name;

    /// <summary>"CDS, phòng chuyên môn", as far as it is typed.</summary>
    private string Details => string.Join(", ", new[] { _code.Trim(), _kinds.FirstOrDefault(k => k.Code == _form.Kind) is { } kind ? Language.Pick(kind.Name, kind.NameEn).ToLower(CultureInfo.CurrentUICulture) : "" }.Where(part => part.Length > 0));

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Branch, ct), kinds => _kinds = kinds);
        await GoToAsync(AsOf.Day);
        _form.ParentId = Parents.Count > 0 ? Parents[0].Id : null;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is { } on) await LoadAsync(_treeRead, ct => Organisation.BranchAsync(on, Branch, ct), tree => _tree = tree);
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_form.Kind.Length == 0) { Trouble = T["Unit.ChooseKind"]; return; }
        var order = Parents.Count + 1; // last among those it will stand beside
        await SaveAsync(() => Units.FoundAsync(new(_code.Trim(), Branch, _form.Facts with { Order = order }), from, _decision?.Id), () => OnFounded.InvokeAsync((_code.Trim(), from)));
    }
}
