using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>One member from one day by one decision: recognised, moved, exempted, given an office or relieved of it, or leaving.</summary>
public sealed partial class MemberChangeSheet
{
    private readonly Latest _placesRead = new(), _unitsRead = new(), _memberRead = new();
    private readonly MemberForm _form = new();
    private IReadOnlyList<PartyPlace> _places = [];
    private IReadOnlyList<UnitTreeRow> _units = [];
    private MemberDetails? _details;
    private Guid? _who;
    private DateOnly? _from;
    private DecisionRef? _decision;
    private bool _loaded;

    [Inject] public required PartyService Party { get; init; }
    [Inject] public required CellService Cells { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter, EditorRequired] public required IReadOnlyList<MemberChoice> People { get; set; }
    [Parameter] public MemberAct Act { get; set; }

    /// <summary>The act is not for choosing.</summary>
    [Parameter] public bool Fixed { get; set; }

    /// <summary>Where the office is to be held, or is held; and which one is to end.</summary>
    [Parameter] public Guid? UnitId { get; set; }
    [Parameter] public PartyPost? Post { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly From => _from ?? AsOf.Day;
    private bool Ends => _form.Act is MemberAct.EndOffice or MemberAct.Leave;
    private MembershipFacts? Now => _details?.On(From);
    private string Name => People.FirstOrDefault(p => p.Id == _who)?.Person.FullName ?? "";

    /// <summary>Who is official is not recognised again, and who holds nothing has nothing to give up.</summary>
    private IEnumerable<MemberAct> Acts => Enum.GetValues<MemberAct>().Where(act => act switch
    {
        MemberAct.Official => _details?.OfficialOn is null,
        MemberAct.EndOffice => Held.Count > 0,
        _ => true,
    });

    private List<(Guid Id, string Name)> Held => [.. Offices.Select(o => (o.OfficeId, $"{T.Post(o.Facts.Post, IsCell(o.UnitId))}, {NameOf(o.UnitId)}"))];
    private IEnumerable<OfficeStretch> Offices => (_details?.Offices ?? []).Where(o => o.From < From && (o.Until is null || From <= o.Until));

    protected override async Task OnInitializedAsync()
    {
        (_form.Act, _form.UnitId, _form.Post) = (Act, UnitId, Post ?? PartyPost.CommitteeMember);
        if (People.Count == 1) _who = People[0].Id;
        await GoToAsync(AsOf.Day);
        _form.OfficeId = _details?.Offices.FirstOrDefault(o => o.UnitId == UnitId && o.Facts.Post == Post && o.Until is null)?.OfficeId;
        if (!Fixed && !Acts.Contains(_form.Act)) _form.Act = Acts.First();
        _loaded = true;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is null) return;
        Trouble = null;
        await LoadAsync(_placesRead, ct => Cells.PlacesAsync(From, ct), places => _places = places);
        await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(From, Branch.Party, ct), tree => _units = tree.Party);
        if (_who is { } who) await ReadMemberAsync(who);
    }

    private async Task ChooseAsync(ChangeEventArgs typed)
    {
        _who = Guid.TryParse(typed.Value?.ToString(), out var id) ? id : null;
        (_details, Trouble) = (null, null);
        if (_who is { } who) await ReadMemberAsync(who);
    }

    private Task ReadMemberAsync(Guid who)
    {
        _details = null;
        return LoadAsync(_memberRead, ct => Party.MemberOnAsync(who, Ends ? From.AddDays(-1) : From, ct), details => _details = details);
    }

    private string? Preview() => (_form.Act, Now) switch
    {
        (MemberAct.Leave, _) => T["Member.LeavePreview", Name, Format.Day(From.AddDays(-1)), T[$"MembershipEnd.{_form.Reason}"].Value].Value,
        (MemberAct.EndOffice, _) when Held.Find(h => h.Id == _form.OfficeId) is { Name: { } office } => T["Member.EndOfficePreview", Name, office, Format.Day(From.AddDays(-1))].Value,
        (MemberAct.GiveOffice, _) when _form.UnitId is { } unit && _who is not null => T["Member.OfficePreview", Name, T.Post(_form.Post, IsCell(unit)), NameOf(unit), Format.Day(From)].Value,
        (_, { } now) when _form.On(now) is { } becomes => T["Member.BecomesPreview", Name, Text(becomes), Lasts()].Value,
        _ => null,
    };

    /// <summary>From when until when: another known change of the same field ends it.</summary>
    private string Lasts()
    {
        var next = _details?.Memberships.Where(m => m.From > From && (m.Sets & _form.Sets) != 0).Select(m => (DateOnly?)m.From).FirstOrDefault();
        return next is { } until ? T["Change.HoldsUntil", Format.Day(From), Format.Day(until.AddDays(-1))] : T["Change.HoldsOn", Format.Day(From)];
    }

    private string Text(MembershipFacts facts) => T.Membership(facts, NameOf(facts.CellId));

    private string NameOf(Guid unitId) => _units.FirstOrDefault(u => u.Id == unitId)?.Name ?? "";

    private bool IsCell(Guid unitId) => _places.FirstOrDefault(p => p.Id == unitId)?.IsCell == true;

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_who is null) { Trouble = T["Member.Choose"]; return; }
        if (_details is not { Seen: var seen }) { Trouble = T["Member.NotOn", Format.Day(from)]; return; }
        if (Lacking() is { } lacking) { Trouble = lacking; return; }
        var decision = _decision?.Id;
        await SaveAsync(() => _form.Act switch
        {
            MemberAct.Official => Party.MakeOfficialAsync(seen, from, decision),
            MemberAct.Move => Party.MoveAsync(seen, _form.CellId!.Value, from, decision),
            MemberAct.Participation => Party.SetParticipationAsync(seen, _form.Participation, from, decision),
            MemberAct.GiveOffice => Party.GiveOfficeAsync(seen, _form.UnitId!.Value, _form.Office, from, decision),
            MemberAct.EndOffice => EndOfficeAsync(_details.Offices.Single(o => o.OfficeId == _form.OfficeId)),
            _ => Party.LeaveAsync(seen, from, _form.Reason, decision),
        }, () => OnSaved.InvokeAsync(new($"{Name} · {T[$"MemberAct.{_form.Act}"].Value.ToLowerInvariant()}", from)));

        Task EndOfficeAsync(OfficeStretch office) => Party.EndOfficeAsync(seen, office.UnitId, office.Facts.Post, from, decision);
    }

    private string? Lacking() => _form.Act switch
    {
        MemberAct.Move when _form.CellId is null => T["Member.ChooseCell"].Value,
        MemberAct.GiveOffice when _form.UnitId is null => T["Member.ChooseUnit"].Value,
        MemberAct.EndOffice when _form.OfficeId is null => T["Member.ChooseOffice"].Value,
        _ => null,
    };

    protected override void OnUnreadable(string message) => Trouble = T["Member.NotOn", Format.Day(From)];

    /// <summary>Shows what is true now beside what was typed; saving again is then a decision with open eyes.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not MemberDetails now) return;
        _details = now;
        if (Now is { } facts) Trouble += " " + T["Staff.NowIs", Name, Text(facts)];
    }
}
