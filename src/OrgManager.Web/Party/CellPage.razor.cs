using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>One cell: its members, officers and whom it serves on the day, and all that happened to it; what changes it starts here.</summary>
public sealed partial class CellPage
{
    private readonly Latest _read = new();
    private CellCard? _cell;
    private bool _admitting, _covering;
    private CellServed? _served;
    private MemberChange? _changed;

    [Inject] public required CellService Cells { get; init; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }
    [Parameter] public string Code { get; set; } = "";
    [SupplyParameterFromQuery] public string? Show { get; set; }
    [SupplyParameterFromQuery] public string? Who { get; set; }

    protected override string? Place => Code;

    private MemberGroup? Only => Enum.TryParse<MemberGroup>(Who, ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : null;
    private List<MemberChoice> Choices => [.. (_cell?.People ?? []).Select(p => new MemberChoice(p.PersonId, new(p.Code, p.FullName)))];

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Party"], "/cells"), .. (_cell?.Above ?? []).Select(above => (above.Name, $"/units/{Uri.EscapeDataString(above.Code)}"))];

    protected override Task ReadAsync()
    {
        if (_cell?.Code != Code) (_cell, _meetings, _papers, _years) = (null, null, null, []);
        return ReadAllAsync();
    }

    private string Life(CellCard cell)
    {
        var life = cell.EndsOn is { } end ? T["Unit.LivedFromTo", Format.Day(cell.StartsOn), Format.Day(end)] : T["Unit.LivesFrom", Format.Day(cell.StartsOn)];
        var (official, probationary) = (cell.Members.Official, cell.Members.Probationary);
        return $"{life} · {T["Cells.MembersOf", T.Count("Noun.Member", official + probationary), Format.Number(official), Format.Number(probationary)]}";
    }

    private async Task SavedAsync(SavedChange change)
    {
        (_admitting, _covering, _served, _changed) = (false, false, null, null);
        CloseLife();
        Saved(change);
        await ReadAsync();
    }

    /// <summary>What the dialog of a member opens with.</summary>
    private sealed record MemberChange(IReadOnlyList<MemberChoice> People, MemberAct Act, Guid UnitId, PartyPost? Post);
}
