using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Web.Common.Change;

/// <summary>The decision behind a change: found by any part, entered on the spot, or left for later.</summary>
public sealed partial class DecisionField
{
    private readonly Latest _search = new();
    private IReadOnlyList<DecisionRef>? _found;
    private string _text = "";
    private string? _trouble;
    private Entry? _new;

    [Inject] public required DecisionService Decisions { get; init; }

    /// <summary>Of its inputs, where a dialog has several of these fields.</summary>
    [Parameter] public string Id { get; set; } = "decision";
    [Parameter] public string? Label { get; set; }
    [Parameter] public DecisionRef? Chosen { get; set; }
    [Parameter] public EventCallback<DecisionRef?> ChosenChanged { get; set; }

    /// <summary>What a new decision most likely has: the day of the change.</summary>
    [Parameter] public DateOnly? EffectiveOn { get; set; }

    /// <summary>Nothing is saved without one.</summary>
    [Parameter] public bool Required { get; set; }

    private Task FindAsync(string typed)
    {
        _text = typed;
        if (_text.Trim().Length > 0) return LoadAsync(_search, ct => Decisions.FindAsync(_text, 6, ct), found => _found = found);
        _found = null;
        return Task.CompletedTask;
    }

    private Task ChooseAsync(DecisionRef decision)
    {
        (_found, _text) = (null, "");
        return ChosenChanged.InvokeAsync(decision);
    }

    private Task ClearAsync() => ChosenChanged.InvokeAsync(null);

    /// <summary>Said here: a message of the page would lie under the dialog.</summary>
    protected override void OnRefused(string message) => _trouble = message;

    protected override void OnUnreadable(string message) => _trouble = message;

    private void Begin() => _new = new() { Number = _text, EffectiveOn = EffectiveOn };

    private async Task RegisterAsync()
    {
        if (_new is not { } entry) return;
        _trouble = entry.SignedOn is null ? T["Decision.SignedOnMissing"].Value : null;
        if (entry.SignedOn is not { } signed) return;
        DecisionRef? entered = null;
        await RunAsync(async () =>
        {
            var facts = new DecisionFacts(entry.Kind, entry.Number, entry.Issuer, signed, entry.EffectiveOn ?? signed, entry.Subject);
            entered = new(await Decisions.RegisterAsync(facts), VietnameseText.Nfc(entry.Number), signed, VietnameseText.Nfc(entry.Issuer), VietnameseText.Nfc(entry.Subject));
        }, () => _new = null);
        if (entered is not null) await ChooseAsync(entered);
    }

    private sealed class Entry
    {
        public DecisionKind Kind { get; set; }
        public string Number { get; set; } = "";
        public string Issuer { get; set; } = "";
        public string Subject { get; set; } = "";
        public DateOnly? SignedOn { get; set; }
        public DateOnly? EffectiveOn { get; set; }
    }
}
