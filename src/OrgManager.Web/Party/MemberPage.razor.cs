using Microsoft.AspNetCore.Components;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>The party file of one person: admission, cell and offices of the day, every stretch there was, the badges to come; what changes it starts here.</summary>
public sealed partial class MemberPage
{
    private readonly Latest _read = new();
    private MemberCard? _member;
    private MemberPeriod? _amended;
    private bool _changing, _correcting;
    private string? _begun;

    [Inject] public required MemberService Members { get; init; }
    [Parameter] public string Code { get; set; } = "";
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }

    protected override string? Place => Code;

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Party"], "/cells"), .. _member is null ? Array.Empty<(string, string)>() : [(_member.Cell.Name, $"/cells/{Uri.EscapeDataString(_member.Cell.Code)}")]];

    protected override Task ReadAsync()
    {
        if (_member?.Code != Code) _member = null;
        return LoadAsync(_read, ct => Members.CardAsync(Code, AsOf.Day, ct), member =>
        {
            _member = member;
            var isNew = ActAsked is not null && _begun != ActAsked;
            _begun = ActAsked;
            if (isNew && ActAsked == "change" && member is { MayChange: true, EndsOn: null }) _changing = true;
        });
    }

    private async Task SavedAsync(SavedChange change)
    {
        (_correcting, _amended) = (false, null);
        CloseChanging();
        Saved(change);
        await ReadAsync();
    }

    private void CloseChanging()
    {
        _changing = false;
        ForgetAct();
    }
}
