using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>Đính chính one entry of a member's file, with a reason; hủy one not yet in force.</summary>
public sealed partial class MemberAmendSheet
{
    private readonly Latest _read = new(), _cellsRead = new();
    private MemberDetails? _details;
    private List<UnitTreeRow> _cells = [];
    private bool _wrongDay, _never;
    private DateOnly? _day;
    private string _reason = "";
    private Guid _cell;
    private Standing _standing;
    private Participation _participation;
    private PartyPost _post;
    private OfficeBasis _basis;
    private MembershipEnd _why;

    [Inject] public required PartyService Party { get; init; }
    [Inject] public required MemberAmendmentService Amendments { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService Kinds { get; init; }
    [Parameter, EditorRequired] public required MemberCard Member { get; set; }
    [Parameter, EditorRequired] public required MemberPeriod Period { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private bool IsAhead => Period.From > AsOf.Today;
    private bool IsEnd => Period.Kind is MemberPeriodKind.Left or MemberPeriodKind.OfficeEnded;

    /// <summary>Only what differs from what was entered; nothing where nothing does.</summary>
    private MembershipEdit Edit
    {
        get
        {
            var (sets, was) = (MembershipFields.None, Period.Membership!);
            if (_cell != was.CellId) sets |= MembershipFields.Cell;
            if (_standing != was.Standing) sets |= MembershipFields.Standing;
            if (_participation != was.Participation) sets |= MembershipFields.Participation;
            return new(sets, _cell, _standing, _participation);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        (_day, _why) = (Period.From, Period.EndReason ?? default);
        if (Period.Membership is { } facts) (_cell, _standing, _participation) = (facts.CellId, facts.Standing, facts.Participation);
        if (Period.Office is { } office) (_post, _basis) = (office.Post, office.Basis);
        await LoadAsync(_cellsRead, CellsAsync, cells => _cells = cells);
        await LoadAsync(_read, ct => Party.MemberOnAsync(Member.PersonId, Period.SeenOn, ct), details => _details = details);
    }

    private async Task<List<UnitTreeRow>> CellsAsync(CancellationToken ct)
    {
        var kinds = (await Kinds.ListAsync(Branch.Party, ct)).Where(k => k.Cell).Select(k => k.Code).ToHashSet();
        return [.. (await Organisation.BranchAsync(Period.From, Branch.Party, ct)).Party.Where(u => kinds.Contains(u.Kind))];
    }

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen }) return;
        if (!IsAhead && !_never && LacksDay(_day)) return;
        if (!IsAhead && !IsEnd && !_wrongDay && ChangesNothing) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => IsAhead ? WithdrawAsync(seen) : CorrectAsync(seen), () => OnSaved.InvokeAsync(Told(Member.FullName, T[IsAhead ? "Change.WithdrawTitle" : "Change.CorrectTitle"])));
    }

    private bool ChangesNothing => Period.Kind == MemberPeriodKind.Membership ? Edit.Sets == MembershipFields.None : Period.Office == new OfficeFacts(_post, _basis);

    private Task WithdrawAsync(OrgManager.Common.Seen seen) => Period.Kind switch
    {
        MemberPeriodKind.Membership => Amendments.WithdrawAsync(seen, Period.VersionId),
        MemberPeriodKind.Left => Amendments.WithdrawEndAsync(seen),
        MemberPeriodKind.Office => Amendments.WithdrawOfficeAsync(seen, Period.OfficeId),
        _ => Amendments.WithdrawOfficeEndAsync(seen, Period.OfficeId),
    };

    private Task CorrectAsync(OrgManager.Common.Seen seen) => Period.Kind switch
    {
        MemberPeriodKind.Left => Amendments.CorrectEndAsync(seen, _never ? null : _day, _why, _reason),
        MemberPeriodKind.OfficeEnded => Amendments.CorrectOfficeEndAsync(seen, Period.OfficeId, _never ? null : _day, _reason),
        _ when _wrongDay => Amendments.CorrectDayAsync(seen, Period.VersionId, _day!.Value, _reason),
        MemberPeriodKind.Membership => Amendments.CorrectAsync(seen, Period.VersionId, Edit, _reason),
        _ => Amendments.CorrectOfficeAsync(seen, Period.OfficeId, new(_post, _basis), _reason),
    };

    protected override void OnConflict(object current) => _details = current as MemberDetails ?? _details;
}
