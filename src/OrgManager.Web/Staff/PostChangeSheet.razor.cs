using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>One person or several, by one decision, from one day: moved, appointed, paid from elsewhere, or leaving.</summary>
public sealed partial class PostChangeSheet
{
    private const int Named = 3;
    private readonly Latest _unitsRead = new(), _kindsRead = new(), _peopleRead = new();
    private readonly PostForm _form = new();
    private IReadOnlyList<UnitTreeRow> _units = [];
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private List<(PersonRef Person, EmploymentDetails Details)> _people = [];
    private DateOnly? _from;
    private DecisionRef? _decision;
    private EmploymentEnd _reason;
    private bool _loaded, _ending;

    [Inject] public required StaffService Staff { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Parameter, EditorRequired] public required IReadOnlyList<(Guid Id, PersonRef Person)> People { get; set; }
    [Parameter] public EventCallback OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;

    private string Who => People.Count <= Named
        ? T.List([.. People.Select(p => p.Person.FullName)])
        : T.List([.. People.Take(Named).Select(p => p.Person.FullName), T["UnitEvent.Others", People.Count - Named]]);

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
        Trouble = null;
        await LoadAsync(_unitsRead, ct => Organisation.TreeAsync(From, ct), tree => _units = tree.Government);
        await LoadAsync(_peopleRead, ReadPeopleAsync, people => _people = people);
    }

    private async Task<List<(PersonRef, EmploymentDetails)>> ReadPeopleAsync(CancellationToken ct)
    {
        var read = new List<(PersonRef, EmploymentDetails)>();
        foreach (var (id, person) in People) read.Add((person, await Staff.EmploymentOnAsync(id, From, ct)));
        return read;
    }

    /// <summary>Each person's post as it is and as it becomes, and the day another known change of the same fields begins.</summary>
    private IEnumerable<(string Name, string Was, string Becomes, DateOnly? Until)> Preview()
    {
        foreach (var (person, details) in _people)
        {
            var line = details.Posts.Where(p => p.Kind == AssignmentKind.Primary).OrderBy(p => p.From).ToList();
            if (line.LastOrDefault(p => p.From <= From)?.Facts is not { } was) continue;
            var next = line.Where(p => p.From > From && (p.Sets & _form.Edit.Sets) != 0).Select(p => (DateOnly?)p.From).FirstOrDefault();
            yield return (person.FullName, Text(was), Text(_form.On(was)), next);
        }
    }

    private string Text(AssignmentFacts post) => T.Post(post, _units, _kinds);

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_people.Count < People.Count) { Trouble = T["Staff.NotInPost", Format.Day(from)]; return; }
        if (!_ending && _form.IsEmpty) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => _ending
            ? Staff.EndAsync([.. _people.Select(p => p.Details.Seen)], from, _reason, _decision?.Id)
            : Staff.ChangeAsync([.. _people.Select(p => (p.Details.Seen, _form.Edit))], from, _decision?.Id), () => OnSaved.InvokeAsync());
    }

    protected override void OnUnreadable(string message) => (Trouble, _people) = (T["Staff.NotInPost", Format.Day(From)], []);

    /// <summary>Shows what is true now beside what was typed; saving again is then a decision with open eyes.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not EmploymentDetails now) return;
        var at = _people.FindIndex(p => p.Details.Seen.Id == now.Seen.Id);
        if (at < 0) return;
        _people[at] = (_people[at].Person, now);
        if (now.Posts.LastOrDefault(p => p.Kind == AssignmentKind.Primary && p.From <= From) is { } post) Trouble += " " + T["Staff.NowIs", _people[at].Person.FullName, Text(post.Facts)];
    }
}
