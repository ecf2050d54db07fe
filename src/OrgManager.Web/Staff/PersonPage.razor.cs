using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>One person: the post of the day, every post there was, and what else this reader may see.</summary>
public sealed partial class PersonPage
{
    private readonly Latest _read = new(), _casesRead = new();
    private PersonCard? _person;
    private IReadOnlyList<StreamliningRow> _cases = [];
    private PersonPost? _amended, _besideEnded;
    private PersonSalary? _amendedStep;
    private bool _changing, _leaving, _paying;

    [Inject] public required PersonService People { get; init; }
    [Inject] public required StreamliningService Streamlining { get; init; }
    [Parameter] public string Code { get; set; } = "";
    [SupplyParameterFromQuery] public string? Tab { get; set; }
    [SupplyParameterFromQuery] public string? Show { get; set; }

    protected override string? Place => Code;

    private PersonTab Shown => PersonTabs.Asked(_person!, Tab);
    private bool IsOwn => _person is not null && _person.PersonId == Actor?.PersonId;

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Staff"], "/staff"), .. _person is null ? Array.Empty<(string, string)>() : [(_person.Unit.Name, $"/units/{Uri.EscapeDataString(_person.Unit.Code)}")]];

    protected override async Task ReadAsync()
    {
        if (_person?.Code != Code) (_person, _cases) = (null, []);
        await LoadAsync(_read, ct => People.CardAsync(Code, AsOf.Day, ct), person => _person = person);
        if (_person is { PersonId: var id }) await LoadAsync(_casesRead, ct => Streamlining.OfPersonAsync(id, ct), cases => _cases = cases);
    }

    private string Life(PersonCard person) => person.EndsOn is { } end
        ? T["Person.WorkedFromTo", person.Code, Format.Day(person.StartsOn), Format.Day(end)]
        : T["Person.WorksFrom", person.Code, Format.Day(person.StartsOn)];

    private async Task SavedAsync(SavedChange change)
    {
        (_changing, _amended, _besideEnded, _amendedStep, _leaving, _paying) = (false, null, null, null, false, false);
        Saved(change);
        await ReadAsync();
    }
}
