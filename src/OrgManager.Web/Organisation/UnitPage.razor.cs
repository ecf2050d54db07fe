using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>One unit: its posts, people and place on the day, where it came from, and all that happened to it; what changes it starts here.</summary>
public sealed partial class UnitPage
{
    private const int PeopleShown = 25;
    private readonly Latest _read = new();
    private UnitCard? _unit;
    private Roster? _people;
    private UnitFunctions? _functions;
    private UnitFunctionRow? _function;
    private bool _changing, _assigning;
    private UnitEvent? _amended;

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitFunctionService Functions { get; init; }
    [Inject] public required RosterService People { get; init; }
    [Parameter] public string Code { get; set; } = "";
    [SupplyParameterFromQuery] public string? Show { get; set; }

    /// <summary>Whether the timeline tells yearly levels that change nothing, too.</summary>
    [SupplyParameterFromQuery(Name = UnitTimeline.Levels)] public string? Levels { get; set; }

    protected override string? Place => Code;

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Units"], "/units"), .. (_unit?.Above ?? []).Select(above => (above.Name, $"/units/{Uri.EscapeDataString(above.Code)}"))];

    protected override Task ReadAsync()
    {
        if (_unit?.Code != Code) (_unit, _people, _functions) = (null, null, null);
        return LoadAsync(_read, ReadAsync, read => (_unit, _people, _functions) = read);
    }

    /// <summary>All together, so that nothing on the page moves when the next arrives.</summary>
    private async Task<(UnitCard, Roster?, UnitFunctions)> ReadAsync(CancellationToken ct)
    {
        var unit = await Organisation.UnitAsync(Code, AsOf.Day, ct);
        var functions = await Functions.OfUnitAsync(Code, AsOf.Day, ct);
        if (unit is not { Branch: Branch.Government, IsThere: true } || !MaySeeStaff) return (unit, null, functions);
        var people = await People.ListAsync(new(AsOf.Day, Code), new(0, PeopleShown), ct);
        return (unit, people.Units.Any(u => u.Code == Code) ? people : null, functions);
    }

    private string Life(UnitCard unit) => (unit.EndsOn is { } end
        ? T["Unit.LivedFromTo", Format.Day(unit.StartsOn), Format.Day(end)].Value
        : T["Unit.LivesFrom", Format.Day(unit.StartsOn)].Value)
        + (unit is { IsThere: true, Posts: { } posts } ? $" · {T["Unit.PresentOf", T.Count("Noun.Person", posts.Present.Total), T.Count("Noun.Post", posts.Allocated.Total)]}" : "");

    private async Task SavedAsync(SavedChange change)
    {
        (_changing, _assigning, _amended) = (false, false, null);
        Saved(change);
        await ReadAsync();
    }
}
