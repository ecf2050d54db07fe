using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Organisation;

/// <summary>One unit: its posts, people and place on the day, where it came from, and all that happened to it; what changes it starts here.</summary>
public sealed partial class UnitPage
{
    private const int PeopleShown = 25;
    private readonly Latest _unitRead = new(), _peopleRead = new();
    private UnitCard? _unit;
    private Roster? _people;
    private bool _changing;
    private UnitEvent? _amended;

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required RosterService People { get; init; }
    [Parameter] public string Code { get; set; } = "";
    [SupplyParameterFromQuery] public string? Show { get; set; }

    protected override string? Place => Code;

    private UnitEventArea? Only => Enum.TryParse<UnitEventArea>(Show, ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null;

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Units"], "/units"), .. (_unit?.Above ?? []).Select(above => (above.Name, $"/units/{Uri.EscapeDataString(above.Code)}"))];

    protected override async Task ReadAsync()
    {
        if (_unit?.Code != Code) (_unit, _people) = (null, null);
        await LoadAsync(_unitRead, ct => Organisation.UnitAsync(Code, AsOf.Day, ct), unit => _unit = unit);
        if (_unit is not { Branch: Branch.Government, IsThere: true } || !MaySeeStaff) _people = null;
        else await LoadAsync(_peopleRead, ct => People.ListAsync(new(AsOf.Day, Code), new(0, PeopleShown), ct), ShowPeople);
    }

    private void ShowPeople(Roster roster) => _people = roster.Units.Any(unit => unit.Code == Code) ? roster : null;

    private string Life(UnitCard unit) => unit.EndsOn is { } end
        ? T["Unit.LivedFromTo", Format.Day(unit.StartsOn), Format.Day(end)]
        : T["Unit.LivesFrom", Format.Day(unit.StartsOn)];

    private async Task SavedAsync()
    {
        (_changing, _amended) = (false, null);
        Notifications.Notify(NotificationSeverity.Success, T["Change.Saved"]);
        await ReadAsync();
    }
}
