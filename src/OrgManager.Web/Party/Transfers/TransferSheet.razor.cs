using Microsoft.AspNetCore.Components;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Transfers;

/// <summary>Between two cells, to another organisation, from another organisation.</summary>
public enum TransferWay { Between, Out, In }

/// <summary>A transfer is drafted, or drafted otherwise; nothing moves yet.</summary>
public sealed partial class TransferSheet
{
    private readonly Latest _memberRead = new();
    private readonly AdmissionForm _admission = new();
    private TransferWay _way;
    private PartyPerson? _person;
    private MemberCard? _known;
    private Guid? _to;
    private string _outside = "", _note = "";
    private TransferKind _kind;
    private DateOnly? _lastDay, _moved;
    private bool _study, _loaded;

    [Inject] public required TransferService Transfers { get; init; }
    [Inject] public required MemberService Members { get; init; }

    /// <summary>The one that is drafted otherwise; null for a new one.</summary>
    [Parameter] public TransferRow? Transfer { get; set; }
    [Parameter, EditorRequired] public required IReadOnlyList<PartyPlace> Cells { get; set; }

    /// <summary>Whom the address asks for.</summary>
    [Parameter] public string? Code { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private TransferRule Rule => TransferRules.On(AsOf.Today);
    private Guid? FromCell => _way == TransferWay.In ? null : Transfer?.Facts.FromCellId ?? _known?.Cell.Id ?? _person?.CellId;
    private string Name => Transfer?.Person.FullName ?? _known?.FullName ?? _person?.FullName ?? "";

    protected override async Task OnInitializedAsync()
    {
        if (Transfer?.Facts is { } facts)
        {
            _way = facts.FromCellId is null ? TransferWay.In : facts.ToCellId is null ? TransferWay.Out : TransferWay.Between;
            (_to, _outside, _note, _kind, _study, _moved) = (facts.ToCellId, facts.FromOutside ?? facts.ToOutside ?? "", facts.Note ?? "", facts.Kind, facts.Study, facts.MovedOn);
            _lastDay = facts.Until?.AddDays(-1);
            if (facts.Admission is { } admission) _admission.Show(admission);
        }
        else if (Code is { Length: > 0 } code) await LoadAsync(_memberRead, ct => Members.CardAsync(code, AsOf.Today, ct), member => _known = member.IsMember ? member : null);
        _loaded = true;
    }

    /// <summary>Who is a member is not looked for among those who are none.</summary>
    private void Go(TransferWay way)
    {
        if ((way == TransferWay.In) != (_way == TransferWay.In)) (_person, _known) = (null, null);
        _way = way;
    }

    private string NameOf(Guid cell) => Cells.FirstOrDefault(c => c.Id == cell)?.Name ?? "";

    private TransferFacts? Facts()
    {
        if (_way != TransferWay.In && FromCell is null) { Trouble = T["Member.PersonMissing"]; return null; }
        if (_way != TransferWay.Out && _to is null) { Trouble = T["Member.ChooseCell"]; return null; }
        if (_way == TransferWay.In && _kind == TransferKind.Official && _admission.Facts is null) { Trouble = T["Member.DaysMissing"]; return null; }
        return new(_kind, FromCell, _way == TransferWay.In ? _outside : null, _way == TransferWay.Out ? null : _to, _way == TransferWay.Out ? _outside : null)
        {
            MovedOn = _kind == TransferKind.Official ? _moved : null, Until = _lastDay?.AddDays(1), Study = _study, Note = _note,
            Admission = _way == TransferWay.In ? _admission.Facts : null,
        };
    }

    private async Task SaveAsync()
    {
        if (Transfer is null && _known is null && _person is null) { Trouble = T["Member.PersonMissing"]; return; }
        if (Facts() is not { } facts) return;
        await SaveAsync(() => Transfer is { } known ? Transfers.ReviseAsync(Current(known.Seen), facts) : Transfers.DraftAsync((_known?.PersonId ?? _person?.Id)!.Value, facts), () => OnSaved.InvokeAsync(Told(Name, T["Transfer.Draft"])));
    }
}
