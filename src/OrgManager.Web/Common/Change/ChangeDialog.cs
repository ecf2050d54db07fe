using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Common;

namespace OrgManager.Web.Common.Change;

/// <summary>Base of the dialogs that change something: a refusal is told inside, beside what was typed, and what was saved is not saved twice.</summary>
public abstract class ChangeDialog : OrgPage
{
    private readonly Dictionary<Guid, Seen> _since = [];
    private bool _saved;

    [Inject] public required AsOf AsOf { get; init; }
    [Parameter] public EventCallback OnClose { get; set; }

    protected Sheet? Sheet { get; set; }

    /// <summary>Why it is not saved, or cannot be.</summary>
    protected string? Trouble { get; set; }

    /// <summary>Saves, closes the dialog, so that the focus is where it was, and tells the page.</summary>
    protected async Task SaveAsync(Func<Task> change, Func<Task> tell)
    {
        if (_saved) return;
        Trouble = null;
        await RunAsync(change, () => _saved = true);
        if (!_saved) return;
        if (Sheet is not null) await Sheet.TakeAwayAsync();
        await OnClose.InvokeAsync();
        await tell();
    }

    /// <summary>About whom or what, and which act: "Nguyễn Văn A · điều động".</summary>
    protected static SavedChange Told(string about, string act, DateOnly? from = null) => new($"{about} · {char.ToLower(act[0], CultureInfo.CurrentUICulture)}{act[1..]}", from);

    /// <summary>Says so where the day is missing or is none; nothing is saved without it.</summary>
    protected bool LacksDay(DateOnly? day)
    {
        if (day is null) Trouble = T["Change.DayMissing"];
        return day is null;
    }

    /// <summary>What was shown or, once the reader was told that somebody changed it meanwhile, what stands now: saved again, it is saved knowing that.</summary>
    protected Seen Current(Seen shown) => _since.GetValueOrDefault(shown.Id, shown);

    /// <summary>The same where nothing stood when it was shown.</summary>
    protected Seen? CurrentIfAny(Seen? shown) => shown is { } known ? Current(known) : _since.Count > 0 ? _since.Values.First() : null;

    protected override void OnConflict(object current)
    {
        if (current is Seen now) _since[now.Id] = now;
    }

    protected override void OnRefused(string message) => Trouble = message;

    /// <summary>A message of the page would lie under the dialog.</summary>
    protected override void OnUnreadable(string message) => Trouble = message;
}
