using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>Its life through the year: meetings, terms and working regulations, for whom the party record is.</summary>
public sealed partial class CellPage
{
    private const int YearsShown = 5;
    private readonly Latest _meetingsRead = new(), _papersRead = new(), _yearsRead = new();
    private IReadOnlyList<CellYear> _years = [];
    private CellMeetings? _meetings;
    private UnitPapers? _papers;
    private MeetingBegun? _meeting;
    private MeetingRow? _withdrawn, _files;
    private (UnitPapers Of, TermRow? Corrected)? _term;
    private (UnitPapers Of, RegulationRow? Corrected)? _regulation;
    private RegulationRow? _regulationFiles;
    private string? _begun;

    [Inject] public required CellMeetingService Meetings { get; init; }
    [Inject] public required MeetingPaperService MeetingPapers { get; init; }
    [Inject] public required PartyPaperService Papers { get; init; }
    [Inject] public required RegulationService Regulations { get; init; }
    [Inject] public required CellReviewService Sheets { get; init; }
    [SupplyParameterFromQuery(Name = "meeting")] public string? MeetingAsked { get; set; }
    [SupplyParameterFromQuery(Name = "day")] public string? DayAsked { get; set; }

    private Guid? MeetingShown => Guid.TryParse(MeetingAsked, out var id) ? id : null;

    private async Task ReadAllAsync()
    {
        await LoadAsync(_read, ct => Cells.CardAsync(Code, AsOf.Day, ct), cell => _cell = cell);
        if (_cell?.People is null) return;
        var day = _cell.IsThere ? AsOf.Day : _cell.EndsOn is { } end && end <= AsOf.Day ? end.AddDays(-1) : _cell.StartsOn;
        await LoadAsync(_meetingsRead, ct => Meetings.OfCellAsync(Code, day, ct: ct), meetings => _meetings = meetings);
        await LoadAsync(_papersRead, ct => Papers.OfUnitAsync(Code, day, ct), papers => _papers = papers);
        if (Actor?.May(Permission.ViewReviews) == true) await LoadAsync(_yearsRead, ct => Sheets.YearsAsync(Code, ct), years => _years = [.. years.Take(YearsShown)]);
        BeginAsked();
    }

    /// <summary>What falls due opens its dialog here, once.</summary>
    private void BeginAsked()
    {
        var isNew = ActAsked is not null && _begun != ActAsked;
        _begun = ActAsked;
        if (!isNew || _cell is not { MayChange: true, EndsOn: null }) return;
        DateOnly? day = DayParser.TryParseIso(DayAsked, out var asked) ? asked : null;
        if (ActAsked == "office") _changed = new(Choices, MemberAct.GiveOffice, _cell.Id, null);
        else if (ActAsked is "meeting" or "thematic") Enter(ActAsked == "meeting" ? MeetingKind.Monthly : MeetingKind.Thematic, day);
    }

    private void Enter(MeetingKind kind, DateOnly? on) => _meeting = new(kind, on, null);

    private void CloseMeeting()
    {
        _meeting = null;
        ForgetAct();
    }

    private void CloseLife()
    {
        (_meeting, _withdrawn, _files, _term, _regulation, _regulationFiles) = (null, null, null, null, null, null);
        ForgetAct();
    }

    /// <summary>What the dialog of a meeting opens with.</summary>
    private sealed record MeetingBegun(MeetingKind Kind, DateOnly? On, MeetingRow? Corrected);
}
