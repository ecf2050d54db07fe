using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OrgManager.Decisions;

namespace OrgManager.Web.Decisions;

/// <summary>Vào sổ a decision with its files; đính chính an entry that was typed wrongly.</summary>
public sealed partial class DecisionSheet
{
    private DecisionForm _form = new(kept: null);
    private string _reason = "";
    private IReadOnlyList<IBrowserFile> _files = [];
    private DecisionDetails? _details;

    [Inject] public required DecisionFiles Files { get; init; }
    [Inject] public required DecisionService Decisions { get; init; }

    /// <summary>The entry to correct; null to enter a new one.</summary>
    [Parameter] public DecisionDetails? Corrected { get; set; }

    /// <summary>Tells the page the id of what was saved.</summary>
    [Parameter] public EventCallback<Guid> OnSaved { get; set; }

    protected override void OnInitialized() => (_details, _form) = (Corrected, new(Corrected?.Facts));

    private async Task SaveAsync()
    {
        if (_form.Read is not { } facts) { Trouble = T["Decision.SignedOnMissing"]; return; }
        var id = _details?.Seen.Id ?? Guid.Empty;
        await SaveAsync(async () =>
        {
            if (_details is { } details) await Decisions.CorrectAsync(details.Seen, facts, _reason);
            else id = await Files.EnterAsync(facts, [.. _files.Select(file => file.ToHandIn(_form.Secrecy))]);
        }, () => OnSaved.InvokeAsync(id));
    }

    /// <summary>What somebody else changed meanwhile is told, and taken over where nothing was typed.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not DecisionDetails now) return;
        Trouble = string.Join(" ", [Trouble, .. _form.Follow(T, now.Facts)]);
        _details = now;
    }
}
