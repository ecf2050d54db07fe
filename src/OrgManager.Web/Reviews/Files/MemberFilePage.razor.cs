using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Files;

/// <summary>One member's file of a year: the subject writes, kept as it is typed; others read and do what is theirs to do.</summary>
public sealed partial class MemberFilePage
{
    /// <summary>After so long without a key what is typed is kept.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);

    private readonly Latest _read = new();
    private CancellationTokenSource? _waiting;
    private ReviewFileDetails? _file;
    private SelfReviewEntry? _entry;
    private IReadOnlyList<MissingPart> _missing = [];
    private DraftDetails? _theirs;
    private string? _trouble;
    private DateTime? _keptAt;
    private int _version;
    private bool _isTyped, _isKeeping, _isHandedIn;
    private Task _keeping = Task.CompletedTask;

    [Inject] public required ReviewFileService Files { get; init; }
    [Inject] public required SelfReviewService Selves { get; init; }
    [Inject] public required OrgClock Clock { get; init; }
    [Inject] public required TimeProvider Time { get; init; }
    [Parameter] public int Year { get; set; }
    [Parameter] public string Code { get; set; } = "";

    /// <summary>Instead of a member, the cell itself.</summary>
    [Parameter] public string? CellCode { get; set; }

    /// <summary>Instead of the cell those who lead it, or the committee itself.</summary>
    [SupplyParameterFromQuery] public string? Of { get; set; }

    protected override string? Place => Here;

    private bool IsOfCollective => Of == FileWords.Collective;

    private string Here => CellCode is { } cell ? FileWords.Address(Year, cell, IsOfCollective) : $"/reviews/{Year}/members/{Uri.EscapeDataString(Code)}";

    private string Title => _file switch
    {
        null => T["File.Title"],
        { IsOwn: true } => T["File.MineOf", Year],
        var file => T["File.TitleOf", T.Name(file), Year],
    };

    private IReadOnlyList<(string, string)> Crumbs => _file switch
    {
        { IsOwn: true } => [(T["File.Mine"], "/reviews/mine")],
        { Subject: ReviewSubject.Collective } file when file.Cell.Code == file.Committee.Code => [(T["Menu.Reviews"], "/reviews"), (T["Reviews.TitleOf", Year], $"/reviews?year={Year}")],
        { } file => [(T["Menu.Reviews"], "/reviews"), (file.Cell.Name, $"/reviews/{Year}/{Uri.EscapeDataString(file.Cell.Code)}")],
        _ => [(T["Menu.Reviews"], "/reviews")],
    };

    private string Kept => _isTyped ? T["File.Keeping"] : _keptAt is { } at ? T["File.KeptAt", Clock.Local(at).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)] : T["File.KeptAsTyped"];

    protected override Task ReadAsync() => LoadAsync(_read, ct => CellCode is { } cell ? (IsOfCollective ? Files.OfCollectiveAsync(Year, cell, ct) : Files.OfCellAsync(Year, cell, ct)) : Files.OfMemberAsync(Year, Code, ct), Show);

    private void Show(ReviewFileDetails file)
    {
        (_file, _theirs, _trouble) = (file, null, null);
        if (_isTyped && file.MayWrite) return; // what is typed stays
        (_entry, _version, _keptAt) = (null, file.Draft?.Version ?? 0, file.Draft?.SavedAtUtc);
        if (file.MayWrite && (file.IsOwn || file.Draft is not null)) _entry = new(file, file.Draft?.Said ?? file.Self?.Said ?? new());
        if (_missing.Count > 0) _missing = _entry?.Missing ?? []; // told until it is there, also when the page is read again
    }

    private void BeginPaper() => _entry = new(_file!, _file!.Self?.Said ?? new());

    /// <summary>Kept once nothing has been typed for a moment.</summary>
    private async Task TypedAsync()
    {
        _isTyped = true;
        if (_missing.Count > 0) _missing = _entry!.Missing;
        if (_waiting is not null) await _waiting.CancelAsync();
        var waiting = _waiting = new();
        _ = KeepLaterAsync(waiting.Token);
    }

    private async Task KeepLaterAsync(CancellationToken typedAgain)
    {
        try
        {
            await Task.Delay(Pause, Time, typedAgain);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await InvokeAsync(async () =>
        {
            await KeepAsync();
            StateHasChanged();
        });
    }

    private async Task KeepAsync()
    {
        if (!_isTyped || _isKeeping || _isHandedIn || _theirs is not null || _entry is not { } entry || _file is not { } file) return;
        (_isKeeping, _isTyped) = (true, false);
        var kept = false;
        await (_keeping = RunAsync(async () => _version = await Selves.SaveDraftAsync(file.Seen.Id, _version, entry.Said), () => kept = true));
        _isKeeping = false;
        if (kept) (_keptAt, _trouble) = (Clock.NowUtc, null);
        else _isTyped = true;
    }

    private async Task<bool> KeepBeforeLeavingAsync()
    {
        await KeepAsync();
        StateHasChanged();
        return !_isTyped;
    }

    private async Task SubmitAsync()
    {
        if (_entry is not { } entry || _file is not { } file) return;
        (_missing, _trouble) = (entry.Missing, null);
        if (_missing.Count > 0) return;
        await _keeping; // what is just being kept goes first, or the click would be lost on it
        await RunAsync(() => Selves.SubmitAsync(file.Seen.Id, _version, entry.Said), () => (_isHandedIn, _isTyped) = (true, false));
        if (!_isHandedIn) return;
        Saved(T[file.IsOwn ? "File.WasHandedIn" : "File.WasEntered"]);
        await ReadAsync();
        _isHandedIn = false;
    }

    private void TakeTheirs()
    {
        if (_theirs is not { } theirs) return;
        (_entry, _version, _keptAt, _isTyped, _theirs, _trouble) = (new(_file!, theirs.Said), theirs.Version, theirs.SavedAtUtc, false, null, null);
    }

    private async Task KeepMineAsync()
    {
        if (_theirs is not { } theirs) return;
        (_version, _theirs, _trouble, _isTyped) = (theirs.Version, null, null, true);
        await KeepAsync();
    }

    private Task DoneAsync(string done)
    {
        Saved(done);
        return ReadAsync();
    }

    protected override void OnRefused(string message) => _trouble = message;

    protected override void OnConflict(object current)
    {
        if (current is DraftDetails draft) (_theirs, _trouble) = (draft, null);
    }

    protected override void OnLeft() => _waiting?.Cancel();
}
