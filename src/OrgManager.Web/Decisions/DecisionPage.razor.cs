using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>One decision: its entry, its files, and what it changed as far as this reader may see it.</summary>
public sealed partial class DecisionPage
{
    private readonly Latest _read = new();
    private DecisionCard? _card;
    private ChangeRow? _exchanged;
    private DecisionFile? _detached;
    private bool _correcting, _attaching;

    [Inject] public required DecisionRegister Register { get; init; }
    [Parameter] public Guid Id { get; set; }

    protected override string? Place => $"{Id}";

    protected override Task ReadAsync()
    {
        if (_card?.Details.Seen.Id != Id) _card = null;
        return LoadAsync(_read, ct => Register.CardAsync(Id, ct), Show);
    }

    /// <summary>What is being exchanged is shown as it is now, if it still stands.</summary>
    private void Show(DecisionCard card)
    {
        _card = card;
        _exchanged = card.Changes.SelectMany(group => group.Rows).FirstOrDefault(row => row.Refs[0] == _exchanged?.Refs[0]);
    }

    private async Task SavedAsync()
    {
        (_correcting, _attaching, _exchanged, _detached) = (false, false, null, null);
        Saved(_card?.Details.Facts.Number is { } number ? new SavedChange(number) : null);
        await ReadAsync();
    }
}
