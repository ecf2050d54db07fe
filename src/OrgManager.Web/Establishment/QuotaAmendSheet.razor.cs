using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Levels of one unit that begin on one day: corrected with a reason, or called off while not yet in force.</summary>
public sealed partial class QuotaAmendSheet
{
    private List<QuotaLine> _lines = [];
    private string _reason = "";

    [Inject] public required QuotaService Quotas { get; init; }
    [Parameter, EditorRequired] public required UnitCard Unit { get; set; }
    [Parameter, EditorRequired] public required UnitEvent Happened { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private bool IsAhead => Happened.On > AsOf.Today;

    protected override void OnInitialized() => _lines = [.. Happened.Posts.Select(p => new QuotaLine(p.Category, p.After, beginsThatDay: true))];

    private async Task SaveAsync()
    {
        if (IsAhead)
        {
            await SaveAsync(CallOffAsync, () => OnSaved.InvokeAsync(Told(Unit.Facts.Name, T["Quota.CallOff"])));
            return;
        }
        if (_lines.Find(l => l.Wrong) is { } wrong) { Trouble = T["Quota.NotANumber", wrong.Typed]; return; }
        var changes = _lines.Where(l => l.IsChanged).Select(l => l.Setting(Unit.Id, Happened.Quota!.Value)).ToList();
        if (changes.Count == 0) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => Quotas.ReviseAsync(changes, Happened.On, null, _reason), () => OnSaved.InvokeAsync(Told(Unit.Facts.Name, T["Quota.Amend"])));
    }

    private async Task CallOffAsync()
    {
        var levels = from quota in await Quotas.OfUnitAsync(Unit.Id)
                     where quota.Kind == Happened.Quota && Happened.Posts.Any(p => p.Category == quota.Category)
                     from level in quota.Levels
                     where level.From == Happened.On
                     select (quota.Seen, level.Id);
        await Quotas.WithdrawAsync([.. levels]);
    }

    protected override void OnConflict(object current)
    {
        if (current is not IReadOnlyList<SeenQuota> now) return;
        foreach (var line in _lines) line.Follow(now);
    }
}
