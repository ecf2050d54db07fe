using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Meetings;

/// <summary>A meeting entered from its minutes in half a minute: everything is filled in as it most likely was. Or one that was entered wrongly.</summary>
public sealed partial class MeetingSheet
{
    private readonly Latest _read = new();
    private MeetingForm? _form;
    private MeetingFacts? _filled;
    private MeetingSuggestion? _offered;
    private IReadOnlyList<MeetingChair> _chairs = [];
    private Seen _seen;
    private string _reason = "";

    [Inject] public required CellMeetingService Meetings { get; init; }
    [Parameter, EditorRequired] public required UnitRef Cell { get; set; }

    /// <summary>The entry to put right; null for a new one.</summary>
    [Parameter] public MeetingRow? Corrected { get; set; }

    /// <summary>The day it most likely took place, and as what.</summary>
    [Parameter] public DateOnly? On { get; set; }
    [Parameter] public MeetingKind Kind { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Corrected is { } row) _seen = row.Seen;
        var day = Corrected?.Facts.On ?? On ?? AsOf.Day;
        await ReadAsync(day > AsOf.Today ? AsOf.Today : day, Kind);
    }

    /// <summary>Another day has other members; what was typed over what was offered stays.</summary>
    private async Task GoToAsync(DateOnly? day)
    {
        if (_form is not { } form) return;
        form.On = day;
        if (day is { } on && on <= AsOf.Today) await ReadAsync(on, form.Kind);
    }

    private Task ReadAsync(DateOnly on, MeetingKind kind) => LoadAsync(_read, ct => Meetings.SuggestAsync(Cell.Code, on, kind, ct), offered =>
    {
        (_offered, _chairs, Trouble) = (offered, offered.Chairs, null);
        if (_form is null) _form = MeetingForm.Of(Corrected?.Facts ?? offered.Facts, offered.HasCommittee);
        else if (Corrected is null && _form.Read is { } typed && typed with { On = offered.Facts.On } == _filled) _form = MeetingForm.Of(offered.Facts, offered.HasCommittee);
        else _form.HasCommittee = offered.HasCommittee;
        _filled = offered.Facts with { Kind = _form.Kind };
    });

    private async Task SaveAsync()
    {
        if (_form is not { } form || LacksDay(form.On)) return;
        if (form.Read is not { } facts) { Trouble = T["Meeting.PresenceMissing"]; return; }
        await SaveAsync(() => Corrected is null ? Meetings.EnterAsync(Cell.Id, facts) : Meetings.CorrectAsync(_seen, facts, _reason),
            () => OnSaved.InvokeAsync(Told(Cell.Name, T[$"MeetingKind.{facts.Kind}"], facts.On)));
    }

    /// <summary>What somebody else saved is told beside what is typed; saving again is then a decision with open eyes.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not MeetingFacts now || Corrected is not { } row) return;
        _seen = row.Seen with { Version = _seen.Version + 1 };
        Trouble += $" {Format.Day(now.On)}: {MeetingWords.Presence(now.Presence)}, {now.MinutesNumber}";
    }
}
