using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OrgManager.Decisions;

namespace OrgManager.Web.Decisions;

/// <summary>Vào sổ a decision with its files; đính chính an entry that was typed wrongly.</summary>
public sealed partial class DecisionSheet
{
    private string _number = "", _issuer = "", _subject = "", _reason = "";
    private DecisionKind _kind;
    private DateOnly? _signed, _effective;
    private SecrecyMark _secrecy;
    private IReadOnlyList<IBrowserFile> _files = [];
    private DecisionDetails? _details;

    [Inject] public required DecisionFiles Files { get; init; }
    [Inject] public required DecisionService Decisions { get; init; }

    /// <summary>The entry to correct; null to enter a new one.</summary>
    [Parameter] public DecisionDetails? Corrected { get; set; }

    /// <summary>Tells the page the id of what was saved.</summary>
    [Parameter] public EventCallback<Guid> OnSaved { get; set; }

    protected override void OnInitialized() => Show(Corrected);

    private void Show(DecisionDetails? details)
    {
        _details = details;
        if (details?.Facts is not { } facts) return;
        (_number, _kind, _issuer, _subject, _signed, _effective) = (facts.Number, facts.Kind, facts.Issuer, facts.Subject, facts.SignedOn, facts.EffectiveOn);
    }

    private async Task SaveAsync()
    {
        if (_signed is not { } signed) { Trouble = T["Decision.SignedOnMissing"]; return; }
        var facts = new DecisionFacts(_kind, _number, _issuer, signed, _effective ?? signed, _subject, _secrecy);
        var id = _details?.Seen.Id ?? Guid.Empty;
        await SaveAsync(async () =>
        {
            if (_details is { } details) await Decisions.CorrectAsync(details.Seen, facts, _reason);
            else id = await Files.EnterAsync(facts, [.. _files.Select(file => file.ToHandIn(_secrecy))]);
        }, () => OnSaved.InvokeAsync(id));
    }

    protected override void OnConflict(object current) => Show(current as DecisionDetails ?? _details);
}
