using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>One page of the roster: by protocol under a heading for each unit, in another order with the unit as a column.</summary>
public sealed partial class RosterTable
{
    private HashSet<string> _shown = [];
    private Drawing? _drawn;
    private bool _differs;

    [Parameter, EditorRequired] public required Roster Roster { get; set; }

    /// <summary>How many people of the list stand before this page.</summary>
    [Parameter, EditorRequired] public int Before { get; set; }
    [Parameter, EditorRequired] public required IReadOnlySet<string> Hidden { get; set; }
    [Parameter] public string? Sort { get; set; }
    [Parameter] public bool Descending { get; set; }

    /// <summary>Whether people may be chosen.</summary>
    [Parameter] public bool Picks { get; set; }
    [Parameter, EditorRequired] public required Func<RosterRow, bool> IsChosen { get; set; }

    /// <summary>With the people who are chosen now if they were not, and the other way round.</summary>
    [Parameter] public EventCallback<IReadOnlyList<RosterRow>> OnToggle { get; set; }

    protected override void OnParametersSet()
    {
        _shown = [.. RosterHidable.Of(T, Roster.Columns).Select(column => column.Name).Except(Hidden)];
        if (Roster.Groups.Count > 0) _shown.Remove(RosterHidable.Unit);
        var drawn = _drawn;
        _drawn = new(Roster, Before, [.. _shown], [.. Roster.Rows.Select(IsChosen)], Sort, Descending, Picks);
        _differs = drawn?.IsSame(_drawn) != true;
    }

    /// <summary>A page of people is the largest thing a session holds, and drawn twice it is held twice: it is drawn again only where it differs.</summary>
    protected override bool ShouldRender() => _differs;

    private bool Shows(string column) => _shown.Contains(column);

    /// <summary>Those who stand together, and how many of the list stand before them.</summary>
    private IEnumerable<(RosterGroup? Group, int First, List<RosterRow> Rows)> Parts()
    {
        if (Roster.Groups.Count == 0) return [(null, Before, [.. Roster.Rows])];
        var end = Before + Roster.Rows.Count;
        return from unit in Roster.Groups
               let first = Math.Max(Before, unit.First)
               let next = Math.Min(end, unit.First + unit.People)
               where first < next
               select ((RosterGroup?)unit, first, Roster.Rows.Skip(first - Before).Take(next - first).ToList());
    }

    /// <summary>All of the page, or none of it where all are chosen.</summary>
    private Task TogglePage() => OnToggle.InvokeAsync(Roster.Rows.All(IsChosen) ? Roster.Rows : [.. Roster.Rows.Where(row => !IsChosen(row))]);

    private string PartyOf(RosterRow person) => person.PartyMember switch
    {
        null => Format.None,
        false => T["Staff.NotMember"],
        true when person.PartyMemberSince is { } since => T["Staff.MemberSince", Format.Day(new PartialDay(since, person.PartyMemberSinceAs))],
        _ => T["Staff.Member"],
    };

    private sealed record Drawing(Roster Roster, int Before, IReadOnlyList<string> Shown, IReadOnlyList<bool> Chosen, string? Sort, bool Descending, bool Picks)
    {
        public bool IsSame(Drawing other) =>
            ReferenceEquals(Roster, other.Roster) && (Before, Sort, Descending, Picks) == (other.Before, other.Sort, other.Descending, other.Picks)
            && Shown.SequenceEqual(other.Shown) && Chosen.SequenceEqual(other.Chosen);
    }
}
