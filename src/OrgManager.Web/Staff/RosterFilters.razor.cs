using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

public sealed partial class RosterFilters
{
    [Inject] public required NavigationManager Navigation { get; init; }
    [Parameter, EditorRequired] public required RosterQuery Query { get; set; }
    [Parameter, EditorRequired] public Roster? Roster { get; set; }
    [Parameter] public string? SortBy { get; set; }
    [Parameter] public IReadOnlySet<string>? Hidden { get; set; }
    [Parameter] public EventCallback<IReadOnlySet<string>> HiddenChanged { get; set; }

    private bool IsFiltered => Query is not { UnitCode: null, Category: null, Headship: null, PartyMember: null, Search: null, AgeFrom: null, LacksSalary: false };

    private int Active => new[] { Query.UnitCode is not null, Query.Category is not null, Query.Headship is not null, Query.PartyMember is not null, Query.AgeFrom is not null, Query.LacksSalary }.Count(used => used);

    /// <summary>A unit that is not there on this day stands under its code.</summary>
    private IEnumerable<(string, string)> Units
    {
        get
        {
            var units = (Roster?.Units ?? []).Select(unit => (unit.Code, new string('\u2003', unit.Depth) + unit.Name));
            return Query.UnitCode is { } code && Roster?.Units.All(unit => unit.Code != code) == true ? units.Prepend((code, code)) : units;
        }
    }

    private IEnumerable<(string, string)> Posts =>
        new[] { Headship.Head, Headship.Deputy, Headship.None }.Select(post => (post.ToString(), T[$"Headship.{post}"].Value));
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));
    private string? Age => Query.AgeFrom is null ? null : $"{Query.AgeFrom}-{Query.AgeTo}";
    private IEnumerable<(string, string)> Ages => AgeBands.All.Select(band => (band, AgeBands.Of(band) switch { (0, var to) => T["Staff.AgeUnder", to + 1].Value, (var from, 99) => T["Staff.AgeOver", from].Value, _ => band.Replace('-', '–') }));
    private IEnumerable<(string, string)> Parties => [("yes", T["Staff.Member"].Value), ("no", T["Staff.NotMember"].Value)];

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);
}
