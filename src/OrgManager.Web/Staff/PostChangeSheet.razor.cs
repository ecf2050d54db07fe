using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Change;

namespace OrgManager.Web.Staff;

/// <summary>One person or several, by one decision, from one day: moved, appointed, paid from elsewhere, given a post beside their own, or leaving.</summary>
public sealed partial class PostChangeSheet
{
    private const int Named = 3;
    private static readonly AssignmentKind[] BesideKinds = [.. Enum.GetValues<AssignmentKind>().Where(kind => kind != AssignmentKind.Primary)];
    private readonly Latest _unitsRead = new(), _kindsRead = new(), _peopleRead = new();
    private readonly PostForm _form = new(), _beside = new() { Headship = Headship.None };
    private readonly PostConflict _conflict = new();
    private IReadOnlyList<UnitTreeRow> _units = [];
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private List<(PersonRef Person, EmploymentDetails Details)> _people = [];
    private DateOnly? _from, _lastDay;
    private DecisionRef? _decision;
    private PostAct _act;
    private EmploymentEnd _leaving;
    private AssignmentKind _kind = AssignmentKind.Concurrent;
    private string _correcting = "";
    private bool _loaded;

    [Inject] public required StaffService Staff { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Parameter, EditorRequired] public required IReadOnlyList<(Guid Id, PersonRef Person)> People { get; set; }

    /// <summary>Told once it is saved.</summary>
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;

    private string Who => People.Count <= Named
        ? T.List([.. People.Select(p => p.Person.FullName)])
        : T.List([.. People.Take(Named).Select(p => p.Person.FullName), T["UnitEvent.Others", People.Count - Named]]);

    /// <summary>A change of this very day set some of the fields otherwise: to set them anew is to correct it.</summary>
    private bool Corrects => _people.Exists(p => p.Details.Posts.Any(post =>
        post.Kind == AssignmentKind.Primary && post.From == From && post.Facts.Overlay((int)(post.Sets & _form.Edit.Sets), _form.On(post.Facts)) != post.Facts));

    private string BesideText => _beside is { UnitId: { } unit }
        ? $"{T[$"AssignmentKind.{_kind}"]}: {Text(BesidePost(unit))}, {(_lastDay is { } last ? T["Change.HoldsUntilDay", Format.Day(From), Format.Day(last)] : T["Change.HoldsOn", Format.Day(From)])}"
        : Format.None;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Branch.Government, ct), kinds => _kinds = kinds);
        await GoToAsync(AsOf.Day);
        _loaded = true;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is null) return;
        (Trouble, Conflict) = (null, null);
        await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(From, Branch.Government, ct), tree => _units = tree.Government);
        await LoadAsync(_peopleRead, ReadPeopleAsync, people => _people = people);
    }

    private async Task<List<(PersonRef, EmploymentDetails)>> ReadPeopleAsync(CancellationToken ct)
    {
        var read = new List<(PersonRef, EmploymentDetails)>();
        foreach (var (id, person) in People) read.Add((person, await Staff.EmploymentOnAsync(id, From, ct)));
        return read;
    }

    private string Text(AssignmentFacts post) => T.Post(post, _units, _kinds);

    private AssignmentFacts BesidePost(Guid unit) => _beside.On(new(unit, _beside.Category ?? QuotaCategory.CivilServant));

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_people.Count < People.Count) { Trouble = T["Staff.NotInPost", Format.Day(from)]; return; }
        if (Lacks() is { } lacks) { Trouble = lacks; return; }
        var seen = _people.ConvertAll(p => p.Details.Seen);
        await SaveAsync(() => _act switch
        {
            PostAct.Leave => Staff.EndAsync(seen, from, _leaving, _decision?.Id),
            PostAct.Beside => Staff.AddBesideAsync(seen, _kind, BesidePost(_beside.UnitId!.Value), from, _lastDay?.AddDays(1), _decision?.Id),
            _ => Staff.ChangeAsync([.. seen.Select(s => (s, _form.Edit))], from, _decision?.Id, Corrects ? _correcting : null),
        }, () => OnSaved.InvokeAsync(Told(Who, T[$"PostAct.{_act}"], from)));
    }

    private string? Lacks() => _act switch
    {
        PostAct.Alter when _form.IsEmpty => T["Change.Nothing"].Value,
        PostAct.Alter when Corrects && string.IsNullOrWhiteSpace(_correcting) => T["Change.CorrectsThatDay", Format.Day(From)].Value,
        PostAct.Beside when _beside.UnitId is null => T["Staff.BesideUnitMissing"].Value,
        _ => null,
    };

    protected override void OnUnreadable(string message) => (Trouble, _people) = (T["Staff.NotInPost", Format.Day(From)], []);

    private List<ConflictRow> Conflicts() => _conflict.Rows(_form, post => Text(post), T, People.Count == 1);

    /// <summary>Shows what is true now beside what was typed; which of the two holds is chosen before it is saved.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not EmploymentDetails now) return;
        var at = _people.FindIndex(p => p.Details.Seen.Id == now.Seen.Id);
        if (at < 0) return;
        _conflict.Meet(_people[at].Person, _people[at].Details, now, From, _form);
        _people[at] = (_people[at].Person, now);
    }
}
